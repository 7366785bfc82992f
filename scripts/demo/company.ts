/**
 * The sample company as one file of lines, so that the demo goes through the same door as every import.
 * Flow:    demo → here → import.
 * Promise: the same day gives the same lines; the year ends yesterday.
 */
import { chanceOf } from './chance.ts';
import { decisions } from './decisions.ts';
import { type DayOfLines, daysOf } from './live.ts';
import { register, type SampleLine } from './register.ts';
import { describedPeople, people, year } from './year.ts';

const DAY = 86_400_000;
const SEED = 20_260_101;

/** When the company begins to record, a month before the year. */
export const beginOf = (now: number): number => Math.floor(now / DAY) * DAY - 395 * DAY;

/** The whole life, day by day; `now` is in epoch milliseconds. */
export function companyDays(now: number): readonly DayOfLines[] {
  const start = beginOf(now);
  const begin = start + 30 * DAY;
  const chance = chanceOf(SEED);
  const first: DayOfLines = { at: start, lines: [...register(new Date(start).toISOString()), ...describedPeople()] };
  return [first, ...daysOf([...year(begin, chance), ...decisions(begin, chance)]), { at: now, lines: asked() }];
}

export const companyLines = (now: number): readonly SampleLine[] => companyDays(now).flatMap(({ lines }) => lines);

/** Two uses that are asked for and not told afterwards: the first is allowed, the second one was never agreed to. */
const asked = (): readonly SampleLine[] => {
  const subject = people[0]?.subject;
  return [
    {
      kind: 'use',
      mode: 'request',
      subject,
      aiSystem: 'fraud-check',
      purpose: 'fraud-prevention',
      reference: 'payment-90417',
    },
    {
      kind: 'use',
      mode: 'request',
      subject,
      aiSystem: 'model-training',
      purpose: 'model-improvement',
      reference: 'training-run-12',
    },
  ];
};
