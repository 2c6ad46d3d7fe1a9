/* The options that radio asks for: length, music, dates, its WAV. */
#include "cli/table.h"

/* In the order of enum shorten_by. */
static const char *const priority_names[] = {"all", "paragraphs", "stories",
                                             NULL};
static const char *const bits_names[] = {"16", "24", NULL};

const struct option table_radio[] = {
    {
        .section = "Radio",
        .name = "duration",
        .kind = OPTION_TEXT,
        .argument = "TIME",
        .place = OPTION_PLACE(duration),
        .commands = FOR_MAKE,
        .help = "make it exactly so long, as 14:55 or 1:02:03.5, by the rate "
                "of the voice and its pauses; a text that does not fit is "
                "refused, with the time it needs",
    },
    {
        .name = "duration-max",
        .kind = OPTION_TEXT,
        .argument = "TIME",
        .place = OPTION_PLACE(duration_max),
        .commands = FOR_MAKE,
        .help = "make it no longer than that",
    },
    {
        .name = "priority",
        .kind = OPTION_CHOICE,
        .argument = "WHAT",
        .place = OPTION_PLACE(priority),
        .choices = priority_names,
        .otherwise = "all",
        .commands = FOR_MAKE,
        .help = "when a text is too long for its duration: refuse it (all), or "
                "leave out paragraphs or stories, the last ones first, never "
                "the lead",
    },
    {
        .name = "bulletin",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(bulletin),
        .commands = FOR_MAKE,
        .help = "say between the stories of an --edition or a feed that the "
                "next one comes; a chapter for each",
    },
    {
        .name = "dateline",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(dateline),
        .commands = FOR_MAKE,
        .help = "say the day and the time of the edition",
    },
    {
        .name = "intro",
        .kind = OPTION_TEXT,
        .argument = "FILE",
        .argument_kind = ARGUMENT_FILE,
        .place = OPTION_PLACE(intro),
        .commands = FOR_MAKE,
        .help = "a sound that opens the edition, at its loudness",
    },
    {
        .name = "outro",
        .kind = OPTION_TEXT,
        .argument = "FILE",
        .argument_kind = ARGUMENT_FILE,
        .place = OPTION_PLACE(outro),
        .commands = FOR_MAKE,
        .help = "a sound that closes it",
    },
    {
        .name = "sting",
        .kind = OPTION_TEXT,
        .argument = "FILE",
        .argument_kind = ARGUMENT_FILE,
        .place = OPTION_PLACE(sting),
        .commands = FOR_MAKE,
        .help =
            "a sound before each of several articles, or before each heading",
    },
    {
        .name = "bed",
        .kind = OPTION_TEXT,
        .argument = "FILE",
        .argument_kind = ARGUMENT_FILE,
        .place = OPTION_PLACE(bed),
        .commands = FOR_MAKE,
        .help = "music under the speech, 18 dB lower while something is said",
    },
    {
        .name = "date",
        .kind = OPTION_TEXT,
        .argument = "DATE",
        .place = OPTION_PLACE(date),
        .commands = FOR_MAKE,
        .help = "of the edition, as 14/5/2024 8:30 or 2024-05-14T08:30, in "
                "place of the article's",
    },
    {
        .name = "wav-bits",
        .kind = OPTION_CHOICE,
        .argument = "BITS",
        .place = OPTION_PLACE(wav_bits),
        .choices = bits_names,
        .otherwise = "16",
        .commands = FOR_MAKE,
        .help = "of a sample of a WAV",
    },
    {
        .name = "dual-mono",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(dual_mono),
        .commands = FOR_MAKE,
        .help = "a WAV of two channels, together as loud as the one",
    },
    {
        .name = "cut",
        .kind = OPTION_TEXT,
        .argument = "ID",
        .place = OPTION_PLACE(cut),
        .commands = FOR_MAKE,
        .help = "what playout calls it (cart chunk of a WAV); without it the "
                "id of the manifest",
    },
    {
        .name = "starts",
        .kind = OPTION_TEXT,
        .argument = "DATE",
        .place = OPTION_PLACE(starts),
        .commands = FOR_MAKE,
        .help = "when playout may begin to air it; without it the date of the "
                "edition",
    },
    {
        .name = "expires",
        .kind = OPTION_TEXT,
        .argument = "DATE",
        .place = OPTION_PLACE(expires),
        .commands = FOR_MAKE,
        .help = "when playout airs it no more",
    },
    {.name = NULL, .more = table_general},
};
