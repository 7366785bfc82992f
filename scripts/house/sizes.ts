/**
 * How many files and lines each room has, and how long files are.
 * Flow:    sources.ts → here → house-figures.
 * Promise: a file of n lines counts n, whatever stands on them.
 */
import type { Checkout, Source } from './sources.ts';

interface Size {
  readonly files: number;
  readonly lines: number;
}
interface Lengths {
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
  readonly longestPath: string;
}

const linesOf = ({ text }: Source): number => text.split('\n').length - 1;

export function sizesOf({ house, tests }: Checkout): ReadonlyMap<string, Size> {
  const rooms = Map.groupBy([...house, ...tests], ({ room }) => room);
  return new Map(
    [...rooms]
      .map(([room, sources]): [string, Size] => [room, { files: sources.length, lines: total(sources) }])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const total = (sources: readonly Source[]): number => sources.reduce((sum, source) => sum + linesOf(source), 0);

/** `src`, `schema`, `openapi`, `scripts` and `test`, each as a whole. */
export function lengthsOf({ house, tests }: Checkout): ReadonlyMap<string, Lengths> {
  const wholes = Map.groupBy([...house, ...tests], ({ path }) => path.split('/')[0] ?? '');
  return new Map([...wholes].map(([whole, sources]) => [whole, lengths(sources)]));
}

function lengths(sources: readonly Source[]): Lengths {
  const ordered = [...sources].sort((one, other) => linesOf(one) - linesOf(other));
  const at = (share: number): number => {
    const source = ordered[Math.floor((ordered.length - 1) * share)];
    return source === undefined ? 0 : linesOf(source);
  };
  return { median: at(0.5), p90: at(0.9), longest: at(1), longestPath: ordered.at(-1)?.path ?? '' };
}
