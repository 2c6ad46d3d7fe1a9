/* Document codes by their grammar: the number, the year, the type of document,
 * then who issued it. "168/2024/NĐ-CP", "154-QĐ/BCĐ", "43/2024/QH15". */
#ifndef BAONOI_GRAMMAR_VI_CODE_H
#define BAONOI_GRAMMAR_VI_CODE_H

#include "grammar/match.h"

rule_reader vi_code_document; /* its number and year */
rule_reader vi_code_numbered; /* "Thông tư 02/2022": the number and the year */
rule_reader vi_code_zero;     /* "Chỉ thị 05": "không năm" */
rule_reader vi_code_suffix;   /* its type and issuers, after these */
rule_reader vi_code_letters;  /* "NĐ-CP", without a number */
rule_reader vi_code_standard;    /* 9001:2015, after ISO, TCVN … */
rule_reader vi_code_advisory;    /* CVE-2025-33053 */
rule_reader vi_code_runway;      /* 25L */
rule_reader vi_code_aircraft;    /* the 737 of Boeing */
rule_reader vi_code_plate;       /* 29A-123.45 */
rule_reader vi_code_boat;        /* BĐ 97654 TS */
rule_reader vi_code_spelled;     /* VN 661 of a flight */
rule_reader vi_code_certificate; /* BM 512334 of a title deed */
rule_reader vi_code_dotted;      /* V.07.01.02 of a rank */
rule_reader vi_code_long;        /* "4f7a9c1e03b2": sign by sign */
rule_reader vi_code_serial;      /* the digits of MH370 */

#endif
