/**
 * The words staff are described with.
 * Flow:    read by openapi, facts, evaluation, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  docs/law.md 7; docs/design.md 8.
 */
export const staffRoles = ['support', 'officer', 'reviewer'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What a reviewer may be allowed to do; `change-outcome` is the one without which a review is not meaningful. */
export const staffAuthorities = ['change-outcome', 'stop-ai-system', 'deny-request'] as const;
export type StaffAuthority = (typeof staffAuthorities)[number];
