/**
 * The evidence bundle of one person, read page by page: for an export of any size in little memory.
 * Flow:    store (entries, tiles) → here → house → answers/package.
 * Promise: what `evidenceOf` gives at the same size of the ledger, entry for entry; a page is forgotten once it is
 *          handed on.
 * Source:  docs/design.md 5; RFC 9162 section 2; decision 0113.
 */
import type { EvidencePages } from '../ports/evidence.ts';
import type { TreePoint } from '../vocabulary/place.ts';
import { registryKinds } from './bound/kinds.ts';
import { citedRegistry } from './cited-registry.ts';
import { evidenceItem, evidenceLog, type ProvenEntry, type SignedLog } from './evidence.ts';
import { headText } from './head.ts';
import { keySteps } from './key-changes.ts';
import { chainBefore, coveringFactIds } from './list-queries.ts';
import { type EntryRow, keyIdsOf, readFact } from './opened.ts';
import { afterOthers } from './paging.ts';
import { checkpointFor, earlierLogs, type Proving } from './prove.ts';
import { proveIn } from './prove-in.ts';
import { entriesById, factsOfKinds } from './queries.ts';

/** Opened and proved before others get their turn: a millisecond or two, for which a check beside an export waits. */
const A_PAGE = 16;
/** Half of a record is no evidence, so whoever reads it while it goes gets none. */
const ERASED = 'The person was erased while their evidence was read.';

interface Walk {
  readonly subject: string;
  readonly last: EntryRow;
  readonly upTo: TreePoint;
}

/** What the entries have told so far: which published texts they cite, and whether one of them is empty. */
interface Met {
  readonly cited: Set<string>;
  hasEmptied: boolean;
}

async function lastEntry(
  { store }: Proving,
  subject: string | undefined,
  upTo: TreePoint,
): Promise<EntryRow | undefined> {
  if (subject === undefined) return undefined;
  const before = Number.MAX_SAFE_INTEGER;
  return (await store.one(chainBefore, { subject, before, ...upTo, limit: 1, kinds: [], kindsOff: 1 }))[0];
}

/** A person's entries are numbered from 1 without a gap, so a page is a span of numbers. */
async function pageFrom({ store }: Proving, { subject, last, upTo }: Walk, from: number): Promise<EntryRow[]> {
  const before = Math.min(from + A_PAGE, (last.n ?? 0) + 1);
  const wants = { subject, before, ...upTo, limit: before - from, kinds: [], kindsOff: 1 };
  const rows = [...(await store.one(chainBefore, wants))].reverse();
  if (rows.length < before - from) throw new Error(ERASED);
  return rows;
}

/** An erasure after the newest page was read is met here, before the bundle is closed. */
async function stillWhole(proving: Proving, walk: Walk | undefined): Promise<void> {
  if (walk !== undefined && (await lastEntry(proving, walk.subject, walk.upTo)) === undefined) throw new Error(ERASED);
}

async function publishedRows({ store }: Proving): Promise<readonly EntryRow[]> {
  return store.one(factsOfKinds, { kinds: registryKinds, log: 0, from: 0 });
}

export async function evidenceInPages(
  proving: Proving,
  subject: string | undefined,
  upTo?: TreePoint,
): Promise<EvidencePages | undefined> {
  const { store, keyring, log } = proving;
  const newest = await checkpointFor(proving, upTo);
  if (newest === undefined) return undefined;
  const { origin, vkey } = keyring;
  const own: SignedLog = { log, origin, vkey, checkpoint: newest.note, keys: await keySteps(store, log, newest.size) };
  const point = { log, size: newest.size };
  const last = await lastEntry(proving, subject, point);
  if (vkey !== keyring.vkey) return evidenceInPages(proving, subject, upTo);
  const head = { origin, subject: subject ?? '', n: last?.n ?? 0, leafHash: last?.leafHash ?? new Uint8Array() };
  const signed = last === undefined ? null : keyring.signHead(headText({ ...head, size: newest.size }));
  const met: Met = { cited: new Set(), hasEmptied: false };
  const walk = last === undefined || subject === undefined ? undefined : { subject, last, upTo: point };
  const first = walk === undefined ? [] : (await pageFrom(proving, walk, 1)).slice(0, 1);
  const opening = {
    v: 1 as const,
    subject: walk?.subject ?? null,
    origin,
    vkey,
    checkpoint: newest.note,
    head: signed,
  };
  const at = { proving, point, own, first, met };
  return { opening, entries: () => entriesOf(at, walk), closing: () => closingOf(at, walk) };
}

interface Reading {
  readonly proving: Proving;
  readonly point: TreePoint;
  readonly own: SignedLog;
  /** The person's first entry, which says in which log their record begins. */
  readonly first: readonly Pick<EntryRow, 'log'>[];
  readonly met: Met;
}

async function* entriesOf({ proving, point, first, met }: Reading, walk: Walk | undefined) {
  if (walk === undefined) return;
  const published = (await publishedRows(proving)).flatMap((row) => readFact(row, undefined) ?? []);
  const { earlier } = await earlierLogs(proving, first);
  const points = [...earlier, point];
  for (let from = 1; from <= (walk.last.n ?? 0); from += A_PAGE) {
    const rows = await pageFrom(proving, walk, from);
    const keys = await proving.keyring.forOpening(keyIdsOf(rows));
    const facts = rows.flatMap((row) => readFact(row, keys.get(row.keyId ?? '')) ?? []);
    const payloads = facts.map(({ payload }) => payload);
    for (const id of citedRegistry(payloads, published)) met.cited.add(id);
    met.hasEmptied ||= facts.length < rows.length;
    yield (await proveIn(proving.store, points, { rows, keys })).map(evidenceItem);
    await afterOthers();
  }
}

async function closingOf({ proving, point, own, first, met }: Reading, walk: Walk | undefined) {
  const { store } = proving;
  await stillWhole(proving, walk);
  const cited = (await publishedRows(proving)).filter(({ id }) => met.cited.has(id ?? ''));
  const covering = met.hasEmptied ? (await store.one(coveringFactIds, {})).map(({ fact }) => fact) : [];
  const covers = covering.length === 0 ? [] : await store.one(entriesById, { ids: covering });
  const { earlier, steps } = await earlierLogs(proving, [...first, ...cited, ...covers]);
  const rows = [...cited, ...covers, ...steps];
  const keys = await proving.keyring.forOpening(keyIdsOf(rows));
  const proven = await proveIn(store, [...earlier, point], { rows, keys });
  const once = new Map(proven.map((entry) => [`${entry.log}/${entry.index}`, entry]));
  const byPlace = (a: ProvenEntry, b: ProvenEntry): number => a.log - b.log || a.index - b.index;
  return {
    logs: [...earlier, own].map(evidenceLog),
    registry: [...once.values()].sort(byPlace).map(evidenceItem),
  };
}
