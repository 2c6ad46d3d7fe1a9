/* What playout systems read of a WAV: the chunks `bext` (EBU Tech 3285
 * version 2) and `cart` (AES46-2002), through libsndfile.
 *
 * They are read as Latin-1 or as ASCII: Vietnamese stands there without its
 * marks. */
#ifndef BAONOI_FORMAT_BROADCAST_H
#define BAONOI_FORMAT_BROADCAST_H

#include <sndfile.h>

#include "edition.h"

/* The most that both add to a header. */
#define BROADCAST_BYTES 4096

/* libsndfile adds to the coding history what it writes. */
void broadcast_bext(SF_BROADCAST_INFO *bext, const struct edition *edition);

void broadcast_cart(SF_CART_INFO *cart, const struct edition *edition);

#endif
