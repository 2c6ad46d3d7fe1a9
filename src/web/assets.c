/* The style and the script of the page, which the Makefile makes into bytes. */
#include "web/assets.h"

static const char style[] = {
#include "web/player.css.inc"
};

static const char script[] = {
#include "web/player.js.inc"
};

static const char report_style[] = {
#include "web/report.css.inc"
};

static const char report_script[] = {
#include "web/report.js.inc"
};

str assets_style(void)
{
    return (str){style, sizeof style};
}

str assets_script(void)
{
    return (str){script, sizeof script};
}

str assets_report_style(void)
{
    return (str){report_style, sizeof report_style};
}

str assets_report_script(void)
{
    return (str){report_script, sizeof report_script};
}
