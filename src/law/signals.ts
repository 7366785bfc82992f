/**
 * Where a privacy signal of the browser (Global Privacy Control) is an opt-out of sale and sharing.
 * Flow:    evaluation (the signal of a person) → here.
 * Promise: a signal MUST NOT become an act of the person under a law that does not know it.
 * Source:  docs/law.md 3.7 (opt-out signals); 11 CCR 7025.
 */
import { type Dated, type DatedByRegime, dayOf } from './dated.ts';
import { ruleFor } from './regimes.ts';

const known = (effectiveFrom: string, source: string, checked: Dated['checked'] = 'notes'): readonly Dated[] => [
  { effectiveFrom, source, checked },
];

/**
 * From the first day on which a law of the state makes whoever sells or shares data follow such a signal. Each of them
 * lets a consent that is given later, in the knowledge of the signal, go before it.
 */
const rows: DatedByRegime = {
  'US-CA': known('2023-03-29', '11 CCR 7025(b), (c)', 'law'),
  'US-CO': known('2024-07-01', 'C.R.S. 6-1-1306(1)(a)(IV); 4 CCR 904-3, Rules 5.02 to 5.09'),
  'US-CT': known('2025-01-01', 'Conn. Gen. Stat. 42-520(e)(1)(A)(ii)'),
  'US-TX': known('2025-01-01', 'Tex. Bus. & Com. Code 541.055(e)'),
  'US-MT': known('2025-01-01', 'Mont. Code 30-14-2812'),
  'US-NE': known('2025-01-01', 'Neb. Rev. Stat. 87-1110'),
  'US-NH': known('2025-01-01', 'RSA 507-H:6'),
  'US-NJ': known('2025-07-15', 'N.J.S.A. 56:8-166.11'),
  'US-MN': known('2025-07-31', 'Minn. Stat. 325M.14'),
  'US-MD': known('2025-10-01', 'Md. Code, Com. Law 14-4707'),
  'US-OR': known('2026-01-01', 'ORS 646A.578'),
  'US-DE': known('2026-01-01', '6 Del. C. 12D-106'),
};

/** Everything dated here, by regime: lawChangesAfter reads it. */
export const signalRows: readonly DatedByRegime[] = [rows];

/** Is the signal an opt-out of sale and sharing under this body of law, on that instant (epoch milliseconds)? */
export const knowsSignal = (regime: string, on: number): boolean => ruleFor(rows, regime, dayOf(on)) !== undefined;
