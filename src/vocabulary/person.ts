/**
 * What is known about a person beside their identifiers.
 * Flow:    read by openapi, facts, law, evaluation, commands.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  GDPR 8; Cal. Civ. Code 1798.120(c); docs/design.md 8.1.
 */
export const ageBands = ['under-13', '13-15', '16-17', 'adult'] as const;
export type AgeBand = (typeof ageBands)[number];

/** The band that follows when one has ended. Only one step is certain, so nobody grows up faster than is known. */
export const nextAgeBand = {
  'under-13': '13-15',
  '13-15': '16-17',
  '16-17': 'adult',
  adult: 'adult',
} as const satisfies Readonly<Record<AgeBand, AgeBand>>;

/** Who can act, as every ledger entry names it. `self` is the person. */
const roles = ['self', 'agent', 'parent', 'service', 'support', 'officer', 'admin', 'system'] as const;
export type Role = (typeof roles)[number];

export const isStaffRole = (role: string): boolean => role === 'support' || role === 'officer' || role === 'admin';
