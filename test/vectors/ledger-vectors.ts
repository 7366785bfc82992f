/**
 * The frozen bytes of the ledger, typed: entries, leaf hashes, checkpoints, proofs, tiles, a good bundle and nine bad
 * ones.
 */
import { readFileSync } from 'node:fs';

export interface VectorItem {
  log: number;
  index: number;
  entry: string;
  payload: string | null;
  salt: string | null;
  proof: string[];
}

export interface VectorBundle {
  v: number;
  subject: string | null;
  origin: string;
  vkey: string;
  checkpoint: string;
  logs: {
    log: number;
    origin: string;
    vkey: string;
    checkpoint: string;
    keys: (VectorItem & { vkey: string; checkpoint?: string })[];
  }[];
  head: string | null;
  entries: VectorItem[];
  registry: VectorItem[];
}

export interface LedgerVectors {
  origin: string;
  vkey: string;
  privateKeySeed: string;
  facts: { index: number; payload: string; salt: string; entry: string; leafHash: string }[];
  checkpoints: { size: number; root: string; note: string }[];
  inclusion: { index: number; size: number; proof: string[] }[];
  consistency: { from: number; to: number; proof: string[] }[];
  tile: { path: string; sha256: string };
  partialTile: { path: string; sha256: string };
  level1: { path: string; sha256: string };
  bundle: VectorBundle;
  badBundles: { why: string; bundle: VectorBundle }[];
  canonical: { accepted: { json: string; bytes: string }[]; refused: string[] };
}

export const ledgerVectors = JSON.parse(
  readFileSync(new URL('ledger-vectors.json', import.meta.url), 'utf8'),
) as LedgerVectors;

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
