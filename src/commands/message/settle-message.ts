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
import type { CommandRule } from '../command.ts';

export interface SettleMessage {
  readonly message: string;
  readonly channel: 'email' | 'file';
  /** Which try this was. */
  readonly tries: number;
  /** Why it was given up; absent where it was sent. */
  readonly code?: string;
}

export const settleMessage: CommandRule<SettleMessage, Record<string, never>> = {
  kind: 'message.settle',
  draws: () => ({ fact: 'fact' }),
  keys: ({ message }) => ({ facts: [message] }),
  decide: (state, { input, ids }) => {
    const { message, channel, tries, code } = input;
    const written = state.fact(message);
    if (written?.subject === undefined || state.person(written.subject).found !== 'known') return problem('not-found');
    const payload = { v: 1, message, channel, tries, ...defined({ code }) };
    const fact: NewFact = {
      id: ids.fact ?? '',
      kind: code === undefined ? 'message.sent' : 'message.given-up',
      subject: written.subject,
      payload,
    };
    return { facts: [fact], result: {}, effects: [{ effect: 'message-settled', message, tries }] };
  },
  reply: () => ({ status: 200, body: {} }),
};
