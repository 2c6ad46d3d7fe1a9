/* Where the announcer comes from: the words that differ stand in a table of
 * vi_number.c. */
#ifndef BAONOI_TOKENS_REGION_H
#define BAONOI_TOKENS_REGION_H

enum region { REGION_BAC, REGION_TRUNG, REGION_NAM, REGION_COUNT };

#endif
