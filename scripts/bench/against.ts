/**
 * Another checkout in the same minutes: what a check and a use cost here and there, in processor time.
 * Flow:    bench (`--against`) → here → two services as processes of their own, asked in turns.
 * Promise: processor time and not speed, because other work on the machine takes that away; the ratio is the median
 *          over pairs of neighbouring turns, and its interval holds it in 19 of 20 cases.
 * Source:  decision 0065.
 */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { aboutPerson, freshFolder } from './a-house.ts';
import { type Child, spentOn, startChild } from './child-process.ts';
import { encodePost, openLoad } from './http-load.ts';
import { medianOf } from './take-turns.ts';

const PEOPLE = 1_000;
const works = { checks: { path: '/v1/checks', status: 200 }, uses: { path: '/v1/uses', status: 201 } } as const;
type Work = keyof typeof works;

interface Compared {
  readonly work: Work;
  /** Microseconds of processor time for one, medians. */
  readonly hereUs: number;
  readonly thereUs: number;
  /** Above 1: dearer here. */
  readonly ratio: number;
  readonly from: number;
  readonly to: number;
}

interface Turns {
  /** Pairs of turns. */
  readonly rounds: number;
  /** Questions a turn. */
  readonly times: number;
}

/** `folder` is a checkout of its own, built by its `npm run build`; undefined where there is nothing to start. */
export async function compareWith(folder: string, turns: Turns): Promise<readonly Compared[] | undefined> {
  const there = join(resolve(folder), 'dist', 'scripts', 'bench', 'children', 'service.js');
  if (!existsSync(there)) return undefined;
  return [await compare('checks', there, turns), await compare('uses', there, turns)];
}

async function compare(work: Work, file: string, { rounds, times }: Turns): Promise<Compared> {
  const folders = [freshFolder(), freshFolder()] as const;
  const here = await startChild('service', [folders[0], String(PEOPLE)]);
  const there = await startChild('service', [folders[1], String(PEOPLE)], file);
  try {
    for (const child of [here, there]) await costOf(work, child, times);
    const pairs: { readonly here: number; readonly there: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Whoever is asked second finds another machine than whoever is first, so they change places.
      const first = round % 2 === 0 ? await costOf(work, here, times) : undefined;
      const thereUs = await costOf(work, there, times);
      pairs.push({ here: first ?? (await costOf(work, here, times)), there: thereUs });
    }
    return { work, ...summed(pairs) };
  } finally {
    await Promise.all([here.stop(), there.stop()]);
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

/** On connections of this turn, because one that waits for its turn is closed by whoever is not asked. */
async function costOf(work: Work, child: Child, times: number): Promise<number> {
  const { path, status } = works[work];
  const request = (at: number): Buffer =>
    encodePost(path, { token: child.token, body: JSON.stringify(aboutPerson(at % PEOPLE)) });
  const load = await openLoad({ port: child.port, status, request });
  try {
    return (await spentOn(child, () => load.run(times))).cpuUs;
  } finally {
    load.close();
  }
}

function summed(pairs: readonly { readonly here: number; readonly there: number }[]): Omit<Compared, 'work'> {
  const ratios = pairs.map(({ here, there }) => here / there).sort((one, other) => one - other);
  // Which of so many values in their order hold the median between them in 19 of 20 cases.
  const reach = Math.ceil(0.98 * Math.sqrt(ratios.length));
  const middle = ratios.length / 2;
  return {
    hereUs: medianOf(pairs.map(({ here }) => here)),
    thereUs: medianOf(pairs.map(({ there }) => there)),
    ratio: medianOf(ratios),
    from: ratios[Math.max(0, Math.floor(middle - reach))] ?? Number.NaN,
    to: ratios[Math.min(ratios.length - 1, Math.floor(middle + reach))] ?? Number.NaN,
  };
}

export const shownCompared = ({ work, hereUs, thereUs, ratio, from, to }: Compared): string =>
  `${work}: ${ratio.toFixed(3)} × the processor time there (${from.toFixed(3)} to ${to.toFixed(3)}; ${hereUs.toFixed(0)} µs against ${thereUs.toFixed(0)} µs)`;
