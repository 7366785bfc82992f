/**
 * Lives the year of the sample company: every line is recorded at the hour at which it happened, and people look at
 * what the AI system suggested before it has effect.
 * Flow:    demo → here (a clock wound by hand) → house.
 * Promise: the same door as every import; what a reviewer does goes through the same commands as at the desk.
 */
import { readLine } from '../import/lines.ts';
import { inGroups, recordInHouse } from '../import/recording.ts';
import { countOutcome, emptyTally, type ImportTally } from '../import/tally.ts';
import type { DemoHouse } from './acting.ts';
import type { SampleLine } from './register.ts';
import { describeReviewers, lookAgain } from './reviewers.ts';
import { trainAVersion } from './training.ts';
import { leaveWaiting } from './waiting.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** So long after the beginning a new version of the assistant is trained. */
const TRAINED_AFTER = 350 * DAY;

/** What happens on one day. */
export interface DayOfLines {
  readonly at: number;
  readonly lines: readonly SampleLine[];
}

async function* each<T>(things: readonly T[]): AsyncGenerator<T> {
  yield* things;
}

export async function liveThrough(lived: DemoHouse, days: readonly DayOfLines[]): Promise<ImportTally> {
  const { house, clock, importName } = lived;
  const take = recordInHouse(house, importName);
  let tally = emptyTally();
  let number = 0;
  const trainedAt = (days[0]?.at ?? 0) + TRAINED_AFTER;
  let trained = false;
  await describeReviewers(lived);
  for (const [place, { at, lines }] of days.entries()) {
    if (place === days.length - 1) await leaveWaiting(lived, at);
    clock.wind(Math.max(0, at - clock.now()));
    const read = lines.map((line) => {
      number += 1;
      return readLine(number, JSON.stringify(line), { name: importName, drop: [] });
    });
    for await (const outcome of inGroups(each(read), take)) tally = countOutcome(tally, outcome);
    if (lines.some(({ kind }) => kind === 'automated-decision')) await lookAgain(lived, at + DAY);
    if (at >= trainedAt && !trained) {
      await trainAVersion(lived);
      trained = true;
    }
  }
  return tally;
}

/** Lines in the order of their time, a day at once; those without a time come first. */
export function daysOf(
  happenings: readonly { readonly at: number; readonly line: SampleLine }[],
): readonly DayOfLines[] {
  const days = new Map<number, { at: number; lines: SampleLine[] }>();
  for (const { at, line } of happenings.toSorted((one, other) => one.at - other.at)) {
    const day = Math.floor(at / DAY);
    const known = days.get(day) ?? { at, lines: [] };
    known.lines.push(line);
    known.at = Math.max(known.at, at + MINUTE);
    days.set(day, known);
  }
  return [...days.values()];
}
