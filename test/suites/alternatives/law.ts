/**
 * Questions to the law, each with one alternative of its rule true, or with none.
 * Flow:    here → cases.ts.
 */
import { deepEqual } from 'node:assert/strict';
import { aggregateRuleFor } from '../../../src/law/aggregate-answer.ts';
import { basisFault } from '../../../src/law/bases.ts';
import { lawChangesAfter } from '../../../src/law/changes.ts';
import { type Calendar, clockFor } from '../../../src/law/clock.ts';
import { rowInForce } from '../../../src/law/dated.ts';
import { regimesOfDenial } from '../../../src/law/denials.ts';
import { holidaysFor } from '../../../src/law/holidays.ts';
import { humanInvolvementOf } from '../../../src/law/human-involvement.ts';
import { adverseNoticeClock, owesPreUseNotice } from '../../../src/law/notices.ts';
import { pauseMoves, pauseReasonsFor } from '../../../src/law/pauses.ts';
import { protectedFeatureIn } from '../../../src/law/protected-features.ts';
import { isUnderGdpr, regimesToTry } from '../../../src/law/regimes.ts';
import { hasRight } from '../../../src/law/request-kinds.ts';
import { rightsFor } from '../../../src/law/rights.ts';
import type { Case } from '../../given/evaluation/alternatives.ts';

const DAY = '2027-06-01';
const NOW = Date.parse(`${DAY}T12:00:00.000Z`);
const london: Calendar = { timeZone: 'Europe/London', holidays: [] };
const day = (text: string): number => Date.parse(`${text}T12:00:00.000Z`);

const gives = (title: string, answer: () => unknown, wanted: unknown): Case => ({
  title,
  run: () => deepEqual(answer(), wanted),
});

const rights: readonly Case[] = [
  gives('a right outside the United States needs no act of a state', () => hasRight('access', 'EU-DE', DAY), true),
  gives('a right in a state with an act', () => hasRight('access', 'US-VA', DAY), true),
  gives('no right in a state without one', () => hasRight('access', 'US-NY', DAY), false),
  gives('a complaint in a state without one', () => hasRight('complaint', 'US-NY', DAY), true),
  gives('no third-party list where the model knows none', () => hasRight('third-party-list', 'US-VA', DAY), false),
  ...[
    { regime: 'EU', humanAppeal: false, wanted: true },
    { regime: 'US-CA', humanAppeal: true, wanted: true },
    { regime: 'US-CA', humanAppeal: false, wanted: false },
  ].map(({ regime, humanAppeal, wanted }) =>
    gives(
      `a human review in ${regime} ${humanAppeal ? 'where the appeal is relied on' : 'without an appeal'}`,
      () => rightsFor([regime], DAY, { humanAppeal }).find(({ right }) => right === 'human-review')?.available,
      wanted,
    ),
  ),
  gives('the GDPR of the Union', () => isUnderGdpr('EU-FR'), true),
  gives('the GDPR of the Kingdom', () => isUnderGdpr('UK'), true),
  gives('no GDPR', () => isUnderGdpr('US-CA'), false),
  gives('a law without a wider one', () => regimesToTry('BR'), ['BR']),
  gives('a law that stands alone', () => regimesToTry('CA-QC'), ['CA-QC']),
  gives('a law in a wider one', () => regimesToTry('US-CA'), ['US-CA', 'US']),
];

const hasHolidays = (regime: string, set: string) => () => holidaysFor(regime, [set]).size > 0;

const holidays: readonly Case[] = [
  gives('holidays of the country serve its state', hasHolidays('US-CA', 'US'), true),
  gives('holidays of one Member State serve another', hasHolidays('EU-FR', 'DE'), true),
  gives('holidays of a Member State serve nobody outside', hasHolidays('US-CA', 'DE'), false),
  gives('holidays of nobody in the Union serve nobody in it', hasHolidays('EU-FR', 'US'), false),
];

const fault = (basis: 'opt-out' | 'legitimate-interests', sensitive: boolean) => () =>
  basisFault('US-VA', basis, { sensitive, on: NOW })?.source;

const denied =
  ([code, kind]: readonly [code: string, kind: 'access' | 'erasure'], regime: string, on = DAY) =>
  () =>
    regimesOfDenial(code, { kind, regimes: [regime], day: on });

const refusing: readonly Case[] = [
  gives('sensitive data on an opt-out', fault('opt-out', true), 'Va. Code 59.1-578(A)(5)'),
  gives('other data on an opt-out', fault('opt-out', false), undefined),
  gives('sensitive data on interests', fault('legitimate-interests', true), undefined),
  gives('a ground of this law', denied(['art17-no-ground', 'erasure'], 'EU-DE'), ['EU-DE']),
  gives('a ground of another law', denied(['art17-no-ground', 'erasure'], 'US-CA'), []),
  gives('a ground of every law', denied(['right-not-in-regime', 'access'], 'US-NY'), ['US-NY']),
  gives('a ground that does not exist', denied(['too-much-work', 'access'], 'EU'), []),
  gives('a ground of another kind', denied(['art17-no-ground', 'access'], 'EU'), []),
  gives('a ground before its day', denied(['uk-reasonable-proportionate-search', 'access'], 'UK', '2026-02-04'), []),
];

const row = (effectiveFrom: string, source: string, until?: string) =>
  ({ effectiveFrom, source, checked: 'law', ...(until === undefined ? {} : { until }) }) as const;
const inForce = (rows: readonly ReturnType<typeof row>[], on: string) => () => rowInForce(rows, on)?.source;

const dated: readonly Case[] = [
  gives('a row without an end', inForce([row('2020-01-01', 'a')], '2027-01-01'), 'a'),
  gives('a row before its end', inForce([row('2020-01-01', 'a', '2021-01-01')], '2020-12-31'), 'a'),
  gives('a row at its end', inForce([row('2020-01-01', 'a', '2021-01-01')], '2021-01-01'), undefined),
  gives('the newest of two', inForce([row('2021-01-01', 'b'), row('2020-01-01', 'a')], '2022-01-01'), 'b'),
  gives('the last of two of one day', inForce([row('2020-01-01', 'a'), row('2020-01-01', 'b')], '2022-01-01'), 'b'),
  gives(
    'the next change of two laws, the first of them earlier',
    () => lawChangesAfter(['US-CT', 'US-CA'], day('2026-05-01')),
    Date.parse('2026-07-01T00:00:00.000Z'),
  ),
  gives(
    'the next change of two laws, the first of them later',
    () => lawChangesAfter(['US-CA', 'US-CT'], day('2026-05-01')),
    Date.parse('2026-07-01T00:00:00.000Z'),
  ),
  gives('no change of a law that does not change', () => lawChangesAfter(['CH'], NOW), undefined),
];

const paused = (kind: 'access' | 'complaint' | 'objection-marketing', regime: string) => () =>
  pauseReasonsFor({ kind, regimes: [regime], day: DAY });
const moves = (regimes: readonly string[], why: 'identity' | 'clarification') => () =>
  pauseMoves({ kind: 'access', regimes, day: DAY }, why);
const waited = (regime: string, why: 'clarification' | 'identity') => () => {
  const clock = clockFor(
    {
      kind: 'access',
      regimes: [regime],
      receivedAt: day('2027-06-01'),
      pauses: [{ why, from: day('2027-06-03'), to: day('2027-06-08') }],
    },
    london,
  );
  const told = clock.suspendedDueAt === undefined ? '' : new Date(clock.suspendedDueAt).toISOString().slice(0, 10);
  return [clock.dueDate, told];
};

const clocks: readonly Case[] = [
  gives('a pause of months', paused('access', 'EU'), ['identity']),
  gives('no pause of a complaint', paused('complaint', 'EU'), []),
  gives('no pause of what is due at once', paused('objection-marketing', 'EU'), []),
  gives('no pause of days', paused('access', 'US-CA'), []),
  gives('a pause of British months', paused('access', 'UK'), ['identity', 'authority', 'fee', 'clarification']),
  gives('what a British proof moves', moves(['UK'], 'identity'), 'starts-then'),
  gives('what a British clarification moves', moves(['UK'], 'clarification'), 'not-counted'),
  gives('what a proof in the Union moves', moves(['EU'], 'identity'), 'stays'),
  gives('what a clarification in the Union moves', moves(['EU'], 'clarification'), 'stays'),
  gives('what a proof moves under two laws', moves(['UK', 'EU'], 'identity'), 'stays'),
  gives('what a proof moves where one law knows no pause', moves(['UK', 'US-CA'], 'identity'), 'stays'),
  gives('the days of a British clarification are added', waited('UK', 'clarification'), ['2027-07-06', '']),
  gives('the days of a proof in the Union are told', waited('EU', 'identity'), ['2027-07-01', '2027-07-06']),
];

const outcome = (kind: 'financial' | 'other' | undefined, aiRole: 'main' | 'none', regime: string) => () =>
  adverseNoticeClock({ regimes: [regime], aiRole, kind, on: NOW }, london)?.rule;
const aggregate = (on: string, uses: number) => () => aggregateRuleFor({ regimes: ['US-CA'], day: on, uses })?.source;

const notices: readonly Case[] = [
  gives('a notice about what the law names', () => owesPreUseNotice('US-CA', { kind: 'financial', on: NOW }), true),
  gives('a notice about what names nothing', () => owesPreUseNotice('US-CA', { kind: undefined, on: NOW }), true),
  gives('no notice about something else', () => owesPreUseNotice('US-CA', { kind: 'other', on: NOW }), false),
  gives('an outcome that the law covers', outcome('financial', 'main', 'US-CO'), 'CAL_DAYS(30)'),
  gives('an outcome that names nothing', outcome(undefined, 'main', 'US-CO'), 'CAL_DAYS(30)'),
  gives('an outcome about something else', outcome('other', 'main', 'US-CO'), undefined),
  gives('an outcome without AI', outcome('financial', 'none', 'US-CO'), undefined),
  gives('an outcome under another law', outcome('financial', 'main', 'US-CA'), undefined),
  gives('one answer about five', aggregate(DAY, 5), '11 CCR 7222(j)'),
  gives('no answer about four', aggregate(DAY, 4), undefined),
  gives('no such answer before the rule', aggregate('2025-12-31', 5), undefined),
];

const feature = (name: string) => () => protectedFeatureIn([name], NOW)?.feature;
const features: readonly Case[] = [
  gives('an age alone', feature('age'), 'age'),
  gives('an age among harmless words', feature('age in years'), 'age'),
  gives('the age of an account', feature('age of the account'), undefined),
  gives('words of a birth', feature('date of birth'), 'birth'),
  gives('words of a birth run together', feature('dateofbirth'), 'birth'),
  gives('another date', feature('date of delivery'), undefined),
];

const looked = (more: { readonly noted: boolean | number; readonly until?: number }) => () => {
  const { noted, until } = more;
  return humanInvolvementOf({
    assigned: 'fact_a',
    training: [{ code: 'loans', at: 0, ...(until === undefined ? {} : { until }) }],
    authority: ['change-outcome'],
    trainingAsked: ['loans'],
    toSee: [],
    seen: [],
    viewed: { at: 1000, facts: ['fact_v'] },
    ...(noted === false ? {} : { noted: { at: noted === true ? 40_000 : noted, facts: ['fact_n'] } }),
    concluded: { at: 100_000, fact: 'fact_c', reasons: 'The payslip of May shows more than was used.' },
  }).lacks;
};
const reviews: readonly Case[] = [
  gives('a training without an end', looked({ noted: true }), []),
  gives('a training that goes on', looked({ noted: true, until: 100_001 }), []),
  gives('a training that is over', looked({ noted: true, until: 100_000 }), ['no-training']),
  gives('an own view that was too fast', looked({ noted: 30_999 }), ['too-fast']),
  gives('no own view takes no time', looked({ noted: false }), ['no-own-view']),
];

export const lawAlternatives: readonly Case[] = [
  ...rights,
  ...holidays,
  ...refusing,
  ...dated,
  ...clocks,
  ...notices,
  ...features,
  ...reviews,
];
