/**
 * The words of a choice: what was chosen, how, by whom, and what follows from it.
 * Flow:    read by openapi, facts, evaluation, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  GDPR 4(11), 7; DPV ConsentStatus; docs/law.md 5.1.
 */
export const consentStates = ['given', 'refused', 'withdrawn'] as const;
export type ConsentState = (typeof consentStates)[number];

export const consentMethods = ['checkbox', 'button', 'signed', 'spoken', 'web-form', 'api-delegated'] as const;
export type ConsentMethod = (typeof consentMethods)[number];

/** The acts that can be an explicit consent, on a notice that was written for one. */
export const isExplicitMethod = (method: ConsentMethod): boolean =>
  method === 'checkbox' || method === 'button' || method === 'signed' || method === 'spoken';

export const givers = ['self', 'parent', 'agent'] as const;
export type Giver = (typeof givers)[number];

/** What a choice does: it counts as a consent (or its end), as an objection, as an opt-out, or not at all. */
export const consentEffects = ['consent', 'objection', 'opt-out', 'none'] as const;
export type ConsentEffect = (typeof consentEffects)[number];

export const actWarnings = {
  /** A message without a time of its own cannot undo a refusal, a withdrawal or a limit that stands. */
  'occurred-at-needed': 'Say when the person chose: a message without a time cannot undo a no.',
  'older-than-a-no': 'The person said no after this, so it changes nothing.',
  'not-after-erasure':
    'The person was erased, and nothing says that this was chosen afterwards, so it changes nothing.',
  'limit-stands':
    'A limit of the person stands that this does not lift: nothing says that it happened later, or it was not their own act.',
  /** Clocks of services differ, so a no wins whatever the order in which it arrives. */
  'newer-consent-undone':
    'A consent that the person gave later is undone by this older no, because a no wins. Ask the person again if they want it.',
  'rests-on-contract':
    'This is needed for the contract, so it goes on. The person can end the contract, or ask for a restriction or erasure.',
  'rests-on-legal-obligation':
    'A law demands this, so it goes on. The person can ask for access, correction or a restriction.',
  'rests-on-vital-interests':
    'This protects life or health, so it goes on. The person can ask for access, correction or a restriction.',
  'nothing-to-lift': 'No such limit stands.',
} as const satisfies Readonly<Record<string, string>>;
export type ActWarning = keyof typeof actWarnings;
