/**
 * Staff gave a message to the person in another way: by letter, by telephone, in person.
 * Flow:    http (POST /v1/adverse-notices/{id}/given, /v1/requests/{id}/given) → here → fact `message.handed-over`.
 * Promise: only a message about that decision or request.
 * Source:  C.R.S. 6-1-1704; GDPR 12(1).
 */

import type { NewFact } from '../../facts/fact.ts';
import type { MessageHandedOver } from '../../facts/message.ts';
import { defined } from '../../vocabulary/defined.ts';
import { problem } from '../../vocabulary/problems.ts';
import { requestIn } from '../../vocabulary/request.ts';
import type { CommandRule } from '../command.ts';
import { inTheFuture, momentNamed, timeOf } from '../refusal.ts';

const draws = { fact: 'fact' } as const;

export interface HandOver extends Omit<MessageHandedOver, 'v' | 'about'> {
  /** What the message is about. */
  readonly about: string;
}

interface HandedOver extends Omit<HandOver, 'about'> {
  readonly id: string;
  readonly at: string;
}

export const handOver: CommandRule<HandOver, HandedOver, typeof draws> = {
  kind: 'message.hand-over',
  draws: () => draws,
  keys: ({ message, about }) => ({ facts: [message], requests: [requestIn(about) ?? []].flat() }),
  decide: (state, { input, ids }, now) => {
    const { message, how, occurredAt, about } = input;
    const future = inTheFuture(occurredAt, now, '/occurredAt');
    if (future !== undefined) return future;
    const written = state.fact(message);
    if (written?.kind !== 'message.written' || written.payload.about !== about) return problem('not-found');
    if (state.person(written.subject).found !== 'known') return problem('not-found');
    const happened = momentNamed(occurredAt, now);
    const handed = { message, how, ...(happened === undefined ? {} : { occurredAt: timeOf(happened) }) };
    const id = ids.fact;
    const { subject } = written;
    const payload = { v: 1 as const, ...handed, ...defined({ about: requestIn(about) }) };
    const fact: NewFact = { id, kind: 'message.handed-over', subject, payload };
    return { facts: [fact], result: { id, at: timeOf(now), ...handed } };
  },
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};
