/**
 * The steps that may be taken for many requests at once.
 * Flow:    openapi, http, pages → here.
 * Promise: none of them hands out, refuses or destroys anything, or says who asked: those need a look at each.
 * Source:  decision 0130.
 */
export const stepsTogether = ['extend', 'note'] as const;
export type StepTogether = (typeof stepsTogether)[number];

/** Why a request is left out, told before anything is done. */
export type WhyLeftOut = 'unknown' | 'erased' | 'closed' | 'extended' | 'no-law' | 'late' | 'no-words';

/** Why a review is left out that somebody should be asked to look at. */
export type WhyNotAssigned = 'unknown' | 'erased' | 'closed' | 'already' | 'conflict' | 'nobody';

/** As many as a page shows. */
export const mostTogether = 100;
