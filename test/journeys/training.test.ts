import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeAll } from '../../src/ledger/audit/judge.ts';
import { aCustomer, aShop, atTheConsole, says, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const filter = { aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion: '2026.11' };
const people = Array.from({ length: 7 }, (_, at) => `customer:t${at}`);

describe.each(engines)('a training run over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const [at, subject] of people.entries()) {
      await aCustomer(service, subject);
      if (at < 5) sure(await says(service, 'given', subject));
    }
    sure(await says(service, 'refused', 'customer:t5'));
  });
  afterAll(() => service.stop());

  const post = (path: string, json: unknown, scope = 'use') =>
    service.call('POST', `/v1/training-runs${path}`, { scope, json });
  const get = (path: string, scope = 'use') => service.call('GET', `/v1/training-runs${path}`, { scope });
  const register = async (more: object = {}): Promise<string> => sure(await post('', { ...filter, ...more })).body.id;
  const candidates = async (run: string, limit = 1000): Promise<{ subject: string; identifiers: string[] }[]> => {
    const found: { subject: string; identifiers: string[] }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { items, next } = sure(await get(`/${run}/candidates?limit=${limit}${more}`)).body;
      found.push(...items);
      cursor = next;
    }
    return found;
  };
  const include = async (run: string, subjects: readonly string[]) =>
    sure(await post(`/${run}/included`, { subjects })).body;
  const subjectOf = async (identifier: string): Promise<string> =>
    sure(await service.call('GET', `/v1/subjects/${identifier}`, { scope: 'consent' })).body.subject;
  const erase = async (identifier: string) =>
    sure(await service.call('POST', `/v1/subjects/${identifier}/erasure`, { json: {}, scope: 'admin' }));

  it('is registered for a purpose that its AI system declares, and for no other', async () => {
    const told = await post('', filter);
    expect(told.status, told.text).toBe(201);
    expect(told.body).toMatchObject({ ...filter, id: expect.stringMatching(/^trn_/) });
    expect((await post('', { ...filter, aiSystem: 'nobody-knows' })).status).toBe(422);
    expect((await post('', { ...filter, purpose: 'nobody-knows' })).status).toBe(422);
    expect((await post('', { ...filter, modelVersion: 'with a space' })).status).toBe(422);
    expect((await post('', filter, 'audit')).status).toBe(403);
  });

  it('is told who may go into it, in pages and line by line, and goes on wherever it stopped', async () => {
    const run = await register();
    const all = await candidates(run);
    expect(all.flatMap(({ identifiers }) => identifiers).sort()).toEqual(people.slice(0, 5));
    expect(await candidates(run, 2)).toEqual(all);
    const lines = async (query = '') =>
      (await get(`/${run}/candidates.ndjson${query}`)).text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    const told = await lines();
    expect(told.slice(0, -1).map(({ subject }) => subject)).toEqual(all.map(({ subject }) => subject));
    expect(told.at(-1)).toEqual({ next: null });
    const rest = await lines(`?cursor=${told[1].cursor}`);
    expect(rest.slice(0, -1)).toEqual(told.slice(2, -1));
    const other = await service.call('GET', `/v1/training-runs/${run}/candidates?cursor=${told[1].cursor}`, {
      scope: 'use',
      sub: 'another',
    });
    expect([other.status, other.body.code]).toEqual([400, 'invalid-cursor']);
    expect((await get(`/${run}/candidates?cursor=${told[1].cursor}`, 'audit')).status).toBe(403);
  });

  it('holds people of the laws that it names, and of no other', async () => {
    expect(await candidates(await register({ regimes: ['US-CA'] }))).toEqual([]);
    expect(await candidates(await register({ regimes: ['EU', 'US-CA'] }))).toHaveLength(5);
    const run = await register({ regimes: ['US-CA'] });
    const { results } = await include(run, [await subjectOf('customer:t0')]);
    expect(results).toEqual([{ included: false, reason: 'outside-filter' }]);
  });

  it('holds somebody of two laws only where it names both', async () => {
    const both = 'customer:of-two-laws';
    const json = { regimes: ['EU', 'US-CA'], ageBand: 'adult', language: 'en' };
    sure(await service.call('PUT', `/v1/subjects/${both}`, { json, scope: 'consent' }));
    sure(await says(service, 'given', both));
    const subject = await subjectOf(both);
    for (const [regimes, isIn] of [
      [['EU'], false],
      [['US-CA'], false],
      [['EU', 'US'], true],
    ] as const) {
      const run = await register({ regimes });
      expect(
        (await candidates(run)).some((each) => each.subject === subject),
        `${regimes}`,
      ).toBe(isIn);
      expect((await include(run, [subject])).results[0].included, `${regimes}`).toBe(isIn);
    }
    await erase(both);
  });

  it('records each person once, refuses whoever may not, and takes nobody after its end', async () => {
    const run = await register();
    const allowed = (await candidates(run)).map(({ subject }) => subject);
    const refused = await subjectOf('customer:t5');
    const first = await include(run, [...allowed, refused, allowed[0] ?? '']);
    expect(first.results.map(({ included }: { included: boolean }) => included)).toEqual([
      ...allowed.map(() => true),
      false,
      true,
    ]);
    expect(first).toMatchObject({ included: 5, refused: 1 });
    const again = await include(run, allowed);
    expect(again).toMatchObject({ included: 0, refused: 0 });
    const together = await Promise.all(Array.from({ length: 4 }, () => include(run, allowed)));
    for (const told of together) expect(told.included).toBe(0);
    expect(sure(await get(`/${run}`)).body).toMatchObject({
      included: 5,
      refused: 1,
      erased: 0,
      state: 'open',
    });
    expect((await post(`/${run}/outcome`, { outcome: 'finished' })).status).toBe(201);
    expect((await post(`/${run}/outcome`, { outcome: 'finished' })).status).toBe(200);
    expect((await post(`/${run}/outcome`, { outcome: 'failed' })).status).toBe(409);
    expect((await post(`/${run}/included`, { subjects: allowed })).status).toBe(409);
    expect((await post(`/trn_${'0'.repeat(26)}/included`, { subjects: allowed })).status).toBe(404);
    const unknown = await include(await register(), [`sub_${'0'.repeat(26)}`]);
    expect(unknown.results).toEqual([{ included: false, reason: 'unknown-subject' }]);
  });

  it('is told to each person truthfully: while it goes on, once it is finished, and where it came to nothing', async () => {
    const self = 'customer:t0';
    const answer = async () => sure(await service.call('GET', '/v1/me/ai-use', { self })).body;
    const trainings = async () => (await answer()).trainings as { run: string; words: string; state: string }[];
    const told = async (run: string) => (await trainings()).find((each) => each.run === run);
    const [open, failed] = [await register({ modelVersion: 'v7' }), await register({ modelVersion: 'v8' })];
    expect(await told(open)).toBeUndefined();
    for (const run of [open, failed]) await include(run, [await subjectOf(self)]);
    expect(await told(open)).toMatchObject({ state: 'open', words: expect.stringMatching(/v7.*The training goes on/) });
    sure(await post(`/${failed}/outcome`, { outcome: 'failed' }));
    expect((await told(failed))?.words).toMatch(/v8.*was not finished/);
    sure(await post(`/${open}/outcome`, { outcome: 'finished' }));
    expect((await told(open))?.words).toMatch(/Your data was used to train .*, version v7/);
    const system = (await answer()).systems.find(({ key }: { key: string }) => key === filter.aiSystem);
    expect(system.trainingUse.used).toBe(true);
    expect(system.uses.allowed).toBeGreaterThan(0);
    const page = await service.call('GET', '/me', { headers: await signedIn(service, self) });
    expect(page.text).toMatch(/Models your data went into[\s\S]*version v7/);
    const { items } = sure(await service.call('GET', '/v1/me/ledger', { self })).body;
    expect(items).toContainEqual(expect.objectContaining({ kind: 'training.included' }));
    expect((await service.call('GET', '/v1/me/ai-use', { self: 'customer:t6' })).body.trainings).toEqual([]);
  });

  it('knows afterwards who withdrew, who objected and how many were erased, by model version', async () => {
    const run = await register({ modelVersion: 'v9' });
    const subjects = await Promise.all(people.slice(0, 5).map(subjectOf));
    await include(run, subjects);
    const gone = async () => sure(await get(`/${run}/no-longer-permitted`, 'reports')).body;
    expect(await gone()).toEqual({ items: [], lookedAt: 5, erased: 0, next: null });
    service.clock.wind(60_000);
    sure(await says(service, 'withdrawn', 'customer:t1'));
    await erase('customer:t2');
    const told = await gone();
    expect(told).toMatchObject({ lookedAt: 4, erased: 1, next: null });
    expect(told.items).toEqual([
      { subject: subjects[1], identifiers: ['customer:t1'], reason: 'withdrawn', since: expect.any(String) },
    ]);
    const included = sure(await get(`/${run}/included`, 'audit')).body.items;
    expect(included.map(({ subject }: { subject: string }) => subject)).not.toContain(subjects[2]);
    expect(included).toHaveLength(4);
    const { items } = sure(await get('?modelVersion=v9', 'reports')).body;
    expect(items).toMatchObject([{ id: run, included: 5 }]);
    const json = { subject: 'customer:t3', kind: 'restriction', state: 'set' };
    sure(
      await service.call('POST', '/v1/subjects/customer:t3/limits', {
        json: { kind: 'restriction', state: 'set' },
        scope: 'consent',
      }),
    );
    expect((await gone()).items.map(({ reason }: { reason: string }) => reason).sort(), JSON.stringify(json)).toEqual([
      'restricted',
      'withdrawn',
    ]);
    const desk = await atTheConsole(service, 'reviewer-1');
    const page = await service.call('GET', `/console/training/${run}`, { headers: desk });
    expect(page.text).toContain(subjects[1]);
    expect(page.text).not.toContain(subjects[2]);
    expect((await service.call('GET', '/console/training', { headers: desk })).text).toContain('v9');
    expect(JSON.stringify(await gone())).not.toContain('customer:t2');
  });

  it('fits the ledger: every row of it is the one that the facts give', async () => {
    const { differences } = await judgeAll({ store: service.house.store, keyring: service.house.keyring });
    expect(differences).toEqual([]);
  });
});
