/* A cover for what has none: its title on a plain ground, drawn by FreeType and
 * written by libpng. Text in NFC has a glyph for each Vietnamese letter, so
 * that none is composed here. */
#include "access/cover.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <png.h>
#include <string.h>

#include "base/utf8.h"

/* Parts of the width. */
#define MARGIN 10   /* around the text */
#define STROKE 5    /* above it, so long */
#define BAR 50      /* and so high */
#define SMALLEST 35 /* of the letters; the largest are 21 steps high */
#define STEP 140
#define STEPS_MOST 21
#define LINES_MOST 24
#define CHANNELS 3
#define FIXED 64 /* FreeType counts in parts of a pixel */
#define LEADING 1.3

const struct cover_size cover_square = {1400, 1400};
const struct cover_size cover_portrait = {600, 900};

static const uint8_t ground[CHANNELS] = {0x14, 0x3A, 0x5A};
static const uint8_t ink[CHANNELS] = {0xFF, 0xFF, 0xFF};
static const uint8_t accent[CHANNELS] = {0xF2, 0xB1, 0x34};

struct drawing {
    struct cover_size size;
    FT_Face face;
    uint8_t *pixels; /* rows of pixels of CHANNELS */
    str lines[LINES_MOST];
    size_t line_count;
};

/* ---- setting the text --------------------------------------------------- */

static int width_of(FT_Face face, str text)
{
    FT_Pos width = 0;

    while (text.len > 0)
        if (FT_Load_Char(face, (FT_ULong)utf8_next(&text),
                         FT_LOAD_NO_HINTING) == 0)
            width += face->glyph->advance.x;
    return (int)(width / FIXED);
}

static int line_height(int size)
{
    return (int)(size * LEADING);
}

/* Breaks the text into lines at its blanks; false when it is too large. */
static bool break_lines(struct drawing *drawing, str text, int size)
{
    const int width = drawing->size.width, margin = width / MARGIN;
    str rest = text;

    drawing->line_count = 0;
    while (rest.len > 0) {
        str word = str_cut(rest, ' ', &rest), *last = NULL, joined;

        if (word.len == 0)
            continue;
        if (drawing->line_count > 0)
            last = &drawing->lines[drawing->line_count - 1];
        if (last) {
            joined = (str){last->s, (size_t)(word.s + word.len - last->s)};
            if (width_of(drawing->face, joined) <= width - 2 * margin) {
                *last = joined;
                continue;
            }
        }
        if (drawing->line_count == LINES_MOST ||
            width_of(drawing->face, word) > width - 2 * margin)
            return false;
        drawing->lines[drawing->line_count++] = word;
    }
    return (int)drawing->line_count * line_height(size) + 2 * (width / BAR) <=
           drawing->size.height - 2 * margin;
}

/* The largest size that the text has room in. */
static int set_text(struct drawing *drawing, str text)
{
    const int step = drawing->size.width / STEP;
    int size = STEPS_MOST * step;

    for (; size > drawing->size.width / SMALLEST; size -= step) {
        FT_Set_Pixel_Sizes(drawing->face, 0, (FT_UInt)size);
        if (break_lines(drawing, text, size))
            return size;
    }
    FT_Set_Pixel_Sizes(drawing->face, 0, (FT_UInt)size);
    break_lines(drawing, text, size); /* what has no room is left away */
    return size;
}

/* ---- drawing ------------------------------------------------------------ */

static void dot(struct drawing *drawing, int x, int y,
                const uint8_t color[CHANNELS], int coverage)
{
    uint8_t *pixel =
        drawing->pixels +
        ((size_t)y * (size_t)drawing->size.width + (size_t)x) * CHANNELS;

    for (size_t i = 0; i < CHANNELS; i++)
        pixel[i] = (uint8_t)(pixel[i] + (color[i] - pixel[i]) * coverage / 255);
}

static void draw_glyph(struct drawing *drawing, int left, int top,
                       const FT_Bitmap *bitmap)
{
    for (int y = 0; y < (int)bitmap->rows; y++)
        for (int x = 0; x < (int)bitmap->width; x++)
            if (left + x >= 0 && left + x < drawing->size.width &&
                top + y >= 0 && top + y < drawing->size.height)
                dot(drawing, left + x, top + y, ink,
                    bitmap->buffer[y * bitmap->pitch + x]);
}

static void draw_line(struct drawing *drawing, str text, int baseline)
{
    FT_GlyphSlot glyph = drawing->face->glyph;
    FT_Pos x = drawing->size.width / MARGIN * FIXED;

    while (text.len > 0) {
        if (FT_Load_Char(drawing->face, (FT_ULong)utf8_next(&text),
                         FT_LOAD_NO_HINTING | FT_LOAD_RENDER) != 0)
            continue;
        draw_glyph(drawing, (int)(x / FIXED) + glyph->bitmap_left,
                   baseline - glyph->bitmap_top, &glyph->bitmap);
        x += glyph->advance.x;
    }
}

static void fill(struct drawing *drawing, int left, int top,
                 struct cover_size size, const uint8_t color[CHANNELS])
{
    for (int y = top; y < top + size.height; y++)
        for (int x = left; x < left + size.width; x++)
            dot(drawing, x, y, color, 255);
}

static void draw(struct drawing *drawing, str title)
{
    const int width = drawing->size.width, bar = width / BAR;
    int size = set_text(drawing, title);
    int height = (int)drawing->line_count * line_height(size);
    int top = (drawing->size.height - height) / 2;

    fill(drawing, 0, 0, drawing->size, ground);
    fill(drawing, width / MARGIN, top - 2 * bar,
         (struct cover_size){width / STROKE, bar}, accent);
    for (size_t i = 0; i < drawing->line_count; i++)
        draw_line(drawing, drawing->lines[i],
                  top + (int)i * line_height(size) + size);
}

bool cover_is_made(str png, struct arena tmp)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    const size_t last =
        ((size_t)cover_square.width * (size_t)cover_square.height - 1) *
        CHANNELS;
    uint8_t *pixels;
    bool made = png_image_begin_read_from_memory(&image, png.s, png.len) &&
                image.width == (png_uint_32)cover_square.width &&
                image.height == (png_uint_32)cover_square.height;

    if (made) {
        image.format = PNG_FORMAT_RGB;
        pixels = ARENA_ARRAY(&tmp, uint8_t, PNG_IMAGE_SIZE(image));
        made = png_image_finish_read(&image, NULL, pixels, 0, NULL) &&
               memcmp(pixels, ground, CHANNELS) == 0 &&
               memcmp(pixels + last, ground, CHANNELS) == 0;
    }
    png_image_free(&image);
    return made;
}

static bool encode(str *png, const struct drawing *drawing, struct arena *mem)
{
    png_image image = {
        .version = PNG_IMAGE_VERSION,
        .width = (png_uint_32)drawing->size.width,
        .height = (png_uint_32)drawing->size.height,
        .format = PNG_FORMAT_RGB,
    };
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    char *bytes = ARENA_ARRAY(mem, char, size);

    if (!png_image_write_to_memory(&image, bytes, &size, 0, drawing->pixels, 0,
                                   NULL))
        return false;
    *png = (str){bytes, size};
    return true;
}

bool cover_make(str *png, str title, struct cover_size size, const char *font,
                struct arena *mem, struct error *err)
{
    struct arena scratch = arena_halve(mem);
    struct drawing drawing = {
        .size = size,
        .pixels =
            ARENA_ARRAY(&scratch, uint8_t,
                        (size_t)size.width * (size_t)size.height * CHANNELS),
    };
    FT_Library library = NULL;
    bool ok = false;

    if (FT_Init_FreeType(&library) != 0)
        return error_set(err, ERROR_INTERNAL, "FreeType: no memory");
    if (FT_New_Face(library, font, 0, &drawing.face) != 0 ||
        !FT_IS_SCALABLE(drawing.face)) {
        error_set(err, ERROR_INPUT,
                  "%s: no font to make a cover with; name another with font, "
                  "or a picture with cover",
                  font);
        goto done;
    }
    draw(&drawing, title);
    ok = encode(png, &drawing, mem) ||
         error_set(err, ERROR_INTERNAL, "libpng: no cover");
done:
    FT_Done_FreeType(library); /* with its faces */
    return ok;
}
