/* The style and the script of the page: player.css and player.js beside this
 * file, as they are. */
#ifndef BAONOI_WEB_ASSETS_H
#define BAONOI_WEB_ASSETS_H

#include "base/str.h"

str assets_style(void);
str assets_script(void);

/* Of the report: report.css and report.js. */
str assets_report_style(void);
str assets_report_script(void);

#endif
