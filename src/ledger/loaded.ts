/**
 * What a batch loads before it decides: one set of rows for all its commands.
 * Flow:    batch → here (queries) → working state.
 * Promise: identifiers leave here as keyed hashes only; two steps: identities and marks, then those people's rows. A
 *          row that does not fit is told of, and whoever asks for its person is refused (person-state).
 * Source:  docs/design.md 4; decision 0049.
 */
import type { Keys } from '../commands/command.ts';
import type { Act, Standing, Suppression } from '../evaluation/person.ts';
import type { RecordedFact } from '../facts/fact.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, type Steps } from '../store/query.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import type { ReviewRow } from '../views/review/review-row.ts';
import { foldIdentifier, spellingsOf } from '../vocabulary/identifier.ts';
import type { WebhookState } from '../vocabulary/webhook.ts';
import {
  boundPeople,
  type Fitting,
  fittingStanding,
  linkFits,
  markFits,
  missingPeople,
  wishesFit,
} from './bound/fit.ts';
import type { BoundWish } from './bound/memory.ts';
import { actsAfter } from './bound/texts.ts';
import { openFacts } from './opened.ts';
import { markOf, markStands, type StoredMark, type StoredPerson, suppressionOf } from './person-state.ts';
import {
  actsOf,
  entriesById,
  erasedMarksOf,
  erasingOf,
  factsOfKinds,
  identitiesOf,
  requestsOf,
  reviewsById,
  reviewsOfDecisions,
  suppressionMarksOf,
} from './queries.ts';
import { loadWebhooks } from './webhooks.ts';

export interface PersonRow {
  readonly subject: string;
  readonly log: number;
  readonly n: number;
  readonly head: Uint8Array;
  readonly standing: Standing;
  /** The chain over the person's acts. */
  readonly acts?: string | null;
}

/** What stands about one identifier besides the person it leads to. */
interface Marks {
  readonly mark?: StoredMark;
  /** The hashes under which such marks are stored. */
  readonly under: readonly string[];
  readonly suppressions: readonly Suppression[];
  /** The rows of wishes, lifted ones included. */
  readonly wishes: readonly BoundWish[];
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
  /** By id: those that were asked for, and those that earlier commands of the batch decided. */
  readonly facts: Map<string, RecordedFact>;
  readonly webhooks: Map<string, { readonly state: WebhookState }>;
  /** Identifiers and pseudonyms whose rows do not fit. */
  readonly unfit: ReadonlySet<string>;
}

/** Each keyed hash with the normal form of the identifier that it stands for. */
const marksFor = (keyring: Keyring, identifiers: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    identifiers.flatMap((identifier) =>
      spellingsOf(identifier).map((spelling) => [keyring.markHash(spelling), foldIdentifier(identifier)] as const),
    ),
  );
// A row stored as JSON was written by this ledger in the form that its fold gives; it is parsed at this one place.
const actIn = (doc: string): Act => JSON.parse(doc);
const requestIn = (doc: string): RequestRow => JSON.parse(doc);
const reviewIn = (doc: string): ReviewRow => JSON.parse(doc);

const noMarks: Marks = { suppressions: [], under: [], wishes: [] };

/** Of two marks on one identifier the one that holds longer counts. */
const stronger = (one: StoredMark | undefined, other: StoredMark): StoredMark => {
  const holds = ({ liftedAt, until = 0 }: StoredMark): number => (liftedAt === undefined ? until : -1);
  return one !== undefined && holds(one) >= holds(other) ? one : other;
};

interface Loading {
  readonly room: Fitting & { now(): number };
  readonly unfit: Set<string>;
}

function tell({ room, unfit }: Loading, whose: string, row: { readonly table: string; readonly key: string }): void {
  unfit.add(whose);
  room.bound.report.note(row);
}

function* loadIdentities(
  loading: Loading,
  written: readonly string[],
  marks: Loaded['marks'],
): Steps<Pick<Loaded, 'identities'> & { readonly linked: Set<string> }> {
  const identities = new Map<string, string>();
  const linked = new Set<string>();
  const { keyring } = loading.room;
  const hashed = written.filter((each) => !each.startsWith('sub_'));
  const byHash = new Map(hashed.map((each) => [keyring.identityHash(each), each] as const));
  const hashes = [...byHash.keys()];
  const rows = new Map(
    hashes.length === 0 ? [] : (yield* ask(identitiesOf, { hashes })).map((row) => [row.hash, row] as const),
  );
  for (const [hash, identifier] of byHash) {
    const row = rows.get(hash);
    // While an erasure empties the entries, the link is out of the index already; the mark says why.
    const isErased = row === undefined && isMarked(marks.get(identifier), loading.room.now());
    if (!isErased && !(yield* linkFits(loading.room, hash, row)))
      tell(loading, identifier, { table: 'identities', key: hash });
    if (row === undefined) continue;
    identities.set(identifier, row.subject);
    linked.add(row.subject);
  }
  for (const identifier of written) if (identifier.startsWith('sub_')) identities.set(identifier, identifier);
  return { identities, linked };
}

function* loadMarks(loading: Loading, written: readonly string[]): Steps<Loaded['marks']> {
  const marks = new Map<string, Marks>();
  const { room } = loading;
  const byMark = marksFor(room.keyring, written);
  const hashes = [...byMark.keys()];
  if (hashes.length === 0) return marks;
  const erased = new Map((yield* ask(erasedMarksOf, { marks: hashes })).map((row) => [row.mark, row] as const));
  const wishes = Map.groupBy(yield* ask(suppressionMarksOf, { marks: hashes }), ({ mark }) => mark);
  for (const [hash, identifier] of byMark) {
    const row = erased.get(hash);
    const wished = wishes.get(hash) ?? [];
    if (!markFits(room, { mark: hash, now: room.now() }, row))
      tell(loading, identifier, { table: 'erased_marks', key: hash });
    if (!wishesFit(room, hash, wished)) tell(loading, identifier, { table: 'suppression_marks', key: hash });
    if (row === undefined && wished.length === 0) continue;
    const { mark, under, suppressions, wishes: others } = marks.get(identifier) ?? noMarks;
    const found = row === undefined ? mark : stronger(mark, markOf(row));
    marks.set(identifier, {
      ...(found === undefined ? {} : { mark: found }),
      under: row === undefined ? under : [...under, hash],
      suppressions: [...suppressions, ...wished.filter(({ liftedAt }) => liftedAt === null).map(suppressionOf)],
      wishes: [...others, ...wished],
    });
  }
  return marks;
}

const isMarked = (marks: Marks | undefined, now: number): boolean =>
  marks?.mark !== undefined && markStands(marks.mark, now);

interface ToLoad {
  readonly subjects: readonly string[];
  readonly history: boolean;
  /** Whom the index of identities leads to: they must have a row. */
  readonly linked: ReadonlySet<string>;
}

function* loadPeople(
  loading: Loading,
  { subjects, history, linked }: ToLoad,
): Steps<Pick<Loaded, 'people' | 'erasing' | 'acts'>> {
  const people = new Map<string, PersonRow>();
  const erasing = new Map<string, number>();
  const acts = new Map<string, Act[]>();
  if (subjects.length === 0) return { people, erasing, acts };
  for (const { isNewest, bound, ...row } of yield* ask(boundPeople, { subjects })) {
    const standing = fittingStanding(loading.room, { ...row, isNewest, bound });
    if (standing === undefined) tell(loading, row.subject, { table: 'people', key: row.subject });
    else people.set(row.subject, { ...row, standing });
  }
  for (const row of yield* ask(erasingOf, { subjects })) erasing.set(row.subject, row.at);
  const without = subjects.filter(
    (subject) => !people.has(subject) && !loading.unfit.has(subject) && !erasing.has(subject),
  );
  const missing = new Set([...without.filter((subject) => linked.has(subject)), ...(yield* missingPeople(without))]);
  for (const subject of missing) tell(loading, subject, { table: 'people', key: subject });
  if (history) yield* loadActs(loading, { subjects, people, acts });
  return { people, erasing, acts };
}

function* loadActs(
  loading: Loading,
  { subjects, people, acts }: Pick<Loaded, 'people' | 'acts'> & Pick<ToLoad, 'subjects'>,
): Steps<void> {
  const chains = new Map<string, string>();
  for (const subject of subjects) acts.set(subject, []);
  for (const row of yield* ask(actsOf, { subjects })) {
    acts.get(row.subject)?.push(actIn(row.doc));
    chains.set(row.subject, actsAfter(chains.get(row.subject), row.doc));
  }
  for (const [subject, { acts: chain }] of people)
    if ((chains.get(subject) ?? '') !== (chain ?? '')) tell(loading, subject, { table: 'acts', key: subject });
}

/** What was loaded about one identifier. */
export function storedPerson(
  { identities, marks, people, erasing, acts, unfit }: Omit<Loaded, 'requests' | 'reviews' | 'facts' | 'webhooks'>,
  written: string,
): StoredPerson {
  const identifier = foldIdentifier(written);
  const { mark, suppressions } = marks.get(identifier) ?? noMarks;
  const subject = identities.get(identifier);
  const isUnfit = unfit.has(identifier) || (subject !== undefined && unfit.has(subject));
  if (subject === undefined) return { mark, suppressions, isUnfit };
  return {
    isUnfit,
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

function* loadFacts(keyring: Keyring, keys: readonly Keys[]): Steps<Loaded['facts']> {
  const ids = unique(keys.map((each) => each.facts));
  const breaches = unique(keys.map((each) => each.breachNotes));
  // Breaches are few, so that all that was noted is read for one of them.
  const rows = [
    ...(breaches.length === 0 ? [] : yield* ask(factsOfKinds, { kinds: ['breach.noted'], log: 0, from: 0 })),
    ...(ids.length === 0 ? [] : yield* ask(entriesById, { ids })),
  ];
  return rows.length === 0 ? new Map() : new Map(yield* openFacts(keyring, rows));
}

/** `keys` of every command of the batch, together. */
export function* load(room: Loading['room'], keys: readonly Keys[]): Steps<Loaded> {
  const written = unique(keys.map((each) => each.people));
  const unfit = new Set<string>();
  const loading = { room, unfit };
  const marks = yield* loadMarks(loading, written);
  const { identities, linked } = yield* loadIdentities(loading, [...new Set(written.map(foldIdentifier))], marks);
  if (room.bound.inDoubt.size > 0) for (const identifier of written) unfit.add(foldIdentifier(identifier));
  const { requests, reviews } = yield* loadRequestsAndReviews(keys);
  const facts = yield* loadFacts(room.keyring, keys);
  const behind = [...requests.values(), ...reviews.values()].map(({ row }) => row.subject);
  const about = [...facts.values()].map(({ subject }) => subject);
  const named = [...behind, ...about].filter((subject) => subject !== undefined);
  for (const subject of named) identities.set(subject, subject);
  const subjects = unique([[...identities.values()], named]);
  const history = keys.some((each) => each.history === true);
  const people = yield* loadPeople(loading, { subjects, history, linked });
  const webhooks = yield* loadWebhooks(unique(keys.map((each) => each.webhooks)));
  return { identities, marks, ...people, requests, reviews, facts, webhooks, unfit };
}
