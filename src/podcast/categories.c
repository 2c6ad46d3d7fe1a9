/* The categories of Apple Podcasts ("Apple Podcasts categories", for creators).
 */
#include "podcast/categories.h"

#include <stddef.h>

/* Each with those below it, commas between. */
static const struct category {
    const char *name, *below;
} categories[] = {
    {"Arts", "Books,Design,Fashion & Beauty,Food,Performing Arts,Visual Arts"},
    {"Business", "Careers,Entrepreneurship,Investing,Management,Marketing,"
                 "Non-Profit"},
    {"Comedy", "Comedy Interviews,Improv,Stand-Up"},
    {"Education", "Courses,How To,Language Learning,Self-Improvement"},
    {"Fiction", "Comedy Fiction,Drama,Science Fiction"},
    {"Government", ""},
    {"Health & Fitness", "Alternative Health,Fitness,Medicine,Mental Health,"
                         "Nutrition,Sexuality"},
    {"History", ""},
    {"Kids & Family", "Education for Kids,Parenting,Pets & Animals,"
                      "Stories for Kids"},
    {"Leisure", "Animation & Manga,Automotive,Aviation,Crafts,Games,Hobbies,"
                "Home & Garden,Video Games"},
    {"Music", "Music Commentary,Music History,Music Interviews"},
    {"News", "Business News,Daily News,Entertainment News,News Commentary,"
             "Politics,Sports News,Tech News"},
    {"Religion & Spirituality", "Buddhism,Christianity,Hinduism,Islam,Judaism,"
                                "Religion,Spirituality"},
    {"Science", "Astronomy,Chemistry,Earth Sciences,Life Sciences,Mathematics,"
                "Natural Sciences,Nature,Physics,Social Sciences"},
    {"Society & Culture", "Documentary,Personal Journals,Philosophy,"
                          "Places & Travel,Relationships"},
    {"Sports", "Baseball,Basketball,Cricket,Fantasy Sports,Football,Golf,"
               "Hockey,Rugby,Running,Soccer,Swimming,Tennis,Volleyball,"
               "Wilderness,Wrestling"},
    {"TV & Film", "After Shows,Film History,Film Interviews,Film Reviews,"
                  "TV Reviews"},
    {"Technology", ""},
    {"True Crime", ""},
};

static bool has_below(str list, str sub)
{
    while (list.len > 0)
        if (str_eq(str_cut(list, ',', &list), sub))
            return true;
    return false;
}

bool categories_have(str name, str sub)
{
    for (size_t i = 0; i < sizeof categories / sizeof categories[0]; i++)
        if (str_eq(name, str_from(categories[i].name)))
            return sub.len == 0 ||
                   has_below(str_from(categories[i].below), sub);
    return false;
}
