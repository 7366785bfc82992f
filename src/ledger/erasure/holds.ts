/**
 * Legal holds and erasure: what a hold keeps of a person who is erased, who looks it up, and how the hold ends.
 * Flow:    begin-erasure (while the person's keys are still there) → here → rows of `kept_holds` and `kept_entries`;
 *          retention-end → here → fact `hold.ended`, certificate.
 * Promise: in the ledger everything of the person is emptied alike; a copy, sealed under a key of the hold's own, holds
 *          the entry's own bytes, salt and payload, so it is still provable against the leaf that stays. Only what the
 *          hold names is copied, and it is looked up by keyed hash only.
 * Source:  GDPR 17(3); docs/design.md 6; docs/promises.md F36, F38.
 */

import { and, eq, gt, sql } from 'drizzle-orm';
import type { EntryReference, NewFact, Payload } from '../../facts/fact.ts';
import type { HeldEntry, KeptHold } from '../../ports/reads.ts';
import { type CipherKey, type DataKey, type Keyring, newId, openBytes, sealBytes } from '../../seal/seal.ts';
import { ask, type FoundRow, put, rowsQuery, type Steps, wait, writeQuery } from '../../store/query.ts';
import { type HeldItem, type HoldEnd, heldKinds } from '../../vocabulary/hold.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { entryReference } from '../batch.ts';
import type { HoldLine } from '../journal.ts';
import { certificateOf, fileOf } from '../list-queries.ts';
import { type EntryRow, keyIdsOf, openEntry } from '../opened.ts';
import { placeOfFile } from '../place-of-file.ts';
import { recordingTime } from '../recording-time.ts';
import type { ErasureSetup } from './erasure.ts';
import { type GrownTree, recordFacts } from './run-step.ts';

const PAGE = 500;
const p = sql.placeholder;

export const entriesOfPerson = rowsQuery<{ subject: string; after: number; limit: number }>()(
  'entriesOfPerson',
  ({ db, t }) =>
    db
      .select()
      .from(t.entries)
      .where(and(eq(t.entries.subject, p('subject')), gt(t.entries.n, p('after'))))
      .orderBy(t.entries.n)
      .limit(p('limit')),
);

/** One entry as it is kept; bytes in base64, of a file too where it was one. */
export interface KeptEntry {
  readonly entry: string;
  readonly salt: string;
  readonly payload: string;
  readonly file?: string;
}

/** Where a copy belongs, bound into its seal. */
export const placeOfKept = (hold: string, { log, index }: { readonly log: number; readonly index: number }): string =>
  `kept ${hold} ${log} ${index}`;

interface Opened {
  readonly row: EntryRow;
  readonly salt: Uint8Array;
  readonly text: string;
  readonly payload: Payload;
}

/** A fact is held with what refers to it: a request with its steps, a decision with its reviews. */
function isNamed(item: HeldItem, { row, payload }: Opened): boolean {
  if ('kind' in item) return heldKinds[item.kind].some((prefix) => row.kind?.startsWith(prefix));
  if ('purpose' in item) return payload['purpose'] === item.purpose;
  return row.id === item.fact || Object.values(payload).includes(item.fact);
}

/** The fact of the hold itself is kept with it, because it says why. */
const isHeldBy = ({ id, items }: HoldLine, opened: Opened): boolean =>
  opened.row.id === id || items.some((item) => isNamed(item, opened));

interface Keeping {
  readonly keyring: Keyring;
  readonly subject: string;
  readonly holds: readonly HoldLine[];
  readonly now: number;
}

/** Copies what the holds name, a page at a time; says how many entries each one keeps. */
export function* copyHeldEntries({ keyring, subject, holds, now }: Keeping): Steps<ReadonlyMap<string, number>> {
  const counts = new Map(holds.map(({ id }) => [id, 0]));
  if (holds.length === 0) return counts;
  const keys = yield* wait(
    keyring.forWriting(
      holds.map(({ id }) => id),
      now,
    ),
  );
  for (let after = 0; ; ) {
    const rows = yield* ask(entriesOfPerson, { subject, after, limit: PAGE });
    for (const opened of yield* openEntries(keyring, rows)) yield* copy(keyring, opened, { holds, keys, counts });
    after = rows.at(-1)?.n ?? after;
    if (rows.length < PAGE) return counts;
  }
}

function* openEntries(keyring: Keyring, rows: readonly EntryRow[]): Steps<readonly Opened[]> {
  const keys = yield* wait(keyring.forOpening(keyIdsOf(rows)));
  return rows.flatMap((row) => {
    const opened = openEntry(row, keys.get(row.keyId ?? ''));
    // Every payload was recorded as plain JSON with its version.
    return opened === undefined
      ? []
      : [{ row, salt: opened.salt, text: opened.payload, payload: JSON.parse(opened.payload) as Payload }];
  });
}

interface Copying {
  readonly holds: readonly HoldLine[];
  readonly keys: ReadonlyMap<string, DataKey>;
  readonly counts: Map<string, number>;
}

function* copy(keyring: Keyring, opened: Opened, { holds, keys, counts }: Copying): Steps<void> {
  const { row } = opened;
  const mine = holds.filter((hold) => isHeldBy(hold, opened));
  if (mine.length === 0) return;
  const kept = Buffer.from(JSON.stringify(yield* keptOf(keyring, opened)));
  for (const { id } of mine) {
    const key = keys.get(id);
    if (key === undefined) throw new Error('a hold needs a key of its own');
    const sealed = sealBytes(key.key, placeOfKept(id, row), kept);
    yield* put('keptEntries', [{ hold: id, log: row.log, index: row.index, keyId: key.id, sealed }], true);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
}

function* keptOf(keyring: Keyring, { row, salt, text }: Opened): Steps<KeptEntry> {
  const file = row.kind === 'file.added' ? yield* openFileBytes(keyring, row.id ?? '') : undefined;
  return {
    entry: Buffer.from(row.entry ?? []).toString('base64'),
    salt: Buffer.from(salt).toString('base64'),
    payload: text,
    ...(file === undefined ? {} : { file: Buffer.from(file).toString('base64') }),
  };
}

function* openFileBytes(keyring: Keyring, id: string): Steps<Uint8Array | undefined> {
  const [row] = yield* ask(fileOf, { id });
  if (row === undefined) return undefined;
  const key: CipherKey | undefined = (yield* wait(keyring.forOpening([row.keyId]))).get(row.keyId);
  return key === undefined ? undefined : openBytes(key, placeOfFile(id, row.subject), row.bytes);
}

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
export function* findHolds(mark: string): Steps<readonly KeptHold[]> {
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

export function* openHeldEntries(setup: ErasureSetup, hold: string): Steps<readonly HeldEntry[]> {
  const rows = yield* ask(keptEntriesOf, { hold });
  const keys = yield* wait(setup.keyring.forOpening([...new Set(rows.map(({ keyId }) => keyId))]));
  return rows.flatMap((row) => {
    const key = keys.get(row.keyId);
    if (key === undefined) return [];
    const kept = JSON.parse(Buffer.from(openBytes(key, placeOfKept(hold, row), row.sealed)).toString()) as KeptEntry;
    return [{ log: row.log, index: row.index, ...kept }];
  });
}

interface EndedHold {
  readonly grown: GrownTree;
  readonly entry: EntryReference;
}

/** After the key is gone: the rows go, and the ledger and the certificate say so. */
export function* recordHoldEnd(setup: ErasureSetup, hold: string, why: HoldEnd): Steps<EndedHold | undefined> {
  const row = (yield* ask(keptHoldRows, {})).find((each) => each.hold === hold);
  if (row === undefined) return undefined;
  const entries = (yield* ask(keptEntriesOf, { hold })).length;
  const at = yield* recordingTime(setup.room.log);
  const { certificate } = row;
  const fact: NewFact = { id: newId('fact'), kind: 'hold.ended', payload: { v: 1, hold, certificate, why, entries } };
  const grown = yield* recordFacts(setup, [fact]);
  const entry = entryReference(grown.prepared[0], grown.note);
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
