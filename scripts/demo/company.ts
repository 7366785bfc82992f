/**
 * The sample company as one file of lines, so that the demo goes through the same door as every import.
 * Flow:    demo → here → import.
 * Promise: the same day gives the same lines; the year ends yesterday.
 */
import { chanceOf } from './chance.ts';
import { decisions } from './decisions.ts';
import { register, type SampleLine } from './register.ts';
import { describedPeople, people, year } from './year.ts';

const DAY = 86_400_000;
const SEED = 20_260_101;

export const companyName = 'Alder Bank';

/** `now` is in epoch milliseconds. */
export function companyLines(now: number): readonly SampleLine[] {
  const today = Math.floor(now / DAY) * DAY;
  const begin = today - 365 * DAY;
  const chance = chanceOf(SEED);
  const lived = [...year(begin, chance), ...decisions(begin, chance)].sort((one, other) => one.at - other.at).map(({ line }) => line);
  return [...register(new Date(begin - 30 * DAY).toISOString()), ...describedPeople(), ...lived, ...asked()];
}

/** Two uses that are asked for and not told afterwards: the first is allowed, the second one was never agreed to. */
const asked = (): readonly SampleLine[] => {
  const subject = people[0]?.subject;
  return [
    { kind: 'use', mode: 'request', subject, aiSystem: 'fraud-check', purpose: 'fraud-prevention', reference: 'payment-90417' },
    { kind: 'use', mode: 'request', subject, aiSystem: 'model-training', purpose: 'model-improvement', reference: 'training-run-12' },
  ];
};
