/**
 * The engine's own files, read as an attacker with the disk would read them: what is found after an erasure is what the
 * certificate says.
 * Source: docs/decisions/0056-what-an-engine-keeps.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtFiles } from '../../../scripts/doctor/place.ts';
import type { OpenHouse } from '../../../src/house.ts';
import { retireLog, withMaintenance } from '../../../src/store/postgres-files.ts';
import type { Trace } from '../../../src/vocabulary/trace.ts';
import { aCanary, aCompany, by, CANARY, disguises, does, filesIn, officer, PIA } from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { onSqliteFiles, type RawPlace, rawPlaces } from '../../given/ledger/raw-place.ts';
import { startOwnCluster } from '../../given/postgres-cluster.ts';
import { engines } from '../../given/service.ts';

interface Secret {
  readonly kind: string;
  readonly looks: readonly Buffer[];
}

/** Enough of random bytes to be no accident, from where no page boundary and no chunk of a large value is likely. */
function slices(bytes: Uint8Array): readonly Buffer[] {
  const all = Buffer.from(bytes);
  return all.length < 48 ? [all] : [all.subarray(12, 36), all.subarray(all.length - 28, all.length - 4)];
}

async function secretsOf(place: RawPlace, house: OpenHouse, subject: string): Promise<readonly Secret[]> {
  const rows = await place.rows(`select id, payload, key_id from entries where subject = '${subject}'`);
  const keys = await place.keys(`use = 'data' and subject = '${subject}'`);
  const opened = await house.keyring.forOpening(keys.map(({ id }) => String(id)));
  const raw = [...opened.values()].map((key) => ('export' in key ? key.export() : key));
  return [
    ...keys.map(({ wrapped }) => ({ kind: 'wrapped-keys', looks: slices(wrapped as Uint8Array) })),
    ...raw.map((bytes) => ({ kind: 'data-keys', looks: [Buffer.from(bytes)] })),
    ...rows.map(({ payload }) => ({ kind: 'sealed-contents', looks: slices(payload as Uint8Array) })),
    { kind: 'identifiers', looks: [...disguises(CANARY), ...disguises('49301234567')] },
    // The pseudonym stays in the feed and the journal, ids of requests with the note that one was made; ids of other
    // facts do not.
    ...rows
      .filter(({ id }) => !String(id).startsWith('req_'))
      .map(({ id }) => ({ kind: 'pseudonyms', looks: [Buffer.from(String(id))] })),
  ];
}

/** Each place in which a kind is found, as `place: kind`. */
async function foundIn(place: RawPlace, secrets: readonly Secret[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const [where, files] of Object.entries(await place.files()))
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const { kind, looks } of secrets)
        if (!found.has(`${where}: ${kind}`) && looks.some((look) => bytes.includes(look)))
          found.add(`${where}: ${kind}`);
    }
  return [...found].sort();
}

const stated = (certificate: unknown): readonly string[] =>
  ((certificate as { readonly traces?: readonly Trace[] }).traces ?? [])
    .flatMap(({ where, what }) => what.map((kind) => `${where}: ${kind}`))
    .sort();

/** Enough that every index has several pages, and that each page of them is touched by as many again. */
const USES = 600;

async function uses(house: OpenHouse, subjects: readonly string[]): Promise<void> {
  const inputs = Array.from({ length: USES }, (_, at) => ({
    subject: subjects[at % subjects.length] ?? PIA,
    aiSystem: 'support-assistant',
    purpose: 'support-drafts',
    reference: `${at}`.padEnd(60, 'x'),
    language: 'en',
  }));
  await house.recordMany(
    'use.record',
    inputs.map((input) => ({ input, sender: by(officer) })),
  );
}

async function aFullHouse(place: RawPlace): Promise<{ readonly house: OpenHouse; readonly request: string }> {
  const house = await place.house();
  await aCompany(house);
  const request = await aCanary(house);
  // Long and many, so that contents lie in pages of their own and beside those of others; so many of theirs that some
  // of their ids part the pages of an index, which nobody chooses.
  await uses(house, [...Array.from({ length: 9 }, () => PIA), 'customer:42']);
  const calendar = { timeZone: 'UTC', holidays: [] };
  await does(house, 'request.open', { subject: PIA, kind: 'access', message: 'long '.repeat(1800), calendar });
  return { house, request };
}

async function subjectOf(house: OpenHouse): Promise<string> {
  const [person] = (await house.see([PIA])).people;
  return person?.found === 'known' ? person.subject : '';
}

describe.each(rawPlaces)('the files of $name after an erasure', ({ open, keeps }) => {
  let place: RawPlace;
  let house: OpenHouse;
  let before: readonly string[];
  let after: readonly string[];
  let later: readonly string[];
  let certificate: unknown;
  let subject: string;

  beforeAll(async () => {
    place = await open();
    const full = await aFullHouse(place);
    house = full.house;
    subject = await subjectOf(house);
    const secrets = await secretsOf(place, house, subject);
    await place.settle();
    before = await foundIn(place, secrets);
    certificate = (await erased(house, PIA, { sender: by(officer), request: full.request })).certificate;
    after = await foundIn(place, secrets);
    // Others go on, and the engine cleans when it likes: what was left may be copied.
    await place.settle();
    await uses(house, ['customer:42']);
    await place.cleanUp();
    later = await foundIn(place, secrets);
  }, 180_000);
  afterAll(async () => {
    await house.close();
    await place.drop();
  });

  it('hold before what is looked for, or looking would prove nothing', () => {
    expect(before).toEqual(expect.arrayContaining(['database-files: sealed-contents', 'keystore-files: wrapped-keys']));
    expect(before.filter((each) => /identifiers|data-keys/.test(each))).toEqual([]);
  });

  it('hold what the certificate says, no more and no less', () => {
    expect(stated(certificate)).toEqual([...keeps].sort());
    expect(stated(certificate)).toEqual(expect.arrayContaining([...after]));
    expect([...new Set([...after, ...later])].sort()).toEqual(stated(certificate));
  });

  it('hold the pseudonym in the places that are said to keep it alone', async () => {
    const [row] = await place.rows(`select count(*) as n from changes where subject = '${subject}'`);
    expect(Number(row?.['n'])).toBe(1);
    const journals = filesIn(join(place.folder, 'witness')).filter((file) => readFileSync(file).includes(subject));
    expect(journals.every((file) => file.endsWith('.ndjson'))).toBe(true);
    const names = ((certificate as { stays: readonly { code: string }[] }).stays ?? []).map(({ code }) => code);
    expect(names).toEqual(expect.arrayContaining(['told-name', 'erased-mark']));
  });

  it('hold nothing of a record whose time is over, and no pseudonym but in the list of who was told', async () => {
    const [logged] = await place.rows(`select id, payload from entries where kind = 'request.logged'`);
    const payload = Buffer.from(logged?.['payload'] as Uint8Array);
    const marks = await place.rows('select mark from erased_marks');
    const over: readonly Secret[] = [
      { kind: 'records', looks: slices(payload) },
      { kind: 'marks', looks: marks.map(({ mark }) => Buffer.from(mark as Uint8Array)) },
    ];
    await place.settle();
    expect(await foundIn(place, over)).toEqual(
      expect.arrayContaining(['database-files: marks', 'database-files: records']),
    );
    place.clock.wind(30 * 31 * 86_400_000);
    await house.sweepErasures();
    // Where the engine keeps pseudonyms and sealed contents it keeps these; where it cleans, nothing is left.
    const kept = (kind: string) =>
      [...new Set(keeps.map((each) => each.split(':')[0]))]
        .filter((where) => where !== 'keystore-files')
        .map((where) => `${where}: ${kind}`);
    const left = await foundIn(place, over);
    expect(['marks', 'records'].flatMap(kept).sort()).toEqual(expect.arrayContaining([...left]));
    expect(await place.rows(`select 1 from entries where subject = '${subject}'`)).toEqual([]);
    const journals = filesIn(join(place.folder, 'witness')).filter((file) => readFileSync(file).includes(subject));
    expect(journals).toEqual([]);
  });

  it('say how the erasure was done without claiming more', () => {
    const { method } = certificate as { readonly method: string };
    expect(/written over/.test(method)).toBe(keeps.length > 0);
  });
});

describe('a SQLite log that somebody else still reads', () => {
  it('lets no erasure be called done, and it is done once they have read', async () => {
    const place = await onSqliteFiles.open();
    let house = await place.house();
    try {
      await aCompany(house);
      const request = await aCanary(house);
      const reader = new Database(join(place.folder, 'data', 'candor.db'), { readonly: true });
      reader.exec('begin');
      reader.prepare('select count(*) from entries').get();
      expect(await house.erase(PIA, { sender: by(officer), request })).toMatchObject({ underWay: request });
      // Longer than the reading is waited for.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      expect(await house.certificate(request)).toBeUndefined();
      reader.close();
      await house.close();
      house = await place.house();
      expect(stated(await house.certificate(request))).toEqual([]);
    } finally {
      await house.close();
      await place.drop();
    }
  }, 60_000);
});

describe.each(rawPlaces.filter(({ name }) => name !== onSqliteFiles.name))('the files of $name', ({ open }) => {
  it('hold no more than the certificate says where somebody still reads what was there before', async () => {
    const place = await open();
    const { house, request } = await aFullHouse(place);
    const reader = await place.reader();
    try {
      const secrets = await secretsOf(place, house, await subjectOf(house));
      const { certificate } = await erased(house, PIA, { sender: by(officer), request });
      await place.settle();
      const found = await foundIn(place, secrets);
      expect(stated(certificate)).toEqual(expect.arrayContaining([...found]));
      await reader.stop();
      await place.cleanUp();
      expect(stated(certificate)).toEqual(expect.arrayContaining([...(await foundIn(place, secrets))]));
    } finally {
      await reader.stop();
      await house.close();
      await place.drop();
    }
  }, 60_000);
});

describe.each(rawPlaces.filter(({ name }) => name.includes('reuses no piece')))('the files of $name', (engine) => {
  it('are cleaned once whoever read for a moment has read', async () => {
    const place = await engine.open();
    const { house, request } = await aFullHouse(place);
    const reader = await place.reader();
    try {
      const erasing = erased(house, PIA, { sender: by(officer), request });
      setTimeout(() => void reader.stop(), 300);
      expect(stated((await erasing).certificate)).toEqual([...engine.keeps].sort());
    } finally {
      await house.close();
      await place.drop();
    }
  }, 60_000);
});

describe.runIf(engines.includes('postgresql'))('the log of a PostgreSQL server', () => {
  it.each([
    ['a slot for a replica', {}, `select pg_create_physical_replication_slot('beside', true)`],
    ['an archive', { archive_mode: 'on', archive_command: 'true' }, 'select 1'],
  ])(
    'is not said to end with the server’s own pieces where %s keeps them',
    async (_who, settings, prepare) => {
      const { url, stop } = await startOwnCluster({ wal_recycle: 'off', ...settings });
      try {
        expect(await withMaintenance(url, async (on) => on.rows(prepare).then(() => retireLog(on)))).toBe('archived');
      } finally {
        await stop();
      }
    },
    60_000,
  );
});

describe('a SQLite file in which something was deleted without being written over', () => {
  it.each([
    [
      'a table that is dropped',
      `create table beside (text); insert into beside values (hex(randomblob(20000))); drop table beside`,
    ],
    [
      'a row among others',
      `create table beside (text); insert into beside values (hex(randomblob(90))), (hex(randomblob(90))), (hex(randomblob(90))); delete from beside where rowid = 2`,
    ],
  ])(
    'is named by doctor: %s',
    async (_what, work) => {
      const place = await onSqliteFiles.open();
      const house = await place.house();
      try {
        await aCompany(house);
        await aCanary(house);
        const words = () =>
          lookAtFiles(place.config()).map(({ state, words: said }) => `${state}: ${said.split(' ')[0]}`);
        const other = (setting: 'ON' | 'OFF', sql: string): void => {
          const db = new Database(join(place.folder, 'data', 'candor.db'));
          db.pragma(`secure_delete = ${setting}`);
          db.exec(sql);
          db.pragma('wal_checkpoint(TRUNCATE)');
          db.close();
        };
        other('ON', work.replaceAll('beside', 'before'));
        expect(words()).toEqual(['good: candor.db', 'good: keys.db']);
        other('OFF', work);
        expect(words()).toEqual(['bad: candor.db', 'good: keys.db']);
      } finally {
        await house.close();
        await place.drop();
      }
    },
    60_000,
  );

  it('may hold ids in its indexes where these are too large to be built anew, and the certificate says so', async () => {
    const place = await onSqliteFiles.open();
    const house = await place.house();
    try {
      await aCompany(house);
      const request = await aCanary(house);
      const db = new Database(join(place.folder, 'data', 'candor.db'));
      // A service notices whoever copies the log into its file.
      db.pragma('wal_autocheckpoint = 0');
      db.exec(`create table beside (bytes); insert into beside values (zeroblob(17000000))`);
      db.close();
      const { certificate } = await erased(house, PIA, { sender: by(officer), request });
      expect(stated(certificate)).toEqual(['database-files: pseudonyms']);
    } finally {
      await house.close();
      await place.drop();
    }
  }, 60_000);

  it('is named in the certificate of the next erasure', async () => {
    const place = await onSqliteFiles.open();
    const house = await place.house();
    try {
      await aCompany(house);
      const request = await aCanary(house);
      const db = new Database(join(place.folder, 'data', 'candor.db'));
      db.pragma('secure_delete = OFF');
      db.exec(`create table beside (text); insert into beside values (hex(randomblob(20000))); drop table beside`);
      db.close();
      const { certificate } = await erased(house, PIA, { sender: by(officer), request });
      expect(stated(certificate)).toEqual(['database-files: pseudonyms', 'database-files: sealed-contents']);
    } finally {
      await house.close();
      await place.drop();
    }
  }, 60_000);
});
