/**
 * Why staff look at a person's record, and what they look at.
 * Flow:    read by openapi, facts, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  docs/design.md 8; GDPR 23 (what may be kept from the person).
 */
export const lookReasons = [
  'request',
  'review',
  'support',
  'audit',
  'confidential-aml',
  'confidential-art23',
  'unstated',
] as const;
export type LookReason = (typeof lookReasons)[number];

/** The person is not told of these in their own record. */
export const isConfidential = (reason: LookReason): boolean => reason.startsWith('confidential-');

export const lookWhats = [
  'ai-use',
  'ledger',
  'evidence',
  'data',
  'consents',
  'limits',
  'decision',
  'request',
  'letter',
  'subject',
  'desk',
  'hold',
] as const;
export type LookWhat = (typeof lookWhats)[number];

/** These show no result of a decision; whatever else staff look at may. */
const withoutResults: readonly LookWhat[] = ['consents', 'limits', 'request', 'subject', 'hold'];
export const showsResults = (what: LookWhat): boolean => !withoutResults.includes(what);
