/**
 * One ordinary situation that is allowed, and for every refusal of the table the smallest change that brings it about.
 * Flow:    here → rows.ts (each alone, each pair).
 * Promise: a change touches only what its row looks at, so that two changes together trip two rows.
 */
import { type Ask, days, type EvaluationCase, minutes, type Step } from './steps.ts';

type Body = Readonly<Record<string, unknown>>;

export interface Scenario {
  readonly purpose: Body | null;
  readonly notice: Body;
  readonly system: Body | null;
  readonly subject: string;
  readonly isKnown: boolean;
  readonly description: Body;
  readonly given: Body | null;
  readonly no: 'refused' | 'withdrawn' | null;
  readonly limits: readonly Body[];
  readonly isSuspended: boolean;
  readonly isErased: boolean;
  readonly newNotice: boolean;
  readonly regime?: string;
  /** When it is asked; day 10 where nothing is said. */
  readonly askedAt?: string;
}

export const allowed: Scenario = {
  purpose: {
    name: { en: 'Product suggestions' },
    description: { en: 'We suggest products that fit what you bought.' },
    kind: 'ai-inference',
    legalBasis: { EU: 'consent', UK: 'consent' },
    dataCategories: ['purchases', 'browsing'],
    onlineService: true,
    material: true,
    defaultNotice: 'suggestions-notice',
  },
  notice: {
    title: { en: 'Suggestions' },
    body: { en: 'May we use what you bought?' },
    purposes: ['suggestions'],
    explicit: true,
    material: true,
  },
  system: { name: { en: 'Suggester' }, purposes: ['suggestions'], dataCategories: ['purchases', 'browsing'] },
  subject: 'customer:42',
  isKnown: true,
  description: { regimes: ['EU'], ageBand: 'adult' },
  given: { state: 'given', method: 'button' },
  no: null,
  limits: [],
  isSuspended: false,
  isErased: false,
  newNotice: false,
};

/** The refusals, in the order of the table, each with what brings it about. */
export const trips: Readonly<Record<string, (scenario: Scenario) => Scenario>> = {
  erased: (s) => ({ ...s, isErased: true }),
  'unknown-purpose': (s) => ({ ...s, purpose: null }),
  'unknown-ai-system': (s) => ({ ...s, system: null }),
  'ai-system-suspended': (s) => ({ ...s, isSuspended: true }),
  'ai-system-retired': (s) => ({ ...s, system: having(s.system, { status: 'retired' }) }),
  'use-not-declared': (s) => ({ ...s, system: having(s.system, { purposes: ['something-else'] }) }),
  'unknown-subject': (s) => ({ ...s, subject: 'email:ada@example.org', isKnown: false }),
  restricted: (s) => ({ ...s, limits: [...s.limits, { kind: 'restriction' }] }),
  'erasure-asked': (s) => ({ ...s, limits: [...s.limits, { kind: 'erasure-asked' }] }),
  objected: (s) => ({
    ...s,
    purpose: having(s.purpose, { forMarketing: true }),
    limits: [...s.limits, { kind: 'objection' }],
  }),
  'opted-out': (s) => ({ ...s, limits: [...s.limits, { kind: 'opt-out', purpose: 'suggestions' }] }),
  'no-legal-basis': (s) => ({ ...s, description: having(s.description, { regimes: [...regimesOf(s), 'BR'] }) }),
  withdrawn: (s) => ({ ...s, no: 'withdrawn' }),
  refused: (s) => ({ ...s, no: 'refused' }),
  'no-special-category-condition': (s) => ({ ...s, purpose: having(s.purpose, { sensitive: true }) }),
  'no-criminal-data-ground': (s) => ({
    ...s,
    purpose: having(s.purpose, {
      criminalData: true,
      criminalDataGround: { UK: { ground: 'law', reference: 'DPA 2018 Sch 1' } },
    }),
  }),
  'no-automated-decision-ground': (s) => ({ ...s, purpose: having(s.purpose, { significant: true, art22: {} }) }),
  'notice-not-shown': (s) => ({
    ...s,
    purpose: having(s.purpose, {
      significant: true,
      art22: { EU: 'contract' },
      legalBasis: { ...basesOf(s), 'US-CA': 'consent' },
    }),
    description: having(s.description, { regimes: [...regimesOf(s), 'US-CA'] }),
    askedAt: days(310),
  }),
  'minor-without-parent': (s) => ({ ...s, description: having(s.description, { ageBand: 'under-13' }) }),
  'never-asked': (s) => ({ ...s, given: null }),
  expired: (s) => ({ ...s, purpose: having(s.purpose, { consentValidity: 'P5D' }) }),
  'notice-outdated': (s) => ({ ...s, newNotice: true }),
  'category-not-covered': (s) => ({ ...s, given: having(s.given, { dataCategories: ['purchases'] }) }),
  'ai-system-not-covered': (s) => ({ ...s, notice: { ...s.notice, aiSystems: ['another'] } }),
  'not-explicit': (s) => ({
    ...s,
    purpose: having(s.purpose, { legalBasis: { ...basesOf(s), EU: 'explicit-consent' } }),
    given: having(s.given, { method: 'web-form' }),
  }),
  'minor-opt-in-needed': (s) => ({
    ...s,
    purpose: having(s.purpose, {
      saleOrShare: true,
      onlineService: false,
      legalBasis: { ...basesOf(s), 'US-CA': 'opt-out' },
    }),
    description: having(s.description, { ageBand: 'under-13', regimes: [...regimesOf(s), 'US-CA'] }),
  }),
};

const having = <B extends Body | null>(body: B, more: Body): B => (body === null ? body : { ...body, ...more });
const regimesOf = (s: Scenario): readonly string[] => (s.description['regimes'] as readonly string[] | undefined) ?? [];
const basesOf = (s: Scenario): Body => (s.purpose?.['legalBasis'] as Body | undefined) ?? {};

/** Pairs that cannot happen together: one of them leaves nothing for the other to look at. */
const apart: readonly (readonly [string, string])[] = [
  ['erased', 'unknown-subject'],
  ['withdrawn', 'refused'],
  ['never-asked', 'expired'],
  ['never-asked', 'notice-outdated'],
  ['never-asked', 'category-not-covered'],
  ['never-asked', 'ai-system-not-covered'],
  ['never-asked', 'not-explicit'],
  ['minor-without-parent', 'minor-opt-in-needed'],
];
export const canMeet = (one: string, other: string): boolean =>
  !apart.some((pair) => pair.includes(one) && pair.includes(other));

export function caseOf(title: string, scenario: Scenario, expect: Body): EvaluationCase {
  const ask: Ask = {
    subject: scenario.subject,
    aiSystem: 'suggester',
    purpose: 'suggestions',
    at: scenario.askedAt ?? days(10),
    ...(scenario.regime === undefined ? {} : { context: { regime: scenario.regime } }),
  };
  return { title, steps: stepsOf(scenario), ask, expect };
}

export function stepsOf(s: Scenario): readonly Step[] {
  const officer = { by: 'officer' as const };
  const steps: (Step | undefined)[] = [
    s.purpose === null
      ? undefined
      : { command: 'purpose.publish', input: { key: 'suggestions', body: s.purpose }, ...officer, at: minutes(0) },
    { command: 'notice.publish', input: { key: 'suggestions-notice', body: s.notice }, ...officer, at: minutes(1) },
    s.system === null
      ? undefined
      : { command: 'ai-system.publish', input: { key: 'suggester', body: s.system }, ...officer, at: minutes(2) },
    ...(s.isKnown ? aboutPerson(s) : []),
    s.newNotice
      ? {
          command: 'notice.publish',
          input: { key: 'suggestions-notice', body: { ...s.notice, body: { en: 'May we use more?' } } },
          ...officer,
          at: minutes(50),
        }
      : undefined,
    s.isSuspended && s.system !== null
      ? { command: 'ai-system.suspend', input: { key: 'suggester' }, ...officer, at: minutes(51) }
      : undefined,
    s.isErased ? { erase: s.subject, at: minutes(52) } : undefined,
  ];
  return steps.filter((step): step is Step => step !== undefined);
}

function aboutPerson(s: Scenario): readonly Step[] {
  const { subject } = s;
  const choice = { subject, purpose: 'suggestions' };
  const steps: Step[] = [
    { command: 'subject.describe', input: { subject, ...s.description }, by: 'officer', at: minutes(3) },
  ];
  if (s.purpose !== null && s.given !== null)
    steps.push({ command: 'consent.record', input: { ...choice, ...s.given }, by: 'self', at: minutes(4) });
  s.limits.forEach((limit, place) => {
    if (s.purpose !== null || limit['purpose'] === undefined)
      steps.push({
        command: 'limit.record',
        input: { subject, state: 'set', ...limit },
        by: 'self',
        at: minutes(5 + place),
      });
  });
  if (s.purpose !== null && s.no !== null)
    steps.push({ command: 'consent.record', input: { ...choice, state: s.no }, by: 'self', at: minutes(20) });
  return steps;
}
