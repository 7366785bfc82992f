/**
 * A request reaches systems outside: each has a task, what failed is seen, and nothing ends over it.
 * Source: GDPR 15, 17; decision 0101.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tasksOf } from '../../src/composed/connected.ts';
import { startTasks, type WorkingTasks, workTasks } from '../../src/jobs/work-tasks.ts';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { ADA, aShop, BEN, sure } from '../given/a-shop.ts';
import { answersWell, aSystem } from '../given/http/a-system.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'omar' };
/** One who may also set holds. */
const chief = { scope: 'requests registry', sub: 'nina' };

describe.each(engines)('a request over connected systems, over %s', (engine) => {
  let folder = '';
  let service: RunningService;
  let system: Awaited<ReturnType<typeof aSystem>>;
  let working: WorkingTasks;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'candor-connected-'));
    system = await aSystem();
    const systems = [
      { key: 'letters', name: 'Letters', kind: 'http', url: system.url, secret: 'letters', identities: ['customer'] },
      { key: 'cellar', name: 'Paper files', kind: 'manual', steps: 'Look in the cellar.' },
    ];
    await writeFile(join(folder, 'systems.yaml'), JSON.stringify({ systems }));
    await writeFile(join(folder, 'letters'), 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
    service = await aService({ engine, variables: { CANDOR_DATA_MAPS: folder, CANDOR_SYSTEM_SECRETS: folder } });
    await aShop(service);
    const way = { systemSecrets: folder, webhookNetworks: ['127.0.0.0/8'] };
    const tasks = await tasksOf(way, service.house);
    if (tasks === undefined) throw new Error('no system is connected');
    working = tasks;
  });
  afterEach(async () => {
    await service.stop();
    system.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const files = async (kind: string, subject = ADA): Promise<string> => {
    const { id } = sure(await service.call('POST', '/v1/requests', { json: { kind, subject }, ...officer })).body;
    const json = { reason: 'She showed her card.', level: 'reasonably-high' };
    sure(await service.call('POST', `/v1/requests/${id}/verify`, { json, ...officer }));
    return id;
  };
  const fulfil = (id: string, more: object = {}, who = officer) =>
    service.call('POST', `/v1/requests/${id}/fulfil`, { json: more, ...who, isHurried: true });
  const tasks = async (id: string) => sure(await service.call('GET', `/v1/requests/${id}/tasks`, officer)).body.items;
  const letterOf = async (id: string, at: 'package' | 'certificate'): Promise<string> => {
    const headers = { accept: 'text/html' };
    return sure(await service.call('GET', `/v1/requests/${id}/${at}`, { ...officer, headers })).text;
  };
  const stateOf = async (id: string, of: string) =>
    (await tasks(id)).find((task: { system: string }) => task.system === of);
  const settle = (id: string, of: string) =>
    service.call('POST', `/v1/requests/${id}/tasks/${of}/settle`, {
      json: { words: 'Looked through it.' },
      ...officer,
    });
  const rounds = async (count = 2) => {
    for (let round = 0; round < count; round += 1) {
      await workTasks(working);
      service.clock.wind(1);
    }
  };

  it('asks nobody before it is sure who asks', async () => {
    sure(await service.call('POST', '/v1/requests', { json: { kind: 'access', subject: ADA }, ...officer }));
    await rounds();
    expect(system.asked).toEqual([]);
  });

  it.each(['EU', 'US-CA'])('lets nobody wait for people of %s of whom it is not sure yet', async (regime) => {
    for (let count = 0; count < 6; count += 1) {
      const subject = `customer:waits-${count}`;
      const json = { regimes: [regime], ageBand: 'adult', language: 'en' };
      sure(await service.call('PUT', `/v1/subjects/${subject}`, { json, scope: 'consent' }));
      // Signed in is enough for the law of one, and too little for that of the other.
      if (regime === 'US-CA')
        sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: subject }));
      else sure(await service.call('POST', '/v1/requests', { json: { kind: 'access', subject }, ...officer }));
    }
    const id = await files('access');
    const job = startTasks(working, { everyMs: 20, report: () => undefined });
    try {
      await vi.waitFor(async () => expect(await stateOf(id, 'letters')).toMatchObject({ state: 'done' }), 5000);
    } finally {
      await job.stop();
    }
    expect(system.asked.map(({ subject }) => subject)).toEqual([{ customer: ['42'] }]);
  });

  it('lets nobody wait behind more refused requests than are read at once', { timeout: 120_000 }, async () => {
    const all = Array.from({ length: 205 }, (_, count) => `customer:waits-${count}`);
    for (let at = 0; at < all.length; at += 41)
      await Promise.all(
        all.slice(at, at + 41).map(async (subject) => {
          const json = { regimes: ['US-CA'], ageBand: 'adult', language: 'en' };
          sure(await service.call('PUT', `/v1/subjects/${subject}`, { json, scope: 'consent' }));
          sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: subject }));
        }),
      );
    service.clock.wind(1000);
    const id = await files('access');
    const job = startTasks(working, { everyMs: 20, report: () => undefined });
    try {
      await vi.waitFor(async () => expect(await stateOf(id, 'letters')).toMatchObject({ state: 'done' }), 20_000);
    } finally {
      await job.stop();
    }
    expect(system.asked.map(({ subject }) => subject)).toEqual([{ customer: ['42'] }]);
  });

  it('hands out what every system has, under its name, and never before all of them answered', async () => {
    const id = await files('access');
    const early = await fulfil(id);
    expect([early.status, early.body.detail]).toEqual([
      409,
      expect.stringContaining('letters (waiting), cellar (waiting)'),
    ]);
    await rounds();
    expect(await tasks(id)).toMatchObject([
      { system: 'letters', state: 'done', by: 'connector', tables: [{ name: 'letters', rows: 1 }] },
      { system: 'cellar', kind: 'manual', state: 'waiting' },
    ]);
    expect((await fulfil(id)).body.detail).toContain('cellar (waiting)');
    sure(await settle(id, 'cellar'));
    sure(await fulfil(id));
    const { systems } = sure(await service.call('GET', `/v1/requests/${id}/package`, officer)).body;
    expect(await letterOf(id, 'package')).toContain(
      'It covers what these systems of ours hold, too: Letters and Paper files.',
    );
    expect(systems).toMatchObject([
      {
        system: 'letters',
        name: 'Letters',
        tables: [{ name: 'letters', rows: [{ to: '42', text: 'Dear customer' }] }],
      },
      { system: 'cellar', name: 'Paper files', tables: [], words: 'Looked through it.' },
    ]);
    expect(system.asked.map(({ type, subject }) => [type, subject])).toEqual([['person.access', { customer: ['42'] }]]);
  });

  it('keeps what a system answered sealed under the key of the person, and in no fact', async () => {
    await files('access');
    await rounds();
    const ledger = sure(
      await service.call('GET', `/v1/subjects/${ADA}/ledger?limit=100`, { scope: 'audit requests', sub: 'omar' }),
    );
    expect(ledger.text).toContain('task.done');
    expect(ledger.text).not.toContain('Dear customer');
  });

  it('tries again after a fault, and the officer sees why', async () => {
    let count = 0;
    system.answers((asked, response) => {
      count += 1;
      if (count <= 2) response.writeHead(500).end();
      else answersWell(asked, response);
    });
    const id = await files('access');
    await rounds();
    expect(await stateOf(id, 'letters')).toMatchObject({
      state: 'failed',
      tries: 1,
      code: 'refused',
      details: ['500'],
    });
    await rounds();
    expect(count).toBe(1);
    service.clock.wind(1000);
    await rounds();
    expect(await stateOf(id, 'letters')).toMatchObject({ state: 'failed', tries: 2 });
    service.clock.wind(10_000);
    await rounds();
    expect(await stateOf(id, 'letters')).toMatchObject({ state: 'done', tries: 3 });
  });

  it('parks what nobody mends by waiting, and asks again when an officer says so', async () => {
    system.answers(
      (_, response) => void response.end(JSON.stringify({ subject: { customer: '43' }, complete: true, tables: [] })),
    );
    const id = await files('access');
    await rounds();
    expect(await stateOf(id, 'letters')).toMatchObject({ state: 'parked', code: 'wrong-person' });
    service.clock.wind(3 * DAY_MS);
    await rounds();
    expect(system.asked).toHaveLength(1);
    const { items } = sure(await service.call('GET', '/v1/tasks?state=parked', officer)).body;
    expect(items).toMatchObject([{ request: id, system: 'letters', code: 'wrong-person' }]);
    expect((await fulfil(id)).body.detail).toContain('letters (parked)');
    system.answers(answersWell);
    sure(await service.call('POST', `/v1/requests/${id}/tasks/letters/retry`, officer));
    await rounds();
    expect(await stateOf(id, 'letters')).toMatchObject({ state: 'done' });
  });

  it('gives up by itself after all its tries, and not before', async () => {
    system.answers((_, response) => void response.writeHead(503).end());
    const id = await files('access');
    for (let day = 0; day < 9; day += 1) {
      await rounds(3);
      service.clock.wind(DAY_MS);
    }
    expect(await stateOf(id, 'letters')).toMatchObject({ state: 'parked', tries: 8 });
  });

  it('erases in every system before the keys go, and the certificate names each', async () => {
    const id = await files('erasure');
    expect(system.asked).toEqual([]);
    const begun = await fulfil(id);
    expect([begun.status, begun.body]).toMatchObject([202, { underWay: id, request: id }]);
    await rounds();
    expect((await service.call('GET', `/v1/erasures/${id}`, { ...officer, isHurried: true })).status).toBe(202);
    expect((await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).status).toBe(200);
    expect((await fulfil(id)).status).toBe(202);
    sure(await settle(id, 'cellar'));
    await rounds(3);
    // The house's own erasure may go on behind the round that began it.
    const certificate = await vi.waitFor(
      async () => sure(await service.call('GET', `/v1/requests/${id}/certificate`, officer)).body,
      10_000,
    );
    expect(await letterOf(id, 'certificate')).toContain(
      'It covers what these systems of ours hold, too: Letters and Paper files.',
    );
    expect(certificate.systems).toMatchObject([
      { system: 'letters', name: 'Letters', by: 'connector', tables: [{ name: 'letters', deleted: 1 }] },
      { system: 'cellar', name: 'Paper files', by: 'person', tables: [] },
    ]);
    expect(system.asked.map(({ type }) => type)).toEqual(['person.erasure']);
    expect((await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).status).toBe(410);
    expect((await service.call('GET', `/v1/subjects/${BEN}`, { scope: 'consent' })).status).toBe(200);
  });

  it('erases nobody by the way that reaches no system', async () => {
    const told = await service.call('POST', `/v1/subjects/${ADA}/erasure`, { json: {}, scope: 'admin', sub: 'nina' });
    expect([told.status, told.body.code]).toEqual([409, 'systems-connected']);
  });

  it('erases nothing of somebody under a legal hold until it is lifted', async () => {
    const hold = { ground: 'art17-3-e-legal-claims', reason: 'A claim in court.', items: [{ kind: 'requests' }] };
    const set = sure(await service.call('POST', `/v1/subjects/${ADA}/holds`, { json: hold, ...chief })).body;
    const id = await files('erasure');
    expect((await fulfil(id)).status).toBe(202);
    await rounds();
    expect(system.asked).toEqual([]);
    expect(await stateOf(id, 'letters')).toMatchObject({ state: 'parked', code: 'legal-hold' });
    sure(await service.call('DELETE', `/v1/subjects/${ADA}/holds/${set.id}`, chief));
    sure(await service.call('POST', `/v1/requests/${id}/tasks/letters/retry`, officer));
    await rounds();
    expect(await stateOf(id, 'letters')).toMatchObject({ state: 'done' });
  });

  it('asks nobody any more when the request is over', async () => {
    const id = await files('access');
    await workTasks(working);
    sure(
      await service.call('POST', `/v1/requests/${id}/cancel`, {
        json: { reason: 'She does not want it.' },
        ...officer,
      }),
    );
    await rounds();
    expect(system.asked).toEqual([]);
    expect((await settle(id, 'cellar')).status).toBe(409);
  });

  it('lets one of two nodes run a task, and a run that was left is taken up when its lease is over', async () => {
    const id = await files('access');
    await workTasks(working);
    let goOn = (): void => undefined;
    system.answers((asked, response) => {
      goOn = () => answersWell(asked, response);
    });
    const first = workTasks(working);
    while (system.asked.length === 0) await new Promise((done) => setTimeout(done, 5));
    await workTasks(working);
    expect(system.asked).toHaveLength(1);
    service.clock.wind(301_000);
    system.answers(answersWell);
    await workTasks(working);
    goOn();
    await first;
    expect(system.asked).toHaveLength(2);
    expect(await stateOf(id, 'letters')).toMatchObject({ state: 'done', tries: 2 });
  });

  it('says the same of its tasks after the views were folded anew', async () => {
    const id = await files('access');
    await rounds();
    const before = await tasks(id);
    const { rebuildViews } = await import('../../src/ledger/rebuild.ts');
    const { store, room } = service.house;
    await rebuildViews({
      store,
      keyring: service.house.keyring,
      log: room.log,
      defaultRegime: 'EU',
      now: service.clock.now(),
    });
    expect(await tasks(id)).toEqual(before);
  });
});
