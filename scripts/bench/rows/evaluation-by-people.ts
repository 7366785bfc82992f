/**
 * Row: evaluations where a million people are known, against evaluations where a thousand are.
 * Flow:    bench → here → two houses of this process.
 * Promise: every person has the rows that a consent leaves behind, each under identifiers and a pseudonym of their own;
 *          the rows beyond the first person are copied in, because a million commands would take an hour.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { evaluate } from '../../../src/evaluation/evaluate.ts';
import { questionOf } from '../../../src/evaluation/question.ts';
import type { OpenHouse } from '../../../src/house.ts';
import { newId } from '../../../src/seal/seal.ts';
import { aboutPerson, aHouse, type BenchHouse, personNumber } from '../a-house.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { medianOf } from '../take-turns.ts';

const FEW = 1_000;
const A_GROUP = 50_000;

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const [many, times] = quick ? [100_000, 2_000] : [1_000_000, 10_000];
  const [small, large] = [await housed(FEW), await housed(many)];
  try {
    const samples = { small: [] as number[], large: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      const one = await evaluations(small, FEW, { times, round });
      const other = await evaluations(large, many, { times, round });
      if (round > 0) samples.small.push(...one);
      if (round > 0) samples.large.push(...other);
    }
    const [fewUs, manyUs] = [medianOf(samples.small) / 1_000, medianOf(samples.large) / 1_000];
    const shown = `p50 ${(manyUs / fewUs).toFixed(2)} × (${manyUs.toFixed(1)} µs against ${fewUs.toFixed(1)} µs, ${many.toLocaleString('en')} people)`;
    return {
      shown,
      met: quick ? null : manyUs / fewUs <= 1.5,
      numbers: { ratio: manyUs / fewUs, manyUs, fewUs, people: many },
    };
  } finally {
    await small.close();
    await large.close();
  }
}

async function housed(people: number): Promise<BenchHouse> {
  const made = await aHouse(1);
  const { keyring } = made.house as OpenHouse;
  const file = new Database(join(made.folder, 'candor.db'));
  const identity = file.prepare('insert into identities select pepper, ?, ?, fact from identities limit 1');
  const person = file.prepare('insert into people select ?, log, n, head, standing from people limit 1');
  const [begin, commit] = [file.prepare('BEGIN IMMEDIATE'), file.prepare('COMMIT')];
  for (let from = 1; from < people; from += A_GROUP) {
    begin.run();
    for (let at = from; at < Math.min(from + A_GROUP, people); at += 1) {
      const subject = newId('sub');
      person.run(subject);
      identity.run(keyring.identityHash(personNumber(at)), subject);
    }
    commit.run();
  }
  file.close();
  return made;
}

/** Nanoseconds of each; people are asked about in an order that no cache foresees. */
async function evaluations(
  { house }: BenchHouse,
  people: number,
  { times, round }: { readonly times: number; readonly round: number },
): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const question = questionOf(aboutPerson(((at + round * times) * 7_919) % people), house.settings.defaultRegime);
    const start = process.hrtime.bigint();
    const { registry, people: seen, now } = await house.see([question.subject]);
    const [person] = seen;
    if (person === undefined || !evaluate(registry, person, question, now).allowed)
      throw new Error(`${question.subject} was refused`);
    taken.push(Number(process.hrtime.bigint() - start));
  }
  return taken;
}

export const row: BenchRow = { ...plan['evaluation-by-people'], measure };
