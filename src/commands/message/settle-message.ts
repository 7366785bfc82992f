/**
 * Records what became of a message: it left the house, or nobody could take it.
 * Flow:    the sender of messages → here → facts `message.sent`, `message.given-up`; the outbox row goes in the same
 *          commit.
 * Promise: only whoever took the message last may settle it, so that a node that slept never speaks for another.
 * Source:  docs/promises.md F39, I26.
 */

import type { NewFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { problem } from '../../vocabulary/problems.ts';
import { requestIn } from '../../vocabulary/request.ts';
import type { CommandRule } from '../command.ts';

const draws = { fact: 'fact' } as const;

interface SettleMessage {
  readonly message: string;
  /** What it is about, as it was written. */
  readonly about?: string;
  readonly channel: 'email' | 'file';
  /** Which try this was. */
  readonly tries: number;
  /** Why it was given up; absent where it was sent. */
  readonly code?: string;
}

export const settleMessage: CommandRule<SettleMessage, Record<string, never>, typeof draws> = {
  kind: 'message.settle',
  draws: () => draws,
  keys: ({ message, about }) => ({ facts: [message], requests: [requestIn(about) ?? []].flat() }),
  decide: (state, { input, ids }) => {
    const { message, channel, tries, code } = input;
    const written = state.fact(message);
    if (written?.kind !== 'message.written' || state.person(written.subject).found !== 'known')
      return problem('not-found');
    const of = { id: ids.fact, subject: written.subject };
    const about = input.about === written.payload.about ? requestIn(input.about) : undefined;
    const settled = { v: 1 as const, message, channel, tries, ...defined({ about }) };
    const fact: NewFact =
      code === undefined
        ? { ...of, kind: 'message.sent', payload: settled }
        : { ...of, kind: 'message.given-up', payload: { ...settled, code } };
    return { facts: [fact], result: {}, effects: [{ effect: 'message-settled', message, tries }] };
  },
  reply: () => ({ status: 200, body: {} }),
};
