/**
 * An officer lifts a hold on a person who is still known.
 * Flow:    http (DELETE /v1/subjects/{subject}/holds/{id}) → here → fact `hold.lifted`.
 * Promise: a hold of somebody else is the same 404 as a missing one; from the answer on an erasure keeps nothing for
 *          it.
 * Source:  docs/design.md 6.
 */
import { defined } from '../../vocabulary/defined.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, FourEyes, State } from '../command.ts';
import { timeOf } from '../refusal.ts';
import type { HoldShown } from './set-hold.ts';

const draws = { lift: 'fact' } as const;

interface LiftHold {
  readonly subject: string;
  readonly hold: string;
}

function decide(state: State, { input, ids }: Command<LiftHold, typeof draws>): Decided<HoldShown> | Problem {
  const person = state.person(input.subject);
  if (person.found === 'erased') return problem('subject-erased');
  const hold = person.found === 'known' ? person.standing.holds?.[input.hold] : undefined;
  if (person.found === 'unknown' || hold === undefined) return problem('not-found');
  const { subject } = person;
  const { items, ground, until, at } = hold;
  const result: HoldShown = {
    id: input.hold,
    subject,
    state: 'lifted',
    items,
    ground,
    until: until === undefined ? null : timeOf(until),
    at: timeOf(at),
  };
  return { facts: [{ id: ids.lift, kind: 'hold.lifted', subject, payload: { v: 1, hold: input.hold } }], result };
}

export const liftHoldGuard: FourEyes<LiftHold> = {
  act: 'hold.lift',
  scope: 'registry',
  about: ({ subject }) => subject,
  applies: () => true,
  stands: ({ standing }, { hold }) => standing.holds?.[hold] !== undefined,
};

export const liftHold: CommandRule<LiftHold, HoldShown, typeof draws> = {
  kind: 'hold.lift',
  fourEyes: liftHoldGuard,
  draws: () => draws,
  keys: ({ subject }) => ({ people: [subject] }),
  decide,
  reply: (result, entry) => ({ status: 200, body: { ...result, ...defined({ entry }) } }),
};
