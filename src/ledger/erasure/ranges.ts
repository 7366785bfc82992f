/**
 * A person's places in the ledger as inclusive ranges, and these in parts that fit one fact.
 * Flow:    places of entries → here → `person.erased`, `covered`, the certificate.
 * Promise: a range holds entries of this person only.
 */
export interface Place {
  readonly log: number;
  readonly index: number;
}
export interface Range {
  readonly log: number;
  readonly from: number;
  readonly to: number;
}

export const RANGES_PER_FACT = 2000;

/** Of places in order. */
export function rangesOf(places: readonly Place[]): readonly Range[] {
  const ranges: { log: number; from: number; to: number }[] = [];
  for (const { log, index } of places) {
    const last = ranges.at(-1);
    if (last?.log === log && last.to === index - 1) last.to = index;
    else ranges.push({ log, from: index, to: index });
  }
  return ranges;
}

export function partsOf(ranges: readonly Range[]): readonly (readonly Range[])[] {
  const parts: (readonly Range[])[] = [];
  for (let from = 0; from < ranges.length; from += RANGES_PER_FACT)
    parts.push(ranges.slice(from, from + RANGES_PER_FACT));
  return parts;
}

export const countOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
