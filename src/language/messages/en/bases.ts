/**
 * What makes a use allowed by law, in words that need no law book, and how long an answer may take.
 * Flow:    ../en.ts → here.
 * Promise: one short sentence for each legal basis a purpose may publish; the legal word itself is explained, not
 *          shown.
 * Source:  GDPR 6; docs/design.md 8.1 (legal bases).
 */
export const basisMessages = {
  'basis.consent': 'Only if you agree',
  'basis.explicit-consent': 'Only if you clearly agree',
  'basis.contract': 'Needed for your contract',
  'basis.legal-obligation': 'Needed by law',
  'basis.vital-interests': 'Needed to protect life or health',
  'basis.public-task': 'Part of a public task (you can object)',
  'basis.legitimate-interests': 'In our own interest (you can object)',
  'basis.recognised-legitimate-interests': 'A reason named in law (you can object)',
  'basis.opt-out': 'Allowed unless you opt out',
  'basis.none': 'No reason is on record',
  'basis.consent.officer': 'Consent',
  'basis.explicit-consent.officer': 'Explicit consent',
  'basis.contract.officer': 'Contract',
  'basis.legal-obligation.officer': 'Legal obligation',
  'basis.vital-interests.officer': 'Vital interests',
  'basis.public-task.officer': 'Public task',
  'basis.legitimate-interests.officer': 'Legitimate interests',
  'basis.recognised-legitimate-interests.officer': 'Recognised legitimate interests',
  'basis.opt-out.officer': 'Right to opt out',
  'within.at-once': 'Takes effect at once.',
  'within.by-date': 'If you ask today, we answer by {date}.',
} as const satisfies Record<string, string>;
