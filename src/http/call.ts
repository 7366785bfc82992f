/**
 * A call of somebody who is known: whom the call is about, and under whom the house records it.
 * Flow:    handlers → here → ports/records.
 * Promise: nobody is spoken for but by a token or session that names them.
 * Source:  docs/design.md 8.
 */
import type { Caller } from '../commands/command.ts';
import type { Sender } from '../ports/records.ts';
import { defined } from '../vocabulary/defined.ts';
import type { Circumstances } from './bind.ts';

export type AuthenticatedCall = Pick<Circumstances, 'requestId' | 'idempotency'> & { readonly caller: Caller };
/** A call that is answered with a page, or in the language of whoever reads it. */
export type PageCall = AuthenticatedCall & Circumstances;

export const senderOf = ({ caller, requestId, idempotency }: AuthenticatedCall): Sender => ({
  caller,
  requestId,
  ...defined({ idempotency }),
});

/** For what is recorded beside the answer: each time anew, also under a key that was used before. */
export const senderWithoutKey = ({ caller, requestId }: AuthenticatedCall): Sender => ({ caller, requestId });

/** Whom the call is about. The edge lets nobody in here who speaks for nobody, so one of them is a fault of ours. */
export function selfOf({ self }: Caller): string {
  if (self === undefined) throw new Error('a caller who speaks for nobody was let in');
  return self;
}
