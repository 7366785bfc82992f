/**
 * What comes with an answer: duties of the service that was allowed, and what had to be assumed.
 * Flow:    evaluation → openapi, language, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  docs/design.md 7.
 */
export const obligations = [
  'show-ai-notice',
  'record-decision',
  'human-review-before-effect',
  'offer-human-appeal',
  'tell-of-automated-decision',
  'human-decision-for-child',
] as const;
export type Obligation = (typeof obligations)[number];

export const assumptions = {
  'default-regime': 'No body of law is known for this person, so that of the installation was taken.',
  'no-facts-about-this-person': 'Nothing is recorded about this person.',
  'age-unknown': 'No age is known, so the person was taken for an adult.',
  'age-band-moved-on': 'The recorded age has run out, so the next age band was taken.',
  'declared-afterwards': 'The purpose or the AI system was published only after this happened.',
  'recorded-afterwards': 'The choice that decides was recorded only after this happened.',
} as const satisfies Readonly<Record<string, string>>;
export type Assumption = keyof typeof assumptions;
