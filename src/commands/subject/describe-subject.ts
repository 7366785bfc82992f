/**
 * Staff or a service say who a person is: identifiers, bodies of law, age band and language.
 * Flow:    http (PUT /v1/subjects/{subject}), import → here → facts `subject.linked`, `subject.described`.
 * Promise: the description is replaced as a whole; identifiers only add; the same state again records nothing.
 * Source:  docs/design.md 7 and 8.1.
 */

import { emptyStanding, type Standing } from '../../evaluation/person.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { SubjectDescribed } from '../../facts/subject.ts';
import { isRegime } from '../../law/law.ts';
import { type ShownSubject, shownSubject } from '../../views/subject/shown-subject.ts';
import { defined } from '../../vocabulary/defined.ts';
import { foldIdentifier } from '../../vocabulary/identifier.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { unfit } from '../refusal.ts';
import { linkedPayload } from './linked-payload.ts';
import { isStaff } from './person-for.ts';

/** What is recorded of a person, with the identifiers that are linked to them. */
export interface DescribeSubject extends Partial<Omit<SubjectDescribed, 'v'>> {
  /** The identifier of the path. */
  readonly subject: string;
  readonly identifiers?: readonly string[];
}

interface DescribedSubject {
  readonly shown: ShownSubject;
  readonly isChanged: boolean;
}

type DescribeCommand = Command<DescribeSubject, ReturnType<typeof drawsFor>>;

/** Each identifier once, as it was written. */
const named = (input: DescribeSubject): readonly string[] =>
  [
    ...new Map(
      [input.subject, ...(input.identifiers ?? [])].map((each) => [foldIdentifier(each), each] as const).reverse(),
    ).values(),
  ].reverse();

/** As many links are drawn as identifiers are named; those that are bound already use none. */
const drawsFor = (input: DescribeSubject) =>
  ({ subject: 'sub', described: 'fact', links: named(input).map(() => 'fact') }) as const;

function linked(identifiers: readonly string[], subject: string, { ids, caller }: DescribeCommand): NewFact[] {
  return identifiers.map((identifier, place) => {
    const id = ids.links[place];
    if (id === undefined) throw new Error('an identifier is bound by a fact with an id of its own');
    return { id, kind: 'subject.linked', subject, payload: linkedPayload(identifier, caller) };
  });
}

interface Found {
  readonly subject: string;
  readonly standing: Standing;
  readonly identifiers: readonly string[];
}

/** The person that the path names; a pseudonym that nobody bears is not made into one. */
function findOrMake(state: State, command: DescribeCommand): Found | Problem {
  const person = state.person(command.input.subject);
  if (person.found === 'erased') return problem('subject-erased');
  if (person.found === 'known' && isStaff(person.standing)) return problem('not-found');
  if (person.found === 'known')
    return { subject: person.subject, standing: person.standing, identifiers: person.identifiers ?? [] };
  if (command.input.subject.startsWith('sub_')) return problem('not-found');
  return { subject: command.ids.subject, standing: emptyStanding, identifiers: [] };
}

function decide(state: State, command: DescribeCommand): Decided<DescribedSubject> | Problem {
  const { input, ids } = command;
  const wrong = unfitDescription(input);
  if (wrong !== undefined) return wrong;
  const found = findOrMake(state, command);
  if (isProblem(found)) return found;
  const { subject } = found;
  const links = newLinks(state, input, subject);
  if (isProblem(links)) return links;
  const facts: NewFact[] = linked(links, subject, command);
  const standing = described(input, found.standing);
  if (!isSameDescription(found.standing, standing)) {
    facts.push({
      id: ids.described,
      kind: 'subject.described',
      subject,
      payload: { v: 1, ...descriptionOf(input) },
    });
  }
  const shown = shownSubject(
    {
      subject,
      identifiers: [...new Set([...found.identifiers, ...named(input).filter(isNoPseudonym), ...links])],
      standing,
    },
    state.defaultRegime,
  );
  return { facts, result: { shown, isChanged: facts.length > 0 } };
}

const isNoPseudonym = (identifier: string): boolean => !identifier.startsWith('sub_');

function unfitDescription({ regimes, ageBand, ageBandUntil }: DescribeSubject): Problem | undefined {
  const place = regimes?.findIndex((regime) => !isRegime(regime)) ?? -1;
  if (place >= 0) {
    return unfit(`/regimes/${place}`, 'unknown-regime', {
      message: 'There is no such body of law.',
      fix: 'Use EU, EU-DE, UK, US, US-CA, BR, CA, CA-QC and the like.',
    });
  }
  if (ageBandUntil === undefined || ageBand !== undefined) return undefined;
  return unfit('/ageBandUntil', 'without-age-band', {
    message: 'An end without an age band says nothing.',
    fix: 'Send ageBand too, or leave ageBandUntil out.',
  });
}

/** The identifiers to bind; none may be bound to somebody else, or be that of somebody erased. */
function newLinks(state: State, input: DescribeSubject, subject: string): readonly string[] | Problem {
  const links: string[] = [];
  for (const identifier of named(input)) {
    const holder = state.person(identifier);
    if (holder.found === 'erased') return problem('subject-erased');
    if (holder.found === 'known') {
      if (holder.subject !== subject) return problem('identifier-taken');
    } else if (identifier.startsWith('sub_')) return problem('not-found');
    else links.push(foldIdentifier(identifier));
  }
  return links;
}

const descriptionOf = ({ regimes, ageBand, ageBandUntil, language }: DescribeSubject) => ({
  regimes: [...new Set(regimes ?? [])],
  ...defined({ ageBand, ageBandUntil, language }),
});

function described(input: DescribeSubject, { choices, limits }: Standing): Standing {
  const { ageBandUntil, ...rest } = descriptionOf(input);
  return {
    ...rest,
    ...(ageBandUntil === undefined ? {} : { ageBandUntil: Date.parse(ageBandUntil) }),
    choices,
    limits,
  };
}

const isSameDescription = (one: Standing, other: Standing): boolean =>
  one.ageBand === other.ageBand &&
  one.ageBandUntil === other.ageBandUntil &&
  one.language === other.language &&
  one.regimes.length === other.regimes.length &&
  one.regimes.every((regime, place) => regime === other.regimes[place]);

export const describeSubject: CommandRule<DescribeSubject, DescribedSubject, ReturnType<typeof drawsFor>> = {
  kind: 'subject.describe',
  draws: drawsFor,
  keys: (input) => ({ people: named(input) }),
  decide: (state: State, command: DescribeCommand, _now: Instant) => decide(state, command),
  reply: ({ shown, isChanged }, entry) => ({
    status: isChanged ? 201 : 200,
    body: { ...shown, ...defined({ entry }) },
  }),
};
