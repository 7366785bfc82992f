/**
 * Training runs under careless and hostile callers: wrong ids and cursors, cut streams, ends and withdrawals meanwhile,
 * wishes under one identifier alone, staff, children, stops; and what export, erasure and rebuild make of them.
 * Source: docs/decisions/0077-training-lineage.md.
 */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildViews } from '../../src/ledger/rebuild.ts';
import { ADA, aCustomer, BEN, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { aTown, CARA, EVA } from '../given/tamper/a-town.ts';
import { rowsOf } from '../given/tamper/rows.ts';

const drafts = { aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion: 'v9' };
const MANY = 40;
const many = Array.from({ length: MANY }, (_, at) => `customer:many-${at}`);

describe.each(engines)('a training run under careless callers over %s', (engine) => {
  let service: RunningService;
  const named = new Map<string, string>();
  beforeAll(async () => {
    service = await aService({ engine });
    await aTown(service);
    for (const subject of many) {
      named.set(subject, (await aCustomer(service, subject)).body.subject);
      sure(await says(service, 'given', subject));
    }
    for (const who of [ADA, BEN, CARA, EVA]) named.set(who, (await subjectState(who)).subject);
  }, 120_000);
  afterAll(() => service.stop());

  const subjectState = async (who: string) =>
    sure(await service.call('GET', `/v1/subjects/${who}`, { scope: 'consent' })).body;
  const post = (path: string, json: unknown) =>
    service.call('POST', `/v1/training-runs${path}`, { scope: 'use', json });
  const get = (path: string) => service.call('GET', `/v1/training-runs${path}`, { scope: 'use' });
  const register = async (more: object = {}): Promise<string> => sure(await post('', { ...drafts, ...more })).body.id;
  const candidates = async (run: string): Promise<readonly string[]> =>
    sure(await get(`/${run}/candidates?limit=1000`)).body.items.map(({ subject }: { subject: string }) => subject);
  const of = (who: string): string => named.get(who) ?? 'nobody';
  const include = async (run: string, subjects: readonly string[]) =>
    sure(await post(`/${run}/included`, { subjects })).body;
  const reasons = async (run: string, subjects: readonly string[]): Promise<readonly string[]> =>
    (await include(run, subjects)).results.map(({ reason }: { reason: string }) => reason);
  const state = async (run: string) => sure(await get(`/${run}`)).body;

  it('answers wrong ids, bodies and cursors with a refusal and never with a fault', async () => {
    const [run, other] = [await register(), await register()];
    const nobody = `trn_${'z'.repeat(26)}`;
    for (const path of ['', '/candidates', '/candidates.ndjson', '/included', '/no-longer-permitted'])
      expect((await get(`/${nobody}${path}`)).status, path).toBe(404);
    expect((await post(`/${nobody}/outcome`, { outcome: 'finished' })).status).toBe(404);
    expect((await post(`/${nobody.replace('trn', 'tre')}/outcome`, { outcome: 'finished' })).status).toBe(422);
    for (const subjects of [[], [ADA], ['sub_x'], Array.from({ length: 1001 }, () => of(ADA)), 'sub_', null])
      expect((await post(`/${run}/included`, { subjects })).status).toBe(422);
    expect((await post('', { ...drafts, dataCategories: ['payments'] })).body.errors[0]).toMatchObject({
      pointer: '/dataCategories/0',
      code: 'use-not-declared',
    });
    const { next } = sure(await get(`/${run}/candidates?limit=2`)).body;
    const [, mark] = JSON.parse(Buffer.from(next, 'base64url').toString());
    const forged = (place: unknown, seal: unknown = mark): string =>
      Buffer.from(JSON.stringify([place, seal])).toString('base64url');
    const wrong = [
      `/${other}/candidates?cursor=${next}`,
      `/${run}/included?cursor=${next}`,
      ...[forged('sub_\u0000'), forged('\uD800'), forged(7), forged({}), forged('', 'x'), 'x', '%00', 'e30'].map(
        (cursor) => `/${run}/candidates?cursor=${cursor}`,
      ),
    ];
    for (const path of wrong) expect([path, (await get(path)).status]).toEqual([path, 400]);
    expect((await get(`/${run}/candidates.ndjson?cursor=${next}`)).status).toBe(200);
    for (const limit of ['0', '-1', '10001', '1e3', 'x'])
      expect((await get(`/${run}/candidates.ndjson?limit=${limit}`)).status, limit).toBe(400);
  });

  it('gives each person once to whoever goes on with the last whole line after a stream was cut', async () => {
    const run = await register();
    const whole = await candidates(run);
    const token = await service.token({ scope: 'use', sub: 'cutter' });
    const cutAfter = (bytes: number, cursor: string): Promise<string> =>
      new Promise((done, failed) => {
        const path = `/v1/training-runs/${run}/candidates.ndjson${cursor === '' ? '' : `?cursor=${cursor}`}`;
        const asked = request(
          { port: service.port, host: '127.0.0.1', path, headers: { authorization: `Bearer ${token}` } },
          (answer) => {
            let text = '';
            answer.setEncoding('utf8').on('data', (chunk: string) => {
              text += chunk;
              if (text.length < bytes) return;
              asked.destroy();
              done(text.slice(0, bytes));
            });
            answer.on('end', () => done(text)).on('error', () => done(text.slice(0, bytes)));
          },
        );
        asked.on('error', failed).end();
      });
    const seen: string[] = [];
    let [cursor, isOver] = ['', false];
    for (let times = 0; times < 100 && !isOver; times += 1) {
      const text = await cutAfter(700 + 97 * times, cursor);
      for (const line of text.split('\n').slice(0, -1)) {
        const told = JSON.parse(line);
        if (told.subject === undefined) isOver = told.next === null;
        else {
          seen.push(told.subject);
          cursor = told.cursor;
        }
      }
    }
    expect([isOver, seen]).toEqual([true, whole]);
  });

  it('counts each person once, whoever sends the same page at the same time, and is never told of people erased who were not', async () => {
    const run = await register();
    const subjects = many.map(of);
    let isOver = false;
    const watched = (async () => {
      const seen: number[] = [];
      while (!isOver) seen.push((await state(run)).erased);
      return seen;
    })();
    const told = await Promise.all(Array.from({ length: 5 }, () => include(run, [...subjects, ...subjects])));
    isOver = true;
    expect(new Set(await watched)).toEqual(new Set([0]));
    expect(told.reduce((sum, { included }) => sum + included, 0)).toBe(MANY);
    for (const { results } of told) expect(results).toHaveLength(2 * MANY);
    expect(await state(run)).toMatchObject({ included: MANY, refused: 0, erased: 0 });
  });

  it('takes nobody after its end, also where the end comes while pages arrive', async () => {
    const run = await register();
    const pages = [0, 10, 20, 30].map((from) => many.slice(from, from + 10).map(of));
    const sent = pages.map((subjects) => post(`/${run}/included`, { subjects }));
    const end = post(`/${run}/outcome`, { outcome: 'stopped' });
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect((await end).status).toBe(201);
    for (const status of statuses) expect([200, 409]).toContain(status);
    const taken = statuses.filter((status) => status === 200).length * 10;
    expect(await state(run)).toMatchObject({ included: taken, state: 'stopped' });
    expect(sure(await get(`/${run}/included?limit=1000`)).body.items).toHaveLength(taken);
  });

  it('leaves out who withdrew after they were listed, who works here, and a child', async () => {
    const run = await register();
    const listed = await candidates(run);
    const [leaver, child] = ['customer:many-0', 'customer:child'];
    expect(listed).toContain(of(leaver));
    service.clock.wind(1000);
    sure(await says(service, 'withdrawn', leaver));
    const young = { regimes: ['EU'], ageBand: 'under-13', language: 'en' };
    const told = sure(await service.call('PUT', `/v1/subjects/${child}`, { json: young, scope: 'consent' })).body;
    await says(service, 'given', child);
    const staff = { name: 'Nina', roles: ['reviewer'], training: [], authority: [], active: true, own: [] };
    sure(await service.call('PUT', '/v1/staff/nina', { json: staff, scope: 'admin', sub: 'officer' }));
    const working = (await rowsOf(service, 'people')).find(({ standing }) => String(standing).includes('"staff"'));
    const people = [of(leaver), told.subject, String(working?.['subject']), `sub_${'0'.repeat(26)}`];
    const found = await reasons(run, people);
    expect([found[0], found[2], found[3]]).toEqual(['withdrawn', 'unknown-subject', 'unknown-subject']);
    expect(found[1]).not.toBe('consent-given');
    const now = await candidates(run);
    for (const person of people) expect(now).not.toContain(person);
  });

  it('keeps to a wish that outlived an erasure under an identifier alone', async () => {
    const run = await register({ aiSystem: 'offer-picker', purpose: 'offers' });
    const listed = await candidates(run);
    expect(listed).toContain(of(BEN));
    for (const who of [CARA, EVA]) expect(listed).not.toContain(of(who));
    const { results } = await include(run, [of(BEN), of(CARA), of(EVA)]);
    expect(results.map(({ included }: { included: boolean }) => included)).toEqual([true, false, false]);
  });

  it('holds nobody while its AI system is stopped, and names everybody in it', async () => {
    const run = await register();
    await include(run, many.slice(1, 4).map(of));
    const path = '/v1/ai-systems/support-assistant/suspension';
    const stop = { json: { reason: { en: 'It answered wrongly.' } }, scope: 'registry', sub: 'officer' };
    sure(await service.call('POST', path, stop));
    expect(await candidates(run)).toEqual([]);
    expect(await reasons(run, [of('customer:many-5')])).toEqual(['ai-system-suspended']);
    const gone = sure(await get(`/${run}/no-longer-permitted`)).body.items;
    expect(gone.map(({ reason }: { reason: string }) => reason)).toEqual(Array(3).fill('ai-system-suspended'));
    sure(await service.call('DELETE', path, { scope: 'registry', sub: 'officer' }));
    expect(sure(await get(`/${run}/no-longer-permitted`)).body.items).toEqual([]);
  });

  it('stands in the copy that a person gets, is gone with them, and is the same after a rebuild', async () => {
    const run = await register({ modelVersion: 'v-last' });
    const who = 'customer:many-9';
    await include(run, [of(who), of('customer:many-8')]);
    const copy = sure(await service.call('GET', '/v1/me/data', { self: who })).body;
    expect(JSON.stringify(copy.trainings)).toContain(run);
    sure(await service.call('POST', `/v1/subjects/${who}/erasure`, { json: {}, scope: 'admin', sub: 'officer' }));
    for (const table of ['trainedOn', 'trainingSteps', 'uses'] as const)
      expect(JSON.stringify(await rowsOf(service, table))).not.toContain(of(who));
    expect(await state(run)).toMatchObject({ included: 2, erased: 1 });
    expect(['erased', 'unknown-subject']).toContain((await reasons(run, [of(who)]))[0]);
    // Members of a document may stand in another order.
    const rows = async () => [
      await rowsOf(service, 'trainedOn'),
      (await rowsOf(service, 'trainingSteps')).map(({ doc, ...row }) => ({ ...row, doc: JSON.parse(String(doc)) })),
    ];
    const before = await rows();
    const { store, keyring, room, now } = service.house;
    await rebuildViews({ store, keyring, log: room.log, defaultRegime: room.defaultRegime, now: now() });
    expect(await rows()).toEqual(before);
  });
});
