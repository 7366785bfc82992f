/**
 * What nobody asks for or hands out in a session that somebody else's link began.
 * Flow:    open.ts, step.ts, erasure-step.ts → here.
 * Promise: what destroys data or hands it out needs a sign-in of one's own, of a person as at work.
 * Source:  decision 0042; decision 0066.
 */
import { needsOwnSignIn, type RequestKind } from '../../vocabulary/request.ts';
import type { Caller } from '../command.ts';

/** The session could be that of whoever made the link, and such a request is no matter of theirs. */
export const isStepUpThroughLink = ({ actor }: Caller, kind: RequestKind): boolean =>
  actor.through !== undefined && needsOwnSignIn(kind);
