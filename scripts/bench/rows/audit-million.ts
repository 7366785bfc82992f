/**
 * Row: what the ledger audit asks over a log of 1,000,000 entries: its first page, each filter, a page far behind, and
 * the drawing: how long a page waits for it right after a start, and once it was counted.
 * Flow:    bench → here → src/ledger/search over a SQLite file with the tables of the migrations.
 * Promise: entries have the bytes of real ones; nothing of them is opened, so this is the time of the search alone.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { findEntries } from '../../../src/ledger/search/find.ts';
import { entryCounter, soonCounted } from '../../../src/ledger/search/volume.ts';
import type { EntriesCounted, EntriesWanted } from '../../../src/ports/reads.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';

const clock = { now: () => 0, yields: false, acceptsServerTime: () => true };
const BEGIN = Date.UTC(2026, 0, 1);
/** One entry in so many is an act of staff, and these are spread over the whole log. */
const STAFF_EVERY = 1_000;
const PEOPLE = 10_000;
const SERVICE = `act_${'0'.repeat(26)}`;
const OFFICER = `act_${'1'.repeat(26)}`;
const SYSTEMS = ['assistant', 'credit', 'fraud'];

function fill(database: DatabaseSync, size: number): void {
  database.exec("BEGIN; INSERT INTO logs VALUES (0, 'bench.example/0', 'bench', 'open', 0)");
  const entry = database.prepare('INSERT INTO entries VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)');
  const use = database.prepare(
    `INSERT INTO uses (subject, n, id, log, "index", system, purpose, outcome, reason, categories, occurred_at, at, mode)
     VALUES (?, ?, ?, 0, ?, ?, 'drafts', 'allowed', 'consent', '[]', ?, ?, 'use')`,
  );
  const [hash, sealed] = [randomBytes(32), randomBytes(64)];
  for (let index = 0; index < size; index += 1) {
    const isStaff = index % STAFF_EVERY === 0;
    const [at, n] = [BEGIN + index * 20_000, Math.floor(index / PEOPLE) + 1];
    const subject = `sub_${String(index % PEOPLE).padStart(26, '0')}`;
    const id = `${isStaff ? 'look' : 'use'}_${String(index).padStart(26, '0')}`;
    const kind = isStaff ? 'look.recorded' : 'use.allowed';
    const who = `"actor":{"id":"${isStaff ? OFFICER : SERVICE}","role":"service"},"at":"${new Date(at).toISOString()}"`;
    const what = `"commitment":"${'A'.repeat(43)}=","id":"${id}","kind":"${kind}","n":${n}`;
    const text = `{${who},${what},"origin":"bench.example/0","subject":"${subject}","v":1}`;
    entry.run(index, hash, id, kind, at, subject, n, Buffer.from(text), sealed, 'key_1');
    if (!isStaff) use.run(subject, n, id, index, SYSTEMS[index % SYSTEMS.length] ?? '', at, at);
  }
  database.exec('COMMIT');
}

async function aLog(size: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
  await openSqlite(folder, clock).close();
  const { DatabaseSync: Database } = await import('node:sqlite');
  const database = new Database(join(folder, 'candor.db'));
  database.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
  fill(database, size);
  database.close();
  return folder;
}

const LIMIT = 50;
const asked = (size: number): Readonly<Record<string, EntriesWanted>> => ({
  first: { limit: LIMIT },
  older: { limit: LIMIT, before: Math.floor(size / 2) },
  day: { limit: LIMIT, from: BEGIN + 86_400_000, to: BEGIN + 2 * 86_400_000 },
  kind: { limit: LIMIT, kinds: ['look.recorded'] },
  person: { limit: LIMIT, subject: `sub_${'7'.padStart(26, '0')}` },
  system: { limit: LIMIT, aiSystem: 'credit' },
  officer: { limit: LIMIT, actor: OFFICER },
  nobody: { limit: LIMIT, actor: `act_${'2'.repeat(26)}` },
});

/** What a page waits for its drawing right after a start, how long counting goes on behind it, and each page after. */
async function drawingTimes(store: Store, whole: EntriesCounted): Promise<Readonly<Record<string, number>>> {
  const count = entryCounter(store);
  const soon = soonCounted(count);
  const lasting = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const drawingMs = await lasting(() => soon(whole));
  const drawingCountedMs = drawingMs + (await lasting(() => count(whole)));
  return { drawingMs, drawingCountedMs, drawingAgainMs: await lasting(() => soon(whole)) };
}

const middle = (times: readonly number[]): number =>
  [...times].sort((one, two) => one - two)[Math.floor(times.length / 2)] ?? 0;

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const size = quick ? 50_000 : 1_000_000;
  const folder = await aLog(size);
  const store = openSqlite(folder, clock);
  const open = async (rows: readonly { readonly log: number; readonly index: number }[]) =>
    rows.map((row) => ({ ...row, actor: { id: OFFICER }, payload: { aiSystem: 'credit' } })) as never;
  const numbers: Record<string, number> = { entries: size };
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const times: number[] = [];
    for (let round = 0; round < Math.max(rounds, 5); round += 1) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    numbers[`${name}Ms`] = middle(times);
    numbers[`${name}FirstMs`] = times[0] ?? 0;
  };
  try {
    for (const [name, wants] of Object.entries(asked(size)))
      await timed(name, () => findEntries({ store, open }, wants));
    Object.assign(numbers, await drawingTimes(store, { from: BEGIN, to: BEGIN + size * 20_000 }));
    const slowest = Math.max(
      ...Object.entries(numbers).flatMap(([name, ms]) =>
        /[a-z]Ms$/.test(name) && !/(?:First|Counted)Ms$/.test(name) ? [ms] : [],
      ),
    );
    return { shown: `slowest ${slowest.toFixed(1)} ms of ${size} entries`, met: slowest <= 100, numbers };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['audit-million'], measure };
