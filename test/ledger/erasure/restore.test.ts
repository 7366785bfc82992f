import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from '../../../scripts/backup.ts';
import { restore } from '../../../scripts/restore.ts';
import type { OpenHouse } from '../../../src/house.ts';
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
      await aCanary(house, STAYS);
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
