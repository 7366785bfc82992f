/**
 * Facts become entries: sequence, commitment, canonical bytes, leaf hash; later sealed under the person's key.
 * Flow:    batch (decided facts) → here → entries, tree, checkpoint.
 * Promise: `at` never decreases in a log; `n` has no gap; a payload about a person is never written in clear.
 * Source:  docs/design.md 5.
 */

import type { Actor, NewFact, RecordedFact } from '../facts/fact.ts';
import { classOf } from '../facts/facts.ts';
import type { DataKey } from '../seal/keys.ts';
import { canonicalJson, commitment, leafHash, newSalt, sealPayload } from '../seal/seal.ts';
import type { RowOf } from '../store/query.ts';
import { defined } from '../vocabulary/defined.ts';
import { entryText } from './entry.ts';

interface Place {
  readonly log: number;
  readonly index: number;
  readonly origin: string;
  readonly at: number;
  readonly actor: Actor;
  /** The person's newest entry before this one. */
  readonly before?: { readonly n: number; readonly head: Uint8Array };
}

/** A fact with its bytes, not yet sealed. */
export interface Prepared {
  readonly fact: RecordedFact;
  readonly entry: Uint8Array;
  readonly salt: Uint8Array;
  readonly payloadText: string;
  readonly personal: boolean;
}

export function prepare(fact: NewFact, place: Place): Prepared {
  const klass = classOf(fact.kind, fact.subject !== undefined);
  if (klass === undefined) throw new Error(`unknown kind of fact: ${fact.kind}`);
  const salt = newSalt();
  const payloadText = canonicalJson(fact.payload);
  const n = (place.before?.n ?? 0) + 1;
  const chain =
    fact.subject === undefined ? {} : { subject: fact.subject, n, ...defined({ prev: place.before?.head }) };
  const { origin, at, actor, log, index } = place;
  const text = entryText({
    origin,
    id: fact.id,
    kind: fact.kind,
    at,
    actor,
    commitment: commitment(salt, payloadText),
    ...chain,
  });
  const entry = Buffer.from(text);
  const placed = { log, index, leafHash: leafHash(entry), at, actor };
  return {
    fact: fact.subject === undefined ? { ...fact, ...placed } : { ...fact, ...placed, n },
    entry,
    salt,
    payloadText,
    personal: klass === 'person',
  };
}

/** The row as it is stored: sealed where it is about a person. */
export function entryRow(
  { fact, entry, salt, payloadText, personal }: Prepared,
  key: DataKey | undefined,
): RowOf<'entries'> {
  const { log, index, id, kind, at, subject = null, n = null } = fact;
  const row = { log, index, leafHash: fact.leafHash, id, kind, at, subject, n, entry };
  if (!personal) return { ...row, payload: Buffer.from(payloadText), salt, keyId: null };
  if (key === undefined || subject === null) throw new Error('a personal fact needs its person and a key');
  return {
    ...row,
    payload: sealPayload(key, { id, subject, kind }, { salt, payload: payloadText }),
    salt: null,
    keyId: key.id,
  };
}
