/**
 * The text of one ledger entry, whose UTF-8 bytes are the leaf.
 * Flow:    ledger/batch → here → leaf hash, entries.
 * Promise: canonical JSON of exactly the members of the design, absent where absent; shorter than 2,048 bytes or
 *          refused.
 * Source:  docs/design.md 5; RFC 8785.
 */
import type { Actor, Instant } from '../facts/fact.ts';
import { canonicalJson } from '../seal/seal.ts';

export interface EntryContent {
  readonly origin: string;
  readonly id: string;
  readonly kind: string;
  readonly at: Instant;
  readonly subject?: string;
  /** The person's own sequence, from 1. */
  readonly n?: number;
  /** Leaf hash of the person's entry before; absent at n = 1. */
  readonly prev?: Uint8Array;
  readonly actor: Actor;
  /** Padded base64 of SHA-256(salt ‖ payload). */
  readonly commitment: string;
}

const MOST_BYTES = 2048;

export function entryText({ origin, id, kind, at, subject, n, prev, actor, commitment }: EntryContent): string {
  if ((subject === undefined) !== (n === undefined)) throw new Error('An entry has a subject and its n, or neither.');
  if ((prev !== undefined) !== (n !== undefined && n > 1))
    throw new Error('An entry names the one before it exactly where n is above 1.');
  // The members in their order of RFC 8785, written one by one: an entry is written for every fact, and they never
  // change.
  const person = subject === undefined ? '' : `,"subject":${quoted(subject)}`;
  const sequence = n === undefined ? '' : `,"n":${counted(n)}`;
  const before = prev === undefined ? '' : `,"prev":"${Buffer.from(prev).toString('base64')}"`;
  const through = actor.through === undefined ? '' : `,"through":${canonicalJson(actor.through)}`;
  const who = `"actor":{"id":${quoted(actor.id)},"role":${quoted(actor.role)}${through}}`;
  const what = `"at":"${new Date(at).toISOString()}","commitment":${quoted(commitment)},"id":${quoted(id)},"kind":${quoted(kind)}`;
  const text = `{${who},${what}${sequence},"origin":${quoted(origin)}${before}${person},"v":1}`;
  if (Buffer.byteLength(text) >= MOST_BYTES)
    throw new Error(`An entry of kind ${kind} would be longer than an entry may be.`);
  return text;
}

/** Through the canonicaliser where a text is not made of plain characters only. */
const quoted = (text: string): string => (/^[\w ./:+=-]*$/.test(text) ? `"${text}"` : canonicalJson(text));
const counted = (n: number): string => canonicalJson(n);
