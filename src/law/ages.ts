/**
 * From which age a person decides alone: consent to online services, and opting in to the sale of data.
 * Flow:    evaluation (the rows of consent and of the opt-in for minors) → here.
 * Promise: where a State's own age is not certain the stricter general age stands; no rule means `undefined`.
 * Source:  GDPR 8; UK GDPR 8; COPPA; Cal. Civ. Code 1798.120(c); docs/law.md 3.3, 3.5.
 */
import { type Dated, type DatedByRegime, dayOf } from './dated.ts';
import { ruleFor } from './regimes.ts';

interface AgeRow extends Dated {
  readonly age: number;
}

const row = (age: number, effectiveFrom: string, source: string): AgeRow => ({
  age,
  effectiveFrom,
  source,
  checked: 'memory',
});

/** Below this age a parent consents to an online service. Member States may go down to 13; those left out keep 16. */
const consentAges: Readonly<Record<string, readonly AgeRow[]>> = {
  EU: [row(16, '2018-05-25', 'GDPR 8(1)')],
  'EU-AT': [row(14, '2018-05-25', 'Datenschutzgesetz 4(4)')],
  'EU-BE': [row(13, '2018-09-05', 'Act of 30 July 2018, Art 7')],
  'EU-BG': [row(14, '2019-03-02', 'Personal Data Protection Act 25c')],
  'EU-CY': [row(14, '2018-07-31', 'Law 125(I)/2018, s 8')],
  'EU-CZ': [row(15, '2019-04-24', 'Act 110/2019, s 7')],
  'EU-DK': [
    row(13, '2018-05-25', 'Databeskyttelsesloven 6(2)'),
    row(15, '2024-01-01', 'Databeskyttelsesloven 6(2) as amended 2023'),
  ],
  'EU-EE': [row(13, '2019-01-15', 'Isikuandmete kaitse seadus 8')],
  'EU-ES': [row(14, '2018-12-07', 'LOPDGDD 7')],
  'EU-FI': [row(13, '2019-01-01', 'Tietosuojalaki 1050/2018, s 5')],
  'EU-FR': [row(15, '2018-06-22', 'Loi Informatique et Libertés 45')],
  'EU-GR': [row(15, '2019-08-29', 'Law 4624/2019, Art 21')],
  'EU-IT': [row(14, '2018-09-19', 'Codice privacy 2-quinquies')],
  'EU-LT': [row(14, '2018-07-16', 'Law on Legal Protection of Personal Data 6')],
  'EU-LV': [row(13, '2018-07-05', 'Personal Data Processing Law 33')],
  'EU-MT': [row(13, '2018-05-28', 'S.L. 586.11')],
  'EU-PT': [row(13, '2019-08-09', 'Lei 58/2019, Art 16')],
  'EU-SE': [row(13, '2018-05-25', 'Lag 2018:218, ch 2 s 4')],
  'EU-SI': [row(15, '2023-01-26', 'ZVOP-2, Art 8')],
  UK: [row(13, '2018-05-25', 'UK GDPR 8(1); DPA 2018 s 9')],
  US: [row(13, '2000-04-21', '16 CFR 312 (COPPA)')],
  BR: [row(12, '2020-09-18', 'LGPD 14(1); ECA 2')],
  CA: [row(13, '2018-05-24', 'OPC guidelines for obtaining meaningful consent')],
  'CA-QC': [row(14, '2023-09-22', 'Act respecting the protection of personal information in the private sector 4.1')],
  IN: [row(18, '2027-05-13', 'DPDP Act 2023, s 9')],
};

/** The age below which a parent must consent to an online service in this regime; `on` is epoch milliseconds. */
export const minorAge = (regime: string, on: number): number | undefined =>
  ruleFor(consentAges, regime, dayOf(on))?.age;

/**
 * Below `below` a sale or sharing of data needs an opt-in, below `parentBelow` one by a parent; below `bannedBelow`
 * none helps.
 */
interface OptInAges {
  readonly below: number;
  readonly parentBelow: number;
  readonly bannedBelow: number;
}
type OptInRow = Dated & OptInAges;

const ages = (below: number, effectiveFrom: string, source: string): OptInRow => ({
  below,
  parentBelow: 13,
  bannedBelow: 0,
  effectiveFrom,
  source,
  checked: 'memory',
});

/** No opt-in helps below this age: the sale is forbidden. */
const banned = (row: OptInRow): OptInRow => ({ ...row, bannedBelow: row.below });

/** A known child under 13 is covered everywhere by COPPA; the States listed go further for teenagers. */
const optInRows: Readonly<Record<string, readonly OptInRow[]>> = {
  US: [ages(13, '2000-04-21', '16 CFR 312 (COPPA)')],
  'US-CA': [{ ...ages(16, '2020-01-01', 'Cal. Civ. Code 1798.120(c); 11 CCR 7070, 7071'), checked: 'law' }],
  'US-CT': [
    ages(16, '2023-07-01', 'Conn. Gen. Stat. 42-520(a)(7)'),
    banned(ages(18, '2026-07-01', 'Conn. SB 1295 (2025)')),
  ],
  'US-DE': [ages(18, '2025-01-01', '6 Del. C. 12D-106(a)(7)')],
  'US-MD': [banned(ages(18, '2025-10-01', 'Md. Code, Com. Law 14-4707(a)'))],
  'US-MN': [ages(17, '2025-07-31', 'Minn. Stat. 325M.16')],
  'US-MT': [ages(16, '2024-10-01', 'Mont. Code 30-14-2812')],
  'US-NH': [ages(16, '2025-01-01', 'RSA 507-H:6')],
  'US-NJ': [ages(17, '2025-01-15', 'N.J.S.A. 56:8-166.12')],
  'US-OR': [
    ages(16, '2024-07-01', 'ORS 646A.578'),
    banned(ages(16, '2026-01-01', 'ORS 646A.578 as amended by HB 2008 (2025)')),
  ],
};

/** Everything dated here, by regime: lawChangesAfter reads it. */
export const ageRows: readonly DatedByRegime[] = [consentAges, optInRows];

/** The ages for opting in to sale or sharing in this regime, or nothing where the regime has no such rule. */
export function optInAges(regime: string, on: number): OptInAges | undefined {
  const found = ruleFor(optInRows, regime, dayOf(on));
  return found === undefined
    ? undefined
    : { below: found.below, parentBelow: found.parentBelow, bannedBelow: found.bannedBelow };
}

const youngestOf: Readonly<Record<string, number>> = { 'under-13': 0, '13-15': 13, '16-17': 16, adult: 18 };

/**
 * Might a person of this age band be younger than `age`? An unknown band is taken for an adult, which the answer names
 * as an assumption.
 */
export const mayBeUnder = (ageBand: string | undefined, age: number): boolean =>
  (youngestOf[ageBand ?? 'adult'] ?? 18) < age;
