/**
 * Every clock, date and number of the law, written down a second time from the laws themselves and never made from
 * src/law.
 * Flow:    here → test/law/numbers.test.ts.
 * Source:  docs/law.md 1, 2.1, 3.7.
 */
import { cellsOf } from './law-rows.ts';

/**
 * Laws, kinds of request, first day, clock, clock of the acknowledgement, whether it is a right. The newest row on a
 * day counts; the own row of a state goes before that of the United States.
 */
export const clocks = cellsOf(`
EU|access,access-categories,third-party-list,ai-explanation,human-review|2018-05-25|EU_MONTHS(1,3)|-|yes
EU|rectification,erasure,restriction,portability,objection,complaint|2018-05-25|EU_MONTHS(1,3)|-|yes
UK|access,access-categories,third-party-list,ai-explanation,human-review|2018-05-25|UK_MONTHS(1,3)|-|yes
UK|rectification,erasure,restriction,portability,objection|2018-05-25|UK_MONTHS(1,3)|-|yes
UK|complaint|2026-06-19|UK_MONTHS(1,3)|CAL_DAYS(29)|yes
EU,UK|objection-marketing,consent-withdrawal|2018-05-25|IMMEDIATE|-|yes
US-CA|access,access-categories,portability,third-party-list|2023-03-29|CAL_DAYS(45,90)|BUS_DAYS(10)|yes
US-CA|rectification,erasure|2023-03-29|CAL_DAYS(45,90)|BUS_DAYS(10)|yes
US-CA|sensitive-accuracy-check|2026-01-01|CAL_DAYS(45,90)|BUS_DAYS(10)|yes
US-CA|ai-explanation,human-review|2027-01-01|CAL_DAYS(45,90)|BUS_DAYS(10)|yes
US-CA|optout-sale-share|2020-01-01|BUS_DAYS(15)|-|yes
US-CA|limit-sensitive|2023-01-01|BUS_DAYS(15)|-|yes
US-CA|optout-admt|2023-01-01|BUS_DAYS(15)|-|no
US-CA|optout-admt|2027-01-01|BUS_DAYS(15)|-|yes
US-CA|dsr-appeal,optout-profiling|2023-01-01|CAL_DAYS(45,90)|-|no
US|access,access-categories,portability,rectification,erasure|2023-01-01|CAL_DAYS(45,90)|-|yes
US|optout-sale-share,optout-profiling,complaint|2023-01-01|CAL_DAYS(45,90)|-|yes
US|dsr-appeal|2023-01-01|CAL_DAYS(60)|-|yes
US-CO|dsr-appeal|2023-07-01|CAL_DAYS(45,105)|-|yes
US-CO|ai-explanation,human-review|2027-01-01|CAL_DAYS(45,90)|-|yes
US-MN|dsr-appeal|2025-07-31|CAL_DAYS(45,105)|-|yes
US-MN|ai-explanation,human-review|2025-07-31|CAL_DAYS(45,90)|-|yes
US-CT|ai-explanation,human-review,third-party-list|2026-07-01|CAL_DAYS(45,90)|-|yes
US-OR,US-NJ|dsr-appeal|2023-01-01|CAL_DAYS(45)|-|yes
US-OR,US-MN|third-party-list|2023-01-01|CAL_DAYS(45,90)|-|yes
US-UT|dsr-appeal,rectification,optout-profiling|2023-01-01|CAL_DAYS(45,90)|-|no
US-UT|rectification|2026-07-01|CAL_DAYS(45,90)|-|yes
US-IA|access,access-categories,portability,erasure|2025-01-01|CAL_DAYS(90,135)|-|yes
US-IA|optout-sale-share,complaint|2025-01-01|CAL_DAYS(90,135)|-|yes
US-IA|rectification,optout-profiling|2023-01-01|CAL_DAYS(90,135)|-|no
US-FL|access,access-categories,portability,rectification,erasure|2024-07-01|CAL_DAYS(45,60)|-|yes
US-FL|optout-sale-share,optout-profiling|2024-07-01|CAL_DAYS(45,60)|-|yes
US-WA|access,access-categories,third-party-list,erasure|2024-03-31|CAL_DAYS(45,90)|-|yes
US-WA|dsr-appeal|2024-03-31|CAL_DAYS(45)|-|yes
US-WA|rectification,portability,optout-profiling,optout-sale-share|2023-01-01|CAL_DAYS(45,90)|-|no
US-NV|optout-sale-share|2021-10-01|CAL_DAYS(60,90)|-|yes
US-NV|rectification,portability,optout-profiling|2021-10-01|CAL_DAYS(45,90)|-|no
US-NV|access,access-categories,third-party-list,erasure,dsr-appeal|2021-10-01|CAL_DAYS(45,90)|-|no
US-NV|access,access-categories,third-party-list,erasure|2024-03-31|CAL_DAYS(45,90)|-|yes
US-NV|dsr-appeal|2024-03-31|CAL_DAYS(45)|-|yes
BR|access,access-categories,rectification,erasure,portability,restriction|2020-09-18|CAL_DAYS(15)|-|yes
BR|ai-explanation,human-review,third-party-list,complaint|2020-09-18|CAL_DAYS(15)|-|yes
CA|access,rectification|2004-01-01|CAL_DAYS(30,60)|-|yes
CA|complaint|2004-01-01|CAL_DAYS(30)|-|yes
CA-QC|access,rectification,erasure,ai-explanation,human-review,complaint|2023-09-22|CAL_DAYS(30)|-|yes
CA-QC|portability|2024-09-22|CAL_DAYS(30)|-|yes
CH|access,rectification,erasure,portability,complaint|2023-09-01|CAL_DAYS(30)|-|yes
CH|ai-explanation,human-review,third-party-list|2023-09-01|CAL_DAYS(30)|-|yes
IN|access,rectification,erasure,complaint|2027-05-13|CAL_DAYS(30)|-|yes
US,BR,CA,CA-QC,CH,IN|consent-withdrawal|2018-05-25|IMMEDIATE|-|yes`);

/** The clock of each law for what it has no rule of its own for. */
export const generalClocks = cellsOf(`
EU|EU_MONTHS(1,3)|-
UK|UK_MONTHS(1,3)|-
US|CAL_DAYS(45,90)|-
US-CA|CAL_DAYS(45,90)|BUS_DAYS(10)
US-IA|CAL_DAYS(90,135)|-
BR|CAL_DAYS(15)|-
CA|CAL_DAYS(30,60)|-
CA-QC|CAL_DAYS(30)|-
CH|CAL_DAYS(30)|-
IN|CAL_DAYS(30)|-`);

/** State, the first day of its privacy act. Before it, and in every other state, there are no rights of one. */
export const acts = new Map(
  cellsOf(`
US-CA|2020-01-01
US-NV|2021-10-01
US-VA|2023-01-01
US-CO|2023-07-01
US-CT|2023-07-01
US-UT|2023-12-31
US-WA|2024-03-31
US-FL|2024-07-01
US-TX|2024-07-01
US-OR|2024-07-01
US-MT|2024-10-01
US-DE|2025-01-01
US-IA|2025-01-01
US-NE|2025-01-01
US-NH|2025-01-01
US-NJ|2025-01-15
US-TN|2025-07-01
US-MN|2025-07-31
US-MD|2025-10-01
US-IN|2026-01-01
US-KY|2026-01-01
US-RI|2026-01-01
US-OK|2027-01-01`) as readonly (readonly [string, string])[],
);

/** What begins or ends, where, and the first day on which it is so. `-` before a day: it ends then. */
export const beginnings = cellsOf(`
one answer about more than four|US-CA|2026-01-01
notice before a decision|US-CA|2027-01-01
told that a machine decided|CA-QC|2023-09-22
told that a machine decided|CH|2023-09-01
children spared|EU|2018-05-25
children spared|UK|2018-05-25
notice of an outcome against a person|US-CO|2027-01-01
signal is an opt-out|US-CA|2023-03-29
signal is an opt-out|US-CO|2024-07-01
signal is an opt-out|US-CT|2025-01-01
signal is an opt-out|US-TX|2025-01-01
signal is an opt-out|US-MT|2025-01-01
signal is an opt-out|US-NE|2025-01-01
signal is an opt-out|US-NH|2025-01-01
signal is an opt-out|US-NJ|2025-07-15
signal is an opt-out|US-MN|2025-07-31
signal is an opt-out|US-MD|2025-10-01
signal is an opt-out|US-OR|2026-01-01
signal is an opt-out|US-DE|2026-01-01
yes before sensitive data|US-VA|2023-01-01
yes before sensitive data|US-CO|2023-07-01
yes before sensitive data|US-CT|2023-07-01
yes before sensitive data|US-WA|2024-03-31
yes before sensitive data|US-NV|2024-03-31
yes before sensitive data|US-FL|2024-07-01
yes before sensitive data|US-TX|2024-07-01
yes before sensitive data|US-OR|2024-07-01
yes before sensitive data|US-MT|2024-10-01
yes before sensitive data|US-DE|2025-01-01
yes before sensitive data|US-NE|2025-01-01
yes before sensitive data|US-NH|2025-01-01
yes before sensitive data|US-NJ|2025-01-15
yes before sensitive data|US-TN|2025-07-01
yes before sensitive data|US-MN|2025-07-31
yes before sensitive data|US-MD|2025-10-01
yes before sensitive data|US-IN|2026-01-01
yes before sensitive data|US-KY|2026-01-01
yes before sensitive data|US-RI|2026-01-01
yes before sensitive data|US-OK|2027-01-01
no use on opt-out|EU|2018-05-25
no use on opt-out|UK|2018-05-25
no use on opt-out|BR|2020-09-18
no use on opt-out|CA-QC|2004-01-01
no use on opt-out|IN|2018-05-25
no use on contract|CA-QC|2004-01-01
no use on contract|IN|2018-05-25
no use on public-task|CA-QC|2004-01-01
no use on public-task|CA|2004-01-01
no use on legitimate-interests|CA-QC|2004-01-01
no use on legitimate-interests|CA|2004-01-01
no use on legitimate-interests|IN|2018-05-25
no use on recognised-legitimate-interests|CA-QC|2004-01-01
no use on recognised-legitimate-interests|CA|2004-01-01
no use on recognised-legitimate-interests|IN|2018-05-25
no use on recognised-legitimate-interests|EU|2018-05-25
no use on recognised-legitimate-interests|US|2018-05-25
no use on recognised-legitimate-interests|BR|2018-05-25
no use on recognised-legitimate-interests|CH|2018-05-25
no use on recognised-legitimate-interests|UK|2018-05-25
no use on recognised-legitimate-interests|UK|-2026-02-05
wait for a proof of identity|UK|2018-05-25
wait for a proof of identity|EU|2018-05-25
wait for a mandate|UK|2018-05-25
wait for a fee|UK|2018-05-25
wait for a clarification|UK|2018-05-25
complaint to an authority|EU|2018-05-25
complaint to an authority|UK|2018-05-25
complaint to an authority|US-CA|2020-01-01
complaint to an authority|US|2023-01-01
complaint to an authority|BR|2020-09-18
complaint to an authority|CA|2004-01-01
complaint to an authority|CA-QC|2023-09-22
complaint to an authority|CH|2023-09-01
complaint to an authority|IN|2027-05-13
answer about AI, gdpr-15-1-c|EU|2018-05-25
answer about AI, gdpr-15-1-c|UK|2018-05-25
answer about AI, gdpr-15-1-d|EU|2018-05-25
answer about AI, gdpr-15-1-d|UK|2018-05-25
answer about AI, gdpr-15-1-g|EU|2018-05-25
answer about AI, gdpr-15-1-g|UK|2018-05-25
answer about AI, gdpr-15-1-h|EU|2018-05-25
answer about AI, gdpr-15-1-h|UK|2018-05-25
answer about AI, gdpr-13|EU|2018-05-25
answer about AI, gdpr-13|UK|2018-05-25
answer about AI, gdpr-22-3|EU|2018-05-25
answer about AI, uk-gdpr-22c|UK|2026-02-05
answer about AI, ai-act-50|EU|2026-08-02
answer about AI, ai-act-86|EU|2027-12-02
answer about AI, ccpa-7220-c|US-CA|2027-01-01
answer about AI, ccpa-7222-b|US-CA|2027-01-01
answer about AI, co-rule-9-03|US-CO|2023-07-01
answer about AI, co-sb-26-189|US-CO|2027-01-01
answer about AI, mn-325m-14-g|US-MN|2025-07-31
answer about AI, ct-sb-1295|US-CT|2026-07-01
answer about AI, qc-12-1|CA-QC|2023-09-22
answer about AI, ch-21|CH|2023-09-01
answer about AI, ch-25|CH|2023-09-01
answer about AI, br-18|BR|2020-09-18
answer about AI, br-20|BR|2020-09-18`);

/** The grounds for refusing that are newer than the GDPR. */
export const grounds = new Map(
  cellsOf(`
ca-admt-human-appeal|2023-01-01
ca-admt-hiring-admission|2023-01-01
ca-admt-work-allocation|2023-01-01
co-human-involved|2023-07-01
co-not-commercially-reasonable|2027-01-01
uk-reasonable-proportionate-search|2026-02-05
not-solely-automated|2026-02-05
no-significant-effect|2026-02-05
ai-act-86-2-exception|2027-12-02
ai-act-86-3-other-union-right|2027-12-02`) as readonly (readonly [string, string])[],
);

/** What an answer must hold, by the law that asks for it: law as its source begins, laws of the person, first day. */
export const listed = cellsOf(`
GDPR|EU,UK|2018-05-25
DPA 2018|UK|2026-06-19
UK GDPR|UK|2026-02-05
AI Act|EU|2027-12-02
Cal. Civ. Code|US-CA|2020-01-01
11 CCR|US-CA|2023-03-29
Minn. Stat.|US-MN|2025-07-31
Conn. SB 1295|US-CT|2026-07-01
Colo. SB 26-189|US-CO|2027-01-01
state privacy acts|US|2023-01-01
Act P-39.1|CA-QC|2023-09-22`);

/** What California asks for since its newer regulations: list, member of the answer, first day. */
export const listedLater = cellsOf(`
ca-know|period|2026-01-01
ca-correct|sources|2026-01-01
ca-opt-out|confirmation|2026-01-01
ai-use|factors|2027-01-01
ai-use|humanInvolvement|2027-01-01
ai-use|noRetaliation|2027-01-01
human-review|statementHeard|2027-01-01`);

/** Every number (but 0 and 1) and every day that stands in a file of src/law. What is here has cases on both sides. */
export const inFiles = cellsOf(`
aggregate-answer.ts|4|2026-01-01
answer-rules.ts||2018-05-25 2020-09-18 2023-07-01 2023-09-01 2023-09-22 2025-07-31 2026-02-05 2026-07-01 2026-08-02 2027-01-01 2027-12-02
bases.ts||2004-01-01 2018-05-25 2020-09-18 2023-01-01 2023-07-01 2024-03-31 2024-07-01 2024-10-01 2025-01-01 2025-01-15 2025-07-01 2025-07-31 2025-10-01 2026-01-01 2026-02-05 2027-01-01
breach-clocks.ts|72|
calendar.ts|6|
denials/california.ts||2023-01-01
denials/gdpr-use.ts||2026-02-05 2027-12-02
denials/gdpr.ts||2026-02-05
denials/row.ts||2018-05-25
denials/us-states.ts||2023-07-01 2027-01-01
empty-words.ts|4 20|
explanation-checklist.ts|2 3|
human-involvement.ts|30000 60000|
kinds/california.ts|10 15 45 90|2020-01-01 2023-01-01 2023-03-29 2026-01-01 2027-01-01
kinds/defaults.ts|3 10 15 30 45 60 90 135|1970-01-01
kinds/elsewhere.ts|15 30 60|2004-01-01 2018-05-25 2020-09-18 2023-09-01 2023-09-22 2024-09-22 2027-05-13
kinds/europe.ts|3 29|2018-05-25 2026-06-19
kinds/us-acts.ts||2020-01-01 2021-10-01 2023-01-01 2023-07-01 2023-12-31 2024-03-31 2024-07-01 2024-10-01 2025-01-01 2025-01-15 2025-07-01 2025-07-31 2025-10-01 2026-01-01 2027-01-01
kinds/us-narrow.ts|45 60 90|2021-10-01 2023-01-01 2024-03-31 2024-07-01
kinds/us-states.ts|45 60 90 105 135|2023-01-01 2023-07-01 2025-01-01 2025-07-31 2026-07-01 2027-01-01
lists/california.ts||2020-01-01 2023-03-29 2026-01-01
lists/gdpr.ts||2018-05-25 2026-06-19
lists/several-laws.ts||2018-05-25 2023-01-01 2023-03-29 2023-09-22 2025-07-31 2026-02-05 2026-07-01 2027-01-01 2027-12-02
notices.ts|18 30|2018-05-25 2023-09-01 2023-09-22 2027-01-01
pauses.ts||2018-05-25
protected-features.ts||2000-01-01
rights.ts||2004-01-01 2018-05-25 2020-01-01 2020-09-18 2023-01-01 2023-09-01 2023-09-22 2027-05-13
signals.ts||2023-03-29 2024-07-01 2025-01-01 2025-07-15 2025-07-31 2025-10-01 2026-01-01
verification.ts|2 3|`);

/** Days and numbers in sentences of src/law. */
export const inWords = cellsOf(`
kinds/elsewhere.ts|15 days,30 days
lists/california.ts|1 January 2022
rights.ts|30 days`);

/** What is compared whole by a test of its own. */
export const wholeElsewhere = new Map([
  ['ages.ts', 'test/law/ages.test.ts'],
  ['holidays.ts', 'test/law/holidays.test.ts'],
  ['holidays/americas.ts', 'test/law/holidays.test.ts'],
  ['holidays/britain.ts', 'test/law/holidays.test.ts'],
  ['holidays/europe.ts', 'test/law/holidays.test.ts'],
  ['holidays/germany.ts', 'test/law/holidays.test.ts'],
]);
