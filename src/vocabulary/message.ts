/**
 * The kinds of messages that a person gets from this house.
 * Flow:    read by openapi, facts, commands, language.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  docs/law.md 3.7 (adverse outcome), docs/law.md 7 (result and own reasons to the person).
 */
export const messageTemplates = [
  'explanation-ready',
  'review-opened',
  'review-concluded',
  'adverse-outcome',
  'limit-lifted',
  'request-extended',
  'request-paused',
  'request-received',
  'request-resumed',
  'request-denied',
  'request-answered',
  'request-cancelled',
  'request-appealed',
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

/** Under which names mails with a code are kept where there is no mail server; one of each kind a person. */
export const codeMailsOf = (subject: string): Readonly<Record<'sign-in' | 'address', string>> => ({
  'sign-in': `sign-in_${subject}`,
  address: `address_${subject}`,
});
