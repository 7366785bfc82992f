/**
 * Within how many hours an authority is told of a breach, by the law that the company stands under.
 * Flow:    commands/breach, answers/breach → here → calendar.ts.
 * Promise: hours of the clock from the moment in which the company knew, whatever the zone, the weekend or the change
 *          to summer time; a law without a row has no hours, and the register says so.
 * Source:  GDPR 33(1); UK GDPR 33(1); docs/law.md 2.6.
 */
import { HOURS } from './calendar.ts';
import { fallsUnder } from './law.ts';

interface BreachRow {
  readonly regime: string;
  readonly hours: number;
  readonly source: string;
}

const rows: readonly BreachRow[] = [
  { regime: 'EU', hours: 72, source: 'GDPR 33(1)' },
  { regime: 'UK', hours: 72, source: 'UK GDPR 33(1)' },
];

interface BreachClock {
  readonly regime: string;
  readonly rule: string;
  readonly source: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
}

/** The clock of each law that has one, in the order of the laws that were named. */
export const breachClocks = (noticedAt: number, regimes: readonly string[]): readonly BreachClock[] =>
  regimes.flatMap((regime) =>
    rows
      .filter((row) => fallsUnder(regime, row.regime))
      .map(({ hours, source }) => ({ regime, rule: `HOURS(${hours})`, source, dueAt: HOURS(noticedAt, hours) })),
  );

/** The first that ends; none where no law has hours. */
export function breachDueAt(noticedAt: number, regimes: readonly string[]): number | undefined {
  const ends = breachClocks(noticedAt, regimes).map(({ dueAt }) => dueAt);
  return ends.length === 0 ? undefined : Math.min(...ends);
}
