/**
 * Row: one evaluation with the person read from the store, against the bare prepared point read of the same row.
 * Flow:    bench → here → src/house.ts (see), src/evaluation; the floor reads the same file through better-sqlite3.
 * Promise: both ask about the same people in the same order; the floor's connection has the reader's settings.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { evaluate } from '../../../src/evaluation/evaluate.ts';
import { questionOf } from '../../../src/evaluation/question.ts';
import { aboutPerson, aHouse, type BenchHouse, personNumber } from '../a-house.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { takeTurns } from '../take-turns.ts';

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const [people, times] = quick ? [1_000, 10_000] : [10_000, 100_000];
  const made = await aHouse(people);
  const bare = new Database(join(made.folder, 'candor.db'), { readonly: true });
  bare.pragma('cache_size = -65536');
  bare.pragma('mmap_size = 268435456');
  try {
    const subjects = await subjectsOf(made, people);
    const read = bare.prepare('select standing from people where subject = ?');
    const floor = (): number => {
      for (let at = 0; at < times; at += 1)
        if (read.get(subjects[at % people]) === undefined) throw new Error('a person is missing');
      return times;
    };
    const { workNs, floorNs } = await takeTurns({ work: () => evaluations(made, people, times), floor, rounds });
    const slower = workNs / floorNs;
    const shown = `${slower.toFixed(1)} × its time (${(workNs / 1_000).toFixed(1)} µs against ${(floorNs / 1_000).toFixed(1)} µs)`;
    return { shown, met: slower <= 4, numbers: { slower, workUs: workNs / 1_000, floorUs: floorNs / 1_000, people } };
  } finally {
    bare.close();
    await made.close();
  }
}

/** Asks about one person after the other, as a check does. */
async function evaluations({ house }: BenchHouse, people: number, times: number): Promise<number> {
  const { defaultRegime } = house.settings;
  for (let at = 0; at < times; at += 1) {
    const question = questionOf(aboutPerson((at * 7919) % people), defaultRegime);
    const { registry, people: seen, now } = await house.see([question.subject]);
    const [person] = seen;
    if (person === undefined || !evaluate(registry, person, question, now).allowed)
      throw new Error(`${question.subject} was refused`);
  }
  return times;
}

/** The people of the bare read, by the order in which they are asked about. */
async function subjectsOf({ house }: BenchHouse, people: number): Promise<readonly string[]> {
  const { people: seen } = await house.see(
    Array.from({ length: people }, (_, at) => personNumber((at * 7919) % people)),
  );
  return seen.map((person) => (person.found === 'known' ? person.subject : ''));
}

export const row: BenchRow = { ...plan['evaluation-in-process'], measure };
