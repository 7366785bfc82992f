/**
 * The three searches of AuthZEN: which AI systems, which purposes, which customers.
 * Flow:    http/handlers/authzen.ts → here → ports/reads, evaluation.
 * Promise: whatever is found would be allowed if it were asked for at that moment, and nothing else is found. People
 *          are looked at a few at a time, never all at once; nothing is recorded.
 * Source:  OpenID AuthZEN Authorization API 1.0 section 8; docs/design.md 8.2.
 */

import { evaluate } from '../../evaluation/evaluate.ts';
import type { PersonState } from '../../evaluation/person.ts';
import { actionsByPacks, resourcesByPacks, subjectsByPacks } from '../../evaluation/property-rules.ts';
import { type QuestionBody, questionOf } from '../../evaluation/question.ts';
import type { Reads, Seen } from '../../ports/reads.ts';
import {
  AI_SYSTEM,
  type Asker,
  type AuthzenQuestion,
  CUSTOMER,
  type NamedPurpose,
  questionIn,
  type ResourceKind,
} from './question.ts';

/** Where to go on, and how many results at most. */
interface SearchPage {
  /** The place after which to go on; absent on the first page. */
  readonly after?: string;
  readonly limit: number;
}
interface Found<R> {
  readonly results: readonly R[];
  /** The place of the last result that was shown, or where none was the one it began after; absent at the end. */
  readonly next?: string;
  /** How many there are on all pages; absent where saying it would need a look at everybody. */
  readonly total?: number;
}

type Circumstances = Pick<AuthzenQuestion, 'context'>;
/** What is searched for is left out, but for the kind that it must have. */
type WhichSystems = Omit<AuthzenQuestion, 'subject'> & { readonly subject: { readonly type: string } };
type WhichPurposes = Omit<AuthzenQuestion, 'action'>;
interface WhichCustomers extends Circumstances {
  readonly subject: Asker;
  readonly action: NamedPurpose;
  readonly resource: ResourceKind;
}

const nobody: PersonState = { found: 'unknown', suppressions: [] };

interface Moment {
  readonly reads: Reads;
  readonly seen: Seen;
}
const isAllowed = ({ reads, seen }: Moment, question: QuestionBody, person: PersonState): boolean =>
  evaluate(seen.registry, person, questionOf(question, reads.settings.defaultRegime), seen.now).allowed;

/** One page of names that are all known, in their order. */
function pageOf(names: readonly string[], { after, limit }: SearchPage): Found<string> {
  const rest = after === undefined ? names : names.filter((name) => name > after);
  const results = rest.slice(0, limit);
  const total = names.length;
  return rest.length > results.length ? { results, total, next: results.at(-1) ?? after ?? '' } : { results, total };
}

/** The names that a search of one customer tries. */
async function namesAllowed(
  reads: Reads,
  page: SearchPage,
  trying: { readonly names: (seen: Seen) => Iterable<string>; readonly ask: (name: string) => AuthzenQuestion },
): Promise<Found<string>> {
  const about = questionIn(trying.ask('any'));
  if (typeof about === 'string') return pageOf([], page);
  const seen = await reads.see([about.subject]);
  const [person = nobody] = seen.people;
  const allowed = [...trying.names(seen)].sort().filter((name) => {
    const question = questionIn(trying.ask(name));
    return typeof question !== 'string' && isAllowed({ reads, seen }, question, person);
  });
  return pageOf(allowed, page);
}

export async function searchSystems(
  reads: Reads,
  { subject: caller, ...asked }: WhichSystems,
  page: SearchPage,
): Promise<Found<Asker>> {
  const { type } = caller;
  const ruled = subjectsByPacks(reads.settings.rulePacks, { ...asked, subject: { type } });
  const { results, ...rest } =
    ruled === undefined ? await systemsAllowed(reads, type, { asked, page }) : pageOf(ruled, page);
  return { results: results.map((id) => ({ type, id })), ...rest };
}

async function systemsAllowed(
  reads: Reads,
  type: string,
  { asked, page }: { readonly asked: Omit<WhichSystems, 'subject'>; readonly page: SearchPage },
): Promise<Found<string>> {
  if (type !== AI_SYSTEM) return pageOf([], page);
  return namesAllowed(reads, page, {
    names: ({ registry }) => registry.aiSystems.keys(),
    ask: (id) => ({ ...asked, subject: { type, id } }),
  });
}

export async function searchPurposes(
  reads: Reads,
  asked: WhichPurposes,
  page: SearchPage,
): Promise<Found<NamedPurpose>> {
  const ruled = actionsByPacks(reads.settings.rulePacks, asked);
  const trying = {
    names: ({ registry }: Seen) => registry.purposes.keys(),
    ask: (name: string) => ({ ...asked, action: { name } }),
  };
  const { results, ...rest } = ruled === undefined ? await namesAllowed(reads, page, trying) : pageOf(ruled, page);
  return { results: results.map((name) => ({ name })), ...rest };
}

/** So many people are looked at in one read, and in so many reads for one page. */
const PEOPLE = 100;
const ROUNDS = 12;

/** A place among the customers: how many identifiers of that person were looked at. */
interface Place {
  readonly person: string;
  readonly passed: number;
}
const placeText = ({ person, passed }: Place): string => `${person} ${passed}`;
function placeIn(text: string | undefined): Place {
  const [person = '', passed = ''] = (text ?? '').split(' ');
  return { person, passed: Number(passed) };
}

interface Candidate extends Place {
  readonly identifier: string;
  readonly question: QuestionBody;
}

/** The customers of some people whom nobody looked at yet. */
function candidatesIn(
  people: Awaited<ReturnType<Reads['peopleFrom']>>,
  from: Place,
  { resource, ...asked }: WhichCustomers,
): readonly Candidate[] {
  return people.flatMap(({ subject: person, identifiers }) =>
    identifiers.flatMap((identifier, at) => {
      const isPassed = person === from.person && at < from.passed;
      if (isPassed || !identifier.startsWith(`${CUSTOMER}:`)) return [];
      const id = identifier.slice(CUSTOMER.length + 1);
      const question = questionIn({ ...asked, resource: { ...resource, id } });
      return typeof question === 'string' ? [] : [{ person, passed: at + 1, identifier, question }];
    }),
  );
}

/** Those who may be used now, and to whom the identifier still leads. */
async function allowedOf(reads: Reads, candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  if (candidates.length === 0) return [];
  const seen = await reads.see(candidates.map(({ identifier }) => identifier));
  return candidates.filter(({ person: subject, question }, at) => {
    const person = seen.people[at] ?? nobody;
    return person.found === 'known' && person.subject === subject && isAllowed({ reads, seen }, question, person);
  });
}

/** Customers; or, where rules about other things know the types, those things. */
export async function searchResources(reads: Reads, asked: WhichCustomers, page: SearchPage): Promise<Found<Asker>> {
  const { type } = asked.resource;
  const ruled = resourcesByPacks(reads.settings.rulePacks, { ...asked, resource: { type } });
  if (ruled === undefined) return searchCustomers(reads, asked, page);
  const { results, ...rest } = pageOf(ruled, page);
  return { results: results.map((id) => ({ type, id })), ...rest };
}

async function searchCustomers(
  reads: Reads,
  asked: WhichCustomers,
  { after, limit }: SearchPage,
): Promise<Found<Asker>> {
  const shown: Candidate[] = [];
  const found = (next?: Place): Found<Asker> => ({
    results: shown.map(({ question }) => ({ type: CUSTOMER, id: question.subject.slice(CUSTOMER.length + 1) })),
    ...(next === undefined ? {} : { next: placeText(next) }),
    ...(next === undefined && after === undefined ? { total: shown.length } : {}),
  });
  let from = placeIn(after);
  if (typeof questionIn({ ...asked, resource: { ...asked.resource, id: 'any' } }) === 'string') return found();
  for (let round = 0; round < ROUNDS; round += 1) {
    const people = await reads.peopleFrom(from.person, PEOPLE);
    for (const each of await allowedOf(reads, candidatesIn(people, from, asked))) {
      if (shown.length === limit) return found(shown.at(-1) ?? from);
      shown.push(each);
    }
    const last = people.at(-1);
    if (last === undefined || people.length < PEOPLE) return found();
    from = { person: last.subject, passed: last.identifiers.length };
  }
  return found(from);
}
