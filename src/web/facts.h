/* What search engines and assistants are told of an edition: schema.org in
 * JSON-LD (https://schema.org/NewsArticle, AudioObject,
 * SpeakableSpecification). */
#ifndef BAONOI_WEB_FACTS_H
#define BAONOI_WEB_FACTS_H

#include "base/error.h"
#include "base/io.h"
#include "edition.h"

/* A <script type="application/ld+json">. */
bool facts_write(struct sink *sink, const struct edition *edition,
                 struct arena mem, struct error *err);

#endif
