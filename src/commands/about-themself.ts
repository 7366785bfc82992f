/**
 * Nobody acts about themself at work: whoever works here and is recorded as a person, too, leaves their own record to a
 * colleague.
 * Flow:    commands.ts puts every rule through here → ledger/batch; house.ts asks the same before an erasure.
 * Promise: judged by what a command would record and by whom, whatever its input looks like, so that a command added
 *          later is covered. As a person they act for themself, with a session or token of their own. Whoever made the
 *          link of a session counts as acting in it.
 * Source:  docs/promises.md I21; decision 0040; decision 0066.
 */
import type { PersonState } from '../evaluation/person.ts';
import type { NewFact } from '../facts/fact.ts';
import { foldIdentifier, staffIdentifier } from '../vocabulary/identifier.ts';
import { isProblem, type Problem, problem } from '../vocabulary/problems.ts';
import type { Caller, CommandRule, State } from './command.ts';

/** How somebody who signs in with this `sub` is known as a person. */
export const ownIdentifier = (principal: string): string => `customer:${principal}`;

/** Everything that leads to the record of whoever signs in with this `sub`. */
const leadsToThem = (principal: string): readonly string[] => [staffIdentifier(principal), ownIdentifier(principal)];

/**
 * Whoever acts as the person themself acts about nobody else, and may. Whoever made the link may be the one who acts,
 * so nothing in that session is about them.
 */
export function identifiersAtWork(caller: Omit<Caller, 'actor' | 'scopes'>): readonly string[] {
  const { self, principal, knownAs, linkedBy } = caller;
  const named = self !== undefined || knownAs === undefined ? [] : [knownAs];
  const maker = linkedBy === undefined ? [] : leadsToThem(linkedBy);
  return [...(self === undefined ? leadsToThem(principal) : []), ...named, ...maker];
}

/** Their own records by pseudonym, from what is known under their own identifiers. */
export const ownSubjects = (people: readonly PersonState[]): ReadonlySet<string> =>
  new Set(
    people.flatMap((person) =>
      person.found === 'known' ? [person.subject, ...(person.standing.staff?.own ?? [])] : [],
    ),
  );

const itself = problem(
  'separation-of-duty',
  'This is about yourself: a colleague has to do it. As a person you can do it on your own pages.',
);
const throughLink = problem(
  'separation-of-duty',
  'This is about yourself, or about whoever made the link that you came in by: somebody else has to do it.',
);

export const refusedAboutThemself = ({ linkedBy }: Pick<Caller, 'linkedBy'>): Problem =>
  linkedBy === undefined ? itself : throughLink;

/**
 * What is no act about themself, though it stands in their own record: coming in by a link to the console, a link that
 * lets themself in, and the wish that a colleague describes them, which does nothing until that colleague confirms it.
 */
function isNoAct(fact: NewFact, facts: readonly NewFact[]): boolean {
  if (fact.kind === 'link.opened' || fact.kind === 'link.made') return fact.payload.place === 'console';
  if (fact.kind === 'proposal.recorded') return fact.payload.act === 'staff.describe';
  // With the wish begins the record of somebody of whom nothing was recorded yet.
  return fact.kind === 'subject.linked' && facts.some((other) => other.kind === 'proposal.recorded');
}

const isAbout = (fact: NewFact, own: ReadonlySet<string>, identifiers: readonly string[]): boolean =>
  (fact.subject !== undefined && own.has(fact.subject)) ||
  // Somebody who was not on record yet is known by the identifier that is bound to them.
  (fact.kind === 'subject.linked' && identifiers.includes(fact.payload.identifier));

function refusedFor(state: State, caller: Caller, facts: readonly NewFact[]): Problem | undefined {
  const identifiers = identifiersAtWork(caller);
  if (identifiers.length === 0) return undefined;
  const own = ownSubjects(identifiers.map((identifier) => state.person(identifier)));
  const isTheirs = facts.some((fact) => isAbout(fact, own, identifiers) && !isNoAct(fact, facts));
  return isTheirs ? refusedAboutThemself(caller) : undefined;
}

/** The same for what would be done about whoever is known as `subject`, once somebody confirms it. */
export function refusedToConfirm(state: State, caller: Caller, subject: string | undefined): Problem | undefined {
  const own = ownSubjects(identifiersAtWork(caller).map((identifier) => state.person(identifier)));
  return subject !== undefined && own.has(subject) ? refusedAboutThemself(caller) : undefined;
}

/** The same for what is no command: `people` are those of `identifiersAtWork`, `whom` is who it would be about. */
export function refusedAbout(
  identifier: string,
  of: { readonly caller: Caller; readonly people: readonly PersonState[]; readonly whom: PersonState | undefined },
): Problem | undefined {
  const own = ownSubjects(of.people);
  const isTheirs =
    identifiersAtWork(of.caller).includes(foldIdentifier(identifier)) ||
    own.has(identifier) ||
    (of.whom?.found === 'known' && own.has(of.whom.subject));
  return isTheirs ? refusedAboutThemself(of.caller) : undefined;
}

/** The same rule, which records nothing about whoever acts at work. */
export const neverAboutThemself = <I, R>(rule: CommandRule<I, R>): CommandRule<I, R> => ({
  ...rule,
  keys: (input, caller) => {
    const keys = rule.keys(input, caller);
    return { ...keys, people: [...(keys.people ?? []), ...identifiersAtWork(caller)] };
  },
  decide: (state, command, now) => {
    const decided = rule.decide(state, command, now);
    if (isProblem(decided)) return decided;
    return refusedFor(state, command.caller, decided.facts) ?? decided;
  },
});
