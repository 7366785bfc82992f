import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer, sure } from '../given/a-shop.ts';
import {
  type Act,
  aModel,
  anyActs,
  type Consented,
  categoriesOf,
  hearLift,
  hearLimit,
  hearNo,
  hearRefusal,
  hearSignal,
  hearYes,
  type Model,
  mustAllow,
  mustRefuse,
  names,
  type Purpose,
  purposes,
  restsOnYes,
  type Saying,
  stops,
} from '../given/says/what-was-said.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const HOUR = 3_600_000;
const now = undefined;

/** Pairs that chance seldom brings together. */
const examples: [Act[]][] = [
  // A yes from before that arrives after everything was taken back does not count.
  [
    [
      { what: 'takes-back', about: undefined, late: now },
      { what: 'agrees', about: 'tips', late: 1 },
    ],
  ],
  // Nor does one from between two such requests.
  [
    [
      { what: 'takes-back', about: undefined, late: 5 },
      { what: 'takes-back', about: undefined, late: now },
      { what: 'agrees', about: 'helping', late: 3 },
    ],
  ],
  [
    [
      { what: 'takes-back', about: 'helping', late: now },
      { what: 'agrees', about: 'helping', late: 2 },
    ],
  ],
  [
    [
      { what: 'objects-to-yes', about: 'helping', late: now },
      { what: 'agrees', about: 'helping', late: 2 },
    ],
  ],
  [
    [
      { what: 'agrees', about: 'helping', late: 3 },
      { what: 'takes-back', about: undefined, late: 1 },
      { what: 'agrees', about: 'helping', late: 2 },
      { what: 'agrees', about: 'tips', late: 2 },
    ],
  ],
  [
    [
      { what: 'described', regimes: ['US-CA'] },
      { what: 'signals' },
      { what: 'described', regimes: ['EU'] },
      yes('tips'),
    ],
  ],
  [
    [
      { what: 'asks', saying: 'objection', one: false, late: now },
      { what: 'lifts', saying: 'objection' },
      { what: 'asks', saying: 'objection', one: false, late: 5 },
      { what: 'refused', which: 1 },
    ],
  ],
  // What another request set stays when this one is refused.
  [
    [
      { what: 'asks', saying: 'restriction', one: false, late: now },
      { what: 'asks', saying: 'restriction', one: false, late: now },
      { what: 'refused', which: 1 },
      { what: 'restricts', categories: ['purchases'], late: now },
      { what: 'refused', which: 0 },
    ],
  ],
];

function yes(about: Consented): Act {
  return { what: 'agrees', about, late: now };
}

describe.each(engines)('whatever a person says and whenever it arrives, over %s', (engine) => {
  let service: RunningService;
  let count = 0;
  let refusals = 0;
  beforeAll(async () => {
    service = await aService({ engine });
    const put = async (path: string, json: object) =>
      sure(await service.call('PUT', path, { json, scope: 'registry', sub: 'officer' }));
    for (const [key, body] of Object.entries(purposes)) await put(`/v1/purposes/${key}`, body);
    const notice = { title: { en: 'Help' }, body: { en: 'We use your messages and purchases to help you.' } };
    await put('/v1/notices/helping-notice', { ...notice, purposes: names.filter(restsOnYes) });
    const dataCategories = ['messages', 'purchases'];
    await put('/v1/ai-systems/helper', { name: { en: 'Helper' }, purposes: names, dataCategories });
  });
  afterAll(() => service.stop());

  const post = async (path: string, json: object, as: { self?: string; scope?: string } = {}) =>
    sure(await service.call('POST', path, { json, ...as })).body;
  const momentOf = (hours: number | undefined): number => service.clock.now() - (hours ?? 0) * HOUR;

  /** By the person now, or by staff, who enter what arrived some hours ago. */
  const ask = (subject: string, json: object, hours: number | undefined) =>
    hours === undefined
      ? post('/v1/me/requests', json, { self: subject })
      : post(
          '/v1/requests',
          { ...json, subject, receivedAt: new Date(momentOf(hours)).toISOString() },
          { scope: 'requests' },
        );
  const choose = (subject: string, json: { purpose: Consented; state: 'given' | 'withdrawn' }, hours?: number) =>
    hours === undefined
      ? post('/v1/me/consents', json, { self: subject })
      : post(
          '/v1/consents',
          { subject, ...json, occurredAt: new Date(momentOf(hours)).toISOString() },
          { scope: 'consent' },
        );

  async function hold(subject: string, model: Model): Promise<void> {
    const json = { items: [{ kind: 'consents' }], ground: 'art17-3-e-legal-claims', reason: 'Somebody went to court.' };
    const path = `/v1/subjects/${subject}/holds`;
    model.holds.set((await post(path, json, { scope: 'registry' })).id, 'standing');
  }
  async function release(subject: string, model: Model, which: number): Promise<void> {
    const standing = [...model.holds].filter(([, state]) => state === 'standing').map(([id]) => id);
    const id = standing[which % Math.max(1, standing.length)];
    if (id === undefined) return;
    sure(await service.call('DELETE', `/v1/subjects/${subject}/holds/${id}`, { scope: 'registry' }));
    model.holds.set(id, 'lifted');
  }
  async function lift(subject: string, model: Model, saying: Saying): Promise<void> {
    await post('/v1/me/limits', { kind: stops[saying].asks, state: 'lifted' }, { self: subject });
    hearLift(model, { saying });
  }
  async function signal(subject: string, model: Model): Promise<void> {
    sure(await service.call('GET', '/v1/me/ai-use', { self: subject, headers: { 'sec-gpc': '1' } }));
    hearSignal(model);
  }

  /** A request that names a purpose, or kinds of data, or neither. */
  async function limits(
    subject: string,
    model: Model,
    of: { saying: Saying; purpose?: Purpose; categories?: readonly string[]; late: number | undefined },
  ): Promise<void> {
    const { saying, purpose, categories } = of;
    const named = {
      ...(purpose === undefined ? {} : { purpose }),
      ...(categories === undefined ? {} : { dataCategories: categories }),
    };
    const { id } = await ask(subject, { kind: saying, ...named }, of.late);
    const { late: _late, ...limit } = of;
    hearLimit(model, limit, id);
  }
  async function refuse(model: Model, which: number): Promise<void> {
    const open = [...model.refusable];
    const [id, ground] = open[which % Math.max(1, open.length)] ?? [];
    if (id === undefined || ground === undefined) return;
    const json = { code: ground.code, reason: 'They ask this every day.' };
    await post(`/v1/requests/${id}/deny`, json, { scope: 'requests' });
    refusals += 1;
    hearRefusal(model, id);
  }
  async function takeBack(subject: string, model: Model, act: Act & { what: 'takes-back' }): Promise<void> {
    const { about, late: hours } = act;
    await ask(subject, { kind: 'consent-withdrawal', ...(about === undefined ? {} : { purpose: about }) }, hours);
    for (const each of names.filter(restsOnYes))
      if (about === undefined || about === each) hearNo(model, each, momentOf(hours));
  }
  async function takes(subject: string, model: Model, act: Act): Promise<void> {
    switch (act.what) {
      case 'asks': {
        const [purpose] = stops[act.saying].of;
        return limits(subject, model, { saying: act.saying, ...(act.one ? { purpose } : {}), late: act.late });
      }
      case 'restricts':
        return limits(subject, model, { saying: 'restriction', categories: act.categories, late: act.late });
      case 'takes-back':
        return takeBack(subject, model, act);
      case 'objects-to-yes':
        await ask(subject, { kind: 'objection', purpose: act.about }, act.late);
        return hearNo(model, act.about, momentOf(act.late));
      case 'lifts':
        return lift(subject, model, act.saying);
      case 'refused':
        return refuse(model, act.which);
      case 'withdraws':
      case 'agrees': {
        const state = act.what === 'agrees' ? 'given' : 'withdrawn';
        await choose(subject, { purpose: act.about, state }, act.late);
        return (act.what === 'agrees' ? hearYes : hearNo)(model, act.about, momentOf(act.late));
      }
      case 'signals':
        return signal(subject, model);
      case 'described': {
        model.regimes = act.regimes;
        const json = { regimes: model.regimes, ageBand: 'adult', language: 'en' };
        sure(await service.call('PUT', `/v1/subjects/${subject}`, { json, scope: 'consent' }));
        return;
      }
      case 'held':
        return hold(subject, model);
      case 'released':
        return release(subject, model, act.which);
    }
  }

  async function isAsTheModelSays(subject: string, model: Model): Promise<void> {
    const items = names.map((name) => ({
      subject,
      aiSystem: 'helper',
      purpose: name,
      dataCategories: categoriesOf(name),
    }));
    const [first] = items;
    const bySignal = { ...first, purpose: 'resale', context: { gpc: true } };
    const { results } = await post('/v1/checks/batch', { items: [...items, bySignal] }, { scope: 'use' });
    const refused = names.filter((_name, place) => !results[place].allowed);
    expect(refused).toEqual(expect.arrayContaining([...mustRefuse(model)]));
    for (const name of mustAllow(model)) expect(refused).not.toContain(name);
    if (model.regimes.includes('US-CA') && !model.saleLifted)
      expect(results[names.length]).toMatchObject({ allowed: false });
    if (model.holds.size === 0) return;
    const told = sure(await service.call('GET', `/v1/subjects/${subject}/holds`, { scope: 'registry' })).body.items;
    const standing = (all: readonly { id: string; state: string }[]) =>
      all.filter(({ state }) => state === 'standing').map(({ id }) => id);
    expect(standing(told).sort()).toEqual(standing([...model.holds].map(([id, state]) => ({ id, state }))).sort());
  }

  it('every purpose that must be refused now is refused, no other one that needs no yes, and holds stand', async () => {
    await fc.assert(
      fc.asyncProperty(anyActs, async (list) => {
        count += 1;
        const subject = `customer:says-${count}`;
        await aCustomer(service, subject);
        const model = aModel();
        for (const act of list) {
          service.clock.wind(60_000);
          await takes(subject, model, act);
          await isAsTheModelSays(subject, model);
        }
      }),
      { examples, numRuns: engine === 'sqlite' ? 100 : 10, interruptAfterTimeLimit: 15_000 },
    );
    expect(refusals).toBeGreaterThan(0);
  }, 60_000);
});
