/**
 * Whoever owns the database and has no key puts parts of it back to an older day, hides what stood against them and
 * starts the service again: nobody who was refused is permitted anything, and no fault is a raw one.
 * Source: docs/decisions/0063-the-head-of-the-state.md.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeAll } from '../../src/ledger/audit/judge.ts';
import { ADA, aShop, BEN, check, says, sure, use } from '../given/a-shop.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';
import { type Owner, ownerOf } from '../given/tamper/owner.ts';

const officer = { scope: 'admin', sub: 'officer' };

describe.each(dailyEngine)('whoever owns the database over %s', (engine) => {
  let service: RunningService;
  let owner: Owner;
  beforeEach(async () => {
    let databaseUrl = '';
    service = await aService({
      engine,
      reached: async (url) => {
        databaseUrl = url;
        return url;
      },
    });
    owner = ownerOf(service, databaseUrl);
    await aShop(service);
    sure(await says(service, 'given', ADA));
    sure(await says(service, 'given', BEN));
    expect((await check(service)).body).toMatchObject({ allowed: true });
  }, 60_000);
  afterEach(() => service.stop());

  const subjectOf = async (who: string): Promise<string> =>
    (await service.call('GET', `/v1/subjects/${who}`, { scope: 'consent' })).body.subject;
  const refused = (told: Told): boolean =>
    told.body.allowed === false || (told.status === 503 && told.body.code === 'state-does-not-fit');
  async function permitsNothing(): Promise<void> {
    for (const told of [await check(service), await use(service)]) expect(refused(told), told.text).toBe(true);
  }
  /** After a start, or because there is none: a sentence that says what to do. */
  async function permitsNothingAfterTheNextStart(): Promise<void> {
    try {
      service = await service.again();
    } catch (fault) {
      expect(String(fault)).toMatch(/verify -- --all|put back to an older state/);
      return;
    }
    await permitsNothing();
    const { notes } = (await service.call('GET', '/readyz')).body;
    expect(notes.join(' ')).toContain('are not what this service wrote');
  }
  async function isNamed(): Promise<void> {
    const { store, keyring } = service.house;
    expect((await judgeAll({ store, keyring })).differences.length).toBeGreaterThan(0);
  }
  const stop = async (): Promise<void> => {
    const json = { reason: { en: 'It counted income twice.' } };
    sure(await service.call('POST', '/v1/ai-systems/support-assistant/suspension', { json, ...officer }));
    expect((await check(service)).body).toMatchObject({ allowed: false });
  };
  const hide = (where: string): Promise<number> =>
    owner.run(`update "entries" set "kind" = 'look.taken', "subject" = null, "n" = null where ${where}`);

  it('does not lift a stop by calling it something else and putting the head of the state back', async () => {
    const head = await owner.copy('registry_head');
    await stop();
    expect(await hide(`"kind" = 'ai-system.suspended'`)).toBe(1);
    await isNamed();
    await head.putBack();
    await isNamed();
    await permitsNothing();
    await permitsNothingAfterTheNextStart();
  });

  it('does not lift a stop by calling it something else', async () => {
    await stop();
    await hide(`"kind" = 'ai-system.suspended'`);
    await permitsNothingAfterTheNextStart();
  });

  it('does not lift a stop by taking it out, and is told in a sentence', async () => {
    await stop();
    await owner.run(`delete from "entries" where "kind" = 'ai-system.suspended'`);
    await permitsNothingAfterTheNextStart();
  });

  it('does not undo a withdrawal by the person’s row of an older day with the newer entries hidden, at once or after a start', async () => {
    const subject = await subjectOf(ADA);
    const rows = await owner.copy('people', `"subject" = '${subject}'`);
    const acts = await owner.copy('acts', `"subject" = '${subject}'`);
    service.clock.wind(60_000);
    sure(await says(service, 'withdrawn', ADA));
    expect(await hide(`"subject" = '${subject}' and "kind" = 'consent.withdrawn'`)).toBe(1);
    await rows.putBack();
    await acts.putBack();
    await permitsNothing();
    await isNamed();
    await permitsNothingAfterTheNextStart();
  });

  it('does not undo a withdrawal by every row of the person, and the head, of an older day', async () => {
    const subject = await subjectOf(ADA);
    const tables = ['people', 'acts', 'uses', 'changes', 'requests', 'reviews', 'messages', 'identities'];
    const copies = [];
    for (const table of tables) copies.push(await owner.copy(table, `"subject" = '${subject}'`));
    copies.push(await owner.copy('registry_head'));
    service.clock.wind(60_000);
    sure(await says(service, 'withdrawn', ADA));
    await hide(`"subject" = '${subject}' and "kind" = 'consent.withdrawn'`);
    for (const copy of copies) await copy.putBack();
    await permitsNothing();
    await permitsNothingAfterTheNextStart();
  });

  it('does not undo a withdrawal by the whole ledger and every view of an older day: the mark knows', async () => {
    const tables = ['people', 'acts', 'changes', 'registry_head', 'checkpoints', 'tiles', 'entries', 'idempotency'];
    const copies = [];
    for (const table of tables) copies.push(await owner.copy(table));
    service.clock.wind(60_000);
    sure(await says(service, 'withdrawn', ADA));
    for (const copy of copies) await copy.putBack();
    await permitsNothing();
    await expect(service.again()).rejects.toThrow(/put back to an older state/);
  });

  it('does not make it look like an older release, whose marks are taken as they stand', async () => {
    sure(await service.call('POST', `/v1/subjects/${ADA}/erasure`, { json: {}, ...officer }));
    expect((await check(service)).body).toMatchObject({ allowed: false });
    await owner.run(`delete from "erased_marks"`);
    await owner.run(`delete from "meta" where "name" in ('folds', 'marks')`);
    await owner.run(`update "registry_head" set "state" = null, "bound" = null`);
    await permitsNothingAfterTheNextStart();
  });

  it('does not take a note away unseen', async () => {
    await owner.run(`insert into "meta" ("name", "value") values ('shared-identifiers', '[]')`);
    await isNamed();
    await permitsNothingAfterTheNextStart();
  });

  it('does not let in again whom a revocation keeps out', async () => {
    const json = { principal: 'clerk' };
    sure(await service.call('POST', '/v1/revocations', { json, scope: 'access', sub: 'officer' }));
    const asked = (): Promise<Told> => service.call('GET', '/v1/purposes', { scope: 'registry', sub: 'clerk' });
    expect((await asked()).status).toBe(401);
    expect(await hide(`"kind" = 'access.revoked'`)).toBe(1);
    await isNamed();
    service = await service.again();
    expect([(await asked()).status, (await asked()).body.code]).toEqual([503, 'state-does-not-fit']);
  });

  it('opens no request of somebody else with the secret of one of their own', async () => {
    const asked = async (email: string): Promise<{ readonly id: string; readonly secret: string }> => {
      const json = { kind: 'access', subject: email, language: 'en' };
      return sure(await service.call('POST', '/v1/requests', { json, scope: 'requests' })).body;
    };
    const [mine, theirs] = [await asked(ADA), await asked(BEN)];
    const read = (id: string): Promise<Told> =>
      service.call('GET', `/v1/requests/${id}`, { headers: { 'request-secret': mine.secret } });
    expect((await read(mine.id)).status).toBe(200);
    const [row] = await owner.rows(`select "secret" from "request_secrets" where "request" = '${mine.id}'`);
    await owner.run(`update "request_secrets" set "secret" = ? where "request" = '${theirs.id}'`, [row?.['secret']]);
    expect((await read(theirs.id)).status).not.toBe(200);
  });

  it('is not accused after starts, acts and erasures', async () => {
    await stop();
    service = await service.again();
    sure(await service.call('DELETE', '/v1/ai-systems/support-assistant/suspension', officer));
    sure(await service.call('POST', `/v1/subjects/${BEN}/erasure`, { json: {}, ...officer }));
    service.clock.wind(60_000);
    sure(await says(service, 'withdrawn', ADA));
    sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA }));
    service = await service.again();
    expect(service.house.unfit()).toEqual([]);
    const { store, keyring } = service.house;
    expect((await judgeAll({ store, keyring })).differences).toEqual([]);
  });
});

describe('whoever owns the file of the database', () => {
  it('does not start over one of an older day while the witness folder is of today', async () => {
    const service = await aService({ engine: 'sqlite' });
    try {
      await aShop(service);
      sure(await says(service, 'given', ADA));
      await service.house.store.scrub();
      const file = join(service.dataDir, 'candor.db');
      copyFileSync(file, `${file}.older`);
      service.clock.wind(60_000);
      sure(await says(service, 'withdrawn', ADA));
      await service.house.store.scrub();
      copyFileSync(`${file}.older`, file);
      const told = await check(service).catch(() => undefined);
      expect(told?.body.allowed).not.toBe(true);
      await expect(service.again()).rejects.toThrow(/put back to an older state/);
    } finally {
      await service.stop().catch(() => undefined);
    }
  });
});
