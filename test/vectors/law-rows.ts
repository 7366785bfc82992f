/**
 * Written down a second time from the laws themselves and never made from src/law: kind, regime, right, rule, levels of
 * verification, source.
 */
const rows = `
ai-explanation|CH|yes|CAL_DAYS(30)|reasonable|FADP 21(1), 25(2)(f); DPO 18
human-review|CH|yes|CAL_DAYS(30)|reasonable|FADP 21(2); policy: the 30 days of DPO 18
third-party-list|CH|yes|CAL_DAYS(30)|reasonable|FADP 25(2)(g); DPO 18 (recipients or their kinds)
third-party-list|BR|yes|CAL_DAYS(15)|reasonable|LGPD 18(VII); policy: the days of 19(II)
restriction|BR|yes|CAL_DAYS(15)|reasonable|LGPD 18(IV); policy: the days of 19(II)
erasure|CA-QC|yes|CAL_DAYS(30)|reasonable|Act P-39.1, ss 28, 28.1 and 32; CCQ 40
access|US-FL|yes|CAL_DAYS(45,60)|reasonable|Fla. Stat. 501.705, 501.706
rectification|US-FL|yes|CAL_DAYS(45,60)|reasonable|Fla. Stat. 501.705, 501.706
erasure|US-FL|yes|CAL_DAYS(45,60)|reasonable|Fla. Stat. 501.705, 501.706
optout-sale-share|US-FL|yes|CAL_DAYS(45,60)|none|Fla. Stat. 501.705, 501.706
optout-profiling|US-FL|yes|CAL_DAYS(45,60)|none|Fla. Stat. 501.705, 501.706
access|US-WA|yes|CAL_DAYS(45,90)|reasonable|My Health My Data Act, RCW 19.373.040
third-party-list|US-WA|yes|CAL_DAYS(45,90)|reasonable|My Health My Data Act, RCW 19.373.040
erasure|US-WA|yes|CAL_DAYS(45,90)|reasonable|My Health My Data Act, RCW 19.373.040 (backups within six months)
dsr-appeal|US-WA|yes|CAL_DAYS(45)|reasonable|My Health My Data Act, RCW 19.373.040(1)(h)
rectification|US-WA|no|CAL_DAYS(45,90)|reasonable|My Health My Data Act, RCW 19.373.040 gives no such right; policy default
optout-sale-share|US-NV|yes|CAL_DAYS(60,90)|none|NRS 603A.345
access|US-NV|yes|CAL_DAYS(45,90)|reasonable|SB 370 (2023), NRS 603A.400–.550
erasure|US-NV|yes|CAL_DAYS(45,90)|reasonable|SB 370 (2023), NRS 603A.400–.550
portability|US-NV|no|CAL_DAYS(45,90)|reasonable|SB 370 (2023), NRS 603A.400–.550 gives no such right; policy default
access|US-IA|yes|CAL_DAYS(90,135)|reasonable|Iowa Code 715D.3
access-categories|US-IA|yes|CAL_DAYS(90,135)|reasonable|Iowa Code 715D.3
portability|US-IA|yes|CAL_DAYS(90,135)|reasonable|Iowa Code 715D.3
erasure|US-IA|yes|CAL_DAYS(90,135)|reasonable|Iowa Code 715D.3
optout-sale-share|US-IA|yes|CAL_DAYS(90,135)|none|Iowa Code 715D.3, 715D.4
optout-profiling|US-IA|no|CAL_DAYS(90,135)|reasonable|Iowa Code 715D.3
dsr-appeal|US-IA|yes|CAL_DAYS(60)|reasonable|the common model of the US state privacy acts (Va. Code 59.1-577)
third-party-list|US-CA|yes|CAL_DAYS(45,90)|reasonable|Cal. Civ. Code 1798.110, 1798.115 (categories); 11 CCR 7021
access|US-CA|yes|CAL_DAYS(45,90)|reasonably-high,account-reauth|Cal. Civ. Code 1798.110; 11 CCR 7024; 11 CCR 7021
optout-admt|US-CA|yes|BUS_DAYS(15)|none|11 CCR 7221
ai-explanation|EU|yes|EU_MONTHS(1,3)|doubt-resolved|GDPR 15(1)(h), 22, 12(3); Regulation 1182/71 Art 3`;

export const cellsOf = (block: string): readonly (readonly string[])[] =>
  block
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

export const frozenRows = cellsOf(rows);
