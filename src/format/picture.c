/* Pictures: kind and size by their first bytes. */
#include "format/picture.h"

#include <string.h>

#include "base/io.h"

#define PNG_HEAD "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"
#define PNG_SIZE_AT 16
#define JPEG_HEAD "\xFF\xD8\xFF"
#define JPEG_SIZE_AT 5 /* in the segment of a frame: height, width */
#define JPEG_FRAME_BYTES 9

static uint32_t number_at(str bytes, size_t at, size_t size)
{
    uint32_t value = 0;

    for (size_t i = at; i < at + size; i++)
        value = value << 8 | (unsigned char)bytes.s[i];
    return value;
}

/* PNG (W3C, third edition), 11.2.1: IHDR comes first. */
static bool know_png(struct picture *picture, str bytes)
{
    str head = {PNG_HEAD, sizeof PNG_HEAD - 1};

    if (!str_starts(bytes, head) || bytes.len < PNG_SIZE_AT + 8)
        return false;
    picture->type = "image/png";
    picture->width = number_at(bytes, PNG_SIZE_AT, 4);
    picture->height = number_at(bytes, PNG_SIZE_AT + 4, 4);
    return true;
}

/* SOF0 to SOF15, but for DHT, JPG and DAC (ITU-T T.81, table B.1). */
static bool is_frame(unsigned char marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
           marker != 0xC8 && marker != 0xCC;
}

/* The segments one after another, to that of the frame. */
static bool know_jpeg(struct picture *picture, str bytes)
{
    size_t at = 2;

    if (!str_starts(bytes, STR(JPEG_HEAD)))
        return false;
    while (at + JPEG_FRAME_BYTES <= bytes.len &&
           (unsigned char)bytes.s[at] == 0xFF) {
        unsigned char marker = (unsigned char)bytes.s[at + 1];

        if (is_frame(marker)) {
            picture->type = "image/jpeg";
            picture->height = number_at(bytes, at + JPEG_SIZE_AT, 2);
            picture->width = number_at(bytes, at + JPEG_SIZE_AT + 2, 2);
            return true;
        }
        at += marker == 0xFF ? 1 : 2 + number_at(bytes, at + 2, 2);
    }
    return false;
}

bool picture_know(struct picture *picture, str bytes, const char *path,
                  struct error *err)
{
    struct picture made = {.bytes = bytes};

    if (!know_png(&made, bytes) && !know_jpeg(&made, bytes))
        return error_set(err, ERROR_INPUT, "%s: neither PNG nor JPEG", path);
    *picture = made;
    return true;
}

bool picture_read(struct picture *picture, const char *path, struct arena *mem,
                  struct error *err)
{
    str bytes;

    if (!io_read_file(&bytes, path, mem, err))
        return false;
    if (bytes.len > PICTURE_MOST_BYTES)
        return error_set(err, ERROR_INPUT, "%s: larger than %zu KiB", path,
                         PICTURE_MOST_BYTES >> 10);
    return picture_know(picture, bytes, path, err);
}
