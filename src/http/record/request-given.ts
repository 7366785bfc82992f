/**
 * Records that staff told a person about a request in another way.
 * Flow:    handlers → here → command `message.hand-over`.
 * Promise: only what law wants told and has not reached them; where several things are owed, one of them is named.
 * Source:  GDPR 12(3), 12(4); 11 CCR 7021(a); decision 0087.
 */
import type { House } from '../../ports/house.ts';
import { untold } from '../../views/request/told.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { waysOfShowing } from '../../vocabulary/notice.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { renderRecorded } from '../reply.ts';

interface RequestGivenCall extends AuthenticatedCall {
  readonly params: { readonly id: string };
  readonly body: {
    readonly message?: string;
    readonly how: (typeof waysOfShowing)[number];
    readonly occurredAt?: string;
  };
}

const nothingOwed = problem('invalid-transition', 'There is nothing to tell about this request now.');

const which = (owed: readonly string[]): Problem =>
  problem('validation-failed', undefined, [
    {
      pointer: '/message',
      code: 'required',
      message: 'Several messages have not reached this person.',
      fix: `Name the one that you told them: ${owed.join(', ')}.`,
    },
  ]);

export async function recordRequestGiven(house: House, call: RequestGivenCall): Promise<BytesAnswer | Problem> {
  const { params, body } = call;
  const row = await house.request(params.id);
  if (row === undefined) return problem('not-found');
  if (row.subject === undefined) return problem('subject-erased');
  const owed = [...new Set(untold(row).flatMap(({ message }) => message ?? []))];
  const { how, occurredAt, message = owed[0] } = body;
  if (message === undefined || !owed.includes(message)) return nothingOwed;
  if (body.message === undefined && owed.length > 1) return which(owed);
  const input = { message, how, about: row.id, ...defined({ occurredAt }) };
  return renderRecorded(await house.record('message.hand-over', input, senderOf(call)));
}
