/**
 * Follows every person's own sequence through the whole ledger: n without a gap, each entry naming the one before it.
 * Flow:    verify-log, entry by entry → here → findings.
 * Promise: a gap inside a living person's sequence is never accepted, whatever a covering fact says about other people.
 * Source:  docs/design.md 5 (`n`, `prev`) and 6.
 */
import { sameBytes } from './bytes.ts';
import type { Entry } from './entry.ts';

interface Newest {
  readonly n: number;
  readonly leafHash: Uint8Array;
}

export interface Sequences {
  readonly people: number;
  follow(entry: Pick<Entry, 'subject' | 'n' | 'prev'>, leafHash: Uint8Array, say: (what: string) => void): void;
}

export function sequences(): Sequences {
  const newest = new Map<string, Newest>();
  return {
    get people() {
      return newest.size;
    },
    follow(entry, leafHash, say) {
      if (entry.subject === undefined || entry.n === undefined) return;
      const before = newest.get(entry.subject);
      const expected = (before?.n ?? 0) + 1;
      if (entry.n !== expected) say(`has n = ${entry.n} where n = ${expected} belongs`);
      else if (before !== undefined && !(entry.prev !== undefined && sameBytes(entry.prev, before.leafHash)))
        say(`names another entry before it than n = ${before.n}`);
      // A copy, because what is given is a part of a whole page.
      newest.set(entry.subject, { n: entry.n, leafHash: Uint8Array.from(leafHash) });
    },
  };
}
