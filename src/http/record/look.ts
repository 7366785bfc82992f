/**
 * Records that somebody at work looks at what is about a person.
 * Flow:    handlers → here → command `look.take`, before anything is read.
 * Promise: the look stands in the ledger before a byte of the answer is made; where it cannot be recorded, nothing is
 *          shown.
 * Source:  docs/design.md 8 (`?reason=`).
 */
import type { Records } from '../../ports/records.ts';
import type { LookReason, LookWhat } from '../../vocabulary/look.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { renderRecorded } from '../reply.ts';

interface LookInput {
  readonly subject: string;
  readonly what: LookWhat;
  readonly reason: LookReason;
  readonly decision?: string;
}

/** Why nothing may be shown; nothing once the look is recorded. */
export async function recordLook(
  records: Records,
  input: LookInput,
  call: AuthenticatedCall,
): Promise<Problem | undefined> {
  const reply = renderRecorded(await records.record('look.take', input, senderOf(call)));
  return isProblem(reply) ? reply : undefined;
}
