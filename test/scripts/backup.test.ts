/** Sealed backups in a folder and in S3-compatible storage: what comes back, what does not, and what is found. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findKept, ownBackups, removeOver, sealInto } from '../../scripts/backup/kept.ts';
import { placeFor } from '../../scripts/backup/place.ts';
import { prove } from '../../scripts/backup/prove.ts';
import { restore } from '../../scripts/restore.ts';
import type { Config } from '../../src/config.ts';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { backupName } from '../../src/vocabulary/kept-backup.ts';
import {
  aCanary,
  aCompany,
  aPlace,
  by,
  CANARY,
  found,
  officer,
  PIA,
  type Place,
  staysAfterAll,
} from '../given/ledger/a-house.ts';
import { erased } from '../given/ledger/erased.ts';
import { aDatabase } from '../given/postgres.ts';
import { BUCKET, type Storage, startStorage } from '../given/s3.ts';
import { dailyEngine, engines } from '../given/service.ts';

const STAYS = 'customer:stays';
const hasTools = spawnSync('pg_dump', ['--version']).status === 0;
let storage: Storage;
beforeAll(async () => {
  storage = await startStorage();
}, 60_000);
afterAll(() => storage.stop());

const anywhere = { scratch: undefined, database: undefined };

/** Only the master key and the witness folder are left of the machine. */
function lose({ folder }: Place): void {
  const data = join(folder, 'data');
  const key = readFileSync(join(data, 'master.key'));
  rmSync(data, { recursive: true });
  mkdirSync(data);
  writeFileSync(join(data, 'master.key'), key, { mode: 0o600 });
}

/** Other storage changes nothing about the engine; both are tried with the one that takes less time. */
const tried = [
  ...dailyEngine.map((engine) => [engine, 'a folder'] as const),
  ...(engines.includes('sqlite') ? [['sqlite', 'S3-compatible storage'] as const] : []),
].filter(([engine]) => engine === 'sqlite' || hasTools);

describe.each(tried)('a sealed backup over %s in %s', (engine, kind) => {
  let place: Place;
  let to: string;
  let files: string;
  let config: Config;
  beforeEach(async () => {
    place = await aPlace(engine);
    const prefix = place.folder.split('/').at(-1) ?? '';
    to = kind === 'a folder' ? join(place.folder, 'backups') : `s3://${BUCKET}/${prefix}`;
    files = kind === 'a folder' ? to : join(storage.folder, BUCKET, prefix);
    config = place.config(storage.variables);
    const house = await place.open();
    await aCompany(house);
    await staysAfterAll(house, STAYS);
    const request = await aCanary(house);
    await sealInto(config, placeFor(config, to));
    await erased(house, PIA, { sender: by(officer), request });
    await house.close();
  });
  afterEach(() => place.drop());

  it('restores, brings nobody back who was erased since, and everybody else', async () => {
    lose(place);
    const fresh = engine === 'postgresql' ? await aDatabase() : undefined;
    const its = fresh === undefined ? {} : { DATABASE_URL: fresh.url };
    const done = await restore(place.config({ ...storage.variables, ...its }), to, {
      acknowledge: true,
      clock: place.clock,
    });
    expect(done).toMatchObject({ erasedAgain: 1 });
    const house = await place.open(its);
    expect((await house.see([PIA])).people[0]).toMatchObject({ found: 'erased' });
    expect((await house.see([STAYS])).people[0]).toMatchObject({ found: 'known' });
    await house.close();
    await fresh?.drop();
    expect(readdirSync(join(place.folder, 'data')).filter((name) => name.includes('scratch'))).toEqual([]);
  });

  it('is proven good by a restore into a scratch place, which leaves everything as it was', async () => {
    const before = found(join(place.folder, 'witness'), '');
    const proof = await prove(config, to, anywhere);
    expect(proof.findings).toEqual([]);
    expect(proof).toMatchObject({ erasedAgain: 1 });
    expect(proof.size).toBeGreaterThan(20);
    expect(proof.behind).toBeGreaterThan(0);
    expect(found(join(place.folder, 'witness'), '')).toEqual(before);
    const house = await place.open();
    expect((await house.see([STAYS])).people[0]).toMatchObject({ found: 'known' });
    await house.close();
  });

  it('says nothing to whoever reads the place, and is found changed by one bit in any file', async () => {
    expect(found(files, CANARY)).toEqual([]);
    expect(found(files, 'SQLite format 3')).toEqual([]);
    const { name } = await findKept(config, to);
    const names = filesOf(join(files, name)).filter(
      (file) => file.includes('.sealed') && !/_metadata|\.md5/.test(file),
    );
    expect(names.length).toBeGreaterThanOrEqual(5);
    for (const file of names) {
      const was = readFileSync(file);
      const changed = Buffer.from(was);
      const place = Math.floor(changed.length / 2);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(file, changed);
      await expect(prove(config, to, anywhere), file).rejects.toThrow(/does not open/);
      writeFileSync(file, was);
    }
  });

  it('lets go of those that are over and of no other', async () => {
    const there = placeFor(config, to);
    const [first] = await ownBackups(config, there);
    const { ledger = '' } = first ?? {};
    const named = async (days: number, its = ledger, isWhole = true): Promise<string> => {
      const name = backupName({ at: Date.now() - days * DAY_MS, ledger: its, chance: '00000000' });
      for (const file of ['candor.db.sealed', ...(isWhole ? ['backup.json.sealed'] : [])])
        await there.put(
          `${name}/${file}`,
          (async function* () {
            yield Buffer.from('made up');
          })(),
        );
      return name;
    };
    const [old, elsewhere, unfinished, underWay, young] = [
      await named(29.5),
      await named(100, 'ffffffff'),
      await named(2, ledger, false),
      await named(0.5, ledger, false),
      await named(20),
    ];
    const removed = await removeOver(config, there);
    // Until the next run it would be older than CANDOR_BACKUP_LIFE (P30D).
    expect([...removed].sort()).toEqual([old, unfinished].sort());
    const left = new Set((await there.list()).map((path) => path.split('/')[0]));
    expect(left).toEqual(new Set([first?.name, elsewhere, underWay, young]));
    const few = { ...config, backup: { ...config.backup, keep: 1 } };
    expect(await removeOver(few, there)).toEqual([young]);
  });

  it('a removal that is cut short anywhere leaves none that looks whole and is not', async () => {
    const there = placeFor(config, to);
    const [first] = await ownBackups(config, there);
    const name = backupName({ at: Date.now() - 40 * DAY_MS, ledger: first?.ledger ?? '', chance: '00000000' });
    const files = ['backup.json', 'candor.db', 'keys.db', 'log.vkey'].map((file) => `${name}/${file}.sealed`);
    for (let most = 0; most < files.length; most += 1) {
      for (const file of files)
        await there.put(
          file,
          (async function* () {
            yield Buffer.from('made up');
          })(),
        );
      let removed = 0;
      const cut = async (path: string): Promise<void> => {
        if (removed === most) throw new Error('the power went');
        removed += 1;
        await there.remove(path);
      };
      await expect(removeOver(config, { ...there, remove: cut })).rejects.toThrow('the power went');
      const left = (await ownBackups(config, there)).find((each) => each.name === name);
      expect([left?.paths.length, left?.isWhole]).toEqual([files.length - most, most === 0]);
    }
    expect(await removeOver(config, there)).toEqual([name]);
  });
});

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());

describe('a place that cannot be used', () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace('sqlite');
    await (await place.open()).close();
  });
  afterAll(() => place.drop());
  const sealedTo = (to: string, changes: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const config = place.config({ ...storage.variables, ...changes });
    return Promise.resolve().then(() => sealInto(config, placeFor(config, to)));
  };

  it('is told in a sentence without a secret, and nothing stays behind', async () => {
    await expect(sealedTo('s3://no-such-bucket/a')).rejects.toThrow(/404 NoSuchBucket/);
    await expect(sealedTo(`s3://${BUCKET}/a`, { AWS_SECRET_ACCESS_KEY: 'guessed' })).rejects.toThrow(
      /^(?!.*guessed).*403 SignatureDoesNotMatch/,
    );
    await expect(sealedTo(`s3://${BUCKET}/a`, { AWS_SECRET_ACCESS_KEY: '' })).rejects.toThrow(/AWS_SECRET_ACCESS_KEY/);
    await expect(sealedTo('s3://')).rejects.toThrow(/names no bucket/);
    const nobody = { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' };
    await expect(sealedTo(`s3://${BUCKET}/a`, nobody)).rejects.toThrow(/cannot be reached/);
    const file = join(place.folder, 'a-file');
    writeFileSync(file, '');
    await expect(sealedTo(file)).rejects.toThrow();
    expect(readdirSync(join(place.folder, 'data')).filter((name) => name.includes('scratch'))).toEqual([]);
  });
});

it('a long file goes to S3-compatible storage in parts, and comes back the same', async () => {
  const place = await aPlace('sqlite');
  const there = placeFor(place.config(storage.variables), `s3://${BUCKET}/long & <odd>`);
  const block = Buffer.alloc(1024 * 1024, 'candor');
  const blocks = 34;
  await there.put(
    '20261130T000000Z-00000000-00000000/a.sealed',
    (async function* () {
      for (let at = 0; at < blocks; at += 1) yield block;
    })(),
  );
  expect(await there.list()).toEqual(['20261130T000000Z-00000000-00000000/a.sealed']);
  let length = 0;
  for await (const piece of there.get('20261130T000000Z-00000000-00000000/a.sealed')) length += piece.length;
  expect(length).toBe(blocks * block.length);
  const broken = there.put(
    '20261130T000000Z-00000000-00000000/b.sealed',
    (async function* () {
      for (let at = 0; at < blocks; at += 1) yield block;
      throw new Error('the disk went away');
    })(),
  );
  await expect(broken).rejects.toThrow('the disk went away');
  expect(await there.list()).toEqual(['20261130T000000Z-00000000-00000000/a.sealed']);
  await place.drop();
});
