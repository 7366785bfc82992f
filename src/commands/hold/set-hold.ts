/**
 * An officer puts named items of a person on hold, so that an erasure keeps them.
 * Flow:    http (POST /v1/subjects/{subject}/holds) → here → fact `hold.set`.
 * Promise: only about somebody who is known, and only what exists; the person sees it in their record.
 * Source:  GDPR 17(3); docs/design.md 6.
 */

import type { Instant, NewFactOf } from '../../facts/fact.ts';
import type { HoldSet } from '../../facts/hold.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { HeldItem, KeepGround } from '../../vocabulary/hold.ts';
import { type FieldError, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { timeOf, unfit, unfitMember } from '../refusal.ts';

const draws = { hold: 'hold' } as const;

export interface SetHold extends Omit<HoldSet, 'v'> {
  readonly subject: string;
}

export interface HoldShown {
  readonly id: string;
  readonly subject: string | null;
  readonly state: 'standing' | 'lifted' | 'over' | 'ended';
  readonly items: readonly HeldItem[];
  readonly ground: KeepGround;
  readonly until: string | null;
  readonly at: string;
}

const factsNamed = (items: readonly HeldItem[]): readonly string[] =>
  items.flatMap((item) => ('fact' in item ? [item.fact] : []));

/** A purpose nobody published and a fact of somebody else would hold nothing, and nobody would notice. */
function unknownItems({ items }: SetHold, state: State, subject: string): readonly FieldError[] {
  return items.flatMap((item, i) => {
    const isThere =
      'purpose' in item
        ? state.registry.purposes.has(item.purpose)
        : !('fact' in item) || state.fact(item.fact)?.subject === subject;
    const words = {
      message: 'There is nothing of this person under this name.',
      fix: 'Name a published purpose, a kind, or the id of something in their record.',
    };
    return isThere ? [] : [unfitMember(`/items/${i}`, 'unknown-item', words)];
  });
}

function decide(
  state: State,
  { input, ids }: Command<SetHold, typeof draws>,
  now: Instant,
): Decided<HoldShown> | Problem {
  const person = state.person(input.subject);
  if (person.found === 'erased') return problem('subject-erased');
  if (person.found === 'unknown') return problem('not-found');
  const { subject } = person;
  const { items, ground, until, reason } = input;
  if (until !== undefined && Date.parse(until) <= now)
    return unfit('/until', 'in-the-past', {
      message: 'This moment is over, so nothing would be held.',
      fix: 'Name a later moment, or leave it out.',
    });
  const unknown = unknownItems(input, state, subject);
  if (unknown.length > 0) return problem('validation-failed', undefined, unknown);
  const id = ids.hold;
  const ends = until === undefined ? undefined : timeOf(Date.parse(until));
  const fact: NewFactOf<'hold.set'> = {
    id,
    kind: 'hold.set',
    subject,
    payload: { v: 1, items: items.map((item) => ({ ...item })), ground, ...defined({ until: ends }), reason },
  };
  const result: HoldShown = { id, subject, state: 'standing', items, ground, until: ends ?? null, at: timeOf(now) };
  return { facts: [fact], result };
}

export const setHold: CommandRule<SetHold, HoldShown, typeof draws> = {
  kind: 'hold.set',
  draws: () => draws,
  keys: ({ subject, items }) => ({ people: [subject], facts: factsNamed(items), registry: 'read' }),
  decide,
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};
