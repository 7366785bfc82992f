/**
 * A simple model of what a person has said: which limits stand, which yes counts, which holds were set.
 * Flow:    test/journeys/interleavings.test.ts → here.
 */
import fc from 'fast-check';

const purpose = (key: string, basis: string, more: object = {}) => ({
  name: { en: key },
  description: { en: `What ${key} is for.` },
  kind: 'service',
  legalBasis: { EU: basis, 'US-CA': basis },
  dataCategories: ['messages'],
  ...more,
});

/** Four that rest on our interests or a contract, two kinds of data, and two that rest on a yes. */
export const purposes = {
  advice: purpose('advice', 'legitimate-interests'),
  offers: purpose('offers', 'legitimate-interests', { forMarketing: true }),
  resale: purpose('resale', 'legitimate-interests', { saleOrShare: true }),
  helping: purpose('helping', 'consent', { defaultNotice: 'helping-notice' }),
  tips: purpose('tips', 'consent', { defaultNotice: 'helping-notice', dataCategories: ['purchases'] }),
  banking: purpose('banking', 'contract'),
  delivery: purpose('delivery', 'contract', { dataCategories: ['purchases'] }),
};
export type Purpose = keyof typeof purposes;
export const names = Object.keys(purposes) as Purpose[];
export const categoriesOf = (name: Purpose): readonly string[] => purposes[name].dataCategories;

const consented = ['helping', 'tips'] as const;
export type Consented = (typeof consented)[number];
export const restsOnYes = (name: string): name is Consented => (consented as readonly string[]).includes(name);

/** Which limit stops which purposes where the request names none. */
export const stops = {
  objection: { asks: 'objection', of: ['advice', 'offers', 'resale'] },
  'objection-marketing': { asks: 'objection-marketing', of: ['offers'] },
  restriction: { asks: 'restriction', of: names },
  'optout-sale-share': { asks: 'opt-out-sale-share', of: ['resale'] },
} as const satisfies Record<string, { readonly asks: string; readonly of: readonly Purpose[] }>;
export type Saying = keyof typeof stops;
const sayings = Object.keys(stops) as Saying[];

interface Limit {
  readonly saying: Saying;
  readonly purpose?: Purpose;
  readonly categories?: readonly string[];
}
export const limitOf = ({ saying, purpose: named, categories }: Limit): string =>
  `${saying} ${named ?? '*'} ${categories ?? '*'}`;

/** All that the model knows. */
export interface Model {
  /** Each limit that stands, and the request that set it; nothing where it is not that of one request alone. */
  readonly limits: Map<string, Limit & { readonly by?: string }>;
  /** By purpose: a yes counts only when it was said after `bar`. */
  readonly choices: Record<Consented, { bar: number; latestYes: number; agreed: boolean }>;
  regimes: readonly string[];
  /** The person had a signal on record and took it back: it does not come back by itself. */
  signalKnown: boolean;
  /** A signal met an opt-out and a yes: the model leaves open which of them the record of the signal follows. */
  signalUnclear: boolean;
  /** They switched sale and sharing on again, which goes before what their browser sends. */
  saleLifted: boolean;
  /** The requests that may be refused, each on a ground that a law of it knows. */
  readonly refusable: Map<string, { readonly limit: string; readonly code: string }>;
  readonly holds: Map<string, 'standing' | 'lifted'>;
}

const nothingSaid = () => ({ bar: Number.NEGATIVE_INFINITY, latestYes: Number.NEGATIVE_INFINITY, agreed: false });
export const aModel = (): Model => ({
  limits: new Map(),
  choices: { helping: nothingSaid(), tips: nothingSaid() },
  regimes: ['EU'],
  signalKnown: false,
  signalUnclear: false,
  saleLifted: false,
  refusable: new Map(),
  holds: new Map(),
});

const stopsPurpose = ({ saying, purpose: named, categories }: Limit, name: Purpose): boolean =>
  (stops[saying].of as readonly Purpose[]).includes(name) &&
  (named === undefined || named === name) &&
  (categories === undefined || categories.some((each) => categoriesOf(name).includes(each)));

export const mustRefuse = (model: Model): readonly Purpose[] =>
  names.filter(
    (name) =>
      (restsOnYes(name) && !model.choices[name].agreed) ||
      [...model.limits.values()].some((limit) => stopsPurpose(limit, name)),
  );

/** What no yes decides about is refused where a limit says so, and nowhere else. */
export const mustAllow = (model: Model): readonly Purpose[] =>
  names.filter(
    (name) => !restsOnYes(name) && !mustRefuse(model).includes(name) && !(name === 'resale' && model.signalUnclear),
  );

/** A browser sends its signal on a page of somebody with these laws. */
export function hearSignal(model: Model): void {
  if (!model.regimes.includes('US-CA')) return;
  const limit = { saying: 'optout-sale-share' } as const;
  if (model.limits.has(limitOf(limit))) model.signalUnclear ||= agreesToAnything(model);
  else if (!model.signalKnown && !model.signalUnclear) {
    model.signalKnown = true;
    model.limits.set(limitOf(limit), limit);
  }
}
const agreesToAnything = ({ choices }: Model): boolean => Object.values(choices).some(({ agreed }) => agreed);

export function hearNo(model: Model, about: Consented, moment: number): void {
  const choice = model.choices[about];
  choice.bar = Math.max(choice.bar, moment, choice.latestYes);
  choice.agreed = false;
}
export function hearYes(model: Model, about: Consented, moment: number): void {
  const choice = model.choices[about];
  choice.latestYes = Math.max(choice.latestYes, moment);
  if (moment > choice.bar) choice.agreed = true;
}
/** An objection to marketing is never refused. */
function groundFor(saying: Saying, regimes: readonly string[]): string | undefined {
  if (saying === 'optout-sale-share') return regimes.includes('US-CA') ? undefined : 'right-not-in-regime';
  return saying !== 'objection-marketing' && regimes.includes('EU') ? 'art12-5-excessive' : undefined;
}
export function hearLimit(model: Model, limit: Limit, request: string): void {
  const key = limitOf(limit);
  const { limits, regimes } = model;
  const code = groundFor(limit.saying, regimes);
  if (code !== undefined) model.refusable.set(request, { limit: key, code });
  // A yes that was said since may have answered the one that stands; whose it is now does not matter to the model.
  const isNew = !limits.has(key);
  if (isNew) limits.set(key, { ...limit, by: request });
  else if (agreesToAnything(model)) limits.set(key, limit);
}
/** Refusing a request lifts what it set itself, and nothing that somebody else did. */
export function hearRefusal(model: Model, request: string): void {
  const refused = model.refusable.get(request);
  model.refusable.delete(request);
  const standing = refused === undefined ? undefined : model.limits.get(refused.limit);
  if (refused === undefined || standing?.by !== request) return;
  hearLift(model, standing);
}
export function hearLift(model: Model, limit: Limit): void {
  model.limits.delete(limitOf(limit));
  model.saleLifted ||= limit.saying === 'optout-sale-share';
}

const late = fc.option(fc.integer({ min: 1, max: 48 }), { nil: undefined });
const about = fc.constantFrom(...consented);
const acts = {
  asks: fc.record({ saying: fc.constantFrom(...sayings), one: fc.boolean(), late }),
  restricts: fc.record({ categories: fc.constantFrom(['messages'], ['purchases'], ['messages', 'purchases']), late }),
  'takes-back': fc.record({ about: fc.option(about, { nil: undefined }), late }),
  'objects-to-yes': fc.record({ about, late }),
  lifts: fc.record({ saying: fc.constantFrom(...sayings) }),
  refused: fc.record({ which: fc.nat() }),
  withdraws: fc.record({ about, late }),
  agrees: fc.record({ about, late }),
  signals: fc.record({}),
  described: fc.record({ regimes: fc.constantFrom(['EU'], ['US-CA'], ['EU', 'US-CA']) }),
  held: fc.record({}),
  released: fc.record({ which: fc.nat() }),
};
type Acts = { [W in keyof typeof acts]: ((typeof acts)[W] extends fc.Arbitrary<infer T> ? T : never) & { what: W } };
export type Act = Acts[keyof Acts];

const one = Object.entries(acts).map(([what, of]) =>
  (of as fc.Arbitrary<object>).map((fields) => ({ what, ...fields }) as Act),
);
export const anyActs: fc.Arbitrary<Act[]> = fc.array(fc.oneof(...one), { minLength: 1, maxLength: 7 });
