/**
 * The life of a request as data: which step is possible in which state, and where it leads.
 * Flow:    step.ts → here.
 * Promise: a request moves only along these edges; a closed one is opened again only by an appeal.
 * Source:  docs/law.md 2.7; docs/promises.md I15.
 */
import type { RequestState, RequestStep } from '../../vocabulary/request.ts';

/** `stay` keeps the state, `back` returns to the state before the pause. */
type Target = RequestState | 'stay' | 'back';

export const transitions: Readonly<Record<RequestState, Readonly<Partial<Record<RequestStep, Target>>>>> = {
  received: {
    verify: 'verified',
    extend: 'stay',
    pause: 'paused',
    deny: 'denied',
    fulfil: 'fulfilled',
    cancel: 'cancelled',
  },
  // Verified again, more surely than before.
  verified: {
    verify: 'verified',
    extend: 'stay',
    pause: 'paused',
    deny: 'denied',
    fulfil: 'fulfilled',
    cancel: 'cancelled',
  },
  paused: { resume: 'back', extend: 'stay', deny: 'denied', cancel: 'cancelled' },
  appealed: { extend: 'stay', deny: 'denied', fulfil: 'fulfilled', cancel: 'cancelled' },
  denied: { appeal: 'appealed' },
  fulfilled: {},
  cancelled: {},
};

export const stepsFrom = (state: RequestState): readonly RequestStep[] =>
  Object.keys(transitions[state]) as RequestStep[];

/** The person may give up or appeal; everything else is for those who answer. */
export const stepsOfSelf: ReadonlySet<RequestStep> = new Set(['cancel', 'appeal']);
