/**
 * The holds that outlived an erasure: who looks them up, what they keep, and how they end.
 * Flow:    erasures → here → journal → the hold's key → fact `hold.ended`, certificate, files cleaned.
 * Promise: the journal knows of the end before the key is destroyed, so that a crash goes on with it and no older
 *          backup brings back what was held; looked up by keyed hash only.
 * Source:  docs/design.md 6; docs/promises.md F36, F38.
 */
import { eq, sql } from 'drizzle-orm';
import type { EntryReference, NewFact } from '../../facts/fact.ts';
import type { HeldEntry, KeptHold } from '../../ports/reads.ts';
import { newId, openBytes } from '../../seal/seal.ts';
import { ask, type FoundRow, put, rowsQuery, type Steps, wait, writeQuery } from '../../store/query.ts';
import type { HoldEnd } from '../../vocabulary/hold.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { entryOf } from '../batch.ts';
import type { HoldLine } from '../journal.ts';
import { certificateOf } from '../list-queries.ts';
import { type ErasingRoom, moment } from './erasing.ts';
import { type KeptEntry, placeOfKept } from './held.ts';
import { type Grown, recordFacts } from './record-facts.ts';

const p = sql.placeholder;

export const keptHoldRows = rowsQuery<object>()('keptHoldRows', ({ db, t }) =>
  db.select().from(t.keptHolds).orderBy(t.keptHolds.hold),
);
const keptEntriesOf = rowsQuery<{ hold: string }>()('keptEntriesOf', ({ db, t }) =>
  db
    .select()
    .from(t.keptEntries)
    .where(eq(t.keptEntries.hold, p('hold')))
    .orderBy(t.keptEntries.log, t.keptEntries.index),
);
const keptCounts = rowsQuery<object>()('keptCounts', ({ db, t }) =>
  db
    .select({ hold: t.keptEntries.hold, entries: sql<number>`count(*)`.mapWith(Number) })
    .from(t.keptEntries)
    .groupBy(t.keptEntries.hold),
);
const dropEntries = writeQuery<{ hold: string }>()('dropKeptEntries', ({ db, t }) =>
  db.delete(t.keptEntries).where(eq(t.keptEntries.hold, p('hold'))),
);
const dropHold = writeQuery<{ hold: string }>()('dropKeptHold', ({ db, t }) =>
  db.delete(t.keptHolds).where(eq(t.keptHolds.hold, p('hold'))),
);

/** There are few holds, so they are all looked at. */
export function* holdsUnder(mark: string): Steps<readonly KeptHold[]> {
  const counts = new Map((yield* ask(keptCounts, {})).map(({ hold, entries }) => [hold, entries]));
  const rows = yield* ask(keptHoldRows, {});
  return rows
    .filter(({ marks }) => (JSON.parse(marks) as readonly string[]).includes(mark))
    .map((row) => holdIn(row, counts.get(row.hold) ?? 0));
}

const holdIn = ({ hold, certificate, doc, until }: FoundRow<'keptHolds'>, entries: number): KeptHold => ({
  id: hold,
  ...(JSON.parse(doc) as Omit<HoldLine, 'id' | 'until'>),
  ...(until === null ? {} : { until }),
  certificate,
  entries,
});

export function* heldEntries(room: ErasingRoom, hold: string): Steps<readonly HeldEntry[]> {
  const rows = yield* ask(keptEntriesOf, { hold });
  const keys = yield* wait(room.keyring.forOpening([...new Set(rows.map(({ keyId }) => keyId))]));
  return rows.flatMap((row) => {
    const key = keys.get(row.keyId);
    if (key === undefined) return [];
    const kept = JSON.parse(Buffer.from(openBytes(key, placeOfKept(hold, row), row.sealed)).toString()) as KeptEntry;
    return [{ log: row.log, index: row.index, ...kept }];
  });
}

export interface Ended {
  readonly grown: Grown;
  readonly entry: EntryReference;
}

/** After the key is gone: the rows go, and the ledger and the certificate say so. */
export function* ended(room: ErasingRoom, hold: string, why: HoldEnd): Steps<Ended | undefined> {
  const row = (yield* ask(keptHoldRows, {})).find((each) => each.hold === hold);
  if (row === undefined) return undefined;
  const entries = (yield* ask(keptEntriesOf, { hold })).length;
  const at = yield* moment(room);
  const { certificate } = row;
  const fact: NewFact = { id: newId('fact'), kind: 'hold.ended', payload: { v: 1, hold, certificate, why, entries } };
  const grown = yield* recordFacts(room, [fact]);
  const entry = entryOf(grown.prepared[0], grown.note);
  if (entry === undefined) throw new Error('the end of a hold is recorded');
  yield* ask(dropEntries, { hold });
  yield* ask(dropHold, { hold });
  const [known] = yield* ask(certificateOf, { request: certificate });
  if (known !== undefined) {
    const doc = JSON.parse(known.doc) as { readonly ended?: readonly unknown[] };
    const said = [...(doc.ended ?? []), { hold, at: timeOf(at), why, entries, entry }];
    yield* put(
      'certificates',
      [{ request: certificate, doc: JSON.stringify({ ...doc, ended: said }), at: known.at }],
      true,
    );
  }
  return { grown, entry };
}
