import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { type Service, startService } from '../../src/service.ts';
import { revocationHoldsWithinSeconds } from '../../src/vocabulary/access.ts';
import { ADA, aShop, atTheConsole, question, signedIn, sure } from '../given/a-shop.ts';
import { aDatabase, type Database } from '../given/postgres.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { aColleague } from '../given/signing-in.ts';

const SECOND = 1000;

describe.each(engines)('what was ended counts no more, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());

  const asks = (token: string) => ({
    read: () => service.call('GET', `/v1/subjects/${ADA}`, { headers: { authorization: `Bearer ${token}` } }),
    /** The way in front of the router. */
    check: () =>
      service.call('POST', '/v1/checks', { json: question(), headers: { authorization: `Bearer ${token}` } }),
  });
  const both = async (token: string): Promise<readonly number[]> => [
    (await asks(token).read()).status,
    (await asks(token).check()).status,
  ];
  const ends = (json: object, scope = 'access') =>
    service.call('POST', '/v1/revocations', { json, scope, sub: 'guard' });

  it('a member of staff who is set inactive loses token and session at once, and gets neither back', async () => {
    await aColleague(service, 'nina');
    const token = await service.token({ sub: 'nina', scope: 'admin' });
    const asService = await service.token({ sub: 'nina', scope: 'use consent' });
    const cookie = await atTheConsole(service, 'nina');
    expect([await both(token), await both(asService)]).toEqual([
      [200, 200],
      [200, 200],
    ]);
    await aColleague(service, 'nina', { active: false });
    expect([await both(token), await both(asService)]).toEqual([
      [401, 401],
      [401, 401],
    ]);
    expect((await service.call('GET', '/console', { headers: { ...cookie } })).status).toBe(401);
    expect(await both(await service.token({ sub: 'nina', scope: 'admin' }))).toEqual([401, 401]);
    service.clock.wind(SECOND);
    await aColleague(service, 'nina');
    expect([await both(token), await both(asService)]).toEqual([
      [401, 401],
      [401, 401],
    ]);
    expect((await service.call('GET', '/console', { headers: { ...cookie } })).status).toBe(401);
    expect(await both(await service.token({ sub: 'nina', scope: 'admin' }))).toEqual([200, 200]);
  });

  it('a token that is ended by its id is refused everywhere, and no other of the same principal', async () => {
    const [lost, kept] = [
      await service.token({ sub: 'shop', scope: 'use consent' }),
      await service.token({ sub: 'shop', scope: 'use consent' }),
    ];
    expect([await both(lost), await both(kept)]).toEqual([
      [200, 200],
      [200, 200],
    ]);
    const { body } = sure(await ends({ tokenId: decodeJwt(lost).jti, cause: 'lost' }));
    expect(body).toMatchObject({ what: 'token', cause: 'lost', entry: expect.anything() });
    expect([await both(lost), await both(kept)]).toEqual([
      [401, 401],
      [200, 200],
    ]);
    expect((await service.call('DELETE', `/v1/revocations/${body.id}`, { scope: 'access' })).status).toBe(409);
  });

  it('everything of a principal ends until it is lifted, and what was issued before stays ended', async () => {
    const token = await service.token({ sub: 'partner', scope: 'use consent' });
    const { body } = sure(await ends({ principal: 'partner' }));
    expect(await both(token)).toEqual([401, 401]);
    expect(await both(await service.token({ sub: 'partner', scope: 'use consent' }))).toEqual([401, 401]);
    service.clock.wind(SECOND);
    sure(await service.call('DELETE', `/v1/revocations/${body.id}`, { scope: 'access' }));
    expect(await both(token)).toEqual([401, 401]);
    expect(await both(await service.token({ sub: 'partner', scope: 'use consent' }))).toEqual([200, 200]);
  });

  it('a customer who is shut out is so with token and browser', async () => {
    const cookie = await signedIn(service, 'customer:77');
    expect((await service.call('GET', '/me', { headers: { ...cookie } })).status).toBe(200);
    sure(await ends({ principal: 'customer:77' }));
    expect((await service.call('GET', '/me', { headers: { ...cookie } })).status).toBe(401);
    expect((await service.call('GET', '/v1/me/ai-use', { self: 'customer:77' })).status).toBe(401);
  });

  it('is recorded, listed, asks for a scope of its own, and outlives a start', async () => {
    expect((await ends({ principal: 'x' }, 'audit')).status).toBe(403);
    expect((await ends({})).status).toBe(422);
    expect((await ends({ principal: 'x', tokenId: 'y' })).status).toBe(422);
    const { items } = sure(await service.call('GET', '/v1/revocations', { scope: 'access' })).body;
    expect(items.map(({ what }: { what: string }) => what)).toEqual(['principal', 'principal', 'token']);
    const { items: facts } = sure(
      await service.call('GET', '/v1/ledger/entries?kind=access.revoked', { scope: 'audit' }),
    ).body;
    expect(facts[0].actor.id).toBe(service.house.actorOf('guard'));
    const token = await service.token({ sub: 'gone', scope: 'use consent' });
    sure(await ends({ principal: 'gone' }));
    service = await service.again();
    expect(await both(token)).toEqual([401, 401]);
  });

  it('a member of staff who was erased comes in no more', async () => {
    await aColleague(service, 'otto');
    const token = await service.token({ sub: 'otto', scope: 'admin' });
    expect(await both(token)).toEqual([200, 200]);
    await service.house.erase('staff:otto', {
      sender: { caller: { principal: 'x', actor: { id: 'act_x', role: 'admin' }, scopes: ['admin'] }, requestId: 'r' },
    });
    expect(await both(token)).toEqual([401, 401]);
  });
});

describe.skipIf(!engines.includes('postgresql'))('what was ended on one node', () => {
  const clock = windUpClock(Date.parse('2026-11-02T09:00:00.000Z'));
  let folder: string;
  let database: Database;
  const nodes: Service[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-revoked-'));
    database = await aDatabase();
    for (const name of ['one', 'two']) {
      const config = readConfig({
        CANDOR_DATA_DIR: join(folder, name),
        CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
        DATABASE_URL: database.url,
        PORT: '0',
        LOG_LEVEL: 'silent',
      });
      if ('faults' in config) throw new Error(config.faults.join('\n'));
      nodes.push(await startService(config, clock, { checkReplies: true }));
    }
  });
  afterAll(async () => {
    for (const each of nodes) await each.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends on every other within the bound that the answer names', async () => {
    const [one, two] = nodes as [Service, Service];
    const token = await one.token({ sub: 'partner', scope: 'use' });
    const admin = await one.token({ sub: 'guard', scope: 'access' });
    const asked = async (node: Service): Promise<number> => {
      const answer = await fetch(`http://127.0.0.1:${node.port}/v1/revocations`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return answer.status;
    };
    expect([await asked(one), await asked(two)]).toEqual([403, 403]);
    const ended = await fetch(`http://127.0.0.1:${one.port}/v1/revocations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ principal: 'partner' }),
    });
    expect(ended.status).toBe(201);
    expect(await asked(one)).toBe(401);
    const until = Date.now() + revocationHoldsWithinSeconds * SECOND;
    while ((await asked(two)) !== 401 && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
    expect(await asked(two)).toBe(401);
  });
});
