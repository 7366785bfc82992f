/**
 * Which legal basis a purpose may publish for a regime.
 * Flow:    commands (PUT purpose, `basis-not-in-regime`) and evaluation → here.
 * Promise: a basis that a regime does not know MUST NOT be publishable there.
 * Source:  docs/design.md 7; GDPR 6; UK GDPR 6(1)(ea); the US state laws named in the rows.
 */
import { type Dated, dayOf, rowInForce } from './dated.ts';
import { anyFallsUnder, fallsUnder } from './regimes.ts';

interface NotAllowed extends Dated {
  readonly basis: string;
  readonly regimes: readonly string[];
}

/** Opting out is no basis where the law asks for a reason before the use. */
const notAllowed: readonly NotAllowed[] = [
  { basis: 'opt-out', regimes: ['EU', 'UK'], effectiveFrom: '2018-05-25', source: 'GDPR 6(1)', checked: 'law' },
  { basis: 'opt-out', regimes: ['BR'], effectiveFrom: '2020-09-18', source: 'LGPD 7', checked: 'memory' },
  {
    basis: 'opt-out',
    regimes: ['CA-QC'],
    effectiveFrom: '2023-09-22',
    source: 'Act P-39.1, ss 12 and 14',
    checked: 'memory',
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

/** Does this regime want an opt-in before sensitive data is used, on that instant (epoch milliseconds)? */
export function wantsOptInForSensitive(regime: string, on: number): boolean {
  const rows = sensitiveOptIn.filter((row) => row.regime === regime);
  return rowInForce(rows, dayOf(on)) !== undefined;
}

/** May a purpose publish this basis for this regime? `on` is epoch milliseconds. */
export function basisAllowedIn(
  regime: string,
  basis: string,
  purpose: { readonly sensitive?: boolean; readonly on: number },
): boolean {
  if (basis === 'recognised-legitimate-interests') return fallsUnder(regime, 'UK');
  const rows = notAllowed.filter((row) => row.basis === basis && anyFallsUnder([regime], row.regimes));
  if (rowInForce(rows, dayOf(purpose.on)) !== undefined) return false;
  return !(basis === 'opt-out' && purpose.sensitive === true && wantsOptInForSensitive(regime, purpose.on));
}
