/**
 * What nobody asks for or hands out in a session that somebody else's link began, or that is no fresh sign-in.
 * Flow:    open.ts, step.ts, erasure-step.ts, proposal/settle-proposal.ts, http (downloads) → here.
 * Promise: what destroys data or hands it out needs a sign-in of one's own, of a person as at work, and where
 *          a provider vouched for it, one of the last minutes.
 * Source:  decision 0042; decision 0066; decision 0107; ASVS 5.0 7.5.3.
 */
import { type Problem, problem } from '../../vocabulary/problems.ts';
import { needsOwnSignIn, type RequestKind } from '../../vocabulary/request.ts';
import type { Caller } from '../command.ts';

/** The session could be that of whoever made the link, or of whoever found the browser open. */
export function whyNoStepUp({ actor, isStale }: Pick<Caller, 'actor' | 'isStale'>): Problem | undefined {
  if (actor.through !== undefined) return problem('own-sign-in-needed');
  return isStale === true ? problem('fresh-sign-in-needed') : undefined;
}

/** The same for a request of this kind; nothing where it destroys and hands out nothing. */
export const whyNoStepUpFor = (caller: Caller, kind: RequestKind): Problem | undefined =>
  needsOwnSignIn(kind) ? whyNoStepUp(caller) : undefined;
