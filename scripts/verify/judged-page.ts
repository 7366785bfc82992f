/**
 * A page of stored entries judged one by one, in a few buffers that go from thread to thread without being copied.
 * Flow:    stored-log → here (in this thread or another one) → verify-log.
 * Promise: what is said of an entry does not hang on other entries; what hangs on them is told in numbers and hashes.
 * Source:  docs/design.md 5.
 */
import { HASH_LENGTH } from './bytes.ts';
import type { Range } from './covers.ts';
import { millisecondsOf } from './entry.ts';
import { type Judged, judgeStored } from './stored-entry.ts';
import type { StoredEntry } from './stored-log.ts';
import { sweepOver } from './sweep.ts';

/** Of each entry: its leaf hash, the one that it names before it, and its subject. */
const WIDTH = 3 * HASH_LENGTH;
const [PREV, SUBJECT] = [HASH_LENGTH, 2 * HASH_LENGTH];
/** `sub_` and 26 characters. */
const SUBJECT_LENGTH = 30;

export const is = { bare: 1, empty: 2, erased: 4, entry: 8, personal: 16, naming: 32 } as const;

/** What is said of one entry; the row itself where somebody has to look at it. */
interface ToldOf {
  readonly position: number;
  readonly says: readonly string[];
  readonly row: StoredEntry;
  /** By the entry's own bytes. */
  readonly kind: string | undefined;
}

export interface JudgedPage {
  readonly count: number;
  readonly index: Float64Array<ArrayBuffer>;
  /** Epoch milliseconds by the entry's own bytes. */
  readonly at: Float64Array<ArrayBuffer>;
  readonly n: Float64Array<ArrayBuffer>;
  readonly is: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In the order of the entries. */
  readonly told: readonly ToldOf[];
}

/** One log, and which of its entries may have lost something. */
export interface PageRules {
  readonly origin: string;
  readonly erased: readonly Range[];
  readonly expired: readonly Range[];
}

/** Pages have to come in the order of the log. */
export function pageJudge({ origin, erased, expired }: PageRules): (rows: readonly StoredEntry[]) => JudgedPage {
  const [inErased, inExpired] = [sweepOver(erased), sweepOver(expired)];
  return (rows) => {
    const told: ToldOf[] = [];
    const page = emptyPage(rows.length, told);
    rows.forEach((row, position) => {
      const says: string[] = [];
      const mayBeBare = inErased(row.index);
      const mayBeEmpty = inExpired(row.index) || mayBeBare;
      const judged = judgeStored(row, { origin, mayBeBare, mayBeEmpty }, (what) => says.push(what));
      put(page, position, { judged, row, isErased: mayBeBare });
      if (says.length > 0 || isOfTheLog(row, judged)) told.push({ position, says, row, kind: judged.entry?.kind });
    });
    return page;
  };
}

function emptyPage(count: number, told: readonly ToldOf[]): JudgedPage {
  return {
    count,
    index: new Float64Array(count),
    at: new Float64Array(count),
    n: new Float64Array(count),
    is: new Uint8Array(count),
    bytes: new Uint8Array(count * WIDTH),
    told,
  };
}

/** How a log begins and which keys it names is judged beside the other logs and the checkpoints. */
const isOfTheLog = (row: StoredEntry, { entry }: Judged): boolean =>
  row.index === 0 || entry?.kind.startsWith('log.') === true;

interface Putting {
  readonly judged: Judged;
  readonly row: StoredEntry;
  readonly isErased: boolean;
}

function put(page: JudgedPage, position: number, { judged: { leaf, entry }, row, isErased }: Putting): void {
  const from = position * WIDTH;
  page.index[position] = row.index;
  // A row that was tampered with may hold anything, and only a hash has this place.
  page.bytes.set(leaf.subarray(0, HASH_LENGTH), from);
  let flags = (row.entry === null ? is.bare : 0) | (row.empty ? is.empty : 0) | (isErased ? is.erased : 0);
  if (entry !== undefined) {
    flags |= is.entry;
    page.at[position] = millisecondsOf(entry.at);
    if (entry.subject !== undefined && entry.n !== undefined) {
      flags |= is.personal;
      page.n[position] = entry.n;
      const place = Buffer.from(page.bytes.buffer, from + SUBJECT, SUBJECT_LENGTH);
      place.write(entry.subject, 'latin1');
    }
    if (entry.prev !== undefined) {
      flags |= is.naming;
      page.bytes.set(entry.prev, from + PREV);
    }
  }
  page.is[position] = flags;
}

export const leafAt = ({ bytes }: JudgedPage, position: number): Uint8Array =>
  bytes.subarray(position * WIDTH, position * WIDTH + HASH_LENGTH);

export const prevAt = ({ bytes }: JudgedPage, position: number): Uint8Array =>
  bytes.subarray(position * WIDTH + PREV, position * WIDTH + PREV + HASH_LENGTH);

export const subjectAt = ({ bytes }: JudgedPage, position: number): string =>
  Buffer.from(bytes.buffer, position * WIDTH + SUBJECT, SUBJECT_LENGTH).toString('latin1');

/** What a thread hands over instead of copying it. */
export const buffersOf = ({ index, at, n, is: flags, bytes }: JudgedPage): ArrayBuffer[] => [
  index.buffer,
  at.buffer,
  n.buffer,
  flags.buffer,
  bytes.buffer,
];
