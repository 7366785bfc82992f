/**
 * A breach of personal data in codes: whom law wants told, and why somebody need not be.
 * Flow:    read by facts, commands, openapi, answers, language.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  GDPR 33(1), 34(1), 34(3).
 */
export const breachParties = ['authority', 'people'] as const;
export type BreachParty = (typeof breachParties)[number];

/** Why somebody is not told. */
export const breachGrounds = {
  authority: ['risk-unlikely'],
  people: ['no-high-risk', 'unintelligible', 'risk-averted', 'public-notice'],
} as const satisfies Record<BreachParty, readonly string[]>;
export const everyBreachGround = [...breachGrounds.authority, ...breachGrounds.people] as const;
export type BreachGround = (typeof everyBreachGround)[number];

/** What a later word is about: the register holds facts, effects and what was done. */
export const breachTopics = ['facts', 'effects', 'measures'] as const;
export type BreachTopic = (typeof breachTopics)[number];

/** Where one of the two stands. */
export const breachStates = ['open', 'told', 'not-told'] as const;
export type BreachState = (typeof breachStates)[number];

/** What it reached: the uses by these AI systems, for these purposes, in this time. */
export interface BreachScope {
  readonly from?: string;
  readonly to?: string;
  readonly aiSystems?: readonly string[];
  readonly purposes?: readonly string[];
  readonly dataCategories?: readonly string[];
}
