/**
 * Committed facts and views, read for answers: lists in pages, facts opened, the feed of changes.
 * Flow:    store → here → house → answers, http.
 * Promise: a page is short and ordered by key; what was emptied is shown as emptied.
 * Source:  docs/design.md 4 and 8.
 */

import type { RecordedFact } from '../facts/fact.ts';
import type { ChainEntry, DuePlace, DueRequest, Reads, Window } from '../ports/reads.ts';
import type { Keyring } from '../seal/keys.ts';
import type { FoundRow } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import type { ChangeRow } from '../views/change/change-row.ts';
import type { DecisionRow } from '../views/decision/decision-row.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import type { UseRow } from '../views/use/use-row.ts';
import { placeAt, placeOf, type TreePoint } from '../vocabulary/place.ts';
import { formerSecret, secretBinding } from './bound/texts.ts';
import { breachReads } from './breach-reads.ts';
import { followUpReads } from './follow-up-reads.ts';
import * as lists from './list-queries.ts';
import { type EntryRow, keyIdsOf, readFact } from './opened.ts';
import { oversightReads } from './oversight-reads.ts';
import { afterOthers, LAST, optional, readPage } from './paging.ts';
import { entriesById, requestsOf } from './queries.ts';
import { askGotFrom } from './recipients.ts';
import { reviewReads } from './review-reads.ts';
import { staffWhoActed } from './search/actors.ts';
import { findEntries } from './search/find.ts';
import { entryCounter, soonCounted } from './search/volume.ts';
import { trainingReads } from './training-reads.ts';
import { webhookReads } from './webhooks.ts';

/** Behind every log that there can be. */
const END: TreePoint = { log: placeAt(LAST).log, size: 0 };

const windowed = ({ from = 0, to = LAST }: Window) => ({ from, to });

async function opened(keyring: Keyring, rows: readonly EntryRow[]): Promise<readonly ChainEntry[]> {
  const keys = await keyring.forOpening(keyIdsOf(rows));
  return rows.map((row) => readFact(row, keys.get(row.keyId ?? '')) ?? bare(row));
}

const bare = (row: EntryRow): ChainEntry => ({
  log: row.log,
  index: row.index,
  leafHash: row.leafHash,
  ...(row.id === null || row.kind === null ? {} : { id: row.id, kind: row.kind }),
  ...(row.at === null ? {} : { at: row.at }),
  ...(row.subject === null ? {} : { subject: row.subject }),
  ...(row.n === null ? {} : { n: row.n }),
});

const useOf = ({ covered, basis, categories, ...row }: FoundRow<'uses'>): UseRow => ({
  ...row,
  // Both columns were written from a `UseRow`.
  outcome: row.outcome as UseRow['outcome'],
  mode: row.mode as UseRow['mode'],
  ...(covered === null ? {} : { covered: covered === 1 }),
  ...(basis === null ? {} : { basis }),
  categories: JSON.parse(categories) as string[],
});

const countsOf = (entryCounts: Reads['entryCounts']) => ({ entryCounts, entryCountsSoon: soonCounted(entryCounts) });

const entryReads = (
  store: Store,
  keyring: Keyring,
): Pick<
  Reads,
  'entries' | 'entryCounts' | 'entryCountsSoon' | 'entry' | 'changes' | 'newestChange' | 'usesWithoutPermission'
> => ({
  async usesWithoutPermission(wants) {
    const { limit, before = LAST } = wants;
    const { log, index } = placeAt(before);
    const params = { log, before: index, limit, ...windowed(wants) };
    const found = await readPage(store, { query: lists.uncoveredUsesBefore, params, position: placeOf });
    return { items: found.items.map(useOf), next: found.next };
  },
  entries: (wants) => findEntries({ store, open: (rows) => opened(keyring, rows) }, wants),
  ...countsOf(entryCounter(store)),
  async entry(log, index) {
    return (await opened(keyring, await store.one(lists.entryAt, { log, index })))[0];
  },
  async changes(after, limit) {
    const rows = await store.one(lists.changesAfter, { after, limit });
    const subjects = [...new Set(rows.flatMap(({ subject }) => (subject === null ? [] : [subject])))];
    const links = await linked(store, keyring, subjects);
    return rows.map((row) => ({
      ...(JSON.parse(row.doc) as ChangeRow),
      position: row.position,
      identifiers: links.get(row.subject ?? '') ?? [],
    }));
  },
  newestChange: async () => (await store.one(lists.newestChange, {}))[0]?.position ?? 0,
});

export function reads(store: Store, keyring: Keyring) {
  const facts = async (ids: readonly string[]): Promise<ReadonlyMap<string, RecordedFact>> => {
    const rows = ids.length === 0 ? [] : await store.one(entriesById, { ids });
    const keys = await keyring.forOpening(keyIdsOf(rows));
    return new Map(
      rows.flatMap((row) => readFact(row, keys.get(row.keyId ?? '')) ?? []).map((fact) => [fact.id, fact]),
    );
  };
  return {
    facts,
    isAbout: async (id: string, subject: string) => (await store.one(lists.factAbout, { id, subject })).length > 0,
    ...personReads(store, keyring),
    ...webhookReads(store, keyring),
    ...requestReads(store, keyring),
    ...reviewReads(store, keyring),
    ...followUpReads(store, keyring),
    ...oversightReads(store),
    ...trainingReads(store),
    ...breachReads(store),
    staffWhoActed: () => staffWhoActed(store),
    identifiersOfEach: (subjects: readonly string[]) => linked(store, keyring, subjects),
    ...entryReads(store, keyring),
    systemsReporting: async () => (await store.one(lists.systemsSeen, {})).map(({ system }) => system),
    recordsSince: async () => (await store.one(lists.firstTime, {}))[0]?.at ?? null,
  };
}

async function linked(
  store: Store,
  keyring: Keyring,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (subjects.length === 0) return found;
  for (const { subject, payload } of await opened(keyring, await store.one(lists.linksOf, { subjects }))) {
    const identifier = payload?.identifier;
    if (subject === undefined || typeof identifier !== 'string') continue;
    found.set(subject, [...(found.get(subject) ?? []), identifier]);
  }
  return found;
}

const ADDRESSES = 1000;
const addressKinds = ['subject.linked', 'address.confirmed'];

/** The entries come newest first. */
function addressIn(entries: readonly ChainEntry[]): Awaited<ReturnType<Reads['addressOf']>> {
  const confirmed = new Set(
    entries.flatMap(({ kind, payload }) => (kind === 'address.confirmed' ? [String(payload?.identifier)] : [])),
  );
  const addresses = [...entries].reverse().flatMap(({ kind, payload }) => {
    const identifier = String(payload?.identifier ?? '');
    if (kind !== 'subject.linked' || !identifier.startsWith('email:')) return [];
    const isGood = payload?.unconfirmed !== true || confirmed.has(identifier);
    return [{ email: identifier.slice('email:'.length), confirmed: isGood }];
  });
  return addresses.find((address) => address.confirmed) ?? addresses[0];
}

type OfPerson = Pick<Reads, 'identifiersOf' | 'peopleFrom' | 'addressOf' | 'uses' | 'decisions' | 'chain'>;

const personReads = (store: Store, keyring: Keyring): OfPerson => ({
  identifiersOf: async (subject) => (await linked(store, keyring, [subject])).get(subject) ?? [],
  async peopleFrom(subject, limit) {
    await afterOthers();
    const rows = await store.one(lists.peopleFrom, { subject, limit });
    const links = await linked(
      store,
      keyring,
      rows.map((row) => row.subject),
    );
    return rows.map((row) => ({ subject: row.subject, identifiers: links.get(row.subject) ?? [] }));
  },
  async addressOf(subject) {
    const params = { subject, before: LAST, ...END, limit: ADDRESSES, kinds: addressKinds, kindsOff: 0 };
    return addressIn(await opened(keyring, await store.one(lists.chainBefore, params)));
  },
  async uses(subject, wants) {
    const params = { subject, after: wants.after ?? 0, limit: wants.limit, ...windowed(wants) };
    const found = await readPage(store, { query: lists.usesAfter, params, position: (row) => row.n });
    return { items: found.items.map(useOf), next: found.next };
  },
  async decisions(subject, wants) {
    const params = { subject, before: wants.before ?? LAST, limit: wants.limit, ...windowed(wants) };
    const found = await readPage(store, { query: lists.decisionsBefore, params, position: (row) => row.n });
    const [count] = await store.one(lists.decisionCount, { subject, ...windowed(wants) });
    return {
      items: found.items.map(({ doc }) => JSON.parse(doc) as DecisionRow),
      next: found.next,
      total: Number(count?.total ?? 0),
    };
  },
  async chain(subject, wants) {
    const { kinds = [], before = LAST, upTo = END, limit } = wants;
    const params = { subject, before, ...upTo, limit, kinds, kindsOff: wants.kinds === undefined ? 1 : 0 };
    const found = await readPage(store, { query: lists.chainBefore, params, position: (row) => row.n ?? 0 });
    return { items: await opened(keyring, found.items), next: found.next };
  },
});

type OfRequests = Pick<
  Reads,
  | 'requests'
  | 'request'
  | 'gotFrom'
  | 'untoldRequests'
  | 'requestsWithTasks'
  | 'requestsAtSystems'
  | 'isRequestSecret'
  | 'certificate'
>;

/** Before the first. */
const first: DuePlace = { due: -1, position: -1 };

const dueRequest = ({ due, position, doc }: { due: number | null; position: number; doc: string }): DueRequest => ({
  due: due ?? 0,
  position,
  row: JSON.parse(doc) as RequestRow,
});

const requestReads = (store: Store, keyring: Keyring): OfRequests => ({
  async requests({ subject, state, kind, before = LAST, limit }) {
    const params = {
      before,
      limit,
      ...optional('subject', subject),
      ...optional('state', state),
      ...optional('kind', kind),
    };
    const found = await readPage(store, { query: lists.requestsBefore, params, position: (row) => row.position });
    return { items: found.items.map(({ doc }) => JSON.parse(doc) as RequestRow), next: found.next };
  },
  gotFrom: (subject) => askGotFrom(store, subject),
  async request(id) {
    const [row] = await store.one(requestsOf, { ids: [id] });
    return row === undefined ? undefined : (JSON.parse(row.doc) as RequestRow);
  },
  async untoldRequests({ after = first, limit }) {
    return (await store.one(lists.untoldRequests, { ...after, limit })).map(dueRequest);
  },
  async requestsWithTasks({ after = first, before, limit }) {
    return (await store.one(lists.requestsWithTasks, { before, ...after, limit })).map(dueRequest);
  },
  async requestsAtSystems(wants) {
    const rows = await store.one(lists.requestsAtSystems, wants);
    return rows.map(({ position, doc }) => ({ position, row: JSON.parse(doc) as RequestRow }));
  },
  async isRequestSecret(request, secret) {
    // Both are made in any case, so that a secret tells nothing of a request that is not there.
    const made = { secret: secretBinding(keyring, { request, secret }), former: formerSecret(keyring, secret) };
    return (await store.one(lists.requestOfSecret, made)).some((found) => found.request === request);
  },
  async certificate(request) {
    const [row] = await store.one(lists.certificateOf, { request });
    return row === undefined ? undefined : (JSON.parse(row.doc) as unknown);
  },
});
