import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from '../scripts/backup.ts';
import { type Restored, restore } from '../scripts/restore.ts';
import { readMarks } from '../scripts/verify/mark.ts';
import { openSource } from '../scripts/verify/open-source.ts';
import { trusted } from '../scripts/verify/trust.ts';
import { verifyBundle } from '../scripts/verify/verify-bundle.ts';
import { verifyLog } from '../scripts/verify/verify-log.ts';
import { isWrong } from '../scripts/verify/wrong.ts';
import type { OpenHouse } from '../src/house.ts';
import { openMark } from '../src/ledger/mark.ts';
import { rebuildViews } from '../src/ledger/rebuild.ts';
import { SealedError } from '../src/seal/seal.ts';
import { type Service, startService } from '../src/service.ts';
import { defined } from '../src/vocabulary/defined.ts';
import { aCompany, aPlace, by, does, officer, type Place, staysAfterAll } from './given/ledger/a-house.ts';
import { erased } from './given/ledger/erased.ts';
import { aDatabase, type Database } from './given/postgres.ts';
import { dailyEngine } from './given/service.ts';

const STAYS = 'customer:stays';
const SYSTEM = 'support-assistant';
const hasTools = spawnSync('pg_dump', ['--version']).status === 0;
const used = { subject: STAYS, aiSystem: SYSTEM, purpose: 'support-drafts', language: 'en' };

describe.each(dailyEngine.filter((engine) => engine === 'sqlite' || hasTools))(
  'a ledger that was restored over %s',
  (engine) => {
    let place: Place;
    let house: OpenHouse | undefined;
    let sub = '';
    let fresh: Database[] = [];
    const changes = (): Readonly<Record<string, string>> => {
      const newest = fresh.at(-1);
      return newest === undefined ? {} : { DATABASE_URL: newest.url };
    };
    const data = () => join(place.folder, 'data');
    const witness = () => join(place.folder, 'witness');
    const opened = async (): Promise<OpenHouse> => {
      house = await place.open(changes());
      return house;
    };
    const closed = async (): Promise<void> => {
      await house?.close();
      house = undefined;
    };

    /** The machine is lost but for the master key and the witness folder; a copy is put back onto a new one. */
    async function restored(copy: string, acknowledge = true): Promise<Restored> {
      await closed();
      const lost = `${data()}-lost`;
      renameSync(data(), lost);
      mkdirSync(data());
      cpSync(join(lost, 'master.key'), join(data(), 'master.key'));
      rmSync(lost, { recursive: true });
      if (engine === 'postgresql') fresh.push(await aDatabase());
      return restore(place.config(changes()), copy, { acknowledge, clock: place.clock });
    }

    async function judged() {
      const url = place.config(changes()).databaseUrl;
      const source = await openSource({ dataFolder: data(), ...defined({ databaseUrl: url }) });
      const trust = trusted({ vkeys: [], dataFolder: data() });
      const marks = readMarks(witness());
      if (isWrong(source) || isWrong(trust) || isWrong(marks)) throw new Error(JSON.stringify([source, trust, marks]));
      try {
        return { all: await verifyLog(source, trust, marks), trust };
      } finally {
        await source.close();
      }
    }

    beforeEach(async () => {
      place = await aPlace(engine);
      fresh = [];
      const begun = await opened();
      await aCompany(begun);
      await staysAfterAll(begun, STAYS);
      const seen = (await begun.see([STAYS])).people[0];
      sub = seen?.found === 'known' ? seen.subject : '';
      await backup(place.config(), join(place.folder, 'copy'));
      await does(begun, 'ai-system.suspend', { key: SYSTEM });
      await does(begun, 'ai-system.resume', { key: SYSTEM });
    });
    afterEach(async () => {
      await closed();
      for (const database of fresh) await database.drop();
      await place.drop();
    });

    it('goes on in a new log that names the old one, and every person’s record goes on over both', async () => {
      const before = house as OpenHouse;
      const cursor = (await before.changes(0, 1000)).at(-1)?.position ?? 0;
      const [lostSize, oldKey] = [await before.ledger.size(0), await before.ledger.vkey(0)];
      const done = await restored(join(place.folder, 'copy'));
      expect(done).toMatchObject({ log: 1, lost: 2, size: lostSize - 2 });

      const now = await opened();
      expect(now.ledger.log).toBe(1);
      expect(await now.ledger.size(0)).toBe(done.size);
      expect(await now.ledger.vkey(0)).toBe(oldKey);
      const begun = await now.entry(1, 0);
      const origin = oldKey?.split('+')[0];
      expect(begun).toMatchObject({
        kind: 'log.continued',
        payload: { origin, size: done.size, known: [{ origin, size: lostSize }] },
      });
      expect((await now.ledger.vkey(1))?.startsWith(`${origin?.slice(0, -1)}1+`)).toBe(true);
      expect(readFileSync(join(data(), 'log.vkey'), 'utf8').trim().split('\n')).toEqual([
        await now.ledger.vkey(0),
        await now.ledger.vkey(1),
      ]);

      const [last] = (await now.chain(sub, { limit: 1 })).items;
      const answer = await does(now, 'use.record', used);
      expect(answer).toMatchObject({ allowed: true, entry: { log: 1 } });
      const [next] = (await now.chain(sub, { limit: 1 })).items;
      expect([next?.log, next?.n]).toEqual([1, (last?.n ?? 0) + 1]);
      expect((await now.chain(sub, { limit: 1, upTo: { log: 0, size: done.size } })).items[0]?.n).toBe(last?.n);

      await does(now, 'ai-system.suspend', { key: SYSTEM });
      expect((await now.changes(cursor, 10)).map(({ what }) => what)).toEqual(['ai-system-suspended']);
      await does(now, 'ai-system.resume', { key: SYSTEM });

      const listed: string[] = [];
      for (let at: number | undefined; ; ) {
        const page = await now.entries({ limit: 7, ...defined({ before: at }) });
        listed.push(...page.items.map(({ log, index }) => `${log}/${index}`));
        if (page.next === null) break;
        at = page.next;
      }
      const [first, second] = [done.size, await now.ledger.size(1)];
      const places = [
        ...Array.from({ length: first }, (_, i) => `0/${i}`),
        ...Array.from({ length: second }, (_, i) => `1/${i}`),
      ];
      expect(listed).toEqual(places.reverse());
    });

    it('proves over both logs: evidence, the whole ledger, and views folded anew', async () => {
      await restored(join(place.folder, 'copy'));
      const now = await opened();
      await does(now, 'use.record', used);
      await does(now, 'ai-system.suspend', { key: SYSTEM });
      await does(now, 'ai-system.resume', { key: SYSTEM });
      const evidence = Buffer.from(JSON.stringify(await now.evidence(sub)));
      const registry = await now.registry();
      const { store, keyring, room } = now;
      await rebuildViews({ store, keyring, log: room.log, defaultRegime: room.defaultRegime, now: now.now() });
      expect((await now.chain(sub, { limit: 1 })).items[0]?.log).toBe(1);
      await closed();

      const { all, trust } = await judged();
      expect(all).toMatchObject({
        findings: [],
        notes: [expect.stringContaining('2 entries were lost')],
        logs: [{ log: 0 }, { log: 1 }],
      });
      expect(verifyBundle(evidence, trust)).toMatchObject({ findings: [], subject: sub });
      const { keys } = trust;
      expect(verifyBundle(evidence, { ...trust, keys: keys.slice(0, 1) }).findings.length).toBeGreaterThan(0);

      const again = await opened();
      expect((await again.registry()).version).toBe(registry.version);
      expect(await does(again, 'use.record', used)).toMatchObject({ allowed: true });
      expect(await erased(again, STAYS, { sender: by(officer) })).toMatchObject({
        certificate: { covers: expect.arrayContaining([expect.objectContaining({ log: 1 })]) },
      });
      await closed();
      expect((await judged()).all.findings).toEqual([]);
    });

    it('never uses the number of a log twice, however often the same copy is put back', async () => {
      expect(await restored(join(place.folder, 'copy'))).toMatchObject({ log: 1 });
      await does(await opened(), 'use.record', used);
      await expect(restored(join(place.folder, 'copy'), false)).rejects.toThrow(/--acknowledge/);
      mkdirSync(data(), { recursive: true });
      expect(await restored(join(place.folder, 'copy'))).toMatchObject({ log: 2, lost: 4 });
      const now = await opened();
      expect((await now.entry(2, 0))?.payload).toMatchObject({ known: [{ size: expect.any(Number) }, { size: 2 }] });
      await does(now, 'use.record', used);
      await backup(place.config(changes()), join(place.folder, 'later'));
      expect(await restored(join(place.folder, 'later'), false)).toMatchObject({ log: 3, lost: 0 });
      expect((await judged()).all).toMatchObject({ findings: [], logs: [{ log: 0 }, { log: 2 }, { log: 3 }] });
    });

    it('shows the package of an answered request as it was, whichever log it was answered in', async () => {
      const service = async (): Promise<Service> =>
        startService(place.config({ ...changes(), PORT: '0', LOG_LEVEL: 'silent' }), place.clock, {
          checkReplies: true,
        });
      const call = async (at: Service, path: string, json?: unknown) => {
        const headers = {
          authorization: `Bearer ${await at.token({ sub: 'olga', scope: 'requests use' })}`,
          'content-type': 'application/json',
        };
        const answer = await fetch(`http://127.0.0.1:${at.port}${path}`, {
          headers,
          ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
        });
        const body = (await answer.json()) as Record<string, unknown>;
        if (answer.status >= 300) throw new Error(`${path} ${JSON.stringify(body)}`);
        return body;
      };
      const answered = async (at: Service): Promise<string> => {
        const { id } = await call(at, '/v1/requests', { kind: 'access', subject: STAYS });
        await call(at, `/v1/requests/${id}/verify`, { reason: 'known', level: 'reasonable' });
        await call(at, `/v1/requests/${id}/fulfil`, { reason: 'here it is' });
        return String(id);
      };
      const shown = async (at: Service, id: string) => {
        const { data, aiUse } = (await call(at, `/v1/requests/${id}/package`)) as {
          data: { uses: unknown[] };
          aiUse: { proof: unknown };
        };
        return { uses: data.uses.length, proof: aiUse.proof };
      };
      const use = { subject: STAYS, aiSystem: SYSTEM, purpose: 'support-drafts' };

      await closed();
      let running = await service();
      try {
        const first = await answered(running);
        const before = await shown(running, first);
        await running.stop();
        await backup(place.config(changes()), join(place.folder, 'later'));
        await restored(join(place.folder, 'later'), false);
        running = await service();
        await call(running, '/v1/uses', use);
        const second = await answered(running);
        const between = await shown(running, second);
        await call(running, '/v1/uses', use);
        expect(await shown(running, first)).toEqual(before);
        expect(await shown(running, second)).toEqual(between);
        expect(between.uses).toBe(before.uses + 1);
      } finally {
        await running.stop();
      }
    });

    it('is sealed where the new log or its mark is taken away', async () => {
      await restored(join(place.folder, 'copy'));
      await does(await opened(), 'use.record', used);
      await closed();
      const mark = join(witness(), 'mark-1');
      if (engine === 'sqlite') {
        renameSync(mark, `${mark}.gone`);
        await expect(opened()).rejects.toThrow(SealedError);
        renameSync(`${mark}.gone`, mark);
      }
      writeMark4();
      expect((await judged()).all.findings.map(({ place: at }) => at)).toEqual(['log 4 mark']);
    });

    it('does not begin anew over a restore that was cut short', async () => {
      await restored(join(place.folder, 'copy'));
      rmSync(join(data(), 'installation.json'));
      if (engine === 'postgresql') fresh.push(await aDatabase());
      await expect(opened()).rejects.toThrow(/witness folder knows a ledger/);
      if (engine === 'sqlite') expect(readdirSync(data())).toContain('candor.db');
    });

    /** A mark of a log that no entry names: its whole log was taken away. */
    function writeMark4(): void {
      const mark = openMark(witness(), 4);
      mark.write(3, new Uint8Array(32));
      mark.close();
    }
  },
);
