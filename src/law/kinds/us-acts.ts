/**
 * Which US states have a privacy act, since when, and which of the acts cover some companies or some data only; the
 * other states give none of these rights of their own.
 * Flow:    request-kinds.ts, rights.ts → here.
 * Promise: a right of the common model MUST NOT be claimed in a state whose act is not in force; where an act covers
 *          little, whoever claims a right under it says so.
 * Source:  docs/law.md 3.7.
 */
import { type Dated, rowInForce } from '../dated.ts';

interface Act extends Dated {
  /** It covers large platforms, health data or sale only: a right under it is told with "if this law covers you". */
  readonly isNarrow?: true;
}

const act = (effectiveFrom: string, source: string): readonly Act[] => [{ effectiveFrom, source, checked: 'memory' }];
const narrow = (effectiveFrom: string, source: string): readonly Act[] => [
  { effectiveFrom, source, checked: 'memory', isNarrow: true },
];

const stateActs: Readonly<Record<string, readonly Act[]>> = {
  'US-CA': act('2020-01-01', 'CCPA'),
  'US-NV': narrow('2021-10-01', 'NRS 603A.300–.360 (sale); SB 370 (consumer health data, 2024-03-31)'),
  'US-WA': narrow('2024-03-31', 'My Health My Data Act, RCW 19.373 (consumer health data)'),
  'US-FL': narrow('2024-07-01', 'Florida Digital Bill of Rights, Fla. Stat. 501.701 (very large platforms)'),
  'US-VA': act('2023-01-01', 'VCDPA'),
  'US-CO': act('2023-07-01', 'Colorado Privacy Act'),
  'US-CT': act('2023-07-01', 'CTDPA'),
  'US-UT': act('2023-12-31', 'UCPA'),
  'US-TX': act('2024-07-01', 'TDPSA'),
  'US-OR': act('2024-07-01', 'OCPA'),
  'US-MT': act('2024-10-01', 'MCDPA'),
  'US-DE': act('2025-01-01', 'DPDPA'),
  'US-IA': act('2025-01-01', 'ICDPA'),
  'US-NE': act('2025-01-01', 'NDPA'),
  'US-NH': act('2025-01-01', 'RSA 507-H'),
  'US-NJ': act('2025-01-15', 'NJDPA'),
  'US-TN': act('2025-07-01', 'TIPA'),
  'US-MN': act('2025-07-31', 'MCDPA, Minn. Stat. 325M'),
  'US-MD': act('2025-10-01', 'MODPA'),
  'US-IN': act('2026-01-01', 'INCDPA'),
  'US-KY': act('2026-01-01', 'KCDPA'),
  'US-RI': act('2026-01-01', 'RIDTPPA'),
  'US-OK': act('2027-01-01', 'OCDPA'),
};

/**
 * True outside the United States too; `US` alone is the company's own choice to keep the common model for everybody
 * there.
 */
export const hasPrivacyAct = (regime: string, day: string): boolean =>
  !regime.startsWith('US-') || rowInForce(stateActs[regime], day) !== undefined;

/** Does the act of this state cover some companies or some data only? */
export const coversFew = (regime: string, day: string): boolean =>
  rowInForce(stateActs[regime], day)?.isNarrow === true;
