/**
 * Inclusion and consistency proofs from stored tiles: which nodes a proof needs, then their tiles in one read, then the
 * hashes.
 * Flow:    index and size → here (nodes → tiles of a TileSource → hashes) → answers, evidence, HTTP.
 * Promise: proofs are exactly those of the RFC; where none exists (index outside, size 0, from above to) there is none
 *          here.
 * Source:  RFC 9162 sections 2.1.3.1 and 2.1.4.1; decision 0002 for sizes of 0.
 */
import { nodeHash } from '../seal/seal.ts';
import { type LoadedTiles, loadTiles, type Node } from './loaded-tiles.ts';
import type { TileSource } from './tiles.ts';

/** Leaves `from` up to but not including `to`: one hash of a proof. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export async function inclusionProof(
  source: TileSource,
  index: number,
  size: number,
): Promise<readonly Uint8Array[] | undefined> {
  return (await inclusionProofs(source, [index], size))?.[0];
}

/** Proofs of many entries at one tree size, for two reads of the store in all. */
export async function inclusionProofs(
  source: TileSource,
  indexes: readonly number[],
  size: number,
): Promise<readonly (readonly Uint8Array[])[] | undefined> {
  if (!isCount(size) || !indexes.every((index) => isCount(index) && index < size)) return undefined;
  const plans = indexes.map((index) => pathOf(index, size));
  const tiles = await loadTiles(source, plans.flat().flatMap(nodesOf), size);
  return plans.map((plan) => hashesOf(plan, tiles));
}

/** The root that the stored tiles have at a size. */
export async function rootAt(source: TileSource, size: number): Promise<Uint8Array | undefined> {
  if (!isCount(size) || size === 0) return undefined;
  const plan = [{ from: 0, to: size }];
  return hashesOf(plan, await loadTiles(source, plan.flatMap(nodesOf), size))[0];
}

export async function consistencyProof(
  source: TileSource,
  from: number,
  to: number,
): Promise<readonly Uint8Array[] | undefined> {
  if (!isCount(from) || !isCount(to) || from === 0 || from > to) return undefined;
  const plan = subproofOf(from, to);
  return hashesOf(plan, await loadTiles(source, plan.flatMap(nodesOf), to));
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** PATH(m, D[n]): the other half at every turn on the way to the leaf, lowest first. */
function pathOf(index: number, size: number): readonly Span[] {
  const path: Span[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    path.push(index < middle ? { from: middle, to } : { from, to: middle });
    [from, to] = index < middle ? [from, middle] : [middle, to];
  }
  return path.reverse();
}

/** SUBPROOF(m, D[n], true): the same walk to the edge of the older tree, whose own root need not be told. */
function subproofOf(older: number, newer: number): readonly Span[] {
  const path: Span[] = [];
  let [from, to] = [0, newer];
  while (older < to) {
    const middle = from + largestPowerBelow(to - from);
    path.push(older <= middle ? { from: middle, to } : { from, to: middle });
    [from, to] = older <= middle ? [from, middle] : [middle, to];
  }
  if (from > 0) path.push({ from, to });
  return path.reverse();
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** The perfect subtrees of a span, largest first, as the RFC splits it. */
function nodesOf({ from, to }: Span): readonly Node[] {
  const nodes: Node[] = [];
  for (let start = from; start < to; ) {
    let height = 0;
    while (start + 2 ** (height + 1) <= to && start % 2 ** (height + 1) === 0) height += 1;
    nodes.push({ height, index: start / 2 ** height });
    start += 2 ** height;
  }
  return nodes;
}

const hashesOf = (plan: readonly Span[], tiles: LoadedTiles): readonly Uint8Array[] =>
  plan.map((span) =>
    nodesOf(span)
      .map((node) => tiles.hashOf(node))
      .reduceRight((right, left) => nodeHash(left, right)),
  );
