/**
 * The words of requests: what a person may ask for, the steps and states of a request, how sure we are who asked.
 * Flow:    read by openapi, facts, law, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  docs/law.md 3.1, 3.3; docs/design.md 8.1.
 */
export const requestKinds = [
  'access',
  'access-categories',
  'ai-explanation',
  'human-review',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'objection-marketing',
  'consent-withdrawal',
  'optout-sale-share',
  'limit-sensitive',
  'optout-admt',
  'optout-profiling',
  'third-party-list',
  'dsr-appeal',
  'complaint',
  'sensitive-accuracy-check',
] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestSteps = ['verify', 'extend', 'pause', 'resume', 'deny', 'fulfil', 'cancel', 'appeal'] as const;
export type RequestStep = (typeof requestSteps)[number];

/** What is awaited from the person while a request is paused. */
const pauseReasons = ['identity', 'authority', 'fee', 'clarification'] as const;
export type PauseReason = (typeof pauseReasons)[number];

export const isPauseReason = (word: string): word is PauseReason => (pauseReasons as readonly string[]).includes(word);

/** `received`, `verified`, `paused` and `appealed` are open; the others are closed. */
export const requestStates = [
  'received',
  'verified',
  'paused',
  'denied',
  'fulfilled',
  'cancelled',
  'appealed',
] as const;
export type RequestState = (typeof requestStates)[number];
export const isOpenRequest = (state: RequestState): boolean =>
  state === 'received' || state === 'verified' || state === 'paused' || state === 'appealed';

/** How it was made sure that the request comes from the person, or from somebody who may ask for them. */
export const verificationLevels = [
  'none',
  'session',
  'account-reauth',
  'reasonable',
  'reasonably-high',
  'agent-signed',
  'agent-poa',
  'parent',
  'doubt-resolved',
] as const;
export type VerificationLevel = (typeof verificationLevels)[number];

export const isVerificationLevel = (word: string): word is VerificationLevel =>
  (verificationLevels as readonly string[]).includes(word);

/** How it was made sure that an agent was asked to: a signed permission, a power of attorney, or by law. */
export const mandateChecks = ['agent-signed', 'agent-poa', 'parent'] as const;

/** What somebody may ask for only where nobody else could have signed in for them (decision 0042). */
const kindsOfOwnSignIn: ReadonlySet<string> = new Set<RequestKind>(['erasure', 'access', 'portability']);
export const needsOwnSignIn = (kind: RequestKind): boolean => kindsOfOwnSignIn.has(kind);

/** The request that something is about, or nothing where it is about something else. */
export const requestIn = (about: string | undefined): string | undefined =>
  about?.startsWith('req_') === true ? about : undefined;

/** How a request reached us. */
export const requestChannels = ['self', 'staff', 'agent'] as const;
export type RequestChannel = (typeof requestChannels)[number];
