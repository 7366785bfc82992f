/**
 * A restriction that systems were told of ends, and every system that was told over HTTP is told that, too.
 * Source: GDPR 18(3), 19; decision 0106.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tasksOf } from '../../src/composed/connected.ts';
import { startTasks } from '../../src/jobs/work-tasks.ts';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { ADA, aShop, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aDataMap, cellar, letters, workRounds } from '../given/connected-tasks.ts';
import { answersWell, aSystem } from '../given/http/a-system.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'olga' };

describe.each(engines)('the end of a restriction, over %s', (engine) => {
  let service: RunningService;
  let system: Awaited<ReturnType<typeof aSystem>>;
  let map: Awaited<ReturnType<typeof aDataMap>>;

  beforeEach(async () => {
    system = await aSystem();
    map = await aDataMap([letters(system.url), cellar]);
    service = await aService({ engine, variables: map.variables });
    await aShop(service);
  });
  afterEach(async () => {
    await service.stop();
    system.stop();
    await map.drop();
  });

  const rounds = (count?: number) => workRounds(service, map.folder, count);
  const tasks = async (id: string) => sure(await service.call('GET', `/v1/requests/${id}/tasks`, officer)).body.items;
  /** Answered, with every system told. */
  const restricted = async (subject: string, more: object = {}): Promise<string> => {
    const json = { kind: 'restriction', ...more };
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json, self: subject })).body;
    const sureOf = { level: 'doubt-resolved', reason: 'Called back.' };
    sure(await service.call('POST', `/v1/requests/${id}/verify`, { json: sureOf, ...officer }));
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...officer, isHurried: true }));
    await rounds();
    const words = { json: { words: 'Locked the drawer.' }, ...officer };
    sure(await service.call('POST', `/v1/requests/${id}/tasks/cellar/settle`, words));
    await rounds();
    expect(sure(await service.call('GET', `/v1/requests/${id}`, officer)).body.state).toBe('fulfilled');
    return id;
  };
  const lifts = async (subject: string, more: object = {}) => {
    const json = { kind: 'restriction', state: 'lifted', ...more };
    return sure(await service.call('POST', '/v1/me/limits', { json, self: subject }));
  };
  const told = () =>
    system.asked.map(({ text }) => JSON.parse(text)).filter(({ type }) => type === 'person.restriction-lifted');

  it('is told once to who was told of it, by the same request and of the same uses', async () => {
    const id = await restricted(ADA, { purpose: 'support-drafts' });
    await restricted(BEN);
    await rounds();
    expect(told()).toEqual([]);
    await lifts(ADA, { purpose: 'support-drafts' });
    await rounds(3);
    expect(told()).toMatchObject([
      { data: { request: id, subject: { customer: ['42'] }, purposes: ['support-drafts'] } },
    ]);
    const ids = system.asked.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await tasks(id)).toMatchObject([
      { system: 'letters', work: 'restriction', state: 'done' },
      { system: 'cellar', work: 'restriction', state: 'done', by: 'person' },
      { system: 'letters', work: 'restriction-lifted', state: 'done', by: 'connector' },
    ]);
    expect(sure(await service.call('GET', '/v1/tasks', officer)).body.items).toEqual([]);
    const { text } = sure(await service.call('GET', `/me/requests/${id}`, { headers: await signedIn(service, ADA) }));
    expect(text.match(/Letters: told on/g)).toHaveLength(1);
  });

  it('of everything names no use', async () => {
    await restricted(ADA);
    await lifts(ADA);
    await rounds();
    expect(told()).toHaveLength(1);
    expect(told()[0].data).not.toHaveProperty('purposes');
  });

  it('is not told while the same one stands by another act', async () => {
    await restricted(ADA);
    await lifts(ADA);
    sure(await service.call('POST', '/v1/me/limits', { json: { kind: 'restriction', state: 'set' }, self: ADA }));
    await rounds();
    expect(told()).toEqual([]);
  });

  it('that does not get through is seen, tried again, parked at last, and settled by whoever told them', async () => {
    const id = await restricted(ADA);
    system.answers((_asked, response) => void response.writeHead(500).end());
    await lifts(ADA);
    await rounds();
    const open = async () => sure(await service.call('GET', '/v1/tasks', officer)).body.items;
    const mine = async () => (await open()).find(({ work }: { work: string }) => work === 'restriction-lifted');
    expect(await mine()).toMatchObject({ request: id, system: 'letters', state: 'failed', code: 'refused' });
    for (let day = 0; day < 9; day += 1) {
      service.clock.wind(DAY_MS);
      await rounds(1);
    }
    expect(await mine()).toMatchObject({ state: 'parked', tries: 8 });
    sure(await service.call('POST', `/v1/requests/${id}/tasks/letters/retry`, officer));
    system.answers(answersWell);
    await rounds();
    expect(await mine()).toBeUndefined();
    expect(told().length).toBeGreaterThan(1);
  });

  it('is told by a service that was not running when it ended, and by one that runs', async () => {
    const first = await restricted(ADA);
    const second = await restricted(BEN);
    await lifts(ADA);
    const working = await tasksOf({ systemSecrets: map.folder, webhookNetworks: ['127.0.0.0/8'] }, service.house);
    if (working === undefined) throw new Error('no system is connected');
    const job = startTasks(working, { everyMs: 20, report: () => undefined });
    try {
      const requests = () => told().map(({ data }) => data.request);
      await vi.waitFor(() => expect(requests()).toEqual([first]), 20_000);
      await lifts(BEN);
      await vi.waitFor(() => expect(requests()).toEqual([first, second]), 20_000);
    } finally {
      await job.stop();
    }
  });

  it('says the same of its tasks after the views were folded anew', async () => {
    const id = await restricted(ADA);
    await lifts(ADA);
    await rounds();
    const before = await tasks(id);
    const { rebuildViews } = await import('../../src/ledger/rebuild.ts');
    const { store, room, keyring } = service.house;
    await rebuildViews({ store, keyring, log: room.log, defaultRegime: 'EU', now: service.clock.now() });
    expect(await tasks(id)).toEqual(before);
  });
});
