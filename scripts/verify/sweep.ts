/**
 * Answers "is this index inside one of these ranges?" for indexes that only go up, so that a long log needs one pass.
 * Flow:    covers → here → verify-log.
 * Promise: ranges may overlap and come in any order.
 */
import type { Range } from './covers.ts';

type Sweep = (index: number) => boolean;

export function sweepOver(ranges: readonly Range[]): Sweep {
  const ordered = [...ranges].sort((a, b) => a.from - b.from);
  let next = 0;
  let reach = -1;
  return (index) => {
    for (let range = ordered[next]; range !== undefined && range.from <= index; range = ordered[next]) {
      reach = Math.max(reach, range.to);
      next += 1;
    }
    return index <= reach;
  };
}
