/* What an EPUB says of itself: the package document and the contents. */
#ifndef BAONOI_ACCESS_PACKAGE_H
#define BAONOI_ACCESS_PACKAGE_H

#include "access/tracks.h"

/* What all documents of a book need to know. */
struct book {
    const struct edition *edition;
    struct tracks stories;
    bool words;             /* the overlays go by word */
    const char *audio_type; /* media type */
    const char *audio_suffix;
};

/* Where the documents of a story are, in the folder of the package document.
 * Stories count from 0, their files from 001. */
void package_text_name(struct buf *out, size_t story);
void package_overlay_name(struct buf *out, size_t story);
void package_audio_name(struct buf *out, size_t story, const struct book *book);

/* The package document (EPUB 3.3, 5), with metadata of accessibility (EPUB
 * Accessibility 1.1, 2) and of the overlays (EPUB 3.3, 9.3.3). */
void package_add(struct buf *out, const struct book *book);

/* The navigation document (EPUB 3.3, 7): the stories, below them their
 * chapters, and the landmarks. */
void package_add_contents(struct buf *out, const struct book *book);

/* The page of the cover, where the edition has one, and its picture. */
#define PACKAGE_COVER_PAGE "cover.xhtml"
void package_cover_name(struct buf *out, const struct edition *edition);

/* What the edition is known by, through all its revisions: "urn:uuid:..." */
void package_add_identifier(struct buf *out, const struct edition *edition);

/* Name of the book: never empty. */
str package_title(const struct edition *edition);

#endif
