/**
 * The reviews of credit limits in the sample company: what the AI system suggested, why, and what a person made of it.
 * Flow:    company → here → lines of an import.
 * Promise: what counted is named in the order of its weight, with what would have changed the outcome where something would.
 */
import type { Chance } from './chance.ts';
import { type Happening, people } from './year.ts';

const DAY = 86_400_000;

interface Review {
  readonly subject: string;
  readonly at: number;
  /** What is owed on the card, in EUR. */
  readonly balance: number;
  readonly years: number;
  readonly onTime: number;
  readonly checks: number;
}

const input = (name: string, label: string, of: { readonly value: number; readonly category: string; readonly source: string }) => ({ name, label, ...of });

function decisionOf({ subject, at, balance, years, onTime, checks }: Review): Happening {
  const risk = Math.min(0.95, Math.max(0.05, 0.25 + balance / 4000 + checks * 0.08 - onTime * 0.012 - years * 0.02));
  const isRaised = risk < 0.5;
  const factor = (code: string, label: string, of: { readonly direction: 'for' | 'against'; readonly weight: number }) => ({
    code,
    label,
    method: 'linear-contribution',
    ...of,
  });
  const factors = [
    factor('card-balance', 'Card balance near your limit', {
      direction: balance > 900 ? 'against' : 'for',
      weight: Math.round(Math.abs(balance - 900) / 10) / 100,
    }),
    factor('payments-on-time', `${onTime} months of payments on time`, { direction: 'for', weight: Math.round(onTime * 5) / 100 }),
    factor('new-credit-checks', `${checks} new credit checks this year`, { direction: checks > 0 ? 'against' : 'for', weight: Math.round(checks * 25) / 100 }),
    factor('years-with-us', `With this bank for ${years} years`, { direction: 'for', weight: Math.round(years * 6) / 100 }),
  ];
  const line = {
    kind: 'automated-decision',
    subject,
    aiSystem: 'credit-limit',
    purpose: 'credit-limit-review',
    decidedAt: new Date(at).toISOString(),
    what: 'Credit limit',
    outcome: isRaised ? 'raised' : 'not raised',
    adverse: !isRaised,
    aiRole: 'advisory',
    output: { value: Math.round(risk * 100) / 100, scale: 'estimated risk of late payment, 0 to 1', rule: 'a rise is suggested below 0.5' },
    inputs: [
      input('card-balance', 'Card balance in EUR', { value: balance, category: 'payments', source: 'your account' }),
      input('payments-on-time', 'Months of payments on time', { value: onTime, category: 'credit-history', source: 'your account' }),
      input('new-credit-checks', 'New credit checks this year', { value: checks, category: 'credit-history', source: 'your account' }),
      input('years-with-us', 'Years with this bank', { value: years, category: 'credit-history', source: 'your account' }),
    ],
    factors: factors.sort((one, other) => other.weight - one.weight),
    counterfactuals: isRaised ? [] : [{ name: 'card-balance', label: 'Card balance in EUR', from: balance, to: 1200, outcome: 'raised', feasible: true }],
    modelVersion: 'credit-model-7',
    humanInvolvement: { role: 'decided', qualifies: true, whatTheyDid: 'Read the suggestion with all details of the account, and agreed with it.' },
  };
  return { at, line };
}

/** The use of data that the review rests on, a moment before it. */
function useFor({ subject, at }: Review): Happening {
  const occurredAt = new Date(at - 60_000).toISOString();
  const dataCategories = ['payments', 'credit-history'];
  return { at: at - 60_000, line: { kind: 'use', subject, aiSystem: 'credit-limit', purpose: 'credit-limit-review', dataCategories, occurredAt } };
}

/** The first person has two, the last of them against them; some others one. */
export function decisions(begin: number, chance: Chance): readonly Happening[] {
  const first = people[0]?.subject ?? '';
  const own: readonly Review[] = [
    { subject: first, at: begin + 170 * DAY, balance: 640, years: 6, onTime: 14, checks: 0 },
    { subject: first, at: begin + 345 * DAY, balance: 1860, years: 6, onTime: 14, checks: 2 },
  ];
  const others = people.slice(1, 12).map(
    ({ subject }): Review => ({
      subject,
      at: begin + (40 + chance.below(280)) * DAY,
      balance: 200 + chance.below(2200),
      years: 1 + chance.below(12),
      onTime: 3 + chance.below(21),
      checks: chance.below(4),
    }),
  );
  return [...own, ...others].flatMap((review) => [useFor(review), decisionOf(review)]);
}
