/**
 * Every row of the table alone, and every pair of rows in order.
 * Flow:    scenario.ts → here → test/evaluation, end-to-end runs.
 * Promise: of two refusals the one that stands first in the table is the answer.
 */
import { allowed, canMeet, caseOf, trips } from './scenario.ts';
import type { EvaluationCase } from './steps.ts';

const names = Object.keys(trips);
const tripOf = (name: string) => trips[name] as (typeof trips)[string];

export const everyRow: readonly EvaluationCase[] = [
  caseOf('an ordinary use that was agreed to is allowed', allowed, {
    allowed: true,
    reason: 'consent-given',
    basis: 'consent',
  }),
  ...names.map((name) => caseOf(`${name} is refused`, tripOf(name)(allowed), { allowed: false, reason: name })),
];

export const everyPair: readonly EvaluationCase[] = names.flatMap((first, place) =>
  names
    .slice(place + 1)
    .filter((second) => canMeet(first, second))
    .map((second) =>
      caseOf(`${first} comes before ${second}`, tripOf(first)(tripOf(second)(allowed)), {
        allowed: false,
        reason: first,
      }),
    ),
);
