/**
 * Which entries may lawfully be empty: the ranges that erasure and retention facts name.
 * Flow:    proven facts of a bundle, or the facts of a stored log → here → may this entry be empty?
 * Promise: a range counts only where the fact that names it stands in the ledger itself.
 * Source:  docs/design.md 5 and 6 (`person.erased`, `payload.expired`).
 */
import { isCount, isObject, parseStrictJson } from './strict-json.ts';
import { isWrong } from './wrong.ts';

export interface Range {
  readonly log: number;
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

const COVERING_KINDS = ['person.erased', 'payload.expired'];

export const isCoveringKind = (kind: string): boolean => COVERING_KINDS.includes(kind);

/** The ranges in the payload of a covering fact, or undefined where it does not name them as it should. */
export function rangesIn(payload: string): readonly Range[] | undefined {
  const json = parseStrictJson(payload);
  const covers = isWrong(json) || !isObject(json.value) ? undefined : json.value['covers'];
  if (!Array.isArray(covers)) return undefined;
  const ranges = covers.flatMap((cover) =>
    isRange(cover) ? [{ log: cover.log, from: cover.from, to: cover.to }] : [],
  );
  return ranges.length === covers.length ? ranges : undefined;
}

function isRange(value: unknown): value is Range {
  return (
    isObject(value) &&
    isCount(value['log']) &&
    isCount(value['from']) &&
    isCount(value['to']) &&
    value['from'] <= value['to']
  );
}

export function isCovered(ranges: readonly Range[], log: number, index: number): boolean {
  return ranges.some((range) => range.log === log && range.from <= index && index <= range.to);
}
