/* Every option but those of table_radio.c and table_general.c: what it is
 * called, where its value goes, what it is for. */
#include "cli/table.h"

#include "cli/preset.h"
#include "speech/voice.h"

/* In the order of enum chapter_mode, enum region and enum language. */
static const char *const chapter_names[] = {"auto", "heading", "paragraph",
                                            "none", "article", NULL};
static const char *const report_names[] = {"none", "text", "html", "json",
                                           NULL};
static const char *const region_names[] = {"bac", "trung", "nam", NULL};
static const char *const language_names[] = {"vi", "en", NULL};

/* In the order of polish_table. */
static const char *const sound_names[] = {"natural", "clear", "loudspeaker",
                                          NULL};

/* In the order of encoder_table. */
static const char *const quality_names[] = {"fast", "balanced", "small", NULL};

/* In the order of mp3_rates. */
static const char *const mp3_names[] = {"64", "96", "128", "vbr", NULL};

static const char *const sync_names[] = {"sentence", "word", NULL};
static const char *const audio_names[] = {"mp3", "opus", NULL};

#define FOR_SOUND (FOR_MAKE | FOR_VOICES)
#define FOR_READING (FOR_MAKE | FOR_TEXT | FOR_VOICES)

const struct option table_options[] = {
    {
        .section = "Files",
        .name = "output",
        .letter = 'o',
        .kind = OPTION_TEXT,
        .argument = "OUT",
        .argument_kind = ARGUMENT_FILE,
        .place = OPTION_PLACE(output),
        .commands = FOR_MAKE,
        .help = "where the edition goes: a folder, a file (talk.opus; without "
                "-f only that), or a name to which the suffixes are added; - "
                "is standard output",
    },
    {
        .name = "format",
        .letter = 'f',
        .kind = OPTION_TEXT,
        .argument = "FORMAT,...",
        .argument_kind = ARGUMENT_FORMATS,
        .place = OPTION_PLACE(formats),
        .commands = FOR_SOUND,
        .help = "the files to make; opus,wav where nothing names others",
    },
    {
        .name = "for",
        .kind = OPTION_CHOICE,
        .argument = "USE",
        .place = OPTION_PLACE(preset),
        .choices = preset_names,
        .commands = FOR_MAKE,
        .help = "what the edition is for: sets the options that this use "
                "needs, where they are not given",
    },
    {
        .name = "edition",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(edition),
        .commands = FOR_MAKE | FOR_TEXT,
        .help = "make one edition of all articles, in this order, with a "
                "chapter for each, and for each item of a feed",
    },
    {
        .name = "title",
        .kind = OPTION_TEXT,
        .argument = "TITLE",
        .place = OPTION_PLACE(title),
        .commands = FOR_MAKE | FOR_TEXT,
        .help = "what the edition of several articles is called; it is read "
                "first",
    },
    {
        .name = "config",
        .kind = OPTION_TEXT,
        .argument = "FILE",
        .argument_kind = ARGUMENT_FILE,
        .place = OPTION_PLACE(config),
        .commands = FOR_FEED,
        .help = "title, author, address and more of the podcast, as key = "
                "value",
    },
    {
        .name = "sample",
        .kind = OPTION_TEXT,
        .argument = "FOLDER",
        .argument_kind = ARGUMENT_FOLDER,
        .place = OPTION_PLACE(sample),
        .commands = FOR_VOICES,
        .help = "make a sample of each voice there",
    },
    {
        .name = "watch",
        .kind = OPTION_TEXT,
        .argument = "FOLDER",
        .argument_kind = ARGUMENT_FOLDER,
        .place = OPTION_PLACE(watch),
        .commands = FOR_MAKE,
        .help = "make an edition of every article in this folder that has "
                "none, and go on with those that are put there or corrected",
    },
    {
        .section = "Reading",
        .name = "voice",
        .kind = OPTION_TEXT,
        .argument = "VOICE",
        .argument_kind = ARGUMENT_VOICE,
        .place = OPTION_PLACE(voice),
        .otherwise = "nam-bac",
        .commands = FOR_MAKE,
        .help = "the voice, by its name (see baonoi voices) or as a path; of "
                "several, commas between, the others are made too, as "
                "NAME.VOICE, and a page lets its listener choose",
    },
    {
        .name = "cast",
        .kind = OPTION_TEXT,
        .argument = "PART=VOICE,...",
        .place = OPTION_PLACE(cast),
        .commands = FOR_MAKE,
        .help = "other voices for title, lead, heading, body, caption, byline "
                "or quote: quotations of five words and more",
    },
    {
        .name = "rate",
        .kind = OPTION_NUMBER,
        .argument = "WPM",
        .place = OPTION_PLACE(rate_wpm),
        .least = VOICE_RATE_LEAST,
        .most = VOICE_RATE_MOST,
        .commands = FOR_SOUND,
        .help = "speed in words a minute, in place of the voice's own",
    },
    {
        .name = "pitch",
        .kind = OPTION_NUMBER,
        .argument = "PERCENT",
        .place = OPTION_PLACE(pitch_percent),
        .least = VOICE_PITCH_LEAST,
        .most = VOICE_PITCH_MOST,
        .commands = FOR_SOUND,
        .help = "pitch; 100 is the voice's own",
    },
    {
        .name = "style",
        .kind = OPTION_TEXT,
        .argument = "STYLE",
        .place = OPTION_PLACE(style),
        .commands = FOR_SOUND,
        .help = "how the voice reads: bright, calm, or a file of your own "
                "with a slash in its path",
    },
    {
        .name = "flat",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(flat),
        .commands = FOR_SOUND,
        .help = "leave out the newsreader's melody, to compare",
    },
    {
        .name = "captions",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(captions),
        .commands = FOR_MAKE | FOR_TEXT,
        .help = "read the captions of pictures too",
    },
    {
        .name = "chapters",
        .kind = OPTION_CHOICE,
        .argument = "HOW",
        .place = OPTION_PLACE(chapters),
        .choices = chapter_names,
        .otherwise = "auto",
        .commands = FOR_MAKE,
        .help = "a chapter for each heading or paragraph; auto takes headings "
                "where there are any; article: only one for each article of "
                "several",
    },
    {
        .name = "region",
        .kind = OPTION_CHOICE,
        .argument = "REGION",
        .place = OPTION_PLACE(region),
        .choices = region_names,
        .otherwise = "bac",
        .commands = FOR_READING,
        .help = "whose words are used where the regions differ",
    },
    {
        .name = "lexicon",
        .kind = OPTION_TEXTS,
        .argument = "FILE",
        .argument_kind = ARGUMENT_FILE,
        .place = OPTION_PLACE(lexicons),
        .commands = FOR_READING,
        .help = "words of your own, written<TAB>spoken, over those that come "
                "with the program; may be given several times",
    },
    {
        .name = "strict",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(strict),
        .commands = FOR_MAKE | FOR_TEXT,
        .help = "fail when a reading is unsure",
    },
    {
        .name = "report",
        .kind = OPTION_CHOICE,
        .argument = "HOW",
        .choices = report_names,
        .place = OPTION_PLACE(report),
        .otherwise = "none",
        .bare = "text",
        .commands = FOR_TEXT,
        .help = "show only what is not read as it is written, by which rule, "
                "and what is not read at all; -f report of make has the times "
                "too",
    },
    {
        .name = "lines",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(lines),
        .commands = FOR_TEXT,
        .help = "read lines from standard input, write each as it is spoken",
    },
    {
        .section = "Sound",
        .name = "sound",
        .kind = OPTION_CHOICE,
        .argument = "SOUND",
        .choices = sound_names,
        .place = OPTION_PLACE(sound),
        .otherwise = "natural",
        .commands = FOR_SOUND,
        .help = "natural; clear, with more presence and less hiss; or "
                "loudspeaker, for horns in the open: the band of speech, "
                "evenly loud",
    },
    {
        .name = "loudness",
        .kind = OPTION_NUMBER,
        .argument = "LUFS",
        .place = OPTION_PLACE(loudness_lufs),
        .least = -36,
        .most = -14,
        .otherwise = "-19",
        .commands = FOR_SOUND,
        .help = "integrated loudness of the whole edition",
    },
    {
        .name = "true-peak",
        .kind = OPTION_NUMBER,
        .argument = "DBTP",
        .place = OPTION_PLACE(true_peak_dbtp),
        .least = -12,
        .most = 0,
        .otherwise = "-1.5",
        .commands = FOR_SOUND,
        .help = "no peak of the sound is above it",
    },
    {
        .name = "quality",
        .kind = OPTION_CHOICE,
        .argument = "QUALITY",
        .choices = quality_names,
        .place = OPTION_PLACE(quality),
        .otherwise = "fast",
        .commands = FOR_SOUND,
        .help = "how Opus is encoded: fast (40 kbit/s), balanced (44: better, "
                "slower) or small (24, the slowest)",
    },
    {
        .name = "bitrate",
        .kind = OPTION_NUMBER,
        .argument = "KBPS",
        .place = OPTION_PLACE(bitrate_kbps),
        .least = 12,
        .most = 160,
        .commands = FOR_SOUND,
        .help = "of Opus, in kbit/s, in place of that of the quality",
    },
    {
        .name = "mp3",
        .kind = OPTION_CHOICE,
        .argument = "RATE",
        .choices = mp3_names,
        .place = OPTION_PLACE(mp3),
        .otherwise = "64",
        .commands = FOR_SOUND,
        .help = "how MP3 is encoded: kbit/s at a constant rate, or vbr, as "
                "many as the sound needs",
    },
    {
        .section = "Books and pages",
        .name = "cover",
        .kind = OPTION_TEXT,
        .argument = "FILE",
        .argument_kind = ARGUMENT_FILE,
        .place = OPTION_PLACE(cover),
        .commands = FOR_MAKE,
        .help = "a picture for what holds one, as MP3 does: PNG or JPEG of at "
                "most 512 KiB",
    },
    {
        .name = "lang",
        .kind = OPTION_CHOICE,
        .argument = "LANGUAGE",
        .place = OPTION_PLACE(language),
        .choices = language_names,
        .otherwise = "vi",
        .commands = FOR_MAKE | FOR_TEXT,
        .help = "in which pages and books say what they say themselves, as on "
                "their buttons",
    },
    {
        .name = "epub-sync",
        .kind = OPTION_CHOICE,
        .argument = "UNIT",
        .choices = sync_names,
        .place = OPTION_PLACE(epub_sync),
        .otherwise = "sentence",
        .commands = FOR_MAKE,
        .help = "what an EPUB highlights while it is read: each sentence or "
                "each word",
    },
    {
        .name = "epub-audio",
        .kind = OPTION_CHOICE,
        .argument = "KIND",
        .choices = audio_names,
        .place = OPTION_PLACE(epub_audio),
        .otherwise = "mp3",
        .commands = FOR_MAKE,
        .help = "the sound in an EPUB: mp3, which every reader plays, or opus",
    },
    {
        .section = "Work",
        .name = "jobs",
        .kind = OPTION_WHOLE,
        .argument = "N",
        .place = OPTION_PLACE(jobs),
        .least = 1,
        .most = 256,
        .commands = FOR_SOUND,
        .help = "sentences spoken at a time; without it one for each processor",
    },
    {
        .name = "cache",
        .kind = OPTION_TEXT,
        .argument = "FOLDER",
        .argument_kind = ARGUMENT_FOLDER,
        .place = OPTION_PLACE(cache),
        .commands = FOR_SOUND,
        .help = "where sentences are kept, so that a corrected article costs "
                "its changed sentences only; without it "
                "$XDG_CACHE_HOME/baonoi",
    },
    {
        .name = "cache-size",
        .kind = OPTION_WHOLE,
        .argument = "MB",
        .place = OPTION_PLACE(cache_mb),
        .least = 1,
        .most = 1000000,
        .otherwise = "1000",
        .commands = FOR_SOUND,
        .help = "how large the cache may grow; the oldest sentences go first",
    },
    {
        .name = "no-cache",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(no_cache),
        .commands = FOR_SOUND,
        .help = "make every sentence anew, and keep none",
    },
    {
        .name = "allow-gaps",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(allow_gaps),
        .commands = FOR_MAKE,
        .help = "write the edition though the engine failed on some words",
    },
    {.name = NULL, .more = table_radio},
};
