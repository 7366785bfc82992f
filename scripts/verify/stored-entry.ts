/**
 * Judges one stored entry by itself: its bytes, its columns, its clear content, and its right to be empty.
 * Flow:    verify-log → here → leaf hash for the tree, members for the sequences.
 * Promise: the leaf hash MUST come from the entry's bytes wherever they are there; the stored hash is only compared.
 * Source:  docs/design.md 4 to 6; docs/promises.md F7.
 */
import { HASH_LENGTH, sameBytes } from './bytes.ts';
import { type Entry, millisecondsOf, opensCommitment, parseEntry } from './entry.ts';
import { leafHash } from './merkle.ts';
import type { StoredEntry } from './stored-log.ts';
import { isWrong } from './wrong.ts';

export interface Judged {
  readonly leaf: Uint8Array;
  readonly entry?: Entry;
}

interface Allowances {
  readonly origin: string;
  readonly mayBeBare: boolean;
  readonly mayBeEmpty: boolean;
}

export function judgeStored(row: StoredEntry, allowed: Allowances, say: (what: string) => void): Judged {
  if (row.entry === null) {
    if (!allowed.mayBeBare) say('is a bare leaf, and no erasure covers it');
    if (row.leafHash.length !== HASH_LENGTH) say('has a leaf hash that is not one');
    if (isHalfBare(row)) say('has lost its entry but not its columns');
    return { leaf: row.leafHash };
  }
  const leaf = leafHash(row.entry);
  if (!sameBytes(leaf, row.leafHash)) say('is not the entry that its leaf hash was made of');
  const entry = parseEntry(row.entry);
  if (isWrong(entry)) {
    say(entry.wrong);
    return { leaf };
  }
  if (entry.origin !== allowed.origin) say('belongs to another log');
  compareColumns(row, entry, say);
  judgeContent(row, entry, { allowed, say });
  return { leaf, entry };
}

const isHalfBare = (row: StoredEntry): boolean =>
  !row.empty || [row.id, row.kind, row.at, row.subject, row.n, row.salt, row.keyId].some((value) => value !== null);

function compareColumns(row: StoredEntry, entry: Entry, say: (what: string) => void): void {
  const different =
    row.id !== entry.id ||
    row.kind !== entry.kind ||
    row.at !== millisecondsOf(entry.at) ||
    row.subject !== (entry.subject ?? null) ||
    row.n !== (entry.n ?? null);
  if (different) say('has columns that say something else than its bytes');
}

interface Judging {
  readonly allowed: Allowances;
  readonly say: (what: string) => void;
}

/** Content under a person's key stays closed here; clear content has no key and must open its commitment. */
function judgeContent(row: StoredEntry, entry: Entry, { allowed, say }: Judging): void {
  if (row.empty) {
    if (!allowed.mayBeEmpty) say('has lost its content, and no erasure or retention fact covers it');
  } else if (
    row.keyId === null &&
    (row.salt === null || row.payload === null || !opensCommitment(entry, row.salt, row.payload))
  ) {
    say('has content that is not what the entry committed to');
  }
}

/** How findings name an entry: by log and index, and by person and n where the row still says so. */
export function placeOf(log: number, row: Pick<StoredEntry, 'index' | 'subject' | 'n'>): string {
  const person = row.subject === null ? '' : ` (${row.subject} n ${row.n})`;
  return `log ${log} index ${row.index}${person}`;
}
