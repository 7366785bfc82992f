/**
 * What may be asked of the log itself: checkpoints, keys, tiles, proofs, and whether it is as it was signed.
 * Flow:    answers, http → here (types) → ledger/prove.ts, which builds it.
 * Promise: nothing here opens a content but `proven`, whose caller may show it.
 * Source:  docs/design.md 5; RFC 9162, C2SP tlog-tiles.
 */
import type { Instant } from '../facts/fact.ts';

export interface EntryCounts {
  /** How many entries stand in that time, those that are erased included. */
  readonly total: number;
  readonly rows: readonly {
    readonly kind: string;
    /** Start of the quarter of an hour in which they were recorded. */
    readonly start: Instant;
    readonly count: number;
  }[];
}

/** An entry held against the newest checkpoint of its log, at the moment it was asked for. */
export interface EntryProof {
  readonly treeSize: number;
  readonly leafHash: Uint8Array;
  /** From the leaf upwards: the hash beside, on which side it stands, and what both make together. */
  readonly steps: readonly { readonly beside: Uint8Array; readonly isLeft: boolean; readonly makes: Uint8Array }[];
  readonly root: Uint8Array;
  /** The signed note. */
  readonly checkpoint: string;
  /** The steps end at the root of the checkpoint. */
  readonly leadsToRoot: boolean;
  /** The note is signed by the key of the log. */
  readonly isSigned: boolean;
  /** The bytes of the entry give its leaf hash and say what stands beside them; absent once erased. */
  readonly isAsHashed?: boolean;
  /** The content with its salt is what the entry committed to; absent where it is not there any more. */
  readonly isAsCommitted?: boolean;
}

/** What a check of the newest part of the ledger found. */
export interface LedgerCheck {
  readonly at: Instant;
  readonly ms: number;
  readonly log: number;
  /** The tree was this large. */
  readonly size: number;
  readonly root: Uint8Array;
  /** From this entry on each one was read and hashed anew; what stands before counts as a whole, by its hashes. */
  readonly from: number;
  readonly checked: number;
  readonly erased: number;
  /** Entries that are not what was recorded, the first few. */
  readonly wrong: readonly number[];
  readonly isRootRight: boolean;
  readonly isSigned: boolean;
  /** What the witness folder says; nothing where no mark is there. */
  readonly witness: { readonly size: number; readonly agrees: boolean } | undefined;
  /** The check before this one, where one was made since the start. */
  readonly since: { readonly at: Instant; readonly size: number; readonly isConsistent: boolean } | undefined;
}

export interface LedgerReader {
  /** The log that is written now; earlier ones are closed. */
  readonly log: number;
  /** The newest checkpoint note of a log. */
  checkpoint(log: number): Promise<string | undefined>;
  /** The note that was signed at this size of the log. */
  checkpointAt(log: number, size: number): Promise<string | undefined>;
  size(log: number): Promise<number>;
  /** The verifier line of the key in force. */
  vkey(log: number): Promise<string | undefined>;
  /** Those before it, the newest first. */
  formerVkeys(log: number): Promise<readonly string[]>;
  inclusion(log: number, index: number, size: number): Promise<readonly Uint8Array[] | undefined>;
  consistency(log: number, from: number, to: number): Promise<readonly Uint8Array[] | undefined>;
  /** Bytes of `tile/<L>/<N>[.p/<W>]`, or nothing. */
  tile(log: number, path: string): Promise<Uint8Array | undefined>;
  /** One fact with everything that proves it, under the newest checkpoint of its log; nothing once erased. */
  proven(id: string): Promise<ProvenFact | undefined>;
  /** One entry held against the newest checkpoint of its log, now. */
  prove(log: number, index: number): Promise<EntryProof | undefined>;
  /** Reads and hashes the newest entries anew; nothing before the first entry. Two at a time are one. */
  check(): Promise<LedgerCheck | undefined>;
  /** What the last check since the start of this process found. */
  lastCheck(): LedgerCheck | undefined;
  /** The signed note `candor-package/v1` over the manifest of a package, one line of canonical JSON. */
  signPackage(manifest: string): string;
  /** A compact JWS over a JSON-LD document, by the key of the log that is written now. */
  signReceipt(document: string): string;
}

/** An entry opened to what it committed to, and its proof. */
export interface ProvenFact {
  readonly index: number;
  /** The canonical bytes that are the leaf. */
  readonly entry: Uint8Array;
  readonly salt: Uint8Array;
  /** Canonical JSON, as it was committed to. */
  readonly payload: string;
  /** From leaf to root. */
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string;
}
