/* The data that flow through the pipeline: structs only.
 *
 *     article --> script --> takes --> timeline --> edition
 *
 * Beside each part stands the file that fills it. Arrays and texts live in the
 * arena of the run. Texts are UTF-8 in NFC. */
#ifndef BAONOI_EDITION_H
#define BAONOI_EDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct entry; /* words/entry.h */
struct depot; /* base/depot.h */

/* ---- The article: what the page says --------------------- src/article/ */

enum role {
    ROLE_TITLE,
    ROLE_LEAD,    /* sapo: the paragraph that sums the article up */
    ROLE_HEADING, /* of a part of the body */
    ROLE_BODY,
    ROLE_CAPTION,
    ROLE_BYLINE, /* who wrote it; a source line counts as one */
    ROLE_META,   /* date, section, place of publication */
    ROLE_CHROME, /* the site's own furniture, never read */
    ROLE_LINK,   /* what a presenter says between stories: article/bulletin.c */
    ROLE_COUNT
};

/* One line or paragraph of the page, whole: nothing of it is dropped. */
struct block {
    enum role role;
    str text;
    str reason;     /* why it has this role: one short clause */
    size_t line;    /* of the input, from 1; 0 where the input has no lines */
    size_t opening; /* bytes of the text that name the paper before its first
                       words, "(Dân trí) - ": not read */
};

/* Elements of a page that are not read: they hold none of its text, as scripts
 * and players, or are items of a feed beyond the chapters of an edition. */
struct left_out {
    const char *kind; /* the name of its tag */
    size_t count, size_bytes;
};

/* One of the articles that an edition of several is made of: an item of a feed,
 * or a file of its own. Its blocks end where those of the next begin;
 * blocks before the first are the edition's own, its title. */
struct story {
    size_t first_block;
    str title, author, date, source, address; /* as of an article */
};

struct article {
    struct block *blocks; /* in reading order */
    size_t block_count;
    str title, author, date, source; /* empty when unknown; date ISO 8601 */
    str section, image, address;     /* likewise; addresses of the net */
    str sum; /* SHA-256 of its input in hex digits; of several, of their sums */
    struct left_out *left_out; /* for each kind that a page has */
    size_t left_out_count;
    struct story *stories;
    size_t story_count; /* 0 in an article that stands alone */
};

/* ---- The script: how it is said --------------------------- src/reading/ */

/* What is heard after a word, by the punctuation that stands there. */
enum mark {
    MARK_NONE,
    MARK_JOINT, /* no punctuation: a joint of syntax (vi_phrase.c) */
    MARK_ITEM,  /* a comma between the items of a list (vi_phrase.c) */
    MARK_COMMA,
    MARK_DASH, /* also brackets and quotation marks that part the phrase */
    MARK_SEMICOLON,
    MARK_COLON,
    MARK_STOP, /* this and all below end a sentence */
    MARK_ELLIPSIS,
    MARK_QUESTION,
    MARK_EXCLAMATION,
    MARK_COUNT
};

/* How a word stands out from what is around it. */
enum delivery {
    DELIVERY_PLAIN,
    DELIVERY_FOCUS, /* a figure, or a name that was not said before */
    DELIVERY_QUOTED,
    DELIVERY_ASIDE, /* in brackets */
    DELIVERY_COUNT
};

/* One thing as written ("27/5") and as spoken ("hai mươi bảy tháng năm"). */
struct word {
    str written; /* a view into the text of its block */
    str spoken;  /* syllables, one space between them (words/spoken.h) */
    str shown;   /* the same for the eye: foreign words in their own spelling */
    const char *rule; /* the rule that read it, a name of grammar/rules.c */
    const struct entry *entry; /* of a word list, that gave it; or NULL */
    bool unsure;            /* the reading is a guess: listed, fails --strict */
    enum mark mark;         /* after the word */
    enum delivery delivery; /* speech/delivery.c */
};

/* The unit of synthesis, of the marks, of the encoding. */
struct sentence {
    size_t block;              /* of the article */
    enum role role;            /* of the block */
    bool opens, closes;        /* it is the first, the last of its block */
    const struct voice *voice; /* speech/cast.c; NULL: that of the edition */
    str written;               /* a view into the text of its block */
    struct word *words;
    size_t word_count; /* at least one */
};

/* Written text that is not read, with the reason. */
struct skip {
    size_t block;
    str written; /* a view into the text of its block */
    const char *reason;
};

struct chapter {
    str title;             /* one line, as written */
    size_t first_sentence; /* index into the sentences of the script */
    unsigned level;        /* 1; 2 inside a story */
};

struct script {
    struct sentence *sentences; /* to be read by script_sentence */
    size_t sentence_count;
    struct chapter *chapters; /* the first starts at sentence 0 */
    size_t chapter_count;     /* 0 without chapters */
    struct skip *skips;
    size_t skip_count;
    struct depot *depot; /* that it lies in; NULL: in memory */
};

/* ---- The takes: how it sounds --------------- src/speech/ and src/sound/ */

/* All sound between the engine and the containers: mono, at this rate. espeak's
 * voice ends at 11 kHz; Opus takes 24 kHz as it is, WAV doubles it. */
#define AUDIO_RATE_HZ 24000

/* The rate that Ogg Opus counts in, and that of the WAV. */
#define OPUS_RATE_HZ 48000

/* One Opus packet: 20 ms. Sentences start on this grid. */
#define PACKET_SAMPLES 480

/* Where a word sounds, in samples from the start of its take. */
struct interval {
    uint32_t start, end;
};

/* One sentence, spoken, levelled and encoded. The bulk lies in the spool. */
struct take {
    struct interval *words; /* one for each word of the sentence */
    uint32_t sample_count;  /* of sound; the packets may run on in silence */
    uint32_t packet_count;
    int64_t samples_at; /* offset in the spool: int16_t each, native order */
    int64_t packets_at; /* offset: uint16_t length, then the bytes, each */
    uint32_t packets_bytes;
    int64_t energies_at; /* offset: float each, of the packets with sound */
    uint32_t lost_words; /* words that the engine failed on, silent here */
    bool pieced;         /* spoken in pieces: the engine failed on the whole */
    float true_peak;     /* of the samples; 1.0 is full scale */
    float packets_peak;  /* the same of what a decoder makes of the packets */
};

/* ---- The timeline: when ------------------------- src/sound/timeline.c */

/* What other sounds take of the time, whole packets: at the start, before each
 * story or part, and at the end. */
struct room {
    uint64_t before, between, after;
};

/* All times in samples at AUDIO_RATE_HZ from the start of the edition. */
struct timeline {
    uint64_t *sentences;  /* where each take starts: a whole packet */
    uint64_t *chapters;   /* where each chapter starts: a whole second */
    size_t chapter_count; /* of those laid so far: in the end, all */
    uint64_t total;       /* length of the edition; 0 until all is laid */
    struct room room;
};

/* How the edition came to a length that was asked for. - src/recording/slot.c
 */
struct fit {
    uint64_t samples; /* that length, at AUDIO_RATE_HZ; 0: none was asked */
    double rate_wpm;  /* that it is spoken at */
    double pauses;    /* its pauses, as a share of the voice's own */
    size_t left_out;  /* so many paragraphs or stories */
    double natural_s; /* how long it would have been by itself */
};

struct arena;

/* ---- The edition: everything, constant ------- src/format/, src/output/ */

struct loudness {
    double integrated_lufs; /* of the takes as they are, before gain_db;
                             * -HUGE_VAL when too short to be measured */
    double true_peak_dbtp;  /* likewise, of samples and packets */
    double samples_dbtp;    /* of the samples alone */
    double momentary_lufs, short_term_lufs; /* the loudest, likewise */
    double range_lu;                        /* EBU Tech 3342 */
    double target_lufs;
    double gain_db; /* to be applied to every sample by the output */
};

/* In which the documents about an edition speak for themselves. */
enum language { LANGUAGE_VI, LANGUAGE_EN, LANGUAGE_COUNT };

/* How radio wants its WAV, and what its playout is told of it. */
struct airing {
    bool wide;                /* samples of 24 bits, not 16 */
    bool dual_mono;           /* the same on two channels */
    str cut, starts, expires; /* cut id; dates as of an article, or empty */
};

struct format; /* format/format.h */

/* A picture as it comes from a file (format/picture.c). */
struct picture {
    str bytes;
    const char *type; /* "image/png" or "image/jpeg"; NULL: there is none */
    uint32_t width, height;
};

/* What is heard, one behind another, silence between: the takes; or, with
 * music, pieces of a mix of both (recording/furniture.c). */
struct parts {
    const struct take *takes; /* their words mean nothing here */
    const uint64_t *starts;   /* whole packets */
    size_t count;
};

struct edition {
    const struct article *article;
    const struct script *script;
    const struct take *takes; /* one for each sentence */
    const struct timeline *timeline;
    struct parts parts;
    struct loudness loudness;
    struct fit fit;
    struct airing airing;
    struct picture cover; /* for formats that hold one */
    double ceiling_dbtp;  /* no peak of the sound is above it */
    unsigned mp3_kbps;    /* of an MP3 at a constant rate; 0: it varies */
    bool epub_words;      /* an EPUB is highlighted word by word */
    bool epub_opus;       /* its sound is Ogg Opus, not MP3 */
    str identity;         /* stays when the article is corrected; hex digits */
    uint32_t revision;    /* from 1; one more for every change */
    str voice;            /* name of the voice file */
    str settings;         /* what else the sound was made with, one line */
    str engine;           /* name and version of what spoke */
    str encoder;          /* what encoded the packets, for OpusTags */
    str name;             /* of its files, without folder and suffix */
    const struct format *const *formats; /* of its files */
    size_t format_count;
    enum language language;
    const struct edition *also; /* the same script in another voice, or NULL */
    int spool;                  /* file descriptor that the takes lie in */
    struct depot *depot; /* the same of article, script and words of the takes:
                            base/depot.h */
    struct shelf *shelf; /* format/shelf.h; NULL: none */
    uint32_t opus_lookahead; /* encoder delay, samples at 48 kHz */
    double opus_loss_db;     /* packets are so much softer than the samples */
    str silence_packet;      /* one encoded packet of digital silence */
    const struct live *live; /* NULL when all takes are there */
};

/* An edition that is sent while its takes come, one after another. All return
 * false when the work ended, with the error that it was given. */
struct live {
    /* The first packets of the first take, as in the spool; empty when they
     * come no sooner than the whole. */
    bool (*begin)(void *context, str *packets);
    /* Makes sure that script and timeline are there: before it only the first
     * sentence is known. */
    bool (*go_on)(void *context);
    /* Makes sure that this take is there, and the timeline up to the next. */
    bool (*wait)(void *context, size_t sentence);
    void *context;
};

#endif
