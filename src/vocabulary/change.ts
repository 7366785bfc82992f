/**
 * What the feed of changes tells other services, so that they stop in time.
 * Flow:    views/change → answers (GET /v1/changes) → openapi.
 * Promise: a word MUST keep its meaning for ever, because services act on it.
 * Source:  GDPR 19; docs/design.md 8.
 */
export const changeWords = [
  'refused',
  'withdrawn',
  'limit-set',
  'limit-lifted',
  'ai-system-suspended',
  'ai-system-resumed',
  'decision-pending',
  'decision-settled',
  'erased',
] as const;
export type ChangeWord = (typeof changeWords)[number];
