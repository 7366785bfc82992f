/**
 * Picks the facts of one kind, so that their payload is known.
 * Flow:    opened facts, looked up by their ids → here → answers, replies.
 * Promise: a fact of another kind than the one that was looked for is left out like one that is missing.
 * Source:  docs/design.md 5.
 */
import type { Payload, RecordedFact } from '../facts/fact.ts';
import type { FactKind, PayloadOf } from '../facts/facts.ts';

export const isOfKind =
  <K extends FactKind>(kind: K) =>
  (fact: RecordedFact): fact is Extract<RecordedFact, { readonly kind: K }> =>
    fact.kind === kind;

export function ofKind<K extends FactKind>(kind: K, fact: RecordedFact | undefined) {
  return fact !== undefined && isOfKind(kind)(fact) ? fact : undefined;
}

/** What an entry of a chain says, where it is of that kind and still has its content. */
export function payloadOfKind<K extends FactKind>(
  kind: K,
  entry: { readonly kind?: string; readonly payload?: Payload },
): PayloadOf<K> | undefined {
  // What a command decided was typed by its kind, and its bytes are what was committed to: nothing is parsed twice.
  return entry.kind === kind ? (entry.payload as PayloadOf<K> | undefined) : undefined;
}
