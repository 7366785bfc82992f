/**
 * Records that staff gave a person the notice of an outcome in another way.
 * Flow:    handlers → here → command `message.hand-over`.
 * Promise: only while a notice is due or on its way.
 * Source:  C.R.S. 6-1-1704 (SB 26-189).
 */

import { askAdverseNoticeOf } from '../../answers/notice/ask.ts';
import type { HandOver } from '../../commands/message/hand-over.ts';
import type { House } from '../../ports/house.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { renderRecorded } from '../reply.ts';

export async function recordHandOver(
  house: House,
  decision: string,
  call: AuthenticatedCall & { readonly body: Pick<HandOver, 'how' | 'occurredAt'> },
): Promise<BytesAnswer | Problem> {
  const notice = await askAdverseNoticeOf(house, decision);
  if (notice === undefined) return problem('not-found');
  const isOpen = notice.state === 'due' || notice.state === 'written';
  if (notice.message === null || !isOpen)
    return problem('invalid-transition', 'There is nothing to tell about this decision now.');
  const input = { ...call.body, message: notice.message, about: decision };
  return renderRecorded(await house.record('message.hand-over', input, senderOf(call)));
}
