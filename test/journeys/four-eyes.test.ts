import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aCustomer, aShop, BEN, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';
import { aColleague, throughLinkOf } from '../given/signing-in.ts';

const DAY = 86_400_000;

describe.each(engines)('acts that need a second person over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());

  const by = (sub: string, scope = 'admin') => ({ scope, sub });
  const erases = (subject: string, sub: string, json: object = {}): Promise<Told> =>
    service.call('POST', `/v1/subjects/${subject}/erasure`, { json, ...by(sub) });
  const confirms = (proposal: string, sub: string, scope = 'admin'): Promise<Told> =>
    service.call('POST', `/v1/proposals/${proposal}/confirm`, { json: {}, ...by(sub, scope) });
  const isThere = async (subject: string): Promise<number> =>
    (await service.call('GET', `/v1/subjects/${subject}`, { scope: 'consent' })).status;
  const recorded = async (kind: string) =>
    sure(await service.call('GET', `/v1/ledger/entries?kind=${kind}`, { scope: 'audit' })).body.items;
  const heldOn = async (subject: string): Promise<string> =>
    sure(
      await service.call('POST', `/v1/subjects/${subject}/holds`, {
        json: { items: [{ kind: 'uses' }], ground: 'art17-3-e-legal-claims', reason: 'A case at court.' },
        ...by('nina'),
      }),
    ).body.id;

  it('are done at once while one person works here alone', async () => {
    await aColleague(service, 'nina');
    await aCustomer(service, 'customer:alone');
    expect((await erases('customer:alone', 'nina')).status).toBe(201);
  });

  it('describing oneself is refused where nobody else could confirm it', async () => {
    const json = { name: 'nina', roles: ['officer'], training: [{ code: 'x', at: '2026-10-01T08:00:00.000Z' }] };
    const told = await service.call('PUT', '/v1/staff/nina', { json, ...by('nina') });
    expect([told.status, told.body.code]).toEqual([403, 'separation-of-duty']);
    expect(sure(await service.call('GET', '/v1/staff/nina', by('founder'))).body.training).toEqual([]);
  });

  it('an erasure that nobody asked for waits for another person, and both are on record afterwards', async () => {
    await aColleague(service, 'zoe');
    const asked = await erases(ADA, 'nina', { reason: 'She wrote.' });
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({ act: 'subject.erase', state: 'open', confirm: { method: 'POST' } });
    expect(await isThere(ADA)).toBe(200);
    const { proposal } = asked.body;
    expect((await confirms(proposal, 'nina')).body.code).toBe('second-person-needed');
    expect((await confirms(proposal, 'stranger')).body.code).toBe('second-person-needed');
    expect((await confirms(proposal, 'zoe', 'registry')).status).toBe(403);
    expect(await isThere(ADA)).toBe(200);
    // An erasure that takes longer is answered with where to look, which is waited for.
    sure(await confirms(proposal, 'zoe'));
    expect(await isThere(ADA)).toBe(410);
    const [made, settled] = [(await recorded('proposal.made'))[0], (await recorded('proposal.settled'))[0]];
    expect(made.actor.id).toBe(service.house.actorOf('nina'));
    expect(settled.actor.id).toBe(service.house.actorOf('zoe'));
    expect(JSON.stringify([made, settled])).not.toMatch(/customer:42|sub_/);
    const { items } = sure(await service.call('GET', '/v1/proposals', by('nina'))).body;
    expect(items[0]).toMatchObject({
      id: proposal,
      state: 'confirmed',
      by: made.actor.id,
      settledBy: settled.actor.id,
    });
    expect((await confirms(proposal, 'zoe')).status).toBe(410);
  });

  it('an erasure on a request of the person needs nobody else', async () => {
    const eve = 'customer:eve';
    await aCustomer(service, eve);
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: eve })).body;
    expect((await erases(eve, 'nina', { request: id })).status).toBe(201);
  });

  it('a request of another kind, or one that whoever erases has entered, is no such request', async () => {
    const fay = 'customer:fay';
    await aCustomer(service, fay);
    const complaint = sure(
      await service.call('POST', '/v1/me/requests', { json: { kind: 'complaint', message: 'x' }, self: fay }),
    ).body.id;
    const own = sure(
      await service.call('POST', '/v1/requests', { json: { kind: 'erasure', subject: fay }, ...by('nina') }),
    ).body.id;
    for (const request of [complaint, own]) expect((await erases(fay, 'nina', { request })).status).toBe(202);
  });

  it('the end of a hold waits, before an erasure and after it', async () => {
    const guy = 'customer:guy';
    await aCustomer(service, guy);
    const hold = await heldOn(guy);
    const path = `/v1/subjects/${guy}/holds/${hold}`;
    const asked = await service.call('DELETE', path, by('nina'));
    expect(asked.status).toBe(202);
    const state = async () =>
      sure(await service.call('GET', `/v1/subjects/${guy}/holds`, by('nina'))).body.items[0].state;
    expect(await state()).toBe('standing');
    expect(
      (
        await service.call(
          'DELETE',
          path.replace(/.$/, (end) => (end === '0' ? '1' : '0')),
          by('nina'),
        )
      ).status,
    ).toBe(404);
    const { proposal } = (await erases(guy, 'nina')).body;
    sure(await confirms(proposal, 'zoe'));
    const kept = await service.call('DELETE', path, by('zoe'));
    expect([kept.status, kept.body.act]).toEqual([202, 'hold.end']);
    expect(await state()).toBe('standing');
    expect(sure(await confirms(kept.body.proposal, 'nina', 'registry')).body.act).toBe('hold.end');
    expect((await service.call('GET', `/v1/subjects/${guy}/holds`, by('nina'))).body.items).toEqual([]);
  });

  it('nobody describes their own training alone; somebody else does at once', async () => {
    const json = {
      name: 'nina',
      roles: ['officer', 'reviewer'],
      training: [{ code: 'credit-scoring', at: '2026-10-01T08:00:00.000Z' }],
    };
    const asked = await service.call('PUT', '/v1/staff/nina', { json, ...by('nina') });
    expect([asked.status, asked.body.act]).toEqual([202, 'staff.describe']);
    const training = async () => sure(await service.call('GET', '/v1/staff/nina', by('zoe'))).body.training;
    expect(await training()).toEqual([]);
    sure(await confirms(asked.body.proposal, 'zoe'));
    expect(await training()).toMatchObject([{ code: 'credit-scoring' }]);
    expect((await service.call('PUT', '/v1/staff/nina', { json, ...by('zoe') })).status).toBe(200);
  });

  it('whoever is not described yet proposes how they are, and is described once a colleague confirms', async () => {
    const json = { name: 'new', roles: ['reviewer'] };
    const asked = await service.call('PUT', '/v1/staff/new-here', { json, ...by('new-here') });
    expect([asked.status, asked.body.act]).toEqual([202, 'staff.describe']);
    expect((await confirms(asked.body.proposal, 'new-here')).body.code).toBe('second-person-needed');
    sure(await confirms(asked.body.proposal, 'zoe'));
    expect(sure(await service.call('GET', '/v1/staff/new-here', by('zoe'))).body.roles).toEqual(['reviewer']);
  });

  it('nobody proposes or confirms what is about themself as a customer, and a colleague can', async () => {
    await aColleague(service, 'ivo');
    const ivo = 'customer:ivo';
    await aCustomer(service, ivo);
    const hold = await heldOn(ivo);
    const ends = (sub: string) => service.call('DELETE', `/v1/subjects/${ivo}/holds/${hold}`, by(sub));
    const refused = (told: Told) => expect([told.status, told.body.code]).toEqual([403, 'separation-of-duty']);
    refused(await erases(ivo, 'ivo'));
    refused(await ends('ivo'));
    const { proposal } = (await erases(ivo, 'nina')).body;
    refused(await confirms(proposal, 'ivo'));
    expect(await isThere(ivo)).toBe(200);
    sure(await confirms(proposal, 'zoe'));
    expect(await isThere(ivo)).toBe(410);
    refused(await ends('ivo'));
    const kept = (await ends('nina')).body.proposal;
    refused(await confirms(kept, 'ivo'));
    sure(await confirms(kept, 'zoe'));
    expect((await service.call('GET', `/v1/subjects/${ivo}/holds`, by('nina'))).body.items).toEqual([]);
  });

  it('runs out after a week, can be declined, and is settled once', async () => {
    const { proposal: declined } = (await erases(BEN, 'nina')).body;
    sure(await service.call('POST', `/v1/proposals/${declined}/decline`, { json: {}, ...by('zoe') }));
    expect((await confirms(declined, 'zoe')).status).toBe(409);
    const { proposal: late } = (await erases(BEN, 'nina')).body;
    service.clock.wind(7 * DAY);
    expect((await confirms(late, 'zoe')).status).toBe(409);
    const { items } = sure(await service.call('GET', '/v1/proposals', by('nina'))).body;
    const states = Object.fromEntries(items.map(({ id, state }: { id: string; state: string }) => [id, state]));
    expect([states[declined], states[late]]).toEqual(['declined', 'expired']);
    expect(await isThere(BEN)).toBe(200);
  });

  it('whoever left is no second person', async () => {
    const { proposal } = (await erases(BEN, 'nina')).body;
    await aColleague(service, 'otto', { active: false });
    expect((await confirms(proposal, 'otto')).status).toBe(401);
  });

  it('a link to the console that the proposer made is no second person', async () => {
    const json = { staff: { id: 'zoe', scopes: ['registry'] } };
    await throughLinkOf(service, 'nina', json);
    const through = { id: service.house.actorOf('nina'), link: `lnk_${'0'.repeat(26)}`, role: 'admin' } as const;
    const { proposal } = (await erases(BEN, 'nina')).body;
    const caller = {
      principal: 'zoe',
      actor: { id: service.house.actorOf('zoe'), role: 'officer', through },
      scopes: ['admin'],
    } as const;
    const told = await service.house.record(
      'proposal.settle',
      { proposal, outcome: 'confirmed' },
      { caller, requestId: 'r' },
    );
    expect(told).toMatchObject({ problem: 'second-person-needed' });
  });
  it('that are many are all shown while they wait, and the page says when it shows the newest of those that ended', async () => {
    const [asker, other] = [
      await throughLinkOf(service, 'zoe', { staff: { id: 'zoe', scopes: ['confirm'] } }),
      by('nina'),
    ];
    const subjects = Array.from({ length: 103 }, (_, at) => `customer:many-${at}`);
    const proposals: string[] = [];
    for (const subject of subjects) {
      await aCustomer(service, subject);
      proposals.push((await erases(subject, 'nina', { reason: 'One of many.' })).body.proposal);
    }
    const shown = async (): Promise<string> =>
      sure(await service.call('GET', '/console/confirmations', { headers: { ...asker } })).text;
    const waiting = await shown();
    expect(proposals.filter((id) => waiting.includes(`id="${id}"`))).toHaveLength(103);
    expect(waiting).not.toContain('The newest 100 are shown.');
    for (const id of proposals) sure(await service.call('POST', `/v1/proposals/${id}/decline`, { json: {}, ...other }));
    expect(await shown()).toContain('The newest 100 are shown. The files hold all of them.');
  }, 60_000);
});

describe('four eyes as configured', () => {
  it.each(['on', 'off'])('%s holds whoever works here', async (wish) => {
    const service = await aService({ engine: 'sqlite', variables: { CANDOR_FOUR_EYES: wish } });
    try {
      await aShop(service);
      await aColleague(service, 'nina');
      await aColleague(service, 'zoe');
      const asked = await service.call('POST', `/v1/subjects/${ADA}/erasure`, {
        json: {},
        scope: 'admin',
        sub: 'nina',
      });
      expect(asked.status).toBe(wish === 'on' ? 202 : 201);
    } finally {
      await service.stop();
    }
  });
});

describe.each(engines)('two who work here, until one of them is gone, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    for (const who of ['nina', 'zoe']) await aColleague(service, who);
    for (const person of [ADA, BEN]) await aCustomer(service, person);
  });
  afterAll(() => service.stop());

  const erases = async (subject: string): Promise<number> => {
    const asking = { json: {}, scope: 'admin', sub: 'nina' };
    return (await service.call('POST', `/v1/subjects/${subject}/erasure`, asking)).status;
  };

  it.each([
    ['has the other leave', ADA, { active: false }],
    ['takes the role from the other', BEN, { roles: ['support'] }],
  ])('nobody acts alone who %s, before a week has passed', async (_what, person, described) => {
    await aColleague(service, 'zoe', described);
    expect(await erases(person)).toBe(202);
    service.clock.wind(6 * DAY);
    service = await service.again();
    expect(await erases(person)).toBe(202);
    service.clock.wind(2 * DAY);
    expect(await erases(person)).toBe(201);
    await aColleague(service, 'zoe');
  });
});
