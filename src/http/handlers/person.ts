/**
 * Finds the person a call is about, for reading.
 * Flow:    handlers → here → house.
 * Promise: staff are told that nobody is known (404) or that the person was erased (410); the person's own pages get an
 *          honest empty answer instead.
 * Source:  docs/design.md 6 and 8.
 */
import type { KnownPerson, PersonState } from '../../evaluation/person.ts';
import type { House } from '../../ports/house.ts';
import type { Seen } from '../../ports/reads.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';

export interface SeenPerson<P extends PersonState = PersonState> extends Pick<Seen, 'registry' | 'now'> {
  readonly person: P;
}

export async function seePerson(
  house: House,
  identifier: string,
  wants?: { readonly history?: boolean },
): Promise<SeenPerson> {
  const { people, registry, now } = await house.see([identifier], wants);
  return { person: people[0] ?? { found: 'unknown', suppressions: [] }, registry, now };
}

export async function seeKnown(
  house: House,
  identifier: string,
  wants?: { readonly history?: boolean },
): Promise<SeenPerson<KnownPerson> | Problem> {
  const { person, ...seen } = await seePerson(house, identifier, wants);
  if (person.found === 'unknown') return problem('not-found');
  return person.found === 'erased' ? problem('subject-erased') : { person, ...seen };
}

/** The pseudonym of whoever is known under this identifier. */
export async function subjectOf(house: House, identifier: string): Promise<string | undefined> {
  const { person } = await seePerson(house, identifier);
  return person.found === 'known' ? person.subject : undefined;
}
