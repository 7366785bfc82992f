import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const HOUR = 3_600_000;
const purpose = (key: string, basis: string, more: object = {}) => ({
  name: { en: key },
  description: { en: `What ${key} is for.` },
  kind: 'service',
  legalBasis: { EU: basis, 'US-CA': basis },
  dataCategories: ['messages'],
  ...more,
});
const purposes = {
  advice: purpose('advice', 'legitimate-interests'),
  offers: purpose('offers', 'legitimate-interests', { forMarketing: true }),
  resale: purpose('resale', 'legitimate-interests', { saleOrShare: true }),
  helping: purpose('helping', 'consent', { defaultNotice: 'helping-notice' }),
  banking: purpose('banking', 'contract'),
};
type Purpose = keyof typeof purposes;
const names = Object.keys(purposes) as Purpose[];

/** Which limit stops which purposes where the request names none. */
const stops = {
  objection: { asks: 'objection', of: ['advice', 'offers', 'resale'] },
  'objection-marketing': { asks: 'objection-marketing', of: ['offers'] },
  restriction: { asks: 'restriction', of: names },
  'optout-sale-share': { asks: 'opt-out-sale-share', of: ['resale'] },
} as const satisfies Record<string, { readonly asks: string; readonly of: readonly Purpose[] }>;
type Saying = keyof typeof stops;
const sayings = Object.keys(stops) as Saying[];

/** All that the model knows. */
interface Model {
  /** Each limit that stands: its kind, and the purpose where one was named. */
  readonly limits: Set<string>;
  /** A yes to `helping` counts only when it was said after this moment. */
  bar: number;
  latestYes: number;
  agreed: boolean;
  regimes: readonly string[];
  /** The person had a signal on record and took it back: it does not come back by itself. */
  signalKnown: boolean;
  readonly holds: Map<string, 'standing' | 'lifted'>;
}

const mustRefuse = (model: Model): readonly Purpose[] =>
  names.filter(
    (name) =>
      (name === 'helping' && !model.agreed) ||
      sayings.some(
        (saying) =>
          (model.limits.has(saying) && (stops[saying].of as readonly Purpose[]).includes(name)) ||
          model.limits.has(`${saying} ${name}`),
      ),
  );

function hearNo(model: Model, moment: number): void {
  model.bar = Math.max(model.bar, moment, model.latestYes);
  model.agreed = false;
}
function hearYes(model: Model, moment: number): void {
  model.latestYes = Math.max(model.latestYes, moment);
  if (moment > model.bar) model.agreed = true;
}

const late = fc.option(fc.integer({ min: 1, max: 48 }), { nil: undefined });
const acts = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('asks'), saying: fc.constantFrom(...sayings), one: fc.boolean(), late }),
    fc.record({ what: fc.constant('takes-back'), one: fc.boolean(), late }),
    fc.record({ what: fc.constant('lifts'), saying: fc.constantFrom(...sayings) }),
    fc.record({ what: fc.constant('withdraws'), late }),
    fc.record({ what: fc.constant('agrees'), late }),
    fc.record({ what: fc.constant('signals') }),
    fc.record({ what: fc.constant('described'), regimes: fc.constantFrom(['EU'], ['US-CA'], ['EU', 'US-CA']) }),
    fc.record({ what: fc.constant('held') }),
    fc.record({ what: fc.constant('released'), which: fc.nat() }),
  ),
  { minLength: 1, maxLength: 7 },
);
type Act = (typeof acts extends fc.Arbitrary<infer T> ? T : never) extends readonly (infer A)[] ? A : never;

/** Pairs that chance seldom brings together. */
const examples: [Act[]][] = [
  [
    [
      { what: 'takes-back', one: true, late: undefined },
      { what: 'agrees', late: 2 },
    ],
  ],
  [
    [
      { what: 'agrees', late: 3 },
      { what: 'takes-back', one: false, late: 1 },
      { what: 'agrees', late: 2 },
    ],
  ],
  [
    [
      { what: 'described', regimes: ['US-CA'] },
      { what: 'signals' },
      { what: 'described', regimes: ['EU'] },
      { what: 'agrees', late: undefined },
    ],
  ],
  [
    [
      { what: 'asks', saying: 'objection', one: false, late: undefined },
      { what: 'lifts', saying: 'objection' },
      { what: 'asks', saying: 'objection', one: false, late: 5 },
    ],
  ],
];

describe.each(engines)('whatever a person says and whenever it arrives, over %s', (engine) => {
  let service: RunningService;
  let count = 0;
  beforeAll(async () => {
    service = await aService({ engine });
    const put = async (path: string, json: object) =>
      sure(await service.call('PUT', path, { json, scope: 'registry', sub: 'officer' }));
    for (const [key, body] of Object.entries(purposes)) await put(`/v1/purposes/${key}`, body);
    const notice = { title: { en: 'Help' }, body: { en: 'We use your messages to help you.' }, purposes: ['helping'] };
    await put('/v1/notices/helping-notice', notice);
    await put('/v1/ai-systems/helper', { name: { en: 'Helper' }, purposes: names, dataCategories: ['messages'] });
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
  const choose = (subject: string, state: 'given' | 'withdrawn', hours: number | undefined) =>
    hours === undefined
      ? post('/v1/me/consents', { purpose: 'helping', state }, { self: subject })
      : post(
          '/v1/consents',
          { subject, purpose: 'helping', state, occurredAt: new Date(momentOf(hours)).toISOString() },
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
    model.limits.delete(saying);
  }
  async function signal(subject: string, model: Model): Promise<void> {
    sure(await service.call('GET', '/v1/me/ai-use', { self: subject, headers: { 'sec-gpc': '1' } }));
    if (!model.regimes.includes('US-CA') || model.signalKnown) return;
    model.signalKnown ||= !model.limits.has('optout-sale-share');
    model.limits.add('optout-sale-share');
  }

  async function takeBack(subject: string, model: Model, { one, late: hours }: { one: boolean; late?: number }) {
    await ask(subject, { kind: 'consent-withdrawal', ...(one ? { purpose: 'helping' } : {}) }, hours);
    // Without a purpose it takes back what stands (decision 0023), and a yes that arrives later is not what stood.
    if (one || model.agreed) hearNo(model, momentOf(hours));
  }
  async function takes(subject: string, model: Model, act: Act): Promise<void> {
    switch (act.what) {
      case 'asks': {
        const { saying, late: hours } = act as { saying: Saying; late?: number };
        const named = (act as { one: boolean }).one ? stops[saying].of[0] : undefined;
        await ask(subject, { kind: saying, ...(named === undefined ? {} : { purpose: named }) }, hours);
        model.limits.add(named === undefined ? saying : `${saying} ${named}`);
        return;
      }
      case 'takes-back':
        return takeBack(subject, model, act as { one: boolean; late?: number });
      case 'lifts':
        return lift(subject, model, (act as { saying: Saying }).saying);
      case 'withdraws':
      case 'agrees': {
        const hours = (act as { late?: number }).late;
        await choose(subject, act.what === 'agrees' ? 'given' : 'withdrawn', hours);
        return (act.what === 'agrees' ? hearYes : hearNo)(model, momentOf(hours));
      }
      case 'signals':
        return signal(subject, model);
      case 'described': {
        model.regimes = (act as { regimes: readonly string[] }).regimes;
        const json = { regimes: model.regimes, ageBand: 'adult', language: 'en' };
        sure(await service.call('PUT', `/v1/subjects/${subject}`, { json, scope: 'consent' }));
        return;
      }
      case 'held':
        return hold(subject, model);
      default:
        return release(subject, model, (act as { which: number }).which);
    }
  }

  async function isAsTheModelSays(subject: string, model: Model): Promise<void> {
    const items = names.map((name) => ({ subject, aiSystem: 'helper', purpose: name, dataCategories: ['messages'] }));
    const { results } = await post('/v1/checks/batch', { items }, { scope: 'use' });
    const refused = names.filter((_name, place) => !results[place].allowed);
    expect(refused).toEqual(expect.arrayContaining([...mustRefuse(model)]));
    if (!model.limits.has('restriction')) expect(refused).not.toContain('banking');
    if (model.holds.size === 0) return;
    const told = sure(await service.call('GET', `/v1/subjects/${subject}/holds`, { scope: 'registry' })).body.items;
    const standing = (all: readonly { id: string; state: string }[]) =>
      all.filter(({ state }) => state === 'standing').map(({ id }) => id);
    expect(standing(told).sort()).toEqual(standing([...model.holds].map(([id, state]) => ({ id, state }))).sort());
  }

  it('every purpose that must be refused now is refused, and the holds that stand were set', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        count += 1;
        const subject = `customer:says-${count}`;
        await aCustomer(service, subject);
        const model: Model = {
          limits: new Set(),
          bar: Number.NEGATIVE_INFINITY,
          latestYes: Number.NEGATIVE_INFINITY,
          agreed: false,
          regimes: ['EU'],
          signalKnown: false,
          holds: new Map(),
        };
        for (const act of list) {
          service.clock.wind(60_000);
          await takes(subject, model, act);
          await isAsTheModelSays(subject, model);
        }
      }),
      { examples, numRuns: engine === 'sqlite' ? 100 : 5, interruptAfterTimeLimit: 15_000 },
    );
  }, 60_000);
});
