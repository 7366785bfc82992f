/**
 * The words a purpose is described with.
 * Flow:    read by openapi, facts, evaluation, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  GDPR 9(2), 10, 18(2), 22(2); 11 CCR 7001(ddd), 7221(b), 7027(m); Cal. Civ. Code 1798.145; C.R.S. 6-1-1306,
 *          6-1-1701.
 */
import type { LimitKind } from './limit.ts';

export const purposeKinds = [
  'ai-inference',
  'ai-training',
  'automated-decision',
  'marketing',
  'sharing',
  'service',
] as const;

/** What a decision is about, as the American laws name it; `other` is none of theirs. */
export const decisionKinds = [
  'financial',
  'housing',
  'education',
  'employment',
  'health',
  'insurance',
  'essential-services',
  'other',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** The letters of GDPR 9(2): what permits the use of specially protected data. */
export const specialCategoryConditions = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;

/** What permits the use of data about crimes, GDPR 10: no basis of Article 6 does so alone. */
export const criminalDataGrounds = ['official-authority', 'law'] as const;

/** What permits a significant decision by a machine alone, GDPR 22(2). */
export const art22Gateways = ['contract', 'law', 'explicit-consent'] as const;

/** Uses that a restriction leaves open, GDPR 18(2). A legal obligation alone is none. */
export const usesWhenRestricted = ['consent', 'legal-claims', 'rights-of-others', 'important-public-interest'] as const;

const decisions = ['opt-out', 'opt-out-admt', 'opt-out-profiling'] as const satisfies readonly LimitKind[];

/** The published exceptions to an opt-out, each with the kinds of opt-out that it answers. Never sale or sharing. */
export const optOutExceptions = {
  'human-appeal': decisions,
  'ca-admt-human-appeal': decisions,
  'ca-admt-hiring-admission': decisions,
  'ca-admt-work-allocation': decisions,
  'ca-exempt-data': decisions,
  'co-human-involved': decisions,
  'ca-permitted-sensitive-use': ['opt-out', 'opt-out-sensitive'],
} as const satisfies Readonly<Record<string, readonly LimitKind[]>>;
type OptOutException = keyof typeof optOutExceptions;
export const optOutExceptionCodes = Object.keys(optOutExceptions) as readonly OptOutException[];

/** The exception that owes everybody an appeal to a human. */
export const promisesHumanAppeal = (code: string): boolean =>
  code === 'human-appeal' || code === 'ca-admt-human-appeal';

/**
 * Data that the whole Californian act leaves out; the other exceptions are to opting out only, and the notice is still
 * owed.
 */
export const excusesFromNotice = (code: string): boolean => code === 'ca-exempt-data';
