/**
 * A row that is not as it was written: the fault that refuses, and the list of those that were met.
 * Flow:    fit, registry-memory, watch → here → house (status, metrics, log), the console.
 * Promise: named by table and by the pseudonym or the keyed hash of the row, never by an identifier; the list is
 *          bounded, the count is not.
 * Source:  decision 0049.
 */
import { Unavailable } from '../../store/store.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';

const MOST_NAMED = 100;

/** Nothing is permitted or recorded on the strength of such a row. */
export class Unfit extends Unavailable {
  constructor() {
    super('state-does-not-fit');
  }
}

/** Where somebody is one of many, so that the others go on. */
export function refusingUnfit<T>(decide: () => T): T | Problem {
  try {
    return decide();
  } catch (fault) {
    if (fault instanceof Unfit) return problem('state-does-not-fit');
    throw fault;
  }
}

interface UnfitRow {
  readonly table: string;
  /** The pseudonym, the keyed hash or the number that it is found under. */
  readonly key: string;
}

export interface UnfitReport {
  /** Refusals and findings so far. */
  readonly count: number;
  /** The rows, first met first. */
  rows(): readonly UnfitRow[];
  note(row: UnfitRow): void;
  /** Told of each row once. */
  listen(hear: (row: UnfitRow) => void): void;
}

export function unfitReport(): UnfitReport {
  const rows = new Map<string, UnfitRow>();
  const listeners: ((row: UnfitRow) => void)[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    rows: () => [...rows.values()],
    note(row) {
      count += 1;
      const name = `${row.table} ${row.key}`;
      if (rows.has(name) || rows.size >= MOST_NAMED) return;
      rows.set(name, row);
      for (const hear of listeners) hear(row);
    },
    listen: (hear) => void listeners.push(hear),
  };
}
