/**
 * What the feed of changes tells other services, so that they stop in time, and how far a request is, so that the
 * company can say it in its own way.
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
  'request-received',
  'request-extended',
  'request-paused',
  'request-resumed',
  'request-denied',
  'request-fulfilled',
  'request-cancelled',
  'request-appealed',
  'erased',
] as const;
/**
 * How old a permission may be that a caller remembers while the stream of changes tells it that it stands, in
 * milliseconds. Everything else is asked anew.
 */
export const permissionHeldMs = 5000;
/** How often a stream says that it is there and how far it has come, in milliseconds. */
export const heartbeatEveryMs = 1000;
export type ChangeWord = (typeof changeWords)[number];
