/* The style and the script of the page, which the Makefile makes into bytes. */
#include "web/assets.h"

static const char style[] = {
#include "web/player.css.inc"
};

static const char script[] = {
#include "web/player.js.inc"
};

str assets_style(void)
{
    return (str){style, sizeof style};
}

str assets_script(void)
{
    return (str){script, sizeof script};
}
