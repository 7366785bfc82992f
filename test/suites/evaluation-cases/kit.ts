/**
 * Short ways to write steps, so that a case reads as what happened.
 * Flow:    here → the tables beside it.
 */
import { defined } from '../../../src/vocabulary/defined.ts';
import { type CommandStep, days, type EvaluationCase, type Step } from './steps.ts';

type Body = Readonly<Record<string, unknown>>;
export type Who = CommandStep['by'];

export const ADA = 'customer:ada';

const texts = { name: { en: 'Offers' }, description: { en: 'We choose offers for you.' } };

export const purpose = (at: string, more: Body, key = 'offers'): CommandStep => ({
  command: 'purpose.publish',
  by: 'officer',
  at,
  input: {
    key,
    body: {
      ...texts,
      kind: 'ai-inference',
      legalBasis: { EU: 'consent' },
      dataCategories: ['purchases'],
      defaultNotice: 'offers-notice',
      onlineService: true,
      material: true,
      ...more,
    },
  },
});

export const notice = (at: string, more: Body = {}): CommandStep => ({
  command: 'notice.publish',
  by: 'officer',
  at,
  input: {
    key: 'offers-notice',
    body: {
      title: { en: 'Offers' },
      body: { en: 'May we choose offers for you?' },
      purposes: ['offers'],
      explicit: false,
      material: true,
      ...more,
    },
  },
});

export const system = (at: string, more: Body = {}): CommandStep => ({
  command: 'ai-system.publish',
  by: 'officer',
  at,
  input: {
    key: 'chooser',
    body: { name: { en: 'Chooser' }, purposes: ['offers'], dataCategories: ['purchases', 'health', 'income'], ...more },
  },
});

/** Purpose, notice and AI system, published at the start. */
export const declared = (
  of: { readonly purpose?: Body; readonly notice?: Body; readonly system?: Body } = {},
): readonly Step[] => [
  purpose(days(0), of.purpose ?? {}),
  notice(days(0), of.notice ?? {}),
  system(days(0), of.system ?? {}),
];

export const person = (more: Body = {}, at = days(0)): CommandStep => ({
  command: 'subject.describe',
  by: 'officer',
  at,
  input: { subject: ADA, regimes: ['EU'], ageBand: 'adult', ...more },
});

export const says = (
  state: 'given' | 'refused' | 'withdrawn',
  at: string,
  more: Body & { readonly by?: Who; readonly expect?: Body; readonly problem?: string } = {},
): CommandStep => {
  const { by, expect, problem, ...input } = more;
  return {
    command: 'consent.record',
    by: by ?? 'self',
    at,
    input: { subject: ADA, purpose: 'offers', state, ...input },
    ...defined({ expect, problem }),
  };
};

export const limits = (
  kind: string,
  at: string,
  more: Body & { readonly by?: Who; readonly expect?: Body; readonly problem?: string } = {},
): CommandStep => {
  const { by, expect, problem, ...input } = more;
  return {
    command: 'limit.record',
    by: by ?? 'self',
    at,
    input: { subject: ADA, kind, state: 'set', ...input },
    ...defined({ expect, problem }),
  };
};

export const uses = (
  at: string,
  more: Body & { readonly expect?: Body; readonly problem?: string } = {},
): CommandStep => {
  const { expect, problem, ...input } = more;
  return {
    command: 'use.record',
    by: 'service',
    at,
    input: { subject: ADA, aiSystem: 'chooser', purpose: 'offers', ...input },
    ...defined({ expect, problem }),
  };
};

/** What a service asks at the end, on day 30 unless the case says otherwise. */
// biome-ignore lint/complexity/useMaxParams: a case reads as title, what happened, what is answered, what is asked.
export const asked = (title: string, steps: readonly Step[], expect: Body, more: Body = {}): EvaluationCase => ({
  title,
  steps,
  ask: { subject: ADA, aiSystem: 'chooser', purpose: 'offers', at: days(30), ...more },
  expect,
});
export const told = (title: string, steps: readonly Step[]): EvaluationCase => ({ title, steps });

/** Everything declared, on one legal basis in the Union, or opted out of in the United States. */
export const on = (basis: string, more: object = {}) => declared({ purpose: { legalBasis: { EU: basis }, ...more } });
export const optOut = (more: object = {}) => declared({ purpose: { legalBasis: { US: 'opt-out' }, ...more } });
