/** An import that is killed again and again: what it committed stands, and the same command records the rest, once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main as doctor } from '../../scripts/doctor.ts';
import type { ImportTally } from '../../scripts/import/tally.ts';
import { root } from '../../src/root.ts';
import { build } from '../given/prove/spawned.ts';

const LINES = 14_000;
const KILLS = 4;
const said = (en: string) => ({ en });
const declared = { name: said('Offers'), description: said('Offers that may fit.'), dataCategories: ['purchases'] };
const company = [
  { kind: 'purpose', key: 'offers', ...declared, purposeKind: 'marketing', legalBasis: { EU: 'consent' } },
  {
    kind: 'notice',
    key: 'asked',
    title: said('May we?'),
    body: said('We look at what you buy.'),
    purposes: ['offers'],
  },
];
const consentOf = (person: number) => ({
  kind: 'consent',
  subject: `customer:${person}`,
  purpose: 'offers',
  state: 'given',
  notice: { key: 'asked' },
});

let folder = '';
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'candor-import-kill-'));
  const lines = [...company, ...Array.from({ length: LINES }, (_, person) => consentOf(person))];
  // One that lacks its notice, and one that is no JSON, in the midst of a commit.
  const wrong = ['{"kind":"consent","subject":"customer:1","purpose":"unknown","state":"given"}', 'no json'];
  const texts = lines.map((line) => JSON.stringify(line));
  writeFileSync(join(folder, 'lines.ndjson'), [...texts.slice(0, 900), ...wrong, ...texts.slice(900)].join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = (): string => join(folder, 'data');
const begin = (): ChildProcess =>
  spawn(
    process.execPath,
    [join(root, 'scripts/run.mjs'), 'import', join(folder, 'lines.ndjson'), '--data', data(), '--json'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );

/** The ids of all entries, in their order. */
function recorded(): readonly string[] {
  if (!existsSync(join(data(), 'candor.db'))) return [];
  try {
    const database = new Database(join(data(), 'candor.db'), { readonly: true });
    const ids = database.prepare<[], string>('select id from entries order by log, "index"').pluck().all();
    database.close();
    return ids;
  } catch {
    // Not made yet.
    return [];
  }
}

async function killed(before: number): Promise<readonly string[]> {
  const child = begin();
  const gone = once(child, 'exit');
  const isOver = gone.then(() => true);
  while (recorded().length <= before && !(await Promise.race([isOver, pause(20).then(() => false)])));
  // Somewhere in the next batch.
  await pause(Math.random() * 300);
  child.kill('SIGKILL');
  await gone;
  return recorded();
}

it('loses nothing that was committed, and records each line once', async () => {
  let before: readonly string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const after = await killed(before.length);
    expect(after.slice(0, before.length)).toEqual(before);
    before = after;
  }
  const child = begin();
  const texts: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => texts.push(text));
  await once(child, 'close');
  const tally = JSON.parse(texts.join('')) as ImportTally;
  expect(tally.refused.map(({ line, code }) => [line, code])).toEqual([
    [901, 'validation-failed'],
    [902, 'malformed-json'],
  ]);
  expect(tally.recorded + tally.known).toBe(LINES + company.length);
  expect(recorded().slice(0, before.length)).toEqual(before);
  const database = new Database(join(data(), 'candor.db'), { readonly: true });
  const kinds = database.prepare('select kind, count(*) as entries from entries group by kind order by kind').all();
  database.close();
  expect(kinds).toEqual([
    { kind: 'consent.given', entries: LINES },
    { kind: 'notice.published', entries: 1 },
    { kind: 'purpose.published', entries: 1 },
    { kind: 'subject.linked', entries: LINES },
  ]);
  expect(await doctor(['--data', data(), '--open'])).toBe(0);
});
