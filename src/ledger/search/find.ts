/**
 * Finds entries by what they are, whom and which AI system they are about, and who acted: the narrowest index first,
 * the rest entry by entry.
 * Flow:    queries.ts, bounds.ts → here → ledger/reads.ts.
 * Promise: so many rows are looked at and no more; where that was not enough the page is short and says where to go on,
 *          and nothing that fits is left out between two pages.
 * Source:  docs/design.md 8 (`GET /v1/ledger/entries`).
 */
import type { ChainEntry, EntriesWanted, Page } from '../../ports/reads.ts';
import type { Store } from '../../store/store.ts';
import { type Placed, placeAt, placeOf } from '../../vocabulary/place.ts';
import type { EntryRow } from '../opened.ts';
import { afterOthers } from '../paging.ts';
import { boundsOf } from './bounds.ts';
import { type Between, entriesAt, type Order, statements } from './queries.ts';

/** Entries whose bytes are searched at a time for an actor that is no pseudonym, such as `self`: it is in no index. */
const SEARCHED = 25_000;
/** Rows that are opened at a time, and how often, before a page is given short. */
const ROUND = 200;
const ROUNDS = 10;
/** What the registry says about AI systems, each by its key. */
const systemKinds = ['ai-system.published', 'ai-system.suspended', 'ai-system.resumed'];

type Find = (bounds: Between, limit: number) => Promise<readonly EntryRow[]>;

/** Several lists in one order, each already in it, cut to so many. */
function merged(lists: readonly (readonly EntryRow[])[], order: Order, limit: number): readonly EntryRow[] {
  const sign = order === 'newest' ? -1 : 1;
  return lists
    .flat()
    .sort((one, other) => sign * (placeOf(one) - placeOf(other)))
    .slice(0, limit);
}

async function rowsAt(store: Store, places: readonly Placed[]): Promise<readonly EntryRow[]> {
  const found: EntryRow[] = [];
  for (const log of new Set(places.map((place) => place.log))) {
    const indexes = places.filter((place) => place.log === log).map(({ index }) => index);
    found.push(...(await store.one(entriesAt, { log, indexes })));
  }
  return found;
}

const ofKinds =
  (store: Store, order: Order, kinds: readonly string[]): Find =>
  async (bounds, limit) => {
    const lists: (readonly EntryRow[])[] = [];
    for (const kind of kinds) lists.push(await store.one(statements[order].ofKind, { ...bounds, kind, limit }));
    return merged(lists, order, limit);
  };

const ofSystem =
  (store: Store, order: Order, system: string): Find =>
  async (bounds, limit) => {
    const params = { ...bounds, system, limit };
    const places = [
      ...(await store.one(statements[order].usesOfSystem, params)),
      ...(await store.one(statements[order].decisionsOfSystem, params)),
    ];
    const declared = await ofKinds(store, order, systemKinds)(bounds, limit);
    return merged([await rowsAt(store, places), declared], order, limit);
  };

/** The beginning of the actor in the canonical bytes of an entry, whose members stand in the order of their names. */
const writtenActor = (id: string): Uint8Array => Buffer.from(`"actor":{"id":${JSON.stringify(id)},`);

/** As the keyring makes them: the index holds their first letters at the place where they all stand. */
const isPseudonym = (actor: string): boolean => /^act_[0-9a-z]{26}$/.test(actor);

function sourceOf(store: Store, order: Order, { subject, aiSystem, kinds, actor }: EntriesWanted): Find {
  if (subject !== undefined)
    return async (bounds, limit) => store.one(statements[order].ofSubject, { ...bounds, subject, limit });
  if (aiSystem !== undefined) return ofSystem(store, order, aiSystem);
  if (kinds !== undefined) return ofKinds(store, order, kinds);
  if (actor !== undefined && isPseudonym(actor))
    return async (bounds, limit) => store.one(statements[order].ofActor, { ...bounds, who: Buffer.from(actor), limit });
  if (actor !== undefined)
    return async (bounds, limit) =>
      store.one(statements[order].writtenBy, { ...bounds, who: writtenActor(actor), limit });
  return async (bounds, limit) => store.one(statements[order].all, { ...bounds, limit });
}

function fits({ kind, payload, actor }: ChainEntry, wants: EntriesWanted): boolean {
  if (wants.kinds !== undefined && (kind === undefined || !wants.kinds.includes(kind))) return false;
  if (wants.actor !== undefined && actor?.id !== wants.actor) return false;
  if (wants.aiSystem === undefined) return true;
  if (kind?.startsWith('ai-system.') === true) return payload?.key === wants.aiSystem;
  // What was found by the system is about it, also where its content is no longer there.
  return wants.subject === undefined || payload?.aiSystem === wants.aiSystem;
}

/**
 * Of a search for an actor alone only a stretch is gone through at a time; the rest is for the next page. Between two
 * logs there are places without entries, so what is left of an earlier log is gone through at once.
 */
function stretchOf(bounds: Between, order: Order): Between {
  if (bounds.fromLog !== bounds.toLog && (order === 'oldest' || bounds.toIndex === 0)) return bounds;
  const from = placeOf({ log: bounds.fromLog, index: bounds.fromIndex });
  const to = placeOf({ log: bounds.toLog, index: bounds.toIndex });
  if (order === 'oldest') {
    const { log, index } = placeAt(Math.min(to, from + SEARCHED));
    return { ...bounds, toLog: log, toIndex: index };
  }
  const { log, index } = placeAt(Math.max(from, placeOf({ log: bounds.toLog, index: 0 }), to - SEARCHED));
  return { ...bounds, fromLog: log, fromIndex: index };
}

const isEmpty = ({ fromLog, fromIndex, toLog, toIndex }: Between): boolean =>
  placeOf({ log: fromLog, index: fromIndex }) >= placeOf({ log: toLog, index: toIndex });

/** What is left behind the last row that was looked at, or behind the whole stretch where it held no more. */
function restOf(
  bounds: Between,
  stretch: Between,
  { last, order }: { readonly last: EntryRow | undefined; readonly order: Order },
): Between {
  if (order === 'newest') {
    const end = last ?? { log: stretch.fromLog, index: stretch.fromIndex };
    return { ...bounds, toLog: end.log, toIndex: end.index };
  }
  const start = last === undefined ? { log: stretch.toLog, index: stretch.toIndex } : placeAt(placeOf(last) + 1);
  return { ...bounds, fromLog: start.log, fromIndex: start.index };
}

interface Finding {
  readonly store: Store;
  readonly open: (rows: readonly EntryRow[]) => Promise<readonly ChainEntry[]>;
}

const isSearchedFor = ({ actor, subject, aiSystem, kinds }: EntriesWanted): boolean =>
  actor !== undefined && !isPseudonym(actor) && [subject, aiSystem, kinds].every((each) => each === undefined);

/** `next` is the place to ask before, for older ones; after a search from the oldest the place of its oldest. */
export async function findEntries({ store, open }: Finding, wants: EntriesWanted): Promise<Page<ChainEntry>> {
  const order: Order = wants.after === undefined ? 'newest' : 'oldest';
  const find = sourceOf(store, order, wants);
  const isSearched = isSearchedFor(wants);
  const isFiltered = [wants.actor, wants.aiSystem, wants.kinds].some((each) => each !== undefined);
  const round = isFiltered ? Math.max(wants.limit + 1, ROUND) : wants.limit + 1;
  const items: ChainEntry[] = [];
  let rest = await boundsOf(store, wants);
  for (let rounds = 0; rounds < ROUNDS && items.length <= wants.limit && !isEmpty(rest); rounds += 1) {
    const stretch = isSearched ? stretchOf(rest, order) : rest;
    const rows = await find(stretch, round);
    items.push(...(await open(rows)).filter((entry) => fits(entry, wants)));
    rest = restOf(rest, stretch, { last: rows.length < round ? undefined : rows.at(-1), order });
    if (isSearched) break;
    await afterOthers();
  }
  return order === 'newest' ? downwards(items, wants.limit, rest) : upwards(items, wants.limit);
}

function downwards(items: readonly ChainEntry[], limit: number, rest: Between): Page<ChainEntry> {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  if (items.length > limit && last !== undefined) return { items: shown, next: placeOf(last) };
  return { items: shown, next: isEmpty(rest) ? null : placeOf({ log: rest.toLog, index: rest.toIndex }) };
}

/** From the oldest, and shown as every list with the newest at its top. */
function upwards(items: readonly ChainEntry[], limit: number): Page<ChainEntry> {
  const [oldest] = items;
  return { items: items.slice(0, limit).reverse(), next: oldest === undefined ? null : placeOf(oldest) };
}
