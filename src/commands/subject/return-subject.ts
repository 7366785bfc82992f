/**
 * Staff let an erased person come back, or somebody new to whom an address or a number has passed.
 * Flow:    http (POST /v1/subjects/lookup with `returned`) → here → fact `subject.linked`.
 * Promise: a new pseudonym without any link to the old one; only for the identifier that was used.
 * Source:  docs/design.md 6.
 */

import { emptyStanding } from '../../evaluation/person.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { SubjectLinked } from '../../facts/subject.ts';
import { type ShownSubject, shownSubject } from '../../views/subject/shown-subject.ts';
import { defined } from '../../vocabulary/defined.ts';
import { foldIdentifier } from '../../vocabulary/identifier.ts';
import { isStaffRole } from '../../vocabulary/person.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, Effect, State } from '../command.ts';
import { inTheFuture, notYetBack, unfit } from '../refusal.ts';

const draws = { subject: 'sub', link: 'fact' } as const;

export interface ReturnSubject {
  readonly subject: string;
  readonly returned: Required<SubjectLinked>['returned'];
}

interface ReturnedSubject {
  readonly shown: ShownSubject;
  readonly isNew: boolean;
}

function decide(
  state: State,
  command: Command<ReturnSubject, typeof draws>,
  now: Instant,
): Decided<ReturnedSubject> | Problem {
  const { subject: identifier, returned } = command.input;
  const person = state.person(identifier);
  if (person.found === 'known') {
    const { subject, standing, identifiers } = person;
    return {
      facts: [],
      result: {
        shown: shownSubject({ subject, standing, identifiers: identifiers ?? [] }, state.defaultRegime),
        isNew: false,
      },
    };
  }
  if (person.found === 'unknown') return problem('not-found');
  if (identifier.startsWith('sub_')) return problem('subject-erased');
  if (!isStaffRole(command.caller.actor.role))
    return problem('insufficient-scope', 'Only staff can record that an erased person came back.');
  const future = inTheFuture(returned.occurredAt, now, '/returned/occurredAt');
  if (future !== undefined) return future;
  if (Date.parse(returned.occurredAt) <= person.mark.at) {
    return unfit('/returned/occurredAt', 'not-after-erasure', {
      message: 'This happened before the person was erased.',
      fix: 'Name the moment at which the person came back.',
    });
  }
  if (person.isUnderWay === true) return notYetBack();
  const subject = command.ids.subject;
  const lift: Effect = { effect: 'lift-erased-mark', identifier };
  const wishes: readonly Effect[] =
    returned.newHolder === true ? person.suppressions.map((wish) => liftOf(identifier, wish)) : [];
  const shown = shownSubject({ subject, standing: emptyStanding, identifiers: [identifier] }, state.defaultRegime);
  const fact: NewFact = {
    id: command.ids.link,
    kind: 'subject.linked',
    subject,
    payload: { v: 1, identifier: foldIdentifier(identifier), returned },
  };
  return { facts: [fact], result: { shown, isNew: true }, effects: [lift, ...wishes] };
}

/** Somebody else now holds the address: the wishes of the one before are not theirs. */
const liftOf = (identifier: string, wish: { readonly code: string; readonly purpose?: string }): Effect => ({
  effect: 'lift-suppression',
  identifier,
  code: wish.code,
  ...defined({ purpose: wish.purpose }),
});

export const returnSubject: CommandRule<ReturnSubject, ReturnedSubject, typeof draws> = {
  kind: 'subject.return',
  draws: () => draws,
  keys: (input) => ({ people: [input.subject] }),
  decide,
  reply: ({ shown, isNew }, entry) => ({ status: isNew ? 201 : 200, body: { ...shown, ...defined({ entry }) } }),
};
