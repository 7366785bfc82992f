/**
 * Proves one entry of a bundle: the bytes are an entry of this log, they stand in the signed tree, the content fits.
 * Flow:    bundle → here (entry, merkle) → verify-bundle, key-chain.
 * Promise: each of the three fails by its own place: `.entry`, `.proof`, `.payload`.
 * Source:  docs/design.md 5; RFC 9162 section 2.1.3.2.
 */
import type { Item } from './bundle.ts';
import { utf8 } from './bytes.ts';
import type { Checkpoint } from './checkpoint.ts';
import { type Entry, opensCommitment, parseEntry } from './entry.ts';
import { leafHash, verifyInclusion } from './merkle.ts';
import { type Findings, isWrong } from './wrong.ts';

export interface Proven<I extends Item = Item> {
  readonly item: I;
  readonly entry: Entry;
  readonly leafHash: Uint8Array;
}

export function proveItem<I extends Item>(
  item: I,
  checkpoint: Checkpoint | undefined,
  findings: Findings,
): Proven<I> | undefined {
  const entry = parseEntry(item.entry);
  if (isWrong(entry)) {
    findings.add(`${item.place}.entry`, entry.wrong);
    return undefined;
  }
  const proven = { item, entry, leafHash: leafHash(item.entry) };
  if (checkpoint !== undefined) checkPlaceInTree(proven, checkpoint, findings);
  checkContent(proven, findings);
  return proven;
}

function checkPlaceInTree(
  { item, entry, leafHash }: Proven,
  { origin, size, root }: Checkpoint,
  findings: Findings,
): void {
  if (entry.origin !== origin) findings.add(`${item.place}.entry`, 'belongs to another log');
  const claim = { leafHash, index: item.index, size, root, proof: item.proof };
  if (!verifyInclusion(claim))
    findings.add(
      `${item.place}.proof`,
      `does not lead from these bytes at index ${item.index} to the root of the signed tree`,
    );
}

function checkContent({ item, entry }: Proven, findings: Findings): void {
  const { payload, salt, place } = item;
  if ((payload === null) !== (salt === null))
    findings.add(`${place}.payload`, 'and its salt must be there together or be left out together');
  if (payload === null || salt === null) return;
  if (!payload.isWellFormed()) findings.add(`${place}.payload`, 'holds half of a character (a lone surrogate)');
  else if (!opensCommitment(entry, salt, utf8(payload)))
    findings.add(`${place}.payload`, 'with its salt is not what the entry committed to');
}
