/**
 * The reviews of credit limits in the sample company: what the AI system suggested, why, and what a person made of it.
 * Flow:    company → here → lines of an import.
 * Promise: what counted is named in the order of its weight, with what would have changed the outcome where something
 *          would.
 */
import type { Chance } from './chance.ts';
import type { SampleLine } from './register.ts';
import { type Happening, people } from './year.ts';

const DAY = 86_400_000;
/** A card balance in EUR that counts little. */
const ENOUGH = 1200;

interface Review {
  readonly subject: string;
  readonly at: number;
  /** What is owed on the card, in EUR. */
  readonly balance: number;
  readonly years: number;
  readonly onTime: number;
  readonly checks: number;
}

const input = (
  name: string,
  label: string,
  of: { readonly value: number; readonly category: string; readonly source: string },
) => ({ name, label, ...of });

const riskOf = ({ balance, years, onTime, checks }: Review): number =>
  Math.min(0.95, Math.max(0.05, 0.25 + balance / 4000 + checks * 0.08 - onTime * 0.012 - years * 0.02));

const rounded = (weight: number): number => Math.round(weight * 100) / 100;

function factorsOf({ balance, years, onTime, checks }: Review): readonly object[] {
  const method = 'linear-contribution';
  const over = balance - 900;
  const factors = [
    {
      code: 'card-balance',
      label: 'Card balance',
      value: `${balance} EUR`,
      direction: over > 0 ? 'against' : 'for',
      weight: rounded(Math.abs(over) / 1000),
    },
    {
      code: 'payments-on-time',
      label: 'Payments on time',
      value: `for ${onTime} months`,
      direction: 'for',
      weight: rounded(onTime / 20),
    },
    {
      code: 'new-credit-checks',
      label: 'New credit checks this year',
      value: checks,
      direction: checks > 0 ? 'against' : 'for',
      weight: rounded(checks / 4),
    },
    {
      code: 'years-with-us',
      label: 'Time with this bank',
      value: years === 1 ? '1 year' : `${years} years`,
      direction: 'for',
      weight: rounded(years * 0.06),
    },
  ];
  return factors.sort((one, other) => other.weight - one.weight).map((factor) => ({ ...factor, method }));
}

/** Named only where it is true: with this balance, and everything else as it was, the limit would have been raised. */
function counterfactualsOf(review: Review): readonly object[] {
  const isChanged = riskOf(review) >= 0.5 && riskOf({ ...review, balance: ENOUGH }) < 0.5;
  return isChanged
    ? [
        {
          name: 'card-balance',
          label: 'Card balance in EUR',
          from: review.balance,
          to: ENOUGH,
          outcome: 'raised',
          feasible: true,
        },
      ]
    : [];
}

const inputsOf = ({ balance, years, onTime, checks }: Review) => [
  input('card-balance', 'Card balance in EUR', { value: balance, category: 'payments', source: 'your account' }),
  input('payments-on-time', 'Months of payments on time', {
    value: onTime,
    category: 'credit-history',
    source: 'your account',
  }),
  input('new-credit-checks', 'New credit checks this year', {
    value: checks,
    category: 'credit-history',
    source: 'your account',
  }),
  input('years-with-us', 'Years with this bank', {
    value: years,
    category: 'credit-history',
    source: 'your account',
  }),
];

function decisionOf(review: Review): Happening {
  const { subject, at } = review;
  const risk = riskOf(review);
  const isRaised = risk < 0.5;
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
    output: {
      value: rounded(risk),
      scale: 'estimated risk of late payment, 0 to 1',
      rule: 'a rise is suggested below 0.5',
    },
    inputs: inputsOf(review),
    factors: factorsOf(review),
    counterfactuals: counterfactualsOf(review),
    consequences: isRaised
      ? 'Your limit goes up, and you can turn that down.'
      : 'Your limit stays as it is. We look again in half a year.',
    futureUse: 'This result is not used for anything else.',
    modelVersion: 'credit-model-7',
    humanInvolvement: {
      role: 'credit-team',
      qualifies: true,
      whatTheyDid: 'Read the suggestion with all details of the account, and agreed with it.',
    },
  };
  return { at, line };
}

/** The use of data that the review rests on, a moment before it. */
function useFor({ subject, at }: Review): Happening {
  const occurredAt = new Date(at - 60_000).toISOString();
  const dataCategories = ['payments', 'credit-history'];
  return {
    at: at - 60_000,
    line: {
      kind: 'use',
      subject,
      aiSystem: 'credit-limit',
      purpose: 'credit-limit-review',
      dataCategories,
      occurredAt,
    },
  };
}

/** A use and the suggestion that rests on it, of this moment. */
export const newestDecision = (subject: string, at: number): readonly SampleLine[] => {
  const review: Review = { subject, at: at - 60_000, balance: 1480, years: 3, onTime: 9, checks: 2 };
  return [useFor(review).line, decisionOf(review).line];
};

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
