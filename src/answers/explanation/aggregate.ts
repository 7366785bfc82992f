/**
 * All automated decisions about a person in twelve months, summed up: how they went, and what counted how often.
 * Flow:    assemble.ts → here → law (when this is permitted).
 * Promise: only under a law that knows it and only above its number of uses; it stands beside the single explanations
 *          and never replaces one.
 * Source:  11 CCR 7222(j); docs/law.md 3.6, 10.27.
 */
import { aggregateRuleFor, aggregateWindow, dayOf } from '../../law/law.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { DecisionAnswer, FactorAnswer } from '../decision/decision-answer.ts';
import type { Reader } from '../reader.ts';
import type { AggregateAnswer, AggregateFactor } from './explanation-answer.ts';

/** Whether so many decisions may be summed up at all; whoever gathers them asks before opening any. */
export const mayBeSummedUp = ({
  regimes,
  now,
  uses,
}: {
  readonly regimes: readonly string[];
  readonly now: number;
  readonly uses: number;
}): boolean => aggregateRuleFor({ regimes, day: dayOf(now), uses }) !== undefined;

/** Where the window of an aggregate answer begins. */
export const twelveMonthsBefore = aggregateWindow;

interface AggregateMaterial {
  readonly reader: Reader;
  readonly regimes: readonly string[];
  readonly now: number;
  /** The explained decisions of the person within `aggregateWindow(now)`. */
  readonly decisions: readonly DecisionAnswer[];
}

function factorOf(feature: string, counted: readonly FactorAnswer[], reader: Reader): AggregateFactor {
  const against = counted.filter(({ direction }) => direction === 'against').length;
  const helped = counted.length - against;
  const label = counted[0]?.label ?? feature;
  const averageStrength = Math.round(counted.reduce((sum, { strength }) => sum + strength, 0) / counted.length);
  const words = reader.say('explanation.aggregate.factor', { label, against, for: helped });
  return { feature, label, against, for: helped, averageStrength, words };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}

export function aggregateOf({ reader, regimes, now, decisions }: AggregateMaterial): AggregateAnswer | null {
  // What a person really decided is no use of such technology (11 CCR 7001(e)).
  const uses = decisions.filter(({ solelyAutomated }) => solelyAutomated);
  const rule = aggregateRuleFor({ regimes, day: dayOf(now), uses: uses.length });
  if (rule === undefined) return null;
  const outcomes = grouped(uses, ({ what, outcome }) => `${what}: ${outcome}`);
  const factors = grouped(
    uses.flatMap((each) => each.factors),
    ({ feature }) => feature,
  );
  return {
    uses: uses.length,
    from: timeOf(aggregateWindow(now)),
    to: timeOf(now),
    rule: rule.source,
    title: reader.say('explanation.aggregate.title'),
    words: reader.say('explanation.aggregate', { count: uses.length }),
    outcomes: outcomes.map(([outcome, { length: count }]) => ({
      outcome,
      count,
      words: reader.say('explanation.aggregate.outcome', { outcome, count }),
    })),
    factors: factors.map(([feature, counted]) => factorOf(feature, counted, reader)),
  };
}
