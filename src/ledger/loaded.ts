/**
 * What a batch loads before it decides: one set of rows for all its commands.
 * Flow:    batch → here (queries) → working state.
 * Promise: identifiers leave here as keyed hashes only; two steps: identities and marks, then those people's rows.
 * Source:  docs/design.md 4.
 */
import type { Keys } from '../commands/command.ts';
import type { Act, Standing, Suppression } from '../evaluation/person.ts';
import type { RecordedFact } from '../facts/fact.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, type Steps } from '../store/query.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import type { ReviewRow } from '../views/review/review-row.ts';
import { foldIdentifier, spellingsOf } from '../vocabulary/identifier.ts';
import { openFacts } from './opened.ts';
import { markOf, type StoredMark, type StoredPerson, suppressionOf } from './person-state.ts';
import {
  actsOf,
  entriesById,
  erasedMarksOf,
  erasingOf,
  identitiesOf,
  peopleOf,
  requestsOf,
  reviewsById,
  reviewsOfDecisions,
  suppressionMarksOf,
} from './queries.ts';

export interface PersonRow {
  readonly subject: string;
  readonly log: number;
  readonly n: number;
  readonly head: Uint8Array;
  readonly standing: Standing;
}

/** What stands about one identifier besides the person it leads to. */
interface Marks {
  readonly mark?: StoredMark;
  /** The hashes under which such marks are stored. */
  readonly under: readonly string[];
  readonly suppressions: readonly Suppression[];
}

export interface Loaded {
  /** Identifier in clear, in normal form as in the other maps → `sub_…`. */
  readonly identities: Map<string, string>;
  readonly marks: Map<string, Marks>;
  readonly people: Map<string, PersonRow>;
  readonly erasing: Map<string, number>;
  readonly acts: Map<string, Act[]>;
  readonly requests: Map<string, { readonly row: RequestRow; readonly position: number }>;
  readonly reviews: Map<string, { readonly row: ReviewRow; readonly position: number }>;
  readonly facts: ReadonlyMap<string, RecordedFact>;
}

/** Each keyed hash with the normal form of the identifier that it stands for. */
const marksFor = (keyring: Keyring, identifiers: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    identifiers.flatMap((identifier) =>
      spellingsOf(identifier).map((spelling) => [keyring.markHash(spelling), foldIdentifier(identifier)] as const),
    ),
  );
// A row stored as JSON was written by this ledger in the form that its fold gives; it is parsed at this one place.
const standingIn = (doc: string): Standing => JSON.parse(doc);
const actIn = (doc: string): Act => JSON.parse(doc);
const requestIn = (doc: string): RequestRow => JSON.parse(doc);
const reviewIn = (doc: string): ReviewRow => JSON.parse(doc);

const noMarks: Marks = { suppressions: [], under: [] };

/** Of two marks on one identifier the one that holds longer counts. */
const stronger = (one: StoredMark | undefined, other: StoredMark): StoredMark => {
  const holds = ({ liftedAt, until = 0 }: StoredMark): number => (liftedAt === undefined ? until : -1);
  return one !== undefined && holds(one) >= holds(other) ? one : other;
};

function* loadIdentities(keyring: Keyring, written: readonly string[]): Steps<Pick<Loaded, 'identities' | 'marks'>> {
  const identities = new Map<string, string>();
  const marks = new Map<string, Marks>();
  if (written.length === 0) return { identities, marks };
  const identifiers = [...new Set(written.map(foldIdentifier))];
  const byHash = new Map(
    identifiers.flatMap((each) => (each.startsWith('sub_') ? [] : [[keyring.identityHash(each), each] as const])),
  );
  for (const row of yield* ask(identitiesOf, { hashes: [...byHash.keys()] }))
    identities.set(byHash.get(row.hash) ?? '', row.subject);
  for (const identifier of identifiers) if (identifier.startsWith('sub_')) identities.set(identifier, identifier);
  const byMark = marksFor(keyring, written);
  for (const row of yield* ask(erasedMarksOf, { marks: [...byMark.keys()] })) {
    const identifier = byMark.get(row.mark) ?? '';
    const { mark, under, suppressions } = marks.get(identifier) ?? noMarks;
    marks.set(identifier, { mark: stronger(mark, markOf(row)), under: [...under, row.mark], suppressions });
  }
  for (const row of yield* ask(suppressionMarksOf, { marks: [...byMark.keys()] })) {
    const identifier = byMark.get(row.mark) ?? '';
    const known = marks.get(identifier) ?? noMarks;
    marks.set(identifier, { ...known, suppressions: [...known.suppressions, suppressionOf(row)] });
  }
  return { identities, marks };
}

function* loadPeople(
  subjects: readonly string[],
  history: boolean,
): Steps<Pick<Loaded, 'people' | 'erasing' | 'acts'>> {
  const people = new Map<string, PersonRow>();
  const erasing = new Map<string, number>();
  const acts = new Map<string, Act[]>();
  if (subjects.length === 0) return { people, erasing, acts };
  for (const row of yield* ask(peopleOf, { subjects }))
    people.set(row.subject, { ...row, standing: standingIn(row.standing) });
  for (const row of yield* ask(erasingOf, { subjects })) erasing.set(row.subject, row.at);
  if (history) {
    for (const subject of subjects) acts.set(subject, []);
    for (const row of yield* ask(actsOf, { subjects })) acts.get(row.subject)?.push(actIn(row.doc));
  }
  return { people, erasing, acts };
}

/** What was loaded about one identifier. */
export function storedPerson(
  { identities, marks, people, erasing, acts }: Pick<Loaded, 'identities' | 'marks' | 'people' | 'erasing' | 'acts'>,
  written: string,
): StoredPerson {
  const identifier = foldIdentifier(written);
  const { mark, suppressions } = marks.get(identifier) ?? noMarks;
  const subject = identities.get(identifier);
  if (subject === undefined) return { mark, suppressions };
  return {
    mark,
    suppressions,
    subject,
    standing: people.get(subject)?.standing,
    erasingSince: erasing.get(subject),
    acts: acts.get(subject),
  };
}

const unique = (lists: readonly (readonly string[] | undefined)[]): readonly string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];

/**
 * A request and the reviews it opened end together, so whichever is named brings the other, and every other look at the
 * same decisions.
 */
function* loadRequestsAndReviews(keys: readonly Keys[]): Steps<Pick<Loaded, 'requests' | 'reviews'>> {
  const requests = yield* loadRequests(unique(keys.map((each) => each.requests)));
  const reviews = yield* loadReviews(
    keys,
    [...requests.values()].flatMap(({ row }) => row.reviews ?? []),
  );
  const behind = [...reviews.values()].flatMap(({ row }) => row.request ?? []).filter((id) => !requests.has(id));
  for (const [id, request] of yield* loadRequests([...new Set(behind)])) requests.set(id, request);
  const beside = [...requests.values()].flatMap(({ row }) => row.reviews ?? []).filter((id) => !reviews.has(id));
  for (const [id, review] of yield* loadReviews([], beside)) reviews.set(id, review);
  const asked = [...requests.values()].flatMap(({ row }) => row.reviews ?? []);
  const meant = unique([asked.flatMap((id) => reviews.get(id)?.row.decision ?? [])]);
  for (const [id, review] of yield* loadReviews([{ reviewsOf: meant }], [])) reviews.set(id, review);
  return { requests, reviews };
}

function* loadRequests(ids: readonly string[]): Steps<Loaded['requests']> {
  const requests: Loaded['requests'] = new Map();
  if (ids.length === 0) return requests;
  for (const row of yield* ask(requestsOf, { ids }))
    requests.set(row.id, { row: requestIn(row.doc), position: row.position });
  return requests;
}

function* loadReviews(keys: readonly Keys[], more: readonly string[]): Steps<Loaded['reviews']> {
  const ids = unique([...keys.map((each) => each.reviews), more]);
  const decisions = unique(keys.map((each) => each.reviewsOf));
  const rows = [
    ...(ids.length === 0 ? [] : yield* ask(reviewsById, { ids })),
    ...(decisions.length === 0 ? [] : yield* ask(reviewsOfDecisions, { decisions })),
  ];
  return new Map(
    rows.map(({ doc, position }) => {
      const row = reviewIn(doc);
      return [row.id, { row, position }];
    }),
  );
}

/** `keys` of every command of the batch, together. */
export function* load(keyring: Keyring, keys: readonly Keys[]): Steps<Loaded> {
  const identifiers = unique(keys.map((each) => each.people));
  const known = yield* loadIdentities(keyring, identifiers);
  const { requests, reviews } = yield* loadRequestsAndReviews(keys);
  const wantedFacts = unique(keys.map((each) => each.facts));
  const facts =
    wantedFacts.length === 0
      ? new Map<string, RecordedFact>()
      : yield* openFacts(keyring, yield* ask(entriesById, { ids: wantedFacts }));
  const behind = [...requests.values(), ...reviews.values()].map(({ row }) => row.subject);
  const about = [...facts.values()].map(({ subject }) => subject);
  const named = [...behind, ...about].filter((subject) => subject !== undefined);
  for (const subject of named) known.identities.set(subject, subject);
  const subjects = unique([[...known.identities.values()], named]);
  const people = yield* loadPeople(
    subjects,
    keys.some((each) => each.history === true),
  );
  return { ...known, ...people, requests, reviews, facts };
}
