/* What is dialled, typed or sent to: telephone and account numbers, e-mail and
 * web addresses, IP addresses. */
#ifndef BAONOI_READING_VI_ADDRESS_H
#define BAONOI_READING_VI_ADDRESS_H

#include "reading/rules.h"

/* Phrases after which any number is read digit by digit. */
extern const char vi_address_heads[];

rule_reader vi_address_digits; /* any digits, after one of the heads */
rule_reader vi_address_phone;  /* 0912.345.678, 1900 1234, (024) 3825 1234 */
rule_reader vi_address_ip;     /* 192.168.1.1 */
rule_reader vi_address_web;    /* www.example.vn, ten@example.vn */

#endif
