/* A podcast's dates, categories, identities and pictures. */
#include "check.h"

#include "base/hash.h"
#include "format/notes.h"
#include "format/picture.h"
#include "podcast/categories.h"
#include "podcast/date.h"

#define HANOI (7 * 60)

static void test_dates(void **state)
{
    (void)state;
    static const struct {
        const char *iso, *said; /* NULL: no date */
    } cases[] = {
        {"2024-05-14", "Tue, 14 May 2024 00:00:00 +0700"},
        {"2024-05-14T08:30", "Tue, 14 May 2024 08:30:00 +0700"},
        {"2024-05-14T08:30:15", "Tue, 14 May 2024 08:30:15 +0700"},
        {"2024-05-14T08:30Z", "Tue, 14 May 2024 08:30:00 +0000"},
        {"2024-05-14T08:30:15-0530", "Tue, 14 May 2024 08:30:15 -0530"},
        {"2024-05-14T08:30:15+09:00", "Tue, 14 May 2024 08:30:15 +0900"},
        {"2024-02-29", "Thu, 29 Feb 2024 00:00:00 +0700"},
        {"1999-12-31T23:59", "Fri, 31 Dec 1999 23:59:00 +0700"},
        {"", NULL},
        {"2023-02-29", NULL},
        {"2024-13-01", NULL},
        {"2024-05-14T24:30", NULL},
        {"2024-05-14T08:60", NULL},
        {"2024-05-14 08:30", NULL},
        {"2024-05-14T08:30 ", NULL},
        {"2024-5-14", NULL},
        {"14/5/2024", NULL},
        {"2024-05-14T08:30+7", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct date date = {.zone_minutes = HANOI};
        struct buf said = {.mem = &mem};
        bool read = date_read(&date, str_from(cases[i].iso));

        check_true(cases[i].iso, read == (cases[i].said != NULL));
        if (!read)
            continue;
        date_add(&said, &date);
        check_str(cases[i].iso, buf_str(&said), str_from(cases[i].said));
    }
}

static void test_order_of_dates(void **state)
{
    (void)state;
    struct date hanoi = {.zone_minutes = HANOI}, tokyo = hanoi;

    assert_true(date_read(&hanoi, STR("2024-05-14T08:30")));
    assert_true(date_read(&tokyo, STR("2024-05-14T10:30+09:00")));
    assert_int_equal(date_compare(&hanoi, &tokyo), 0);
    assert_true(date_read(&tokyo, STR("2024-05-14T10:29+09:00")));
    assert_true(date_compare(&hanoi, &tokyo) > 0);
    assert_true(date_compare(&tokyo, &hanoi) < 0);
}

static void test_categories(void **state)
{
    (void)state;
    assert_true(categories_have(STR("News"), STR("")));
    assert_true(categories_have(STR("News"), STR("Daily News")));
    assert_true(categories_have(STR("History"), STR("")));
    assert_false(categories_have(STR("History"), STR("News")));
    assert_false(categories_have(STR("News"), STR("Daily")));
    assert_false(categories_have(STR("Daily News"), STR("")));
    assert_false(categories_have(STR(""), STR("")));
}

/* Worked examples of podcastindex.org/namespace/1.0 (guid) and RFC 9562. */
static void test_uuids(void **state)
{
    (void)state;
    static const unsigned char feeds[] = {0xEA, 0xD4, 0xC2, 0x36, 0xBF, 0x58,
                                          0x58, 0xC6, 0xA2, 0xC6, 0xA6, 0xB2,
                                          0x8D, 0x12, 0x8C, 0xB6};
    static const unsigned char dns[] = {0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD,
                                        0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0,
                                        0x4F, 0xD4, 0x30, 0xC8};
    char text[HASH_UUID_TEXT_BYTES];

    hash_uuid(text, feeds, STR("mp3s.nashownotes.com/pc20rss.xml"));
    check_str("feed", str_from(text),
              STR("917393e3-1b1e-5cef-ace4-edaa54e1f810"));
    hash_uuid(text, dns, STR("www.example.com"));
    check_str("name", str_from(text),
              STR("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
}

static void test_hashes_from_hexadecimal(void **state)
{
    (void)state;
    struct hash want = hash_of(STR("bản")), got;
    char hex[HASH_HEX_BYTES];

    hash_hex(hex, &want);
    assert_true(hash_from_hex(&got, str_from(hex)));
    assert_memory_equal(got.bytes, want.bytes, HASH_BYTES);
    assert_false(hash_from_hex(&got, str_slice(str_from(hex), 0, 62)));
    hex[5] = 'g';
    assert_false(hash_from_hex(&got, str_from(hex)));
}

static void test_pictures(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        str bytes;
        unsigned width, height; /* 0: no picture */
    } cases[] = {
        {"png",
         {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x05\x78\0\0\x0B\xB8\x08\x02", 26},
         1400,
         3000},
        {"jpeg, another segment before the frame",
         {"\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC2\0\x11\x08\x0B\xB8\x05\x78\x03", 18},
         1400,
         3000},
        {"a tiff", {"MM\0*\0\0\0\x08xxxxxxxxxxxxxxxxxx", 26}, 0, 0},
        {"png, cut", {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18}, 0, 0},
        {"jpeg, cut", {"\xFF\xD8\xFF\xC0\0\x11\x08\x05", 8}, 0, 0},
        {"jpeg without a frame",
         {"\xFF\xD8\xFF\xE0\0\x04xx\xFF\xD9xxxxxxxx", 18},
         0,
         0},
        {"nothing", {"", 0}, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct picture picture = {0};
        struct error err = {0};
        bool known = picture_know(&picture, cases[i].bytes, "a", &err);

        check_true(cases[i].row, known == (cases[i].width > 0));
        check_true(cases[i].row, picture.width == cases[i].width);
        check_true(cases[i].row, picture.height == cases[i].height);
        check_true(cases[i].row, known || err.code == ERROR_INPUT);
    }
}

static void test_times_in_notes(void **state)
{
    (void)state;
    static const struct {
        uint64_t seconds;
        const char *said;
    } cases[] = {
        {0, "00:00"},         {59, "00:59"},     {60, "01:00"},
        {3599, "59:59"},      {3600, "1:00:00"}, {36061, "10:01:01"},
        {359999, "99:59:59"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct buf said = {.mem = &mem};

        notes_add_time(&said, cases[i].seconds);
        check_str(cases[i].said, buf_str(&said), str_from(cases[i].said));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_order_of_dates),
        cmocka_unit_test(test_categories),
        cmocka_unit_test(test_uuids),
        cmocka_unit_test(test_hashes_from_hexadecimal),
        cmocka_unit_test(test_pictures),
        cmocka_unit_test(test_times_in_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
