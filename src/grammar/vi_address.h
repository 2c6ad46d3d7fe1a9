/* What is dialled, typed or sent to: telephone and account numbers, e-mail and
 * web addresses, IP addresses. */
#ifndef BAONOI_GRAMMAR_VI_ADDRESS_H
#define BAONOI_GRAMMAR_VI_ADDRESS_H

#include "grammar/match.h"

rule_reader vi_address_digits; /* any digits, after "hotline", "tài khoản" … */
rule_reader vi_address_emergency; /* 113, where help is called */
rule_reader vi_address_country;   /* the calling code +84 */
rule_reader vi_address_phone;     /* 0912.345.678, 1900 1234, (024) 3825 1234 */
rule_reader vi_address_house;     /* 123/45/6 */
rule_reader vi_address_ip;        /* 192.168.1.1 */
rule_reader vi_address_domain;    /* .vn */
rule_reader vi_address_hashtag;
rule_reader vi_address_path;   /* what follows it, when too long to be said */
rule_reader vi_address_handle; /* @ten.99 */
rule_reader vi_address_web;    /* www.example.vn, ten@example.vn */

#endif
