/**
 * Which legal basis a purpose may rest on in a regime, and what to take where it may not.
 * Flow:    commands (PUT purpose, `basis-not-in-regime`) and evaluation (`no-legal-basis`) → here.
 * Promise: a basis that a regime does not know MUST NOT be publishable there, and what was published earlier allows
 *          nothing.
 * Source:  docs/law.md 3.10; GDPR 6; UK GDPR 6(1)(ea); the US state laws named in
 *          the rows.
 */
import type { LegalBasis } from '../vocabulary/basis.ts';
import { type Dated, type DatedByRegime, dayOf, rowInForce } from './dated.ts';
import { anyFallsUnder } from './regimes.ts';

interface NotAllowed extends Dated {
  readonly bases: readonly LegalBasis[];
  readonly regimes: readonly string[];
  /** What that law knows instead, the nearest first. */
  readonly instead: readonly LegalBasis[];
}

const weighing = ['legitimate-interests', 'recognised-legitimate-interests'] as const;

/**
 * Opting out is no basis where the law asks for a reason before the use. Canada, Québec and India ask for consent but
 * for a closed list of cases, in which nobody weighs interests; the British list is the British one.
 */
const notAllowed: readonly NotAllowed[] = [
  {
    bases: ['opt-out'],
    regimes: ['EU', 'UK'],
    instead: ['consent', 'contract', 'legitimate-interests'],
    effectiveFrom: '2018-05-25',
    source: 'GDPR 6(1)',
    checked: 'law',
  },
  {
    bases: ['opt-out'],
    regimes: ['BR'],
    instead: ['consent', 'contract', 'legitimate-interests'],
    effectiveFrom: '2020-09-18',
    source: 'LGPD 7',
    checked: 'memory',
  },
  {
    bases: ['opt-out', 'contract', 'public-task', ...weighing],
    regimes: ['CA-QC'],
    instead: ['consent', 'explicit-consent', 'legal-obligation'],
    effectiveFrom: '2004-01-01',
    source: 'Act P-39.1, ss 12, 14 and 18',
    checked: 'memory',
  },
  {
    bases: ['public-task', ...weighing],
    regimes: ['CA'],
    instead: ['consent', 'opt-out', 'legal-obligation'],
    effectiveFrom: '2004-01-01',
    source: 'PIPEDA Sch. 1 cl. 4.3, s 7',
    checked: 'memory',
  },
  {
    bases: ['opt-out', 'contract', ...weighing],
    regimes: ['IN'],
    instead: ['consent', 'legal-obligation'],
    effectiveFrom: '2018-05-25',
    source: 'DPDP Act 2023, ss 4, 6 and 7 (a closed list of certain legitimate uses)',
    checked: 'memory',
  },
  {
    bases: ['recognised-legitimate-interests'],
    regimes: ['EU', 'US', 'BR', 'CH'],
    instead: ['legitimate-interests', 'consent'],
    effectiveFrom: '2018-05-25',
    source: 'UK GDPR 6(1)(ea) and Annex 1: the United Kingdom alone',
    checked: 'law',
  },
  {
    bases: ['recognised-legitimate-interests'],
    regimes: ['UK'],
    instead: ['legitimate-interests', 'consent'],
    effectiveFrom: '2018-05-25',
    until: '2026-02-05',
    source: 'UK GDPR 6(1)(ea) and Annex 1, in force with SI 2026/82',
    checked: 'law',
  },
];

interface SensitiveRow extends Dated {
  readonly regime: string;
}
const wantsOptIn = (regime: string, effectiveFrom: string, source: string): SensitiveRow => ({
  regime,
  effectiveFrom,
  source,
  checked: 'memory',
});

/**
 * The US states that want consent before sensitive data is used. California limits the use after the fact instead;
 * Utah and Iowa ask for a notice and a way to opt out.
 */
const sensitiveOptIn: readonly SensitiveRow[] = [
  wantsOptIn('US-VA', '2023-01-01', 'Va. Code 59.1-578(A)(5)'),
  wantsOptIn('US-CO', '2023-07-01', 'C.R.S. 6-1-1308(7)'),
  wantsOptIn('US-CT', '2023-07-01', 'Conn. Gen. Stat. 42-520(a)(4)'),
  wantsOptIn('US-WA', '2024-03-31', 'RCW 19.373.030 (consumer health data)'),
  wantsOptIn('US-NV', '2024-03-31', 'NRS 603A.495, SB 370 (consumer health data)'),
  wantsOptIn('US-FL', '2024-07-01', 'Fla. Stat. 501.71(2)(d)'),
  wantsOptIn('US-TX', '2024-07-01', 'Tex. Bus. & Com. Code 541.101(b)(2)'),
  wantsOptIn('US-OR', '2024-07-01', 'ORS 646A.578(2)(b)'),
  wantsOptIn('US-MT', '2024-10-01', 'Mont. Code 30-14-2812(2)(b)'),
  wantsOptIn('US-DE', '2025-01-01', '6 Del. C. 12D-106(a)(4)'),
  wantsOptIn('US-NE', '2025-01-01', 'Neb. Rev. Stat. 87-1112'),
  wantsOptIn('US-NH', '2025-01-01', 'RSA 507-H:6(I)(d)'),
  wantsOptIn('US-NJ', '2025-01-15', 'N.J.S.A. 56:8-166.12(a)(4)'),
  wantsOptIn('US-TN', '2025-07-01', 'Tenn. Code 47-18-3305'),
  wantsOptIn('US-MN', '2025-07-31', 'Minn. Stat. 325M.16'),
  wantsOptIn('US-MD', '2025-10-01', 'Md. Code, Com. Law 14-4707 (strictly necessary only)'),
  wantsOptIn('US-IN', '2026-01-01', 'Ind. Code 24-15-4-1(5)'),
  wantsOptIn('US-KY', '2026-01-01', 'KRS 367.3617'),
  wantsOptIn('US-RI', '2026-01-01', 'R.I. Gen. Laws 6-48.1-4'),
  wantsOptIn('US-OK', '2027-01-01', 'Oklahoma OCDPA (Virginia model)'),
];

const optInRowFor = (regime: string, on: number): SensitiveRow | undefined =>
  rowInForce(
    sensitiveOptIn.filter((row) => row.regime === regime),
    dayOf(on),
  );

/** Does this regime want an opt-in before sensitive data is used, on that instant (epoch milliseconds)? */
export const wantsOptInForSensitive = (regime: string, on: number): boolean => optInRowFor(regime, on) !== undefined;

interface OfPurpose {
  readonly sensitive?: boolean;
  /** Epoch milliseconds. */
  readonly on: number;
}

/** Everything dated here, by regime: lawChangesAfter reads it. */
export const basisRows: readonly DatedByRegime[] = [
  ...notAllowed.map((row) => Object.fromEntries(row.regimes.map((regime) => [regime, [row]]))),
  ...sensitiveOptIn.map((row) => ({ [row.regime]: [row] })),
];

const optIn: readonly LegalBasis[] = ['consent', 'explicit-consent'];

/** The row that a basis fails on: its place in the law, and the nearest bases that hold; nothing where it holds. */
export function basisFault(
  regime: string,
  basis: LegalBasis,
  { sensitive, on }: OfPurpose,
): Pick<NotAllowed, 'source' | 'instead'> | undefined {
  const rows = notAllowed.filter((row) => row.bases.includes(basis) && anyFallsUnder([regime], row.regimes));
  const row = rowInForce(rows, dayOf(on));
  if (row !== undefined) return row;
  if (basis !== 'opt-out' || sensitive !== true) return undefined;
  const wants = optInRowFor(regime, on);
  return wants === undefined ? undefined : { source: wants.source, instead: optIn };
}

/** May a purpose rest on this basis in this regime? The one rule, for publishing and for the evaluation. */
export const basisAllowedIn = (regime: string, basis: LegalBasis, purpose: OfPurpose): boolean =>
  basisFault(regime, basis, purpose) === undefined;
