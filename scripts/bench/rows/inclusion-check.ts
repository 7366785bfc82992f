/**
 * Row: checking one inclusion proof in a tree of 1,000,000 leaves, as the offline verifier does for each entry of a
 * bundle.
 * Flow:    bench → here → verify/merkle.
 * Promise: the proofs are real ones of that tree; every one is checked to be accepted.
 */
import { leafHash, nodeHash, verifyInclusion } from '../../verify/merkle.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { medianOf, quantile, timed } from '../take-turns.ts';

const CHECKS_A_SAMPLE = 20;

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const size = quick ? 10_000 : 1_000_000;
  const levels = wholeTree(size);
  const root = levels.at(-1)?.[0] ?? new Uint8Array(32);
  const samples: number[] = [];
  for (let sample = 0; sample < rounds * 50; sample += 1) {
    const index = Math.floor((size * (sample * 0.618_033_988_7)) % size);
    const leaf = levels[0]?.[index] ?? root;
    const claim = { leafHash: leaf, index, size, root, proof: pathTo(index, levels) };
    const check = (): number => {
      for (let at = 0; at < CHECKS_A_SAMPLE; at += 1)
        if (!verifyInclusion(claim)) throw new Error('a true proof was refused');
      return CHECKS_A_SAMPLE;
    };
    samples.push(await timed(check));
  }
  const [p50, p99] = [medianOf(samples) / 1_000, quantile(samples, 0.99) / 1_000];
  return {
    shown: `p50 ${p50.toFixed(0)} µs, p99 ${p99.toFixed(0)} µs`,
    met: p50 <= 200,
    numbers: { p50Us: p50, p99Us: p99, leaves: size },
  };
}

/** All nodes, level by level; a node without a right neighbour is carried up as it is (RFC 9162 section 2.1.1). */
function wholeTree(size: number): Uint8Array[][] {
  let level = Array.from({ length: size }, (_, at) => leafHash(Buffer.from(String(at))));
  const levels = [level];
  while (level.length > 1) {
    const below = level;
    level = Array.from({ length: Math.ceil(below.length / 2) }, (_, at) => {
      const [left, right] = [below[2 * at], below[2 * at + 1]];
      return left === undefined || right === undefined ? (left ?? new Uint8Array(32)) : nodeHash(left, right);
    });
    levels.push(level);
  }
  return levels;
}

/** The neighbour at every level where there is one. */
function pathTo(index: number, levels: readonly Uint8Array[][]): Uint8Array[] {
  return levels.slice(0, -1).flatMap((level, height) => level[Math.floor(index / 2 ** height) ^ 1] ?? []);
}

export const row: BenchRow = {
  work: 'checking an inclusion proof at 1,000,000 leaves',
  floor: '',
  aim: '≤ 200 µs',
  measure,
};
