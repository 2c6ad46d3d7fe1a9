#!/bin/bash
# Real pages of papers, where the shared data lie beside the project: what is
# read of them, measured against what a person marked.
# shellcheck source=tests/tap.sh
. "$(dirname "$0")/tap.sh"
shared=$root/../shared
judge=$shared/tools/score_articles.py

# at_least NAME VALUE LEAST
at_least() {
    [ "$(jq -n "${2:-0} >= $3")" = true ]
    ok $? "$1" || note "got:  $2" "least: $3"
}

# figure NAME: its value in the judge's report
figure() {
    sed -n "s/.*\\b$1[= ]\\([0-9./]*\\).*/\\1/p" report | head -n 1
}

# page FOLDER F1
pages() {
    if [ ! -d "$shared/data/pages/$1" ]; then
        skip "pages of $1" 'no shared data beside the project'
        return
    fi
    python3 "$judge" pages "$shared/data/pages/$1" --baonoi "$BAONOI" > report
    at_least "pages of $1: F1" "$(sed 's/|.*//' report | sed -n 's/.*F1=\([0-9.]*\).*/\1/p')" "$2"
}

pages wcxb 0.95
pages vn 0.99
if [ -s report ]; then
    is 'exactly the text of every page' "$(sed -n 's/.* acc=\([0-9.]*\).*/\1/p' report | head -n 1)" 1.000
    is 'all titles' "$(figure title)" 13/13
    at_least 'authors' "$(figure author | cut -d/ -f1)" 11
    is 'no chrome is read' "$(figure 'chrome leaks')" 0/52
    is 'section pages are refused' "$(figure 'non-articles refused')" 6/6
    is 'nothing fails' "$(figure failures)" 0
fi
finish
