/**
 * The three searches of AuthZEN: which AI systems, which purposes, which customers.
 * Flow:    http/handlers/authzen.ts → here → ports/reads, evaluation.
 * Promise: whatever is found would be allowed if it were asked for at that moment, and nothing else is found. People
 *          are looked at a few at a time, never all at once; nothing is recorded.
 * Source:  OpenID AuthZEN Authorization API 1.0 section 8; docs/design.md 8.2.
 */
import { evaluate } from '../../evaluation/evaluate.ts';
import type { PersonState } from '../../evaluation/person.ts';
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
  /** The place of the last result that was shown; absent where there is no other. */
  readonly next?: string;
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

/** The names that a search of one customer tries, in their order; one is looked at more than is shown. */
async function namesAllowed(
  reads: Reads,
  page: SearchPage,
  trying: { readonly names: (seen: Seen) => Iterable<string>; readonly ask: (name: string) => AuthzenQuestion },
): Promise<Found<string>> {
  const about = questionIn(trying.ask('any'));
  if (typeof about === 'string') return { results: [] };
  const seen = await reads.see([about.subject]);
  const [person = nobody] = seen.people;
  const allowed = [...trying.names(seen)].sort().filter((name) => {
    const question = name > (page.after ?? '') ? questionIn(trying.ask(name)) : 'unknown-purpose';
    return typeof question !== 'string' && isAllowed({ reads, seen }, question, person);
  });
  const results = allowed.slice(0, page.limit);
  return allowed.length > results.length ? { results, next: results.at(-1) ?? '' } : { results };
}

export async function searchSystems(
  reads: Reads,
  { subject: caller, ...asked }: WhichSystems,
  page: SearchPage,
): Promise<Found<Asker>> {
  if (caller.type !== AI_SYSTEM) return { results: [] };
  const { results, ...rest } = await namesAllowed(reads, page, {
    names: ({ registry }) => registry.aiSystems.keys(),
    ask: (id) => ({ ...asked, subject: { type: AI_SYSTEM, id } }),
  });
  return { results: results.map((id) => ({ type: AI_SYSTEM, id })), ...rest };
}

export async function searchPurposes(
  reads: Reads,
  asked: WhichPurposes,
  page: SearchPage,
): Promise<Found<NamedPurpose>> {
  const { results, ...rest } = await namesAllowed(reads, page, {
    names: ({ registry }) => registry.purposes.keys(),
    ask: (name) => ({ ...asked, action: { name } }),
  });
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

export async function searchCustomers(
  reads: Reads,
  asked: WhichCustomers,
  { after, limit }: SearchPage,
): Promise<Found<Asker>> {
  const shown: Candidate[] = [];
  const found = (next?: Place): Found<Asker> => ({
    results: shown.map(({ question }) => ({ type: CUSTOMER, id: question.subject.slice(CUSTOMER.length + 1) })),
    ...(next === undefined ? {} : { next: placeText(next) }),
  });
  let from = placeIn(after);
  if (typeof questionIn({ ...asked, resource: { ...asked.resource, id: 'any' } }) === 'string') return found();
  for (let round = 0; round < ROUNDS; round += 1) {
    const people = await reads.peopleFrom(from.person, PEOPLE);
    for (const each of await allowedOf(reads, candidatesIn(people, from, asked))) {
      if (shown.length === limit) return found(shown.at(-1));
      shown.push(each);
    }
    const last = people.at(-1);
    if (last === undefined || people.length < PEOPLE) return found();
    from = { person: last.subject, passed: last.identifiers.length };
  }
  return found(from);
}
