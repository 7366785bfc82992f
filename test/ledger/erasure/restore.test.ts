import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from '../../../scripts/backup.ts';
import { restore } from '../../../scripts/restore.ts';
import type { OpenHouse } from '../../../src/house.ts';
import { startService } from '../../../src/service.ts';
import {
  aCanary,
  aCompany,
  aPlace,
  by,
  CANARY,
  does,
  found,
  officer,
  PIA,
  type Place,
  staysAfterAll,
} from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { aDatabase, type Database } from '../../given/postgres.ts';
import { engines } from '../../given/service.ts';

const STAYS = 'customer:stays';
const hasTools = spawnSync('pg_dump', ['--version']).status === 0;

describe.each(engines.filter((engine) => engine === 'sqlite' || hasTools))(
  'a backup that is older than an erasure over %s',
  (engine) => {
    let place: Place;
    let house: OpenHouse | undefined;
    let copy: string;
    let fresh: Database | undefined;
    const changes = (): Readonly<Record<string, string>> => (fresh === undefined ? {} : { DATABASE_URL: fresh.url });
    const data = () => join(place.folder, 'data');
    const witness = () => join(place.folder, 'witness');

    beforeEach(async () => {
      place = await aPlace(engine);
      copy = join(place.folder, 'copy');
      house = await place.open();
      await aCompany(house);
      await staysAfterAll(house, STAYS);
      const request = await aCanary(house);
      await backup(place.config(), copy);
      await erased(house, PIA, { sender: by(officer), request });
      await does(house, 'use.record', {
        subject: STAYS,
        aiSystem: 'support-assistant',
        purpose: 'support-drafts',
        language: 'en',
      });
      await house.close();
      house = undefined;
      // The machine is lost but for the master key and the witness folder.
      renameSync(data(), `${data()}-lost`);
      mkdirSync(data());
      cpSync(join(`${data()}-lost`, 'master.key'), join(data(), 'master.key'));
      rmSync(`${data()}-lost`, { recursive: true });
      fresh = engine === 'postgresql' ? await aDatabase() : undefined;
    });
    afterEach(async () => {
      await house?.close();
      await fresh?.drop();
      fresh = undefined;
      await place.drop();
    });

    it('does not bring the person back, and everybody else is there', async () => {
      await expect(restore(place.config(changes()), copy, { acknowledge: false, clock: place.clock })).rejects.toThrow(
        /--acknowledge/,
      );
      const done = await restore(place.config(changes()), copy, { acknowledge: true, clock: place.clock });
      expect(done).toMatchObject({ erasedAgain: 1 });
      expect(done.lost).toBeGreaterThan(0);
      rmSync(copy, { recursive: true });
      house = await place.open(changes());
      for (const identifier of [PIA, `email:${CANARY}1@example.org`])
        expect((await house.see([identifier])).people[0]).toMatchObject({ found: 'erased' });
      expect((await house.see([STAYS])).people[0]).toMatchObject({ found: 'known' });
      expect((await house.requests({ limit: 10, kind: 'erasure' })).items.map(({ state }) => state)).toContain(
        'fulfilled',
      );
      expect(found(place.folder, CANARY)).toEqual([]);
      const used = await does(house, 'use.record', {
        subject: STAYS,
        aiSystem: 'support-assistant',
        purpose: 'support-drafts',
        language: 'en',
      });
      expect(used).toMatchObject({ allowed: true });
    });

    it('goes on under a key of its own, and publishes the old one for what that signed', async () => {
      await restore(place.config(changes()), copy, { acknowledge: true, clock: place.clock });
      const config = place.config({ ...changes(), PORT: '0', LOG_LEVEL: 'silent' });
      const service = await startService(config, place.clock, { sendsMessages: false });
      try {
        const told = await fetch(`http://127.0.0.1:${service.port}/.well-known/receipt-keys.json`);
        const { keys } = (await told.json()) as { keys: readonly { x: string }[] };
        const vkeys = readFileSync(join(data(), 'log.vkey'), 'utf8').trim().split('\n');
        // After name and hash stand one byte for the kind of key, and the key.
        const published = vkeys.map((vkey) =>
          Buffer.from(vkey.split('+').slice(2).join('+'), 'base64').subarray(1).toString('base64url'),
        );
        expect(published).toHaveLength(2);
        expect(keys.map(({ x }) => x)).toEqual(expect.arrayContaining(published));
      } finally {
        await service.stop();
      }
    });

    it('is refused without the journal of erasures, and where a file of it was changed', async () => {
      renameSync(join(witness(), 'journal'), join(place.folder, 'journal'));
      const refused = restore(place.config(changes()), copy, { acknowledge: true, clock: place.clock });
      await expect(refused).rejects.toThrow(/erasure journal/);
      writeFileSync(join(copy, 'log.vkey'), 'another');
      await expect(restore(place.config(changes()), copy, { acknowledge: true, clock: place.clock })).rejects.toThrow(
        /damaged/,
      );
    });
  },
);

describe.each(engines.filter((engine) => engine === 'sqlite' || hasTools))('a backup over %s', (engine) => {
  let place: Place;
  let copy: string;
  beforeEach(async () => {
    place = await aPlace(engine);
    copy = join(place.folder, 'copy');
    const house = await place.open();
    await aCompany(house);
    for (const who of [PIA, STAYS])
      await erased(house, who, { sender: by(officer), request: await aCanary(house, who) });
    await backup(place.config(), copy);
    await house.close();
  });
  afterEach(() => place.drop());

  it('holds the keys as they stood after the ledger, so that whoever came in meanwhile can be opened', () => {
    const writtenAt = (name: string): bigint => statSync(join(copy, name), { bigint: true }).mtimeNs;
    const [ledger, keys] = engine === 'sqlite' ? ['candor.db', 'keys.db'] : ['main.dump', 'keystore.dump'];
    expect(writtenAt(keys) >= writtenAt(ledger)).toBe(true);
  });

  it('is refused with a journal of erasures that was cut anywhere', async () => {
    const data = join(place.folder, 'data');
    const key = readFileSync(join(data, 'master.key'));
    rmSync(data, { recursive: true });
    mkdirSync(data);
    writeFileSync(join(data, 'master.key'), key, { mode: 0o600 });
    const folder = join(place.folder, 'witness', 'journal');
    const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.ndjson')) ?? 'none');
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (let kept = 0; kept < lines.length; kept += 1) {
      writeFileSync(
        file,
        lines
          .slice(0, kept)
          .map((line) => `${line}\n`)
          .join(''),
      );
      const cut = restore(place.config(), copy, { acknowledge: true, clock: place.clock });
      await expect(cut, `${kept} of ${lines.length} lines`).rejects.toThrow(/erasure journal/);
    }
  });
});
