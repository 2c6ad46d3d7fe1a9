/* The text of a word processor's document: the XML inside DOCX and ODT. */
#ifndef BAONOI_PAGE_OFFICE_H
#define BAONOI_PAGE_OFFICE_H

#include "page/collect.h"

/* Adds the lines of word/document.xml, or of content.xml. */
void office_docx(struct collector *to, str xml, struct arena *mem);
void office_odt(struct collector *to, str xml, struct arena *mem);

#endif
