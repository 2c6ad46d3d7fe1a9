/* EPUB, DOCX and ODT: archives of XML, by libzip. Only what the book itself
 * names is read, into memory and never to a file. */
#include <zip.h>

#include "charset/charset.h"
#include "base/late.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "page/claims.h"
#include "page/html.h"
#include "page/input.h"
#include "page/office.h"

#define ENTRY_BYTES_MOST ((size_t)8 << 20) /* of one file, unpacked */
#define BOOK_BYTES_MOST ((size_t)16 << 20) /* of all that are read */
#define TITLE_BYTES_MOST 1024
#define PARTS_MOST 4096

#define CALLS(f)                                                               \
    f(zip_source_buffer_create) f(zip_source_free) f(zip_open_from_source)     \
        f(zip_stat) f(zip_fopen) f(zip_fread) f(zip_fclose) f(zip_discard)
LATE_LIBRARY(zip_calls, LATE_ZIP, CALLS)

struct book {
    struct zip_calls lib;
    zip_t *zip;
    size_t bytes; /* that were unpacked */
    struct collector *lines;
    struct claims claims;
    const char *name; /* for messages */
    struct arena *mem;
};

/* One file of the archive as UTF-8; empty when it is missing, broken, or too
 * large. */
static str read_entry(struct book *book, const char *path)
{
    zip_stat_t about;
    zip_file_t *file = NULL;
    zip_int64_t got;
    char *bytes;

    if (book->lib.zip_stat(book->zip, path, 0, &about) == 0 &&
        about.valid & ZIP_STAT_SIZE && about.size <= ENTRY_BYTES_MOST &&
        about.size <= BOOK_BYTES_MOST - book->bytes)
        file = book->lib.zip_fopen(book->zip, path, 0);
    if (!file)
        return (str){0};
    book->bytes += about.size;
    bytes = ARENA_ARRAY(book->mem, char, about.size + 1);
    got = book->lib.zip_fread(file, bytes, about.size);
    book->lib.zip_fclose(file);
    if (got <= 0)
        return (str){0};
    return utf8_clean(charset_decode((str){bytes, (size_t)got}, book->mem),
                      book->mem);
}

/* ---- The package of an EPUB ---------------------------------------------- */

/* Its files by their ids, and the order in which they are read. The facts of
 * the other kinds stand under the same names. */
struct package {
    struct part {
        str id, path;
    } * parts;
    str *order; /* ids */
    size_t part_count, order_count;
    str root;          /* path of the package */
    struct buf *field; /* that text goes to; NULL outside of them */
    struct buf title, author;
    struct arena *mem;
};

static str copy(const char *text, struct arena *mem)
{
    return text ? str_copy(str_from(text), mem) : (str){0};
}

static void on_start(void *context, str name, const char **attributes)
{
    struct package *package = context;
    struct arena *mem = package->mem;

    if (str_eq(name, STR("rootfile")) && package->root.len == 0) {
        package->root = copy(xml_attribute(attributes, "full-path"), mem);
    } else if (str_eq(name, STR("item")) && package->part_count < PARTS_MOST) {
        package->parts[package->part_count++] =
            (struct part){copy(xml_attribute(attributes, "id"), mem),
                          copy(xml_attribute(attributes, "href"), mem)};
    } else if (str_eq(name, STR("itemref")) &&
               package->order_count < PARTS_MOST) {
        package->order[package->order_count++] =
            copy(xml_attribute(attributes, "idref"), mem);
    } else if (str_eq(name, STR("title"))) {
        package->field = &package->title;
    } else if (str_eq(name, STR("creator"))) {
        package->field = &package->author;
    }
}

static void on_end(void *context, str name)
{
    (void)name;
    ((struct package *)context)->field = NULL;
}

static void on_text(void *context, str text)
{
    struct package *package = context;

    if (package->field && package->field->len + text.len <= TITLE_BYTES_MOST)
        buf_add(package->field, text);
}

static struct package *new_package(struct arena *mem)
{
    struct package *package = ARENA_ONE(mem, struct package);

    package->parts = ARENA_ARRAY(mem, struct part, PARTS_MOST);
    package->order = ARENA_ARRAY(mem, str, PARTS_MOST);
    package->title.mem = package->author.mem = package->mem = mem;
    return package;
}

static void read_package(struct package *package, str xml)
{
    const struct xml_handler handler = {on_start, on_end, on_text, package,
                                        NULL};

    xml_parse(xml, &handler);
}

static void claim(struct book *book, const struct package *package)
{
    claims_meta(&book->claims, STR("title"), buf_str(&package->title),
                book->mem);
    claims_meta(&book->claims, STR("author"), buf_str(&package->author),
                book->mem);
}

/* ---- The kinds ----------------------------------------------------------- */

static int hex(char c)
{
    str digits = STR("0123456789abcdef");
    char small = (char)(c | 0x20);

    return (int)str_find(digits, (str){&small, 1});
}

/* `path` from the folder of `root`, with "%20" and the like decoded, as a C
 * string. */
static const char *beside(str root, str path, struct arena *mem)
{
    struct buf out = {.mem = mem};
    size_t folder = root.len;

    while (folder > 0 && root.s[folder - 1] != '/')
        folder--;
    buf_add(&out, str_slice(root, 0, folder));
    while (path.len > 0 && path.s[0] != '#') {
        bool coded = path.len >= 3 && path.s[0] == '%' && hex(path.s[1]) < 16 &&
                     hex(path.s[2]) < 16;

        buf_char(&out, coded ? (char)(hex(path.s[1]) * 16 + hex(path.s[2]))
                             : path.s[0]);
        path = str_skip(path, coded ? 3 : 1);
    }
    buf_char(&out, '\0');
    return out.s;
}

static const struct part *find_part(const struct package *package, str id)
{
    for (size_t i = 0; i < package->part_count; i++)
        if (str_eq(package->parts[i].id, id))
            return &package->parts[i];
    return NULL;
}

static bool read_epub(struct book *book, str container, struct error *err)
{
    struct package *package = new_package(book->mem);
    struct claims none = {0};
    bool ok = true;

    read_package(package, container);
    read_package(package, read_entry(book, str_zero(package->root, book->mem)));
    claim(book, package);
    collect_open(book->lines, TAG_BLOCK, HINT_BIT(HINT_H1));
    collect_text(book->lines, book->claims.title);
    collect_close(book->lines);
    for (size_t i = 0; ok && i < package->order_count; i++) {
        const struct part *part = find_part(package, package->order[i]);

        if (part)
            ok = html_collect(
                book->lines, &none,
                read_entry(book, beside(package->root, part->path, book->mem)),
                book->name, book->mem, err);
    }
    return ok;
}

static bool read_docx(struct book *book, str document, struct error *err)
{
    struct package *package = new_package(book->mem);

    (void)err;
    read_package(package, read_entry(book, "docProps/core.xml"));
    claim(book, package);
    office_docx(book->lines, document, book->mem);
    return true;
}

static bool read_odt(struct book *book, str content, struct error *err)
{
    struct package *package = new_package(book->mem);

    (void)err;
    read_package(package, read_entry(book, "meta.xml"));
    claim(book, package);
    office_odt(book->lines, content, book->mem);
    return true;
}

/* Each kind by the file that only it has. */
static const struct {
    const char *path;
    bool (*read)(struct book *book, str file, struct error *err);
} kinds[] = {
    {"META-INF/container.xml", read_epub},
    {"word/document.xml", read_docx},
    {"content.xml", read_odt},
};

/* By the first kind whose file it has. */
static bool read_kind(struct book *book, struct error *err)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        str file = read_entry(book, kinds[i].path);

        if (file.len > 0)
            return kinds[i].read(book, file, err);
    }
    return error_set(err, ERROR_INPUT,
                     "%s: an archive, but no EPUB, DOCX or ODT", book->name);
}

static bool read_book(struct page *page, str bytes, const char *name,
                      struct arena *mem, struct error *err)
{
    struct book book = {
        .lines = collect_new(mem),
        .name = name,
        .mem = mem,
    };
    zip_source_t *source;
    bool ok;

    if (!zip_calls_load(&book.lib, name, err))
        return false;
    source = book.lib.zip_source_buffer_create(bytes.s, bytes.len, 0, NULL);
    if (source)
        book.zip = book.lib.zip_open_from_source(source, ZIP_RDONLY, NULL);
    if (!book.zip) {
        book.lib.zip_source_free(source);
        return error_set(err, ERROR_INPUT, "%s: a broken archive", name);
    }
    ok = read_kind(&book, err);
    book.lib.zip_discard(book.zip);
    page->claims = book.claims;
    if (!ok || !collect_finish(page, book.lines, true, name, err))
        return false;
    return page->count > 0 ||
           error_set(err, ERROR_INPUT, "%s: no text in it", name);
}

static bool is_archive(str bytes)
{
    return str_starts(bytes, STR("PK\x03\x04"));
}

const struct input_kind input_book = {
    .name = "book",
    .binary = true,
    .recognise = is_archive,
    .read = read_book,
};
