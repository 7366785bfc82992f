/**
 * Stored entries opened: the facts as they were recorded, for those whose keys are still there.
 * Flow:    store (rows of entries) → here → batch, reads, rebuild.
 * Promise: an entry that was emptied gives no fact; a sealed payload whose key is gone without a covering fact gives
 *          none either, and `doctor --open` says so.
 * Source:  docs/design.md 5 and 6.
 */
import type { Actor, RecordedFact } from '../facts/fact.ts';
import type { CipherKey, Keyring } from '../seal/keys.ts';
import { commitment, leafHash, openPayload } from '../seal/seal.ts';
import { type FoundRow, type Steps, wait } from '../store/query.ts';

export type EntryRow = FoundRow<'entries'>;

interface EntryDocument {
  readonly actor: Actor;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Payload text and salt of a row, or nothing where they are gone. */
export function openEntry(
  row: EntryRow,
  key: CipherKey | undefined,
): { readonly salt: Uint8Array; readonly payload: string } | undefined {
  if (row.payload === null || row.id === null || row.kind === null) return undefined;
  if (row.keyId === null) return row.salt === null ? undefined : { salt: row.salt, payload: utf8.decode(row.payload) };
  if (key === undefined) return undefined;
  return openPayload({ id: row.keyId, key }, { id: row.id, subject: row.subject ?? '', kind: row.kind }, row.payload);
}

interface WrittenEntry {
  readonly id?: string;
  readonly kind?: string;
  readonly at?: string;
  readonly subject?: string;
  readonly n?: number;
  readonly commitment?: string;
}

/** The entry as its bytes say it, where the row beside them says the same. */
function ownEntry(row: EntryRow): WrittenEntry | undefined {
  if (row.entry === null || !Buffer.from(leafHash(row.entry)).equals(row.leafHash)) return undefined;
  const { id = null, kind = null, at = '', subject = null, n = null, ...written } = entryIn(row.entry);
  const isSame = id === row.id && kind === row.kind && subject === row.subject && n === row.n;
  return isSame && Date.parse(at) === row.at ? written : undefined;
}

function entryIn(bytes: Uint8Array): WrittenEntry {
  try {
    return JSON.parse(utf8.decode(bytes)) as WrittenEntry;
  } catch {
    return {};
  }
}

/** Whether the columns of a row say what the bytes that were hashed say. */
export const isAsHashed = (row: EntryRow): boolean => ownEntry(row) !== undefined;

/** What an entry committed to, as its own bytes say it. */
export const committedIn = (row: EntryRow): string | undefined => ownEntry(row)?.commitment;

/** Whether a fact in clear is the one that its entry committed to, in the place that the entry names. */
export function isAsCommitted(row: EntryRow): boolean {
  if (row.payload === null || row.salt === null || row.keyId !== null) return false;
  return committedIn(row) === commitment(row.salt, Buffer.from(row.payload).toString());
}

export function readFact(row: EntryRow, key: CipherKey | undefined): RecordedFact | undefined {
  const opened = openEntry(row, key);
  if (opened === undefined || row.entry === null || row.id === null || row.kind === null || row.at === null)
    return undefined;
  const payload: unknown = JSON.parse(opened.payload);
  const { actor } = JSON.parse(utf8.decode(row.entry)) as EntryDocument;
  const fact = {
    id: row.id,
    kind: row.kind,
    log: row.log,
    index: row.index,
    leafHash: row.leafHash,
    at: row.at,
    actor,
    payload,
    ...(row.subject === null ? {} : { subject: row.subject }),
    ...(row.n === null ? {} : { n: row.n }),
  };
  // What a command decided was typed by its kind, and its bytes are what was committed to: nothing is parsed twice.
  return fact as RecordedFact;
}

export const keyIdsOf = (rows: readonly { readonly keyId: string | null | undefined }[]): readonly string[] => [
  ...new Set(rows.flatMap((row) => (typeof row.keyId === 'string' ? [row.keyId] : []))),
];

/** Facts by id. */
export function* openFacts(keyring: Keyring, rows: readonly EntryRow[]): Steps<ReadonlyMap<string, RecordedFact>> {
  const keys = yield* wait(keyring.forOpening(keyIdsOf(rows)));
  const facts = rows.flatMap((row) => readFact(row, keys.get(row.keyId ?? '')) ?? []);
  return new Map(facts.map((fact) => [fact.id, fact]));
}
