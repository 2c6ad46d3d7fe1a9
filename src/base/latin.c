/* The head of a text that is nothing but Latin letters and punctuation: a
 * state machine over its bytes, without a branch for each. */
#include "base/latin.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Each state is the place of its five bits in a step: those of the state that
 * a byte leads to from it. What has no way leads to WRONG, and stays there. */
enum {
    WRONG = 0,
    START = 5,  /* before a character */
    LAST = 10,  /* before its last byte */
    LATIN = 15, /* before the second of U+1E00 to U+1EFF */
    SIGN = 20,  /* before the second of U+2010 to U+2027 */
    MARK = 25,  /* before the last of those */
    STATE_BITS = 31
};

#define WAY(from, to) ((uint32_t)(to) << (from))

/* What a byte may be; each continues something. */
#define PLAIN WAY(START, START)
#define TWO WAY(START, LAST)
#define TAIL WAY(LAST, START)
#define TAIL_E2 (TAIL | WAY(SIGN, MARK))
#define TAIL_MARK (TAIL | WAY(MARK, START))
#define TAIL_E1 (TAIL | WAY(LATIN, LAST))

#define X2(step) step, step
#define X4(step) X2(step), X2(step)
#define X8(step) X4(step), X4(step)
#define X16(step) X8(step), X8(step)

/* clang-format off */
static const uint32_t steps[256] = {
    X8(0), 0, X2(PLAIN), 0, X4(0), X16(0),         /* 09 and 0A: tab, LF */
    X16(PLAIN), X16(PLAIN), X16(PLAIN), X16(PLAIN), X16(PLAIN),     /* 20 */
    X8(PLAIN), X4(PLAIN), X2(PLAIN), PLAIN, 0,                      /* 70 */
    TAIL_E2, X8(TAIL), X4(TAIL), X2(TAIL), TAIL,                    /* 80 */
    X16(TAIL_MARK), X8(TAIL_MARK), X8(TAIL),                        /* 90 */
    X8(TAIL), X4(TAIL_E1), X4(TAIL),                                /* B0 */
    X2(0), 0, X8(TWO), TWO, X4(0),                                  /* C0 */
    X16(0),                                                         /* D0 */
    0, WAY(START, LATIN), WAY(START, SIGN), 0, X4(0), X8(0),        /* E0 */
    X16(0),
};
/* clang-format on */

#define BLOCK sizeof(uint64_t)
#define EACH_BYTE UINT64_C(0x0101010101010101)

/* Whether all bytes are between a space and a tilde. */
static bool is_ascii(const char block[BLOCK])
{
    uint64_t bytes;

    memcpy(&bytes, block, sizeof bytes);
    return ((bytes - ' ' * EACH_BYTE) & 0x80 * EACH_BYTE) == 0 &&
           ((bytes | (bytes + EACH_BYTE)) & 0x80 * EACH_BYTE) == 0;
}

static uint32_t step(uint32_t state, char byte)
{
    return steps[(unsigned char)byte] >> (state & STATE_BITS);
}

static uint32_t step_block(uint32_t state, const char block[BLOCK])
{
    state = step(step(state, block[0]), block[1]);
    state = step(step(state, block[2]), block[3]);
    state = step(step(state, block[4]), block[5]);
    return step(step(state, block[6]), block[7]);
}

static bool is_at(uint32_t state, uint32_t place)
{
    return (state & STATE_BITS) == place;
}

size_t latin_length(str bytes)
{
    size_t sure = 0, at = 0;
    uint32_t state = START;

    while (bytes.len - at >= BLOCK && !is_at(state, WRONG)) {
        const char *block = bytes.s + at;

        if (sure < at || !is_ascii(block))
            state = step_block(state, block);
        at += BLOCK;
        sure = is_at(state, START) ? at : sure;
    }
    state = START;
    for (at = sure; at < bytes.len && !is_at(state, WRONG); at++) {
        sure = is_at(state, START) ? at : sure;
        state = step(state, bytes.s[at]);
    }
    return is_at(state, START) ? at : sure;
}
