/**
 * Committed facts and views, read for answers: lists in pages, facts opened, the feed of changes.
 * Flow:    store → here → house → answers, http.
 * Promise: a page is short and ordered by key; what was emptied is shown as emptied.
 * Source:  docs/design.md 4 and 8.
 */
import type { Actor, Payload, RecordedFact } from '../facts/fact.ts';
import type { Keyring } from '../seal/keys.ts';
import type { Store } from '../store/store.ts';
import type { ChangeRow } from '../views/change/change-row.ts';
import type { DecisionRow } from '../views/decision/decision-row.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import type { UseRow } from '../views/use/use-row.ts';
import { placeAt, placeOf, type TreePoint } from '../vocabulary/place.ts';
import * as lists from './list-queries.ts';
import { text } from './loaded.ts';
import { type EntryRow, factOf, keyIdsOf } from './opened.ts';
import { oversightReads } from './oversight-reads.ts';
import { LAST, optional, type Paged, page } from './paging.ts';
import { entriesById, requestsOf } from './queries.ts';
import { reviewReads } from './review-reads.ts';

export interface WantedWindow {
  readonly from?: number;
  readonly to?: number;
}

/** Behind every log that there can be. */
const END: TreePoint = { log: placeAt(LAST).log, size: 0 };

const windowed = ({ from = 0, to = LAST }: WantedWindow) => ({ from, to });

export interface Entry {
  readonly log: number;
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly id?: string;
  readonly kind?: string;
  readonly at?: number;
  readonly subject?: string;
  readonly n?: number;
  readonly actor?: Actor;
  readonly payload?: Payload;
}

async function opened(keyring: Keyring, rows: readonly EntryRow[]): Promise<readonly Entry[]> {
  const keys = await keyring.forOpening(keyIdsOf(rows));
  return rows.map((row) => factOf(row, keys.get(row.keyId ?? '')) ?? bare(row));
}

const bare = (row: EntryRow): Entry => ({
  log: row.log,
  index: row.index,
  leafHash: row.leafHash,
  ...(row.id === null || row.kind === null ? {} : { id: row.id, kind: row.kind }),
  ...(row.at === null ? {} : { at: row.at }),
  ...(row.subject === null ? {} : { subject: row.subject }),
  ...(row.n === null ? {} : { n: row.n }),
});

const useOf = (
  row: Omit<UseRow, 'covered' | 'basis' | 'categories'> & {
    covered: number | null;
    basis: string | null;
    categories: string;
  },
): UseRow => {
  const { covered, basis, categories, ...rest } = row;
  return {
    ...rest,
    ...(covered === null ? {} : { covered: covered === 1 }),
    ...(basis === null ? {} : { basis }),
    categories: JSON.parse(categories) as string[],
  };
};

const entryReads = (store: Store, keyring: Keyring) => ({
  async entries(
    wants: WantedWindow & {
      readonly kind?: string;
      readonly subject?: string;
      readonly before?: number;
      readonly limit: number;
    },
  ): Promise<Paged<Entry>> {
    const isWindow = wants.from !== undefined || wants.to !== undefined;
    const { limit, before = LAST, kind, subject } = wants;
    const { log, index } = placeAt(before);
    const params = {
      log,
      before: index,
      limit,
      ...optional('kind', kind),
      ...optional('subject', subject),
      ...windowed(wants),
      windowOff: isWindow ? 0 : 1,
    } as never;
    const found = await page(store, { query: lists.entriesBefore, params, position: placeOf });
    return { items: await opened(keyring, found.items), next: found.next };
  },
  async entry(log: number, index: number): Promise<Entry | undefined> {
    return (await opened(keyring, await store.one(lists.entryAt, { log, index })))[0];
  },
  async changes(
    after: number,
    limit: number,
  ): Promise<readonly (ChangeRow & { readonly position: number; readonly identifiers: readonly string[] })[]> {
    const rows = await store.one(lists.changesAfter, { after, limit });
    const subjects = [...new Set(rows.flatMap(({ subject }) => (subject === null ? [] : [subject])))];
    const links = await linked(store, keyring, subjects);
    return rows.map((row) => ({
      ...(JSON.parse(row.doc) as ChangeRow),
      position: row.position,
      identifiers: links.get(row.subject ?? '') ?? [],
    }));
  },
});

export function reads(store: Store, keyring: Keyring) {
  const facts = async (ids: readonly string[]): Promise<ReadonlyMap<string, RecordedFact>> => {
    const rows = ids.length === 0 ? [] : await store.one(entriesById, { ids });
    const keys = await keyring.forOpening(keyIdsOf(rows));
    return new Map(rows.flatMap((row) => factOf(row, keys.get(row.keyId ?? '')) ?? []).map((fact) => [fact.id, fact]));
  };
  return {
    facts,
    ...personReads(store, keyring),
    ...requestReads(store, keyring),
    ...reviewReads(store, keyring),
    ...oversightReads(store),
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

const personReads = (store: Store, keyring: Keyring) => ({
  identifiersOf: async (subject: string): Promise<readonly string[]> =>
    (await linked(store, keyring, [subject])).get(subject) ?? [],
  async uses(
    subject: string,
    wants: WantedWindow & { readonly after?: number; readonly limit: number },
  ): Promise<Paged<UseRow>> {
    const params = { subject, after: wants.after ?? 0, limit: wants.limit, ...windowed(wants) };
    const found = await page(store, { query: lists.usesAfter, params, position: (row) => row.n });
    return { items: found.items.map((row) => useOf(row as never)), next: found.next };
  },
  async decisions(
    subject: string,
    wants: WantedWindow & { readonly before?: number; readonly limit: number },
  ): Promise<Paged<DecisionRow> & { readonly total: number }> {
    const params = { subject, before: wants.before ?? LAST, limit: wants.limit, ...windowed(wants) };
    const found = await page(store, { query: lists.decisionsBefore, params, position: (row) => row.n });
    const [count] = await store.one(lists.decisionCount, { subject, ...windowed(wants) });
    return {
      items: found.items.map(({ doc }) => JSON.parse(doc) as DecisionRow),
      next: found.next,
      total: Number(count?.total ?? 0),
    };
  },
  async chain(
    subject: string,
    wants: {
      readonly before?: number;
      readonly limit: number;
      readonly kinds?: readonly string[];
      readonly upTo?: TreePoint;
    },
  ): Promise<Paged<Entry>> {
    const { kinds = [], before = LAST, upTo = END, limit } = wants;
    const params = { subject, before, ...upTo, limit, kinds, kindsOff: wants.kinds === undefined ? 1 : 0 };
    const found = await page(store, { query: lists.chainBefore, params, position: (row) => row.n ?? 0 });
    return { items: await opened(keyring, found.items), next: found.next };
  },
});

const requestReads = (store: Store, keyring: Keyring) => ({
  async requests(wants: {
    readonly subject?: string;
    readonly state?: string;
    readonly kind?: string;
    readonly before?: number;
    readonly limit: number;
  }): Promise<Paged<RequestRow>> {
    const { subject, state, kind, before = LAST, limit } = wants;
    const params = {
      before,
      limit,
      ...optional('subject', subject),
      ...optional('state', state),
      ...optional('kind', kind),
    } as never;
    const found = await page(store, { query: lists.requestsBefore, params, position: (row) => row.position });
    return { items: found.items.map(({ doc }) => JSON.parse(doc) as RequestRow), next: found.next };
  },
  async request(id: string): Promise<RequestRow | undefined> {
    const [row] = await store.one(requestsOf, { ids: [id] });
    return row === undefined ? undefined : (JSON.parse(row.doc) as RequestRow);
  },
  async isRequestSecret(request: string, secret: string): Promise<boolean> {
    const [row] = await store.one(lists.secretOf, { request });
    return row !== undefined && row.secret === text(keyring.keyedHash('request-secret', secret));
  },
  async certificate(request: string): Promise<unknown> {
    const [row] = await store.one(lists.certificateOf, { request });
    return row === undefined ? undefined : (JSON.parse(row.doc) as unknown);
  },
});
