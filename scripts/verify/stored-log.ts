/**
 * What a stored ledger holds, read in short pages in key order under one snapshot, the same statements for both
 * engines.
 * Flow:    sqlite-rows or postgres-rows → here → verify-log.
 * Promise: reads only. Rows are given as they stand; nothing is skipped because it looks wrong.
 * Source:  docs/design.md 4 (logs, entries, checkpoints, tiles, covered).
 */

/** The one thing that an engine gives: rows of a read statement. */
export interface Rows {
  rows(statement: string): Promise<readonly Row[]>;
  /** The file, where others may read it at the same time; `readers`: how many threads, whatever its length. */
  readonly beside?: { readonly file: string; readonly readers?: number };
  close(): Promise<void>;
}
export type Row = Readonly<Record<string, unknown>>;

export interface StoredLog {
  readonly log: number;
  readonly origin: string;
  readonly vkey: string;
}

export interface StoredEntry {
  readonly index: number;
  readonly leafHash: Uint8Array;
  /** Null after an erasure, and with it everything below. */
  readonly entry: Uint8Array | null;
  readonly id: string | null;
  readonly kind: string | null;
  /** Epoch milliseconds. */
  readonly at: number | null;
  readonly subject: string | null;
  readonly n: number | null;
  /** Clear content only; sealed content is left where it is. */
  readonly payload: Uint8Array | null;
  /** Whether the row has no content, neither clear nor sealed. */
  readonly empty: boolean;
  readonly salt: Uint8Array | null;
  readonly keyId: string | null;
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

interface StoredCover {
  readonly log: number;
  readonly from: number;
  readonly to: number;
  readonly fact: string;
}

const PAGE = 2_000;
// Sealed content is not read: nothing here could open it, and it is most of the bytes.
const CONTENT =
  'CASE WHEN key_id IS NULL THEN payload END AS payload, CASE WHEN payload IS NULL THEN 1 ELSE 0 END AS empty, salt, key_id';
const ENTRY_COLUMNS = `"index", leaf_hash, id, kind, "at", subject, n, entry, ${CONTENT}`;

export async function storedLogs({ rows }: Rows): Promise<readonly StoredLog[]> {
  const found = await rows('SELECT log, origin, vkey FROM logs ORDER BY log');
  return found.map((row) => ({ log: Number(row['log']), origin: String(row['origin']), vkey: String(row['vkey']) }));
}

/** A page of one log: its entries from an index on, and before another one. */
export interface EntrySpan {
  readonly log: number;
  readonly from: number;
  /** Absent at the last page. */
  readonly before?: number;
}

/** Where the pages of a log begin and end; the index alone says that. */
export async function* entrySpans({ rows }: Rows, log: number): AsyncGenerator<EntrySpan> {
  for (let from = 0; ; ) {
    const [next] = await rows(
      `SELECT "index" FROM entries WHERE log = ${log} AND "index" >= ${from} ORDER BY "index" LIMIT 1 OFFSET ${PAGE}`,
    );
    if (next === undefined) {
      yield { log, from };
      return;
    }
    const before = Number(next['index']);
    yield { log, from, before };
    from = before;
  }
}

export async function entriesIn({ rows }: Rows, { log, from, before }: EntrySpan): Promise<readonly StoredEntry[]> {
  const end = before === undefined ? '' : `AND "index" < ${before} `;
  const page = await rows(
    `SELECT ${ENTRY_COLUMNS} FROM entries WHERE log = ${log} AND "index" >= ${from} ${end}ORDER BY "index"`,
  );
  return page.map(entryOf);
}

/** Which state of the ledger is read: both only grow, and each commit that a check cares for moves one of them. */
export async function momentOf({ rows }: Rows): Promise<string> {
  const trees = await rows('SELECT log, max(size) AS size FROM checkpoints GROUP BY log ORDER BY log');
  const [covers] = await rows('SELECT count(*) AS covers FROM covered');
  return JSON.stringify([trees, covers]);
}

export async function* checkpointsOf({ rows }: Rows, log: number): AsyncGenerator<StoredCheckpoint> {
  for (let after = -1; ; ) {
    const page = await rows(
      `SELECT size, root, note FROM checkpoints WHERE log = ${log} AND size > ${after} ORDER BY size LIMIT ${PAGE}`,
    );
    const last = page.at(-1);
    if (last === undefined) return;
    for (const row of page)
      yield { size: Number(row['size']), root: bytesOf(row['root']) ?? new Uint8Array(), note: String(row['note']) };
    after = Number(last['size']);
  }
}

export async function storedTile(
  { rows }: Rows,
  place: { readonly log: number; readonly level: number; readonly index: number },
) {
  const [row] = await rows(
    `SELECT hashes, root FROM tiles WHERE log = ${place.log} AND level = ${place.level} AND "index" = ${place.index}`,
  );
  return row === undefined
    ? undefined
    : { hashes: bytesOf(row['hashes']) ?? new Uint8Array(), root: bytesOf(row['root']) ?? new Uint8Array() };
}

export async function tileCount({ rows }: Rows, log: number): Promise<number> {
  const [row] = await rows(`SELECT count(*) AS tiles FROM tiles WHERE log = ${log}`);
  return Number(row?.['tiles'] ?? 0);
}

export async function storedCovers({ rows }: Rows): Promise<readonly StoredCover[]> {
  const found = await rows('SELECT log, "from", "to", fact FROM covered ORDER BY log, "from", "to"');
  return found.map((row) => ({
    log: Number(row['log']),
    from: Number(row['from']),
    to: Number(row['to']),
    fact: String(row['fact']),
  }));
}

/**
 * The facts that may empty others, wherever they stand; their payloads are clear and are checked like every other one.
 */
export async function coveringFacts({ rows }: Rows): Promise<readonly (StoredEntry & { readonly log: number })[]> {
  const found = await rows(
    `SELECT log, ${ENTRY_COLUMNS} FROM entries WHERE kind IN ('person.erased', 'payload.expired') ORDER BY log, "index"`,
  );
  return found.map((row) => ({ ...entryOf(row), log: Number(row['log']) }));
}

function entryOf(row: Row): StoredEntry {
  return {
    index: Number(row['index']),
    leafHash: bytesOf(row['leaf_hash']) ?? new Uint8Array(),
    entry: bytesOf(row['entry']),
    id: textOf(row['id']),
    kind: textOf(row['kind']),
    at: numberOf(row['at']),
    subject: textOf(row['subject']),
    n: numberOf(row['n']),
    payload: bytesOf(row['payload']),
    empty: Number(row['empty']) === 1,
    salt: bytesOf(row['salt']),
    keyId: textOf(row['key_id']),
  };
}

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
