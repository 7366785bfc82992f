/**
 * Whom a command is about: somebody known, somebody new, or somebody who was erased and may or may not come back.
 * Flow:    the commands about a person → here → facts `subject.linked` for a new one.
 * Promise: an erased person comes back by an own act only, under a new pseudonym without any link to the old one.
 * Source:  docs/design.md 6 and 7.
 */

import { emptyStanding, regimesOr, type Standing, type Suppression } from '../../evaluation/person.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { Caller, Command, Effect, State } from '../command.ts';
import { notYetBack } from '../refusal.ts';
import { linkedPayload } from './linked-payload.ts';

export interface PersonFor {
  readonly subject: string;
  readonly standing: Standing;
  readonly suppressions: readonly Suppression[];
  /** When this identifier was erased last: nothing from before it counts. */
  readonly erasedAt?: Instant;
  /** To be recorded before the fact of the command. */
  readonly facts: readonly NewFact[];
  readonly effects: readonly Effect[];
}

/** The ids that a command about a person needs beside its own. */
export const drawsForPerson = { subject: 'sub', link: 'fact' } as const;

/** The person speaks for themselves; everybody else names whom they mean. */
export const identifierFor = (input: { readonly subject: string }, caller: Caller): string =>
  caller.self ?? input.subject;

export const isOwnCall = (caller: Caller): boolean => caller.self !== undefined;

/** The pseudonym of somebody who works here names no subject: what is theirs as a person stands under another one. */
export const isStaff = ({ staff }: Standing): boolean => staff !== undefined;

/** `lifts`: this act is one by which an erased person comes back. */
export function personFor(
  state: State,
  command: Command<{ readonly subject: string }, typeof drawsForPerson>,
  lifts: boolean,
): PersonFor | Problem {
  const identifier = identifierFor(command.input, command.caller);
  const person = state.person(identifier);
  if (person.found === 'known') {
    if (isStaff(person.standing)) return problem('not-found');
    const { subject, standing, suppressions, erasedAt } = person;
    return { subject, standing, suppressions, ...defined({ erasedAt }), facts: [], effects: [] };
  }
  const isPseudonym = identifier.startsWith('sub_');
  if (person.found === 'unknown') {
    if (isPseudonym) return problem('not-found');
    return {
      ...newcomer(identifier, command),
      suppressions: person.suppressions,
      ...defined({ erasedAt: person.erasedAt }),
    };
  }
  if (!lifts || isPseudonym) return problem('subject-erased');
  if (person.isUnderWay === true) return notYetBack();
  const effects: readonly Effect[] = [{ effect: 'lift-erased-mark', identifier }];
  return { ...newcomer(identifier, command), suppressions: person.suppressions, erasedAt: person.mark.at, effects };
}

function newcomer(identifier: string, { ids, caller }: Command<unknown, typeof drawsForPerson>): PersonFor {
  const { subject } = ids;
  const link: NewFact = {
    id: ids.link,
    kind: 'subject.linked',
    subject,
    payload: linkedPayload(identifier, caller),
  };
  return { subject, standing: emptyStanding, suppressions: [], facts: [link], effects: [] };
}

export const regimesFor = (standing: Standing, state: State): readonly string[] =>
  regimesOr(standing, state.defaultRegime);
