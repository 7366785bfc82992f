/**
 * When an answer about many decisions together may stand for the single ones: after more than four uses in twelve
 * months.
 * Flow:    answers/explanation → here.
 * Promise: a dated row; four uses are never enough, and no other law knows this way of answering.
 * Source:  11 CCR 7222(j); docs/law.md 3.6, 10.27.
 */
import { aYearBefore } from '../vocabulary/instant.ts';
import { type Dated, rowInForce } from './dated.ts';
import { anyFallsUnder } from './regimes.ts';

interface AggregateRule extends Dated {
  readonly regimes: readonly string[];
  /** Uses within twelve months have to be more than this. */
  readonly above: number;
}

const rules: readonly AggregateRule[] = [
  { regimes: ['US-CA'], above: 4, effectiveFrom: '2026-01-01', source: '11 CCR 7222(j)', checked: 'notes' },
];

interface AggregateQuestion {
  readonly regimes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Uses of automated decision-making on this person, within the window that ends on that day. */
  readonly uses: number;
}

/** The rule that permits an aggregate answer, or undefined where each decision has to be answered on its own only. */
export function aggregateRuleFor({ regimes, day, uses }: AggregateQuestion): { readonly source: string } | undefined {
  const rule = rowInForce(rules, day);
  if (rule === undefined || uses <= rule.above) return undefined;
  return anyFallsUnder(regimes, rule.regimes) ? { source: rule.source } : undefined;
}

/** The beginning of the twelve months that end now. */
export const aggregateWindow = (now: number): number => aYearBefore(now);
