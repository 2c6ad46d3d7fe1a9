/* The style and the script of the page: player.css and player.js beside this
 * file, as they are. */
#ifndef BAONOI_WEB_ASSETS_H
#define BAONOI_WEB_ASSETS_H

#include "base/str.h"

str assets_style(void);
str assets_script(void);

#endif
