/**
 * The words of the worksheets for impact assessments.
 * Flow:    read by openapi, answers, pages.
 * Promise: a word keeps its meaning, because tables made from it are kept.
 * Source:  GDPR 35(7); AI Act 27(1).
 */
/** What can be known to a part, as it is named on the worksheet. */
export const assessed = [
  'description',
  'purposes',
  'data',
  'sources',
  'logic',
  'recipients',
  'retention',
  'basis',
  'output-use',
  'alternative',
  'consequences',
  'limitations',
  'evaluations',
  'reviews',
  'oversight',
  'opt-out',
  'appeal',
  'incident-contact',
  'next-review',
  'uses',
  'people',
] as const;
export type Assessed = (typeof assessed)[number];

export const worksheetKinds = ['dpia', 'fria'] as const;
export type WorksheetKind = (typeof worksheetKinds)[number];
