/**
 * What a process has to know before it answers: every link of the ledger, and every mark.
 * Flow:    house (start; on a shared database every second again) → here → memory.
 * Promise: a link counts where the ledger still has its entry, whatever the index of identities says; what is missing
 *          from the index is opened, so that the person it belongs to is refused and nobody else.
 * Source:  decision 0049.
 */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { ask, rowsQuery, type Steps } from '../../store/query.ts';
import type { Store } from '../../store/store.ts';
import { foldIdentifier } from '../../vocabulary/identifier.ts';
import { placeAt, placeOf } from '../../vocabulary/place.ts';
import { sharedFacts } from '../notes.ts';
import { openFacts } from '../opened.ts';
import { entriesById } from '../queries.ts';
import type { Fitting } from './fit.ts';
import { readHead } from './head.ts';
import { isOfNewestTree } from './judge-state.ts';
import { judgeMarks, learnMarks } from './marks.ts';
import { linkBinding } from './texts.ts';

const p = sql.placeholder;

const newestNumbers = rowsQuery<{ log: number; from: number }>()('newestNumbers', ({ db, t }) =>
  db
    .select({ subject: t.entries.subject, n: sql<number>`max(${t.entries.n})`.mapWith(Number) })
    .from(t.entries)
    .where(and(sql`(${t.entries.log}, ${t.entries.index}) >= (${p('log')}, ${p('from')})`, isNotNull(t.entries.n)))
    .groupBy(t.entries.subject),
);
const PAGE = 1000;

const linksFrom = rowsQuery<{ log: number; from: number; limit: number }>()('linksFrom', ({ db, t }) =>
  db
    .select({
      log: t.entries.log,
      index: t.entries.index,
      id: t.entries.id,
      subject: t.entries.subject,
      hash: t.identities.hash,
      fact: t.identities.fact,
      bound: t.identities.bound,
    })
    .from(t.entries)
    .leftJoin(t.identities, and(eq(t.identities.subject, t.entries.subject), eq(t.identities.fact, t.entries.id)))
    .where(
      and(
        eq(t.entries.kind, sql`'subject.linked'`),
        sql`(${t.entries.log}, ${t.entries.index}) >= (${p('log')}, ${p('from')})`,
      ),
    )
    .orderBy(t.entries.log, t.entries.index)
    .limit(p('limit')),
);

interface BoundKeeper {
  /** Learns what was linked and marked since it looked last. */
  catchUp(): Promise<void>;
}

interface Room extends Fitting {
  readonly store: Store;
}

export async function openBound(room: Room): Promise<BoundKeeper> {
  let next = 0;
  let from: number | undefined;
  const catchUp = async (): Promise<void> => {
    for (;;) {
      const start = next;
      const page = await room.store.read(() => learnLinks(room, start));
      next = page.next;
      if (page.isLast) break;
    }
    const asOf = performance.now();
    await room.store.read(() => learnMarks({ ...room, asOf }));
    const turn = room.bound.turn;
    from = await room.store.read(() => learnNumbers(room, { from, turn }));
  };
  await catchUp();
  await room.store.read(() => judgeMarks(room));
  return { catchUp };
}

/** How far everybody has come since; a head that is not the one of the newest tree says that somebody put it back. */
function* learnNumbers(
  { keyring, bound }: Fitting,
  { from, turn }: { readonly from: number | undefined; readonly turn: number },
): Steps<number> {
  const head = yield* readHead(keyring);
  const isNewest = typeof head !== 'string' && head.turn >= turn && (yield* isOfNewestTree(head));
  if (!isNewest) {
    bound.inDoubt.add('registry_head');
    bound.report.note({ table: 'registry_head', key: 'as a whole' });
  }
  const here = typeof head === 'string' ? (from ?? 0) : placeOf({ log: head.log, index: head.size });
  if (from === undefined || from === here) return here;
  const { log, index } = placeAt(from);
  for (const { subject, n } of yield* ask(newestNumbers, { log, from: index }))
    if (subject !== null) bound.heads.set(subject, n);
  return here;
}

function* learnLinks(
  { keyring, bound }: Fitting,
  from: number,
): Steps<{ readonly next: number; readonly isLast: boolean }> {
  const { log, index } = placeAt(from);
  const rows = yield* ask(linksFrom, { log, from: index, limit: PAGE });
  const missing = new Map<string, number>();
  for (const { id, subject, hash, fact, bound: binding, ...place } of rows) {
    if (id === null || subject === null) continue;
    const isThere = hash !== null && fact !== null && binding === linkBinding(keyring, { hash, subject, fact });
    if (isThere) bound.links.set(hash, subject, placeOf(place));
    else missing.set(id, placeOf(place));
  }
  yield* learnMissing({ keyring, bound }, missing);
  const last = rows.at(-1);
  return { next: last === undefined ? from : placeOf(last) + 1, isLast: rows.length < PAGE };
}

/** An address that led to two people leads to neither, and must not be there. */
function* learnMissing({ keyring, bound }: Fitting, missing: ReadonlyMap<string, number>): Steps<void> {
  if (missing.size === 0) return;
  const shared = yield* sharedFacts();
  const ids = [...missing.keys()].filter((id) => !shared.has(id));
  if (ids.length === 0) return;
  for (const fact of (yield* openFacts(keyring, yield* ask(entriesById, { ids }))).values()) {
    if (fact.kind !== 'subject.linked') continue;
    const hash = keyring.identityHash(foldIdentifier(fact.payload.identifier));
    if (bound.links.placeOf(hash) === undefined) bound.links.set(hash, fact.subject, missing.get(fact.id) ?? 0);
  }
}
