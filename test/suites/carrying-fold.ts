/**
 * A fold carries every member that the next fact does not change.
 * Flow:    test/views → here → fast-check.
 * Promise: over all pairs of kinds, and over made sequences of them, a fact changes only the members that are its own.
 * Source:  docs/design.md 4.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordedFact } from '../../src/facts/fact.ts';

export interface CarryingFold<Row extends object> {
  fold(row: Row | undefined, fact: RecordedFact): Row | undefined;
  /** Each member of the view, with the kinds of facts that may change it. */
  readonly changedBy: { readonly [Member in keyof Required<Row>]: readonly string[] };
  /** Kinds that begin the row anew. */
  readonly begins: readonly string[];
  /** Facts that are folded; every pair of them is tried. */
  readonly facts: readonly RecordedFact[];
  /** A row with every member present. */
  readonly full: Row;
  /** What is known to be lost, until it is mended. */
  readonly lost?: readonly { readonly kind: string; readonly member: keyof Row }[];
}

export function carriesEveryMember<Row extends object>(view: CarryingFold<Row>): void {
  const members = Object.keys(view.changedBy) as (keyof Row)[];
  const losesIt = (kind: string, member: keyof Row) =>
    view.lost?.some((each) => each.kind === kind && each.member === member) === true;
  const carriedBy = (kind: string) =>
    members.filter((member) => !view.changedBy[member].includes(kind) && !losesIt(kind, member));
  const carried = new Map(view.facts.map(({ kind }) => [kind, carriedBy(kind)]));

  const step = (row: Row | undefined, fact: RecordedFact): Row | undefined => {
    const next = view.fold(row, fact);
    if (row === undefined || view.begins.includes(fact.kind)) return next;
    const gone = carried.get(fact.kind)!.filter((member) => !isDeepStrictEqual(next?.[member], row[member]));
    if (gone.length > 0) expect.fail(`${fact.kind} changes ${gone.join(', ')} of ${JSON.stringify(row)}`);
    return next;
  };

  it('the row that the pairs begin with has every member, so that each can be lost', () => {
    expect(members.filter((member) => view.full[member] === undefined)).toEqual([]);
  });

  it('carries every member over each pair of kinds of facts', () => {
    for (const one of view.facts) for (const other of view.facts) step(step(view.full, one), other);
  });

  it('carries every member over any sequence of facts from the very first on', () => {
    const sequence = fc.array(fc.constantFrom(...view.facts), { maxLength: 25 });
    fc.assert(
      fc.property(sequence, (facts) => {
        facts.reduce<Row | undefined>(step, undefined);
      }),
      { numRuns: 200 },
    );
  });

  it('is plain JSON after every fact, so that a stored view is the view that was folded', () => {
    for (const fact of view.facts) {
      const row = view.fold(view.full, fact);
      expect(JSON.parse(JSON.stringify(row))).toEqual(row);
    }
  });
}
