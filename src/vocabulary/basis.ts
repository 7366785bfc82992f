/**
 * The legal bases a purpose can rest on, and what each means for a person's choice.
 * Flow:    read by openapi, facts, law, evaluation, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  GDPR 6(1); UK GDPR 6(1)(ea); docs/law.md 5.4 (`opt-out`).
 */
export const legalBases = [
  'consent',
  'explicit-consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
  'recognised-legitimate-interests',
  'opt-out',
] as const;
export type LegalBasis = (typeof legalBases)[number];

export const restsOnConsent = (basis: LegalBasis | undefined): boolean =>
  basis === 'consent' || basis === 'explicit-consent';

/** The bases that a person can object to, GDPR 21(1). */
export const yieldsToObjection = (basis: LegalBasis | undefined): boolean =>
  basis === 'legitimate-interests' || basis === 'recognised-legitimate-interests' || basis === 'public-task';

/** The two bases that stand whatever the person chooses. */
export const standsAgainstChoice = (basis: LegalBasis | undefined): boolean =>
  basis === 'legal-obligation' || basis === 'vital-interests';

/** An erasure does not end what a law, a public task or a life needs (GDPR 17(3)). */
export const outlivesErasure = (basis: LegalBasis | undefined): boolean =>
  basis === 'public-task' || standsAgainstChoice(basis);
