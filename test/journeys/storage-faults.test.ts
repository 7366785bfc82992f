/**
 * Storage that goes, stands still or breaks under a running service: what was acknowledged stays, and nobody is told
 * that nothing was recorded.
 * Source: docs/promises.md F42 to F45; decision 0052; decision 0053; decision 0054.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aService, engines, type RunningService } from '../given/service.ts';
import {
  declareForUses,
  expectHonest,
  expectOneEach,
  loadWithUses,
  ready,
  sendUse,
  untilReadyIs,
} from '../given/store/keyed-load.ts';
import { type StallingProxy, stallingProxy } from '../given/store/stalling-proxy.ts';

let service: RunningService;
let proxy: StallingProxy | undefined;

afterEach(async () => {
  await service.stop();
  await proxy?.close();
  proxy = undefined;
});

const witnessOf = ({ dataDir }: RunningService): string => join(dataDir, '..', 'witness');
const wide = { timeout: 60_000 };

describe('files that go under a running service', () => {
  const places: readonly [name: string, path: (of: RunningService) => string, engines: readonly string[]][] = [
    ['the data folder', ({ dataDir }) => dataDir, ['sqlite']],
    ['the database', ({ dataDir }) => join(dataDir, 'candor.db'), ['sqlite']],
    ['its write-ahead log', ({ dataDir }) => join(dataDir, 'candor.db-wal'), ['sqlite']],
    ['the keystore', ({ dataDir }) => join(dataDir, 'keys.db'), ['sqlite']],
    ['the lock', ({ dataDir }) => join(dataDir, 'lock.db'), ['sqlite']],
    ['the witness folder', witnessOf, ['sqlite', 'postgresql']],
    ['the mark', (of) => join(witnessOf(of), 'mark-0'), ['sqlite', 'postgresql']],
    ['the journal of erasures', (of) => join(witnessOf(of), 'journal'), ['sqlite', 'postgresql']],
  ];
  for (const engine of engines)
    for (const [name, pathOf] of places.filter(([, , kinds]) => kinds.includes(engine)))
      it(
        `${name} moved away over ${engine}: nothing more is acknowledged, /readyz says so within a second, and back at its place it goes on`,
        wide,
        async () => {
          service = await aService({ engine });
          await declareForUses(service);
          const before = await sendUse(service, 'before');
          expect(before.told.status).toBe(201);
          const path = pathOf(service);
          renameSync(path, `${path}.away`);
          await untilReadyIs(service, 503, 1000);
          expect((await ready(service)).text).toContain('moved');
          const during = await sendUse(service, 'during');
          expectHonest([during]);
          expect(during.told.status).toBe(503);
          renameSync(`${path}.away`, path);
          await untilReadyIs(service, 200, 1000);
          service = await service.again();
          await expectOneEach(service, [before, during]);
        },
      );

  it('a database that another file has replaced acknowledges nothing from the very next write on', wide, async () => {
    service = await aService({ engine: 'sqlite' });
    await declareForUses(service);
    const file = join(service.dataDir, 'candor.db');
    renameSync(file, `${file}.away`);
    copyFileSync(`${file}.away`, file);
    // At once: nobody has looked yet.
    const next = await sendUse(service, 'next');
    expect([next.told.status, next.told.body.code]).toEqual([503, 'outcome-unknown']);
    expect((await ready(service)).status).toBe(503);
    expect((await sendUse(service, 'next')).told.status).toBe(503);
    rmSync(file);
    renameSync(`${file}.away`, file);
    await untilReadyIs(service, 200, 1000);
  });

  it('a database that is written over where it lies, with as many bytes, acknowledges nothing more', wide, async () => {
    service = await aService({ engine: 'sqlite' });
    await declareForUses(service);
    const file = join(service.dataDir, 'candor.db');
    const length = statSync(file).size;
    const open = openSync(file, 'r+');
    writeSync(open, Buffer.alloc(length, 'another one '));
    closeSync(open);
    expect(statSync(file).size).toBe(length);
    const next = await sendUse(service, 'next');
    expect(next.told.status).toBe(503);
    await untilReadyIs(service, 503, 1000);
    expect((await ready(service)).text).toContain('written over');
  });

  it('what the service copies into its file by itself is no alarm', wide, async () => {
    service = await aService({ engine: 'sqlite' });
    await declareForUses(service);
    const before = statSync(join(service.dataDir, 'candor.db')).mtimeMs;
    await service.house.store.scrub();
    expect(statSync(join(service.dataDir, 'candor.db')).mtimeMs).toBeGreaterThan(before);
    expect((await sendUse(service, 'next')).told.status).toBe(201);
    expect((await ready(service)).status).toBe(200);
  });

  it('a program that changes the database beside the service is told of within a second', wide, async () => {
    service = await aService({ engine: 'sqlite' });
    await declareForUses(service);
    const other = new Database(join(service.dataDir, 'candor.db'));
    other.prepare('select count(*) from entries').get();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await ready(service)).body.notes ?? []).toEqual([]);
    other.prepare(`insert into meta (name, value) values ('nothing', 'much')`).run();
    other.close();
    await vi.waitFor(async () => expect((await ready(service)).text).toContain('candor.db'), 1000);
    expect((await ready(service)).status).toBe(200);
  });

  it('a database that is deleted is noticed, and questions are answered on', wide, async () => {
    service = await aService({ engine: 'sqlite' });
    await declareForUses(service);
    rmSync(join(service.dataDir, 'candor.db'));
    await untilReadyIs(service, 503, 1000);
    expect((await sendUse(service, 'gone')).told.status).toBe(503);
    const asked = { subject: 'customer:1', aiSystem: 'suggester', purpose: 'suggestions' };
    expect((await service.call('POST', '/v1/checks', { scope: 'use', json: asked })).status).toBe(200);
  });
});

describe.each(engines)('a mark that cannot be written over %s', (engine) => {
  it(
    'denies nothing that is recorded: its answer leaves, what follows is refused, and the key gives the first answer',
    wide,
    async () => {
      service = await aService({ engine });
      const mark = join(witnessOf(service), 'mark-0');
      if (existsSync(mark)) rmSync(mark);
      // Every write to it says that the disk is full.
      symlinkSync('/dev/full', mark);
      service = await service.again();
      const sent = await Promise.all(Array.from({ length: 60 }, (_, at) => sendUse(service, `use-${at}`)));
      expectHonest(sent);
      expect((await ready(service)).body).toMatchObject({
        status: 'not-ready',
        notes: [expect.stringContaining('The disk of the mark is full')],
      });
      const recorded = sent.filter(({ told }) => told.status === 201);
      expect(recorded.length).toBeGreaterThan(0);
      const { body } = await service.call('GET', '/v1/ledger/entries?limit=100', { scope: 'audit' });
      expect(body.items).toHaveLength(recorded.length);
      for (const { key, told } of recorded) {
        const again = await sendUse(service, key);
        expect([again.told.status, again.told.text]).toEqual([201, told.text]);
      }
      expect((await sendUse(service, 'one-more')).told.status).toBe(503);
    },
  );
});

describe.skipIf(!engines.includes('postgresql'))('a PostgreSQL that fails', () => {
  it('by ending connections all the time, loses and doubles nothing, and is never a 500', wide, async () => {
    let url = '';
    service = await aService({
      engine: 'postgresql',
      reached: async (database) => {
        url = database;
        return database;
      },
    });
    await declareForUses(service);
    const load = loadWithUses(service, 8);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    let ended = 0;
    for (let round = 0; round < 40; round += 1) {
      const { rowCount } = await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      ended += rowCount ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await client.end();
    const sent = await load.end();
    expect(ended).toBeGreaterThan(40);
    expectHonest(sent);
    expect(sent.some(({ told }) => told.status === 201)).toBe(true);
    await untilReadyIs(service, 200, 3000);
    await expectOneEach(service, sent);
  });

  it(
    'that answers nothing any more: whoever waits is told within two seconds, so is /readyz, and it goes on at once afterwards',
    wide,
    async () => {
      service = await aService({
        engine: 'postgresql',
        reached: async (database) => {
          proxy = await stallingProxy(database);
          return proxy.url;
        },
      });
      await declareForUses(service);
      const load = loadWithUses(service, 4);
      await new Promise((resolve) => setTimeout(resolve, 500));
      proxy?.stall();
      const read = service.call('GET', '/v1/ledger/entries', { scope: 'audit' });
      const begun = performance.now();
      expect(await untilReadyIs(service, 503, 2000)).toBeLessThan(2000);
      expect((await ready(service)).text).toContain('does not answer');
      expect((await read).status).toBe(503);
      expect(performance.now() - begun).toBeLessThan(2500);
      const during = await sendUse(service, 'during');
      expect(during.told.status).toBe(503);
      expect(during.took).toBeLessThan(500);
      proxy?.flow();
      await untilReadyIs(service, 200, 2000);
      expect((await sendUse(service, 'after')).told.status).toBe(201);
      const sent = [...(await load.end()), during];
      expectHonest(sent);
      expect(Math.max(...sent.map(({ took }) => took))).toBeLessThan(3000);
      await expectOneEach(service, sent);
    },
  );
});
