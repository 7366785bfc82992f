/**
 * The ways a person can limit the use of their data without taking back a consent.
 * Flow:    read by openapi, facts, evaluation, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  GDPR 18 and 21; Cal. Civ. Code 1798.120, .121; 11 CCR 7221, 7025 (Global Privacy Control).
 */
/** What a person or staff can set and lift by itself. */
export const chosenLimits = [
  'restriction',
  'objection',
  'objection-marketing',
  'opt-out',
  'opt-out-sale-share',
  'opt-out-sensitive',
  'opt-out-admt',
  'opt-out-profiling',
] as const;
/** `erasure-asked` comes and goes with the request for an erasure. */
export const limitKinds = [...chosenLimits, 'erasure-asked'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** Why staff may lift a limit, GDPR 18(3), 21(1). */
export const liftCodes = ['asked-by-person', 'compelling-grounds', 'legal-claims', 'accuracy-settled'] as const;
export type LiftCode = (typeof liftCodes)[number];

/** How a limit came in; `gpc` is the Global Privacy Control signal of a browser, `gpp` a string of its page. */
export const limitSources = ['gpc', 'gpp', 'request', 'message'] as const;
export type LimitSource = (typeof limitSources)[number];

/** What outlives an erasure, so that a person who asked to be left alone stays left alone. */
const suppressionCodes = ['objection-marketing', 'opt-out', 'opt-out-sale-share', 'opt-out-profiling'] as const;
export type SuppressionCode = (typeof suppressionCodes)[number];
