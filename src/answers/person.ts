/**
 * Finds the person a question is about.
 * Flow:    http, answers → here → ports/reads.
 * Promise: staff hear that nobody is known (404) or that the person was erased (410); the person's own pages get an
 *          honest empty answer instead.
 * Source:  docs/design.md 6 and 8.
 */
import { personAsOf, registryAsOf } from '../evaluation/as-of.ts';
import type { KnownPerson, PersonState } from '../evaluation/person.ts';
import type { Reads, Seen } from '../ports/reads.ts';
import { staffIdentifier } from '../vocabulary/identifier.ts';
import type { TreePoint } from '../vocabulary/place.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';

/** A person with the registry of the same moment. */
export interface FoundPerson<P extends PersonState = PersonState> extends Pick<Seen, 'registry' | 'now'> {
  readonly person: P;
}

/** A size of the ledger, and the moment at which it had it. */
export type AsOf = TreePoint & { readonly at: number };

export async function findPerson(
  reads: Reads,
  identifier: string,
  wants?: { readonly history?: boolean },
): Promise<FoundPerson> {
  const { people, registry, now } = await reads.see([identifier], wants);
  return { person: people[0] ?? { found: 'unknown', suppressions: [] }, registry, now };
}

/** Whether whoever signs in with this `sub` is described as working here; only they can be asked to review. */
export const isDescribedAsStaff = async (reads: Reads, principal: string): Promise<boolean> =>
  (await findPerson(reads, staffIdentifier(principal))).person.found !== 'unknown';

/** As everything stood at a size of the ledger, or as it stands now. */
export async function findPersonAsOf(reads: Reads, identifier: string, asOf: AsOf | undefined): Promise<FoundPerson> {
  if (asOf === undefined) return findPerson(reads, identifier);
  const { person, registry } = await findPerson(reads, identifier, { history: true });
  return { person: personAsOf(person, asOf), registry: registryAsOf(registry, asOf), now: asOf.at };
}

export async function findKnownPerson(
  reads: Reads,
  identifier: string,
  wants?: { readonly history?: boolean },
): Promise<FoundPerson<KnownPerson> | Problem> {
  const { person, ...found } = await findPerson(reads, identifier, wants);
  if (person.found === 'unknown') return problem('not-found');
  return person.found === 'erased' ? problem('subject-erased') : { person, ...found };
}

/** The pseudonym of whoever is known under this identifier. */
export async function findSubject(reads: Reads, identifier: string): Promise<string | undefined> {
  const { person } = await findPerson(reads, identifier);
  return person.found === 'known' ? person.subject : undefined;
}

/**
 * Whether a thing of this id is the person's own, told before anything of it is opened, so that the wait for an answer
 * says no more than the answer. Who was erased has nothing; a repetition of what they sent is theirs to hear about.
 */
export async function isOwn(
  reads: Reads,
  id: string,
  { identifier, isRepetition }: { readonly identifier: string; readonly isRepetition: boolean },
): Promise<boolean> {
  const { person } = await findPerson(reads, identifier);
  if (person.found === 'erased') return isRepetition;
  return person.found === 'known' && reads.isAbout(id, person.subject);
}
