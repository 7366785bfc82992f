/**
 * Entries that a fact covers, as inclusive ranges, and these in parts that fit one fact each.
 * Flow:    places of entries → here → `person.erased`, `payload.expired`, `covered`, the certificate.
 * Promise: a range holds only places that were given; whatever a fact covers is in `covered` with the same fact.
 * Source:  docs/design.md 4 and 6.
 */
import type { PersonErased } from '../../facts/erasure.ts';
import type { NewFact } from '../../facts/fact.ts';
import { newId } from '../../seal/seal.ts';
import { put, type Steps } from '../../store/query.ts';
import type { Placed } from '../../vocabulary/place.ts';

export type CoveredRange = Readonly<PersonErased['covers'][number]>;

const RANGES_PER_FACT = 2000;

/** Of places in order. */
export function toRanges(places: readonly Placed[]): readonly CoveredRange[] {
  const ranges: { log: number; from: number; to: number }[] = [];
  for (const { log, index } of places) {
    const last = ranges.at(-1);
    if (last?.log === log && last.to === index - 1) last.to = index;
    else ranges.push({ log, from: index, to: index });
  }
  return ranges;
}

export function splitForFacts(ranges: readonly CoveredRange[]): readonly (readonly CoveredRange[])[] {
  const parts: (readonly CoveredRange[])[] = [];
  for (let from = 0; from < ranges.length; from += RANGES_PER_FACT)
    parts.push(ranges.slice(from, from + RANGES_PER_FACT));
  return parts;
}

export const countEntries = (ranges: readonly CoveredRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** What one fact covers, with the id of that fact. */
interface CoveringPart {
  readonly id: string;
  readonly covers: readonly CoveredRange[];
}

/** Parts with the ids that were planned for them; a part that no plan foresaw gets an id of its own, never none. */
export const withIds = (
  parts: readonly (readonly CoveredRange[])[],
  planned: readonly string[] = [],
): readonly CoveringPart[] => parts.map((covers, i) => ({ id: planned[i] ?? newId('fact'), covers }));

/** One fact a part. */
export function coveringFactsOf(
  kind: 'person.erased' | 'payload.expired',
  parts: readonly CoveringPart[],
): readonly NewFact[] {
  const count = countEntries(parts.flatMap(({ covers }) => covers));
  return parts.map(({ id, covers }, i) => ({
    id,
    kind,
    payload: { v: 1, covers, count, part: i + 1, parts: parts.length },
  }));
}

/** What lets the triggers empty these entries, in the commit of the facts. */
export function* putCovered(what: 'erased' | 'expired', parts: readonly CoveringPart[]): Steps<void> {
  for (const { id: fact, covers } of parts)
    yield* put(
      'covered',
      covers.map((range) => ({ ...range, fact, what })),
    );
}
