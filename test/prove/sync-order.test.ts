/**
 * What would be there after a loss of power: the order in which a running service writes and syncs, as the kernel saw
 * it. The line of the journal is on the disk before a key goes, keys are before what they seal, everything before its
 * answer, and the mark within its second.
 * Source: docs/promises.md F1, F8, F36; docs/design.md 4, 5 and 6.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { aiSystem, type Call, callerOf, declare, good, purpose } from '../given/prove/calls.ts';
import { hasStrace } from '../given/prove/injected.ts';
import { build, type Environment, spawnService, tokenFor } from '../given/prove/spawned.ts';
import { type Called, calledIn, callsOf, isSync, isWrite, tracing, unsyncedAt } from '../given/prove/traced.ts';

const BEN = 'customer:power';
/** The mark is synced every half second; a busy machine may take longer. */
const MARK_MS = 2000;

const folders: string[] = [];
function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'candor-power-'));
  folders.push(folder);
  return folder;
}

beforeAll(build);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The parts of the house as the kernel knows them. */
type Part = 'main' | 'keys' | 'journal' | 'mark' | 'answer';
const partOf = ({ path, text }: Called): Part | undefined => {
  if (/\/candor\.db(?:-wal)?$/.test(path)) return 'main';
  if (/\/keys\.db(?:-wal)?$/.test(path)) return 'keys';
  if (/\/journal\/[^/]+\.ndjson$/.test(path)) return 'journal';
  if (/\/mark-\d+$/.test(path)) return 'mark';
  return text.startsWith('HTTP/1.1 2') ? 'answer' : undefined;
};

/** Writes as capitals and syncs as small letters, one of each in a row: `KkMmRA` is keys, database, mark, answer. */
const LETTERS: Readonly<Record<Part, string>> = { main: 'M', keys: 'K', journal: 'J', mark: 'R', answer: 'A' };
function shapeOf(calls: readonly Called[]): string {
  const letters = calls.flatMap((call) => {
    const part = partOf(call);
    if (part === undefined || !(isWrite(call) || isSync(call))) return [];
    return [isSync(call) ? LETTERS[part].toLowerCase() : LETTERS[part]];
  });
  // The mark is synced by itself, whenever its time comes.
  return letters
    .join('')
    .replaceAll('r', '')
    .replace(/(.)\1+/g, '$1');
}

/** Everything since the act before was answered, also what goes on behind the answer; the answer left out. */
const erasureIn = ({ calls }: Traced): readonly Called[] => {
  const answers = calls.filter((call) => partOf(call) === 'answer');
  return calls.filter((call) => call.begun > (answers.at(-2)?.done ?? 0) && partOf(call) !== 'answer');
};

interface Traced {
  readonly calls: readonly Called[];
  /** The calls from one answer to the next, by what was asked. */
  readonly asked: ReadonlyMap<string, readonly Called[]>;
}

/** Does these one after the other, and gives what was called for each. */
async function traced(
  environment: Environment,
  acts: readonly (readonly [string, (call: Call) => Promise<unknown>])[],
): Promise<Traced> {
  const service = await spawnService(environment);
  const { call, close } = callerOf(service.url, await tokenFor(environment, 'admin'));
  await declare(call);
  good(await call({ path: '/v1/consents', body: { subject: 'customer:before', purpose, state: 'given' } }));
  const trace = await tracing(service.pid);
  for (const [, act] of acts) await act(call);
  // Long enough for the mark to be synced, and for an erasure that was answered before its end.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const calls = await trace.end();
  close();
  await service.stop();
  const ends = calls.filter((each) => partOf(each) === 'answer');
  expect(ends.length, 'one answer for each').toBe(acts.length);
  const asked = new Map(
    acts.map(([name], place) => {
      const [from, to] = [ends[place - 1]?.done ?? -1, ends[place]?.done ?? 0];
      return [name, calls.filter((each) => each.begun > from && each.done <= to)] as const;
    }),
  );
  return { calls, asked };
}

const post = (path: string, body: object) => async (call: Call) => good(await call({ path, body }));
const acts = [
  ['a consent of somebody new', post('/v1/consents', { subject: BEN, purpose, state: 'given' })],
  ['a use', post('/v1/uses', { subject: BEN, aiSystem, purpose })],
  ['a withdrawal', post('/v1/consents', { subject: BEN, purpose, state: 'withdrawn' })],
  ['a stop', post(`/v1/ai-systems/${aiSystem}/suspension`, { reason: { en: 'Results are in doubt.' } })],
  [
    'a person who is described',
    async (call: Call) =>
      good(await call({ method: 'PUT', path: `/v1/subjects/${BEN}`, body: { regimes: ['EU'], ageBand: 'adult' } })),
  ],
] as const;
const erases = ['an erasure', post(`/v1/subjects/${BEN}/erasure`, {})] as const;

const failing = (text: string): string => `the calls were ${text}`;

describe.skipIf(!hasStrace)('a service over SQLite', () => {
  let seen: Traced;
  beforeAll(async () => {
    seen = await traced({ CANDOR_DATA_DIR: aFolder() }, [...acts, erases]);
  });

  it('has everything on the disk that an answer speaks of, before the first byte of the answer', () => {
    const files = [...new Set(seen.calls.map(({ path }) => path))].filter((path) =>
      /\/(?:keys|candor)\.db-wal$|\.ndjson$/.test(path),
    );
    expect(files.length, files.join()).toBe(3);
    for (const answer of seen.calls.filter((call) => partOf(call) === 'answer'))
      for (const file of files) expect(unsyncedAt(seen.calls, file, answer.begun), answer.text).toEqual([]);
  });

  it.each(acts.map(([name]) => name))('%s is committed, then marked, then answered', (name) => {
    const shape = shapeOf(seen.asked.get(name) ?? []);
    expect(shape, failing(shape)).toMatch(/^(?:Kk)?(?:Mm)+RA$/);
  });

  it('has the key of somebody new on the disk before the first thing that it seals', () => {
    const shape = shapeOf(seen.asked.get('a consent of somebody new') ?? []);
    expect(shape, failing(shape)).toMatch(/^KkMmRA$/);
  });

  it('never writes to the database while a key is not on the disk', () => {
    const keys = seen.calls.find(({ path }) => path.endsWith('/keys.db-wal'))?.path ?? '';
    const writes = seen.calls.filter((call) => isWrite(call) && call.path.endsWith('/candor.db-wal'));
    expect(writes.length).toBeGreaterThan(20);
    for (const write of writes) expect(unsyncedAt(seen.calls, keys, write.begun)).toEqual([]);
  });

  it('plans an erasure, has its line on the disk, and only then takes the keys; then the ledger says so', () => {
    const shape = shapeOf(erasureIn(seen));
    // The plan, the line, the count of lines, the keys, the facts and the files, the line that ends it, its count.
    expect(shape, failing(shape)).toMatch(/^Mm?(?:Mm)*JjMm(?:R?Mm)*(?:Kk)+(?:[MmRKk])*MmR?JjMm$/);
    const calls = erasureIn(seen);
    const line = calls.find((call) => isWrite(call) && partOf(call) === 'journal');
    const onDisk = calls.find((call) => isSync(call) && partOf(call) === 'journal');
    const firstKey = calls.find((call) => partOf(call) === 'keys' && (isWrite(call) || call.name === 'ftruncate'));
    expect(line?.text).toContain('subject');
    expect(onDisk?.done).toBeLessThan(firstKey?.begun ?? -1);
  });

  it('lets no log of a database go whose pages are not in the file on the disk', () => {
    for (const log of ['keys', 'candor']) {
      const cut = seen.calls.filter((call) => call.name === 'ftruncate' && call.path.endsWith(`/${log}.db-wal`));
      const file = seen.calls.find(({ path }) => path.endsWith(`/${log}.db`))?.path ?? '';
      expect(cut.length, log).toBeGreaterThan(0);
      for (const each of cut) expect(unsyncedAt(seen.calls, file, each.begun), log).toEqual([]);
    }
  });

  it(`brings the mark onto the disk within ${MARK_MS} ms of each write`, () => {
    const writes = seen.calls.filter((call) => isWrite(call) && partOf(call) === 'mark');
    expect(writes.length).toBeGreaterThanOrEqual(acts.length);
    for (const write of writes) {
      const synced = seen.calls.find((call) => isSync(call) && partOf(call) === 'mark' && call.begun > write.done);
      expect(((synced?.at ?? Number.POSITIVE_INFINITY) - write.at) * 1000).toBeLessThan(MARK_MS);
    }
  });
});

describe.skipIf(!hasStrace || !hasPostgres)('a service over PostgreSQL with its keys in a file', () => {
  it('has the line of an erasure on the disk before a key goes, and both before the answer', async () => {
    const database = await aDatabase();
    const folder = aFolder();
    const environment = {
      CANDOR_DATA_DIR: folder,
      DATABASE_URL: database.url,
      KEYSTORE_URL: pathToFileURL(join(folder, 'keys.db')).href,
      CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
    };
    try {
      const found = await traced(environment, [...acts, erases]);
      const { calls, asked } = found;
      const shape = shapeOf(erasureIn(found));
      expect(shape, failing(shape)).toMatch(/^R?JjR?(?:Kk)+R*(?:Kk)*R*JjR*$/);
      for (const [name] of acts) {
        const each = shapeOf(asked.get(name) ?? []);
        expect(each, `${name}: ${failing(each)}`).toMatch(
          name === 'a consent of somebody new' ? /^KkRA$/ : /^(?:Kk)?RA$/,
        );
      }
      const answers = calls.filter((call) => partOf(call) === 'answer');
      for (const { begun } of answers)
        for (const path of new Set(calls.map((call) => call.path)))
          if (/\.ndjson$|\/keys\.db-wal$/.test(path)) expect(unsyncedAt(calls, path, begun)).toEqual([]);
    } finally {
      await database.drop();
    }
  });
});

describe.skipIf(!hasStrace)('a journal whose old lines are emptied', () => {
  it('is whole on the disk under its new name before the old one is gone, and the folder knows it', async () => {
    const folder = aFolder();
    const program = join(folder, 'fall.mjs');
    const journal = pathToFileURL(join(root, 'src/ledger/journal.ts')).href;
    writeFileSync(
      program,
      `import { openJournal } from '${journal}';
       const journal = openJournal(process.argv[2], 'node');
       journal.intend({ subject: 'sub_1', at: 0, until: 1, marks: [], suppressions: [] });
       journal.done('sub_1', 1);
       if (journal.fall(10, 1) !== 2) throw new Error('nothing fell');`,
    );
    const calls = await callsOf([process.execPath, program, folder], process.env);
    const file = join(folder, 'journal', 'node.ndjson');
    const renamed = calls.find(({ name, to }) => name.startsWith('rename') && to === file);
    expect(unsyncedAt(calls, `${file}.new`, renamed?.begun ?? 0)).toEqual([]);
    expect(
      calls.some((call) => isWrite(call) && call.path === `${file}.new` && call.done < (renamed?.begun ?? 0)),
    ).toBe(true);
    const known = calls.filter((call) => isSync(call) && call.path === join(folder, 'journal'));
    expect(known.some(({ begun }) => begun > (renamed?.done ?? Number.POSITIVE_INFINITY))).toBe(true);
    expect(readFileSync(file, 'utf8').match(/fallen/g)?.length).toBe(2);
    // A new file, too, is there only once its folder says so.
    const made = calls.find(({ name, path }) => name === 'openat' && path === file);
    expect(
      known.some(({ begun }) => begun > (made?.done ?? Number.POSITIVE_INFINITY) && begun < (renamed?.begun ?? 0)),
    ).toBe(true);
  });
});

it('a trace is read with its calls that took a while, and without those that failed', () => {
  const text = [
    '7 1.5 pwrite64(3</d/a.db-wal>, "x", 1, 0 <unfinished ...>',
    '8 1.6 fdatasync(4</d/b>) = 0',
    '7 1.7 <... pwrite64 resumed>) = 1',
    '7 1.8 fdatasync(3</d/a.db-wal>) = -1 EIO (Input/output error)',
    '7 1.9 rename("/d/b.new", "/d/b") = 0',
  ].join('\n');
  const calls = calledIn(text);
  expect(calls.map(({ name, path, begun, done }) => [name, path, begun, done])).toEqual([
    ['fdatasync', '/d/b', 1, 1],
    ['pwrite64', '/d/a.db-wal', 0, 2],
    ['rename', '/d/b.new', 4, 4],
  ]);
  expect(unsyncedAt(calls, '/d/a.db-wal', 5)).toHaveLength(1);
});
