/* Titles as names of files that every file system can hold, FAT too. */
#ifndef BAONOI_ACCESS_FILENAME_H
#define BAONOI_ACCESS_FILENAME_H

#include "base/str.h"

/* The most that a title takes of a name: two UTF-16 units or three bytes for
 * each character at the worst stay below the 255 of FAT and of Linux, with room
 * for a number, a suffix and the folders of Windows' 260. */
#define FILENAME_TITLE_UNITS 80
#define FILENAME_TITLE_BYTES 220

/* Adds a title, in NFC, as the middle of a name, behind a number: without the
 * characters that FAT and NTFS keep for themselves, with single spaces, ending
 * in neither a space nor a full stop; a longer one is cut between words.
 * Nothing when nothing is left of it. */
void filename_add(struct buf *out, str title);

/* Whether a name is DIGITS + " - " + anything + suffix. */
bool filename_is_numbered(str name, str suffix);

#endif
