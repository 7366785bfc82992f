/**
 * Lives the year of the sample company: every line is recorded at the hour at which it happened, and people look at what
 * the AI system suggested before it has effect.
 * Flow:    demo → here (a clock wound by hand) → house.
 * Promise: the same door as every import; what a reviewer does goes through the same commands as at the desk.
 */
import type { windUpClock } from '../../src/clock.ts';
import type { OpenHouse } from '../../src/house.ts';
import type { Recorded, Sender } from '../../src/house-port.ts';
import { readLine } from '../import/lines.ts';
import { inGroups, intoHouse } from '../import/recording.ts';
import { counted, emptyTally, type Tally } from '../import/tally.ts';
import type { SampleLine } from './register.ts';
import { describeReviewers, lookAgain } from './reviewers.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface Lived {
  readonly house: OpenHouse;
  readonly clock: ReturnType<typeof windUpClock>;
  readonly importName: string;
}

/** What happens on one day. */
export interface DayOfLines {
  readonly at: number;
  readonly lines: readonly SampleLine[];
}

const sureOf = (recorded: Recorded): Readonly<Record<string, unknown>> => {
  if ('problem' in recorded) throw new Error(`refused: ${JSON.stringify(recorded)}`);
  return JSON.parse(Buffer.from(recorded.bytes).toString('utf8')) as Readonly<Record<string, unknown>>;
};

/** Under whom it is recorded. */
export const senderFor = (house: OpenHouse, principal: string): Sender => ({
  caller: { principal, actor: { id: house.actorOf(principal), role: 'officer' }, scopes: ['admin'] },
  requestId: 'demo',
});

export const act = async (lived: Lived, kind: string, of: { readonly input: object; readonly by: string }): Promise<Readonly<Record<string, unknown>>> =>
  sureOf(await lived.house.record(kind, of.input, senderFor(lived.house, of.by)));

async function* each<T>(things: readonly T[]): AsyncGenerator<T> {
  yield* things;
}

export async function liveThrough(lived: Lived, days: readonly DayOfLines[]): Promise<Tally> {
  const { house, clock, importName } = lived;
  const take = intoHouse(house, importName);
  let tally = emptyTally();
  let number = 0;
  await describeReviewers(lived);
  for (const { at, lines } of days) {
    clock.wind(Math.max(0, at - clock.now()));
    const read = lines.map((line) => {
      number += 1;
      return readLine(number, JSON.stringify(line), { name: importName, drop: [] });
    });
    for await (const outcome of inGroups(each(read), take)) tally = counted(tally, outcome);
    if (lines.some(({ kind }) => kind === 'automated-decision')) await lookAgain(lived, at + DAY);
  }
  return tally;
}

/** Lines in the order of their time, a day at once; those without a time come first. */
export function daysOf(happenings: readonly { readonly at: number; readonly line: SampleLine }[]): readonly DayOfLines[] {
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
