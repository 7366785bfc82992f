/**
 * Questions beside the evaluation table, each with one alternative of its rule true, or with none.
 * Flow:    here → cases.ts.
 */
import { deepEqual } from 'node:assert/strict';
import { personAsOf } from '../../../src/evaluation/as-of.ts';
import { citedAct, isLiftedByOwnYes } from '../../../src/evaluation/case.ts';
import {
  type Choosing,
  effectOfNo,
  leavesLimits,
  onlyUndoes,
  undoesSomething,
} from '../../../src/evaluation/effect.ts';
import { evaluate, evaluateAsOf } from '../../../src/evaluation/evaluate.ts';
import { standingHolds } from '../../../src/evaluation/holds.ts';
import { keepsByLaw } from '../../../src/evaluation/keeps.ts';
import type { Act, ConsentAct, LimitAct, PersonState, Suppression } from '../../../src/evaluation/person.ts';
import { allowedByPacks, type RulePack } from '../../../src/evaluation/property-rules.ts';
import { type Purpose, type Registry, type SwitchTurn, stopAt } from '../../../src/evaluation/registry.ts';
import { limitSpeaksOf, limitStops } from '../../../src/evaluation/rows/limits.ts';
import { purposeWarnings } from '../../../src/evaluation/shown-version.ts';
import { isNewSignal, isSignalAnswered, yesBeforeSignal } from '../../../src/evaluation/signal.ts';
import { spanOf } from '../../../src/evaluation/span.ts';
import { standingAsOf, standingOf } from '../../../src/evaluation/standing.ts';
import { suppressionsOf } from '../../../src/evaluation/suppressions.ts';
import type { LimitKind } from '../../../src/vocabulary/limit.ts';
import type { Case } from '../../given/evaluation/alternatives.ts';
import { personWith, subject } from '../../given/evaluation/person.ts';
import { aRegistry } from '../../given/evaluation/registry.ts';

const NOW = Date.parse('2026-11-02T09:00:00.000Z');
const DAY = 86_400_000;

const gives = (title: string, answer: () => unknown, wanted: unknown): Case => ({
  title,
  run: () => deepEqual(answer(), wanted),
});

const place = (n: number) => ({ id: `fact_${n}`, n, log: 0, index: n, at: NOW - 100 * DAY + n * DAY, dated: true });
const said = (n: number, what: ConsentAct['what'], more: Partial<ConsentAct> = {}): ConsentAct => ({
  ...place(n),
  what,
  purpose: 'offers',
  purposeVersion: 1,
  by: 'self',
  effect: what === 'given' ? 'consent' : 'objection',
  explicit: false,
  ...more,
});
const limited = (n: number, limit: LimitKind, more: Partial<LimitAct> = {}): LimitAct => ({
  ...place(n),
  what: 'set',
  limit,
  ...more,
});
const described = (n: number, regimes: readonly string[]): Act => ({ ...place(n), what: 'described', regimes });

const registryOf = (purpose: object) => aRegistry({ legalBasis: { EU: 'consent' }, ...purpose });
const purposeOf = (purpose: object): Purpose => {
  const [found] = registryOf(purpose).purposes.get('offers') ?? [];
  if (found === undefined) throw new Error('no such purpose');
  return found;
};

interface Chosen {
  readonly purpose?: object;
  readonly acts?: readonly Act[];
  readonly regimes?: readonly string[];
  readonly suppressions?: readonly Suppression[];
}
const choosing = ({ purpose = {}, acts = [], regimes = ['EU'], suppressions = [] }: Chosen): Choosing => ({
  purpose: purposeOf(purpose),
  regimes,
  standing: personWith(acts).standing,
  suppressions,
  on: NOW,
});

const interests = { legalBasis: { EU: 'legitimate-interests' } };
const contract = { legalBasis: { EU: 'contract' } };
const sensitive = (condition: string) => ({ ...contract, sensitive: true, specialCategory: { EU: condition } });
const machine = (gateway: string) => ({ ...contract, significant: true, art22: { EU: gateway } });
const sale = { legalBasis: { US: 'opt-out' }, saleOrShare: true };
const teenager: Act = { ...place(1), what: 'described', regimes: ['US-CA'], ageBand: '13-15' };

const effects: readonly Case[] = [
  gives('a no to what rests on a contract', () => effectOfNo(choosing({ purpose: contract })).effect, 'none'),
  gives('a no to what rests on consent', () => effectOfNo(choosing({})).effect, 'consent'),
  gives('a no without a basis', () => effectOfNo(choosing({ regimes: ['US-CA'] })).effect, 'consent'),
  gives(
    'a no to a condition of health data',
    () => effectOfNo(choosing({ purpose: sensitive('a') })).effect,
    'consent',
  ),
  gives('a no beside another condition', () => effectOfNo(choosing({ purpose: sensitive('h') })).effect, 'none'),
  gives('a no to a machine', () => effectOfNo(choosing({ purpose: machine('explicit-consent') })).effect, 'consent'),
  gives('a no beside another gateway', () => effectOfNo(choosing({ purpose: machine('contract') })).effect, 'none'),
  gives(
    'a no to marketing',
    () => effectOfNo(choosing({ purpose: { ...contract, forMarketing: true } })).effect,
    'objection',
  ),
  gives('a no to interests', () => effectOfNo(choosing({ purpose: interests })).effect, 'objection'),
];

const undoing = (chosen: Chosen) => () => undoesSomething(choosing(chosen));
const wish = { code: 'opt-out', at: NOW - DAY } as const;
const undoes: readonly Case[] = [
  gives('a yes undoes nothing', undoing({}), false),
  gives('a yes undoes no yes', undoing({ acts: [said(1, 'given')] }), false),
  gives('a yes undoes a refusal', undoing({ acts: [said(1, 'refused')] }), true),
  gives('a yes undoes a limit', undoing({ acts: [limited(1, 'objection')] }), true),
  gives(
    'a yes undoes a limit on this purpose',
    undoing({ acts: [limited(1, 'objection', { purpose: 'offers' })] }),
    true,
  ),
  gives('a yes undoes no limit on another', undoing({ acts: [limited(1, 'objection', { purpose: 'other' })] }), false),
  gives(
    'a yes undoes no limit that was lifted',
    undoing({ acts: [limited(1, 'objection'), limited(2, 'objection', { what: 'lifted' })] }),
    false,
  ),
  gives('a yes undoes no restriction', undoing({ acts: [limited(1, 'restriction')] }), false),
  gives(
    'a yes undoes a restriction that consent opens',
    undoing({ purpose: { allowedWhenRestricted: 'consent' }, acts: [limited(1, 'restriction')] }),
    true,
  ),
  gives('a yes undoes a wish that outlived an erasure', undoing({ suppressions: [wish] }), true),
  gives('a yes opts a teenager in', undoing({ purpose: sale, acts: [teenager], regimes: ['US-CA'] }), true),
  gives(
    'a yes of a teenager to no sale',
    undoing({ purpose: { ...sale, saleOrShare: false }, acts: [teenager], regimes: ['US-CA'] }),
    false,
  ),
  gives(
    'only undoing is left where nothing asks for consent',
    () => onlyUndoes(choosing({ purpose: interests })),
    true,
  ),
  gives('more than undoing where consent decides', () => onlyUndoes(choosing({})), false),
];

const yes = { moment: NOW, dated: true, own: true };
const leaving =
  (chosen: Chosen, given = yes) =>
  () =>
    leavesLimits(choosing({ purpose: interests, ...chosen }), given);
const notOwn = { ...yes, own: false };
const leaves: readonly Case[] = [
  gives('an own yes leaves nothing', leaving({ acts: [said(1, 'withdrawn')] }), false),
  gives('a yes of an agent leaves an objection', leaving({ acts: [said(1, 'withdrawn')] }, notOwn), true),
  gives(
    'a yes of an agent leaves an opt-out',
    leaving({ acts: [said(1, 'withdrawn', { effect: 'opt-out' })] }, notOwn),
    true,
  ),
  gives('a yes of an agent where there was no no', leaving({ acts: [said(1, 'given')] }, notOwn), false),
  gives('a younger yes leaves no limit', leaving({ acts: [limited(1, 'objection')] }), false),
  gives('an older yes leaves a limit', leaving({ acts: [limited(1, 'objection')] }, { ...yes, moment: 0 }), true),
  gives('an older yes leaves a wish', leaving({ suppressions: [wish] }, { ...yes, moment: 0 }), true),
  gives('a younger yes leaves no wish', leaving({ suppressions: [wish] }), false),
];

const signal = limited(2, 'opt-out-sale-share', { source: 'gpc' });
const lifted = limited(3, 'opt-out-sale-share', { what: 'lifted' });
const unknown: PersonState = { found: 'unknown', suppressions: [] };
const erased: PersonState = { found: 'erased', mark: { at: NOW, keep: [] }, suppressions: [] };
const answered = (acts: readonly Act[], given?: ConsentAct) => () => isSignalAnswered(personWith(acts).standing, given);
const fresh = (person: PersonState) => () => isNewSignal(person, { regime: 'US-CA', on: NOW });
const signals: readonly Case[] = [
  gives('a signal that never came is not answered', answered([]), false),
  gives('a signal that stands is not answered', answered([signal]), false),
  gives('a signal is answered by a switch', answered([signal, lifted]), true),
  gives('a signal is answered by a later yes', answered([signal], said(3, 'given')), true),
  gives('a signal is not answered by an earlier yes', answered([signal], said(1, 'given')), false),
  gives('a signal is not answered by a yes of an agent', answered([signal], said(3, 'given', { by: 'agent' })), false),
  gives('a signal is not answered by an undated yes', answered([signal], said(3, 'given', { dated: false })), false),
  gives('a yes answers no limit that is not set', () => isLiftedByOwnYes(said(3, 'given'), {}), false),
  gives(
    'a later no of another kind is not answered by a yes',
    answered([signal, lifted, limited(4, 'opt-out-sale-share')], said(5, 'given')),
    false,
  ),
  gives(
    'a yes before the signal',
    () => yesBeforeSignal(personWith([said(1, 'given'), signal]), 'offers'),
    place(1).at,
  ),
  gives('a yes without a signal', () => yesBeforeSignal(personWith([said(1, 'given')]), 'offers'), undefined),
  gives('a signal without a yes', () => yesBeforeSignal(personWith([signal]), 'offers'), undefined),
  gives('nobody says yes', () => yesBeforeSignal(unknown, 'offers'), undefined),
  gives('a signal of somebody unknown is new', fresh(unknown), true),
  gives('a signal of somebody known is new', fresh(personWith([described(1, ['US-CA'])])), true),
  gives('a signal of somebody erased is not', fresh(erased), false),
  gives('a signal that stands is not new', fresh(personWith([described(1, ['US-CA']), signal])), false),
  gives('a signal that was answered is not new', fresh(personWith([described(1, ['US-CA']), signal, lifted])), false),
  gives(
    'a signal beside an opt-out that covers all is not new',
    fresh(personWith([described(1, ['US-CA']), limited(2, 'opt-out-sale-share')])),
    false,
  ),
];

const codes = (purpose: object, acts: readonly Act[]) => () =>
  suppressionsOf(personWith(acts).standing, registryOf(purpose), NOW).map(
    ({ code, purpose: of }) => `${code} ${of ?? '*'}`,
  );
const ofOne = { purpose: 'offers' };
const wishes: readonly Case[] = [
  gives('an objection to everything', codes(interests, [limited(1, 'objection')]), ['objection-marketing *']),
  gives(
    'an objection to marketing for one purpose',
    codes({ ...interests, forMarketing: true }, [limited(1, 'objection', ofOne)]),
    ['objection-marketing offers'],
  ),
  gives('an objection to another purpose', codes(interests, [limited(1, 'objection', ofOne)]), []),
  gives('an opt-out of sale', codes(sale, [limited(1, 'opt-out-sale-share')]), ['opt-out-sale-share *']),
  gives('an opt-out of profiling', codes(sale, [limited(1, 'opt-out-profiling')]), ['opt-out-profiling *']),
  gives('an opt-out of sensitive data', codes(sale, [limited(1, 'opt-out-sensitive')]), []),
  ...(['forMarketing', 'saleOrShare', 'significant'] as const).map((which) =>
    gives(
      `an opt-out of one purpose: ${which}`,
      codes({ legalBasis: { US: 'opt-out' }, [which]: true }, [limited(1, 'opt-out', ofOne)]),
      ['opt-out offers'],
    ),
  ),
  gives('an opt-out of a plain purpose', codes({ legalBasis: { US: 'opt-out' } }, [limited(1, 'opt-out', ofOne)]), []),
  gives(
    'an opt-out that a later yes answered',
    codes(sale, [limited(1, 'opt-out-sale-share', ofOne), said(2, 'given')]),
    [],
  ),
  gives(
    'an opt-out before a refusal',
    codes(sale, [limited(1, 'opt-out-sale-share', ofOne), said(2, 'refused', { effect: 'consent' })]),
    ['opt-out-sale-share offers'],
  ),
  gives('an opt-out after a yes', codes(sale, [said(1, 'given'), limited(2, 'opt-out-sale-share', ofOne)]), [
    'opt-out-sale-share offers',
  ]),
  gives(
    'an opt-out whose answer has run out',
    codes({ ...sale, consentValidity: 'P30D' }, [limited(1, 'opt-out-sale-share', ofOne), said(2, 'given')]),
    ['opt-out-sale-share offers'],
  ),
];

const holding = (until?: number) => () =>
  standingHolds(
    {
      regimes: [],
      choices: {},
      limits: {},
      holds: { h: { items: [], ground: 'legal-obligation', at: 0, ...(until === undefined ? {} : { until }) } },
    },
    NOW,
  ).length;
const keeping =
  (purpose: object, key = 'offers') =>
  () =>
    keepsByLaw(personWith([]).standing, registryOf(purpose), {
      now: NOW,
      defaultRegime: 'EU',
      lastUsed: new Map([[key, NOW - DAY]]),
    }).length;
const owed = { legalBasis: { EU: 'legal-obligation' } };
const kept: readonly Case[] = [
  gives('a hold without an end', holding(), 1),
  gives('a hold before its end', holding(NOW + 1), 1),
  gives('a hold at its end', holding(NOW), 0),
  gives('what the law wants kept', keeping({ ...owed, retentionPeriod: 'P6Y' }), 1),
  gives('what the law wants kept no longer', keeping({ ...owed, retentionPeriod: 'P1D' }), 0),
  gives('what names no period', keeping(owed), 0),
  gives('what nobody declared', keeping({ ...owed, retentionPeriod: 'P6Y' }, 'other'), 0),
  gives('what rests on something else', keeping({ retentionPeriod: 'P6Y' }), 0),
  gives('no span', () => spanOf('P'), undefined),
  gives('not the form of a span', () => spanOf('PT5M'), undefined),
  gives('a span', () => spanOf('P1Y2M3D'), { months: 14, days: 3 }),
];

const pack = (more: Partial<RulePack>): RulePack => ({
  name: 'papers',
  subjects: [{ type: 'staff', id: 'olga' }],
  resources: [{ type: 'paper', id: 'one' }],
  rules: [
    { actions: ['read'], resource: 'paper' },
    { actions: ['read'], resource: 'note' },
  ],
  ...more,
});
const rule =
  (who: string, [type, what]: readonly [type: string, what: string], more: Partial<RulePack> = {}) =>
  () =>
    allowedByPacks([pack(more)], {
      subject: { type: 'staff', id: who },
      action: { name: 'read' },
      resource: { type, id: what },
    });
const packs: readonly Case[] = [
  gives('a thing that is listed', rule('olga', ['paper', 'one']), true),
  gives('a thing that is not', rule('olga', ['paper', 'two']), false),
  gives('somebody who is not', rule('ivo', ['paper', 'one']), false),
  gives('a type that is taken unlisted', rule('olga', ['note', 'any'], { unlisted: ['note'] }), true),
  gives('a type that nobody knows', rule('olga', ['note', 'any']), undefined),
];

const pastOf = (person: PersonState) => () => {
  const then = personAsOf(person, { log: 0, size: 2 });
  return then.found === 'known' ? Object.keys(then.standing.choices) : then.found;
};
const past: readonly Case[] = [
  gives('the past of nobody', pastOf(unknown), 'unknown'),
  gives('the past of somebody', pastOf(personWith([said(1, 'given'), said(5, 'given', { purpose: 'later' })])), [
    'offers',
  ]),
  gives(
    'somebody without their history',
    pastOf({ found: 'known', subject, standing: personWith([said(5, 'given')]).standing, suppressions: [] }),
    ['offers'],
  ),
  gives(
    'of one moment the later act counts',
    () => standingAsOf([said(2, 'given', { at: 5 }), said(1, 'refused', { at: 5 })], 5).choices['offers']?.newest?.what,
    'refused',
  ),
];

const order: readonly Case[] = [
  gives(
    'the later act counts, whatever was recorded first',
    () =>
      standingAsOf([said(1, 'given', { at: 20 }), said(2, 'refused', { at: 10 })], 30).choices['offers']?.newest?.what,
    'given',
  ),
  gives(
    'of one moment the act that was recorded later counts',
    () =>
      standingAsOf(
        [
          { ...place(2), at: 5, what: 'described', regimes: ['US-CA'] },
          { ...place(1), at: 5, what: 'described', regimes: ['EU'] },
        ],
        5,
      ).regimes,
    ['US-CA'],
  ),
  gives(
    'a no without effect leaves the no before it',
    () =>
      standingOf([said(1, 'refused', { effect: 'consent' }), said(2, 'withdrawn', { effect: 'none' })]).choices[
        'offers'
      ]?.newest?.what,
    'refused',
  ),
  gives(
    'a no without effect takes the yes before it',
    () => standingOf([said(1, 'given'), said(2, 'withdrawn', { effect: 'none' })]).choices['offers']?.newest,
    undefined,
  ),
  gives(
    'a no without effect after nothing is none',
    () => standingOf([said(2, 'withdrawn', { effect: 'none' })]).choices['offers']?.newest,
    undefined,
  ),
  gives('a limit is cited as one', () => citedAct(limited(1, 'objection')).kind, 'limit.set'),
  gives('the end of a limit, too', () => citedAct(limited(1, 'objection', { what: 'lifted' })).kind, 'limit.lifted'),
  gives('a yes as a consent', () => citedAct(said(1, 'given')).kind, 'consent.given'),
];

const turn = (stopped: boolean, occurredAt: number): SwitchTurn => ({
  key: 'chooser',
  stopped,
  occurredAt,
  at: occurredAt,
  by: { id: 'act_officer', role: 'officer' },
  fact: `fact_${occurredAt}`,
  kind: stopped ? 'ai-system.suspended' : 'ai-system.resumed',
  log: 0,
  index: occurredAt,
});
const stopped =
  (...turns: readonly SwitchTurn[]) =>
  () =>
    stopAt({ ...registryOf({}), turns: new Map([['chooser', turns]]) }, 'chooser', 30) !== undefined;
const stops: readonly Case[] = [
  gives('a stop', stopped(turn(true, 10)), true),
  gives('a stop that is over', stopped(turn(true, 10), turn(false, 20)), false),
  gives('a stop that was told after its end', stopped(turn(false, 20), turn(true, 10)), false),
  gives('an end and a stop of one moment', stopped(turn(false, 10), turn(true, 10)), true),
  gives('a stop to come', stopped(turn(true, 40)), false),
];

const limitAt =
  (kind: LimitKind, basis: Parameters<typeof limitStops>[2]['basis'], purpose: object = {}) =>
  () =>
    limitStops(purposeOf(purpose), kind, { regime: 'EU', basis });
const speaks =
  (kind: LimitKind, purpose: object = {}) =>
  () =>
    limitSpeaksOf(purposeOf(purpose), kind);
const stopping: readonly Case[] = [
  gives('a restriction stops what nothing opens', limitAt('restriction', 'contract'), true),
  gives(
    'a restriction stops what consent opens',
    limitAt('restriction', 'contract', { allowedWhenRestricted: 'consent' }),
    true,
  ),
  gives(
    'a restriction stops no claims',
    limitAt('restriction', 'contract', { allowedWhenRestricted: 'legal-claims' }),
    false,
  ),
  gives('an objection stops marketing', limitAt('objection', 'contract', { forMarketing: true }), true),
  gives('an objection stops interests', limitAt('objection', 'legitimate-interests'), true),
  gives('an objection stops what rests on consent', limitAt('objection', 'consent'), true),
  gives('an objection stops no contract', limitAt('objection', 'contract'), false),
  gives('an objection to marketing stops no contract', limitAt('objection-marketing', 'contract'), false),
  gives('anything stops what has no basis', limitAt('opt-out', undefined), true),
  gives('a restriction speaks of everything', speaks('restriction'), true),
  gives('an objection speaks of everything', speaks('objection'), true),
  gives('an objection to marketing speaks of marketing', speaks('objection-marketing', { forMarketing: true }), true),
  gives('an objection to marketing speaks of nothing else', speaks('objection-marketing'), false),
  gives('an opt-out of sale speaks of no other purpose', speaks('opt-out-sale-share'), false),
  gives(
    'an opt-out of profiling speaks of what is important',
    speaks('opt-out-profiling', { significant: true }),
    true,
  ),
  gives('an opt-out of profiling speaks of marketing', speaks('opt-out-profiling', { forMarketing: true }), true),
  gives('an opt-out of profiling speaks of nothing else', speaks('opt-out-profiling'), false),
];

const question = {
  subject: 'customer:ada',
  aiSystem: 'chooser',
  purpose: 'offers',
  defaultRegime: 'US-VA',
  categories: ['purchases'],
};
const wished = (suppression?: object) => () =>
  evaluate(
    registryOf({ legalBasis: { US: 'opt-out' } }),
    { found: 'unknown', suppressions: suppression === undefined ? [] : [{ code: 'opt-out', at: 1, ...suppression }] },
    question,
    NOW,
  ).reason;
const declaredAt = (purposeAt: number, systemAt: number) => () => {
  const registry = registryOf({ legalBasis: { US: 'contract' } });
  const moved = <V extends { readonly at: number; readonly effectiveFrom: number }>(
    all: ReadonlyMap<string, readonly V[]>,
    at: number,
  ) => new Map([...all].map(([key, versions]) => [key, versions.map((each) => ({ ...each, at, effectiveFrom: at }))]));
  const then: Registry = {
    ...registry,
    purposes: moved(registry.purposes, purposeAt),
    aiSystems: moved(registry.aiSystems, systemAt),
  };
  return evaluateAsOf(then, personWith([]), question, 20).assumptions.includes('declared-afterwards');
};
const asking: readonly Case[] = [
  gives('nobody wished anything', wished(), 'opt-out-not-exercised'),
  gives('a wish about everything', wished({}), 'opted-out'),
  gives('a wish about this purpose', wished({ purpose: 'offers' }), 'opted-out'),
  gives('a wish about another purpose', wished({ purpose: 'other' }), 'opt-out-not-exercised'),
  gives('declared in time', declaredAt(10, 10), false),
  gives('a purpose declared afterwards', declaredAt(30, 10), true),
  gives('an AI system declared afterwards', declaredAt(10, 30), true),
];

const warned = (purpose: object, defaultRegime: string) => () =>
  purposeWarnings(purposeOf(purpose), registryOf(purpose), { defaultRegime, on: NOW });
const warnings: readonly Case[] = [
  gives('a purpose for everybody here', warned({}, 'EU'), []),
  gives('a purpose without a basis here', warned({}, 'BR'), ['regimes-without-basis']),
  gives(
    'a purpose whose basis one state does not take',
    warned({ legalBasis: { EU: 'consent', US: 'opt-out' }, sensitive: true }, 'EU'),
    ['regimes-without-basis'],
  ),
  gives('a purpose without a notice', warned({ defaultNotice: undefined }, 'EU'), []),
  gives('a purpose with a notice that nobody published', warned({ defaultNotice: 'nowhere' }, 'EU'), [
    'unknown-notice',
  ]),
];

export const evaluationAlternatives: readonly Case[] = [
  ...effects,
  ...undoes,
  ...leaves,
  ...signals,
  ...wishes,
  ...kept,
  ...packs,
  ...past,
  ...order,
  ...stops,
  ...stopping,
  ...asking,
  ...warnings,
];
