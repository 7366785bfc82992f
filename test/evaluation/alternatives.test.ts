/**
 * Where a rule says "or", each alternative alone decides: left out, some case has another answer; taken for granted,
 * some case has another answer, too.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Alternative, type Case, withAlternatives } from '../given/evaluation/alternatives.ts';
import { changesNothing } from '../suites/alternatives/changes-nothing.ts';

describe('every alternative of the rules', () => {
  let found: Awaited<ReturnType<typeof withAlternatives>>;
  /** Which cases ask each alternative at all. */
  const asking = new Map<number, Case[]>();
  beforeAll(async () => {
    found = await withAlternatives('test/suites/alternatives/cases.ts');
    for (const each of found.cases) {
      found.choice.asked.clear();
      try {
        each.run();
      } catch (fault) {
        throw new Error(`“${each.title}” is answered differently as it stands`, { cause: fault });
      }
      for (const number of found.choice.asked) asking.set(number, [...(asking.get(number) ?? []), each]);
    }
  });

  const isNoticed = (number: number, as: boolean): boolean => {
    Object.assign(found.choice, { chosen: number, as });
    try {
      // The last ones were written for an alternative.
      return (asking.get(number) ?? []).toReversed().some((each) => {
        try {
          each.run();
          return false;
        } catch {
          return true;
        }
      });
    } finally {
      found.choice.chosen = -1;
    }
  };
  const named = ({ file, text }: Alternative): string => `${file}: ${text}`;
  const unnoticed = (as: boolean): readonly string[] =>
    [...new Set(found.alternatives.flatMap((each, number) => (isNoticed(number, as) ? [] : [named(each)])))].sort();

  it('is found in the source', () => {
    expect(found.alternatives.length).toBeGreaterThan(100);
    expect(found.alternatives.map(named)).toContain("evaluation/rows/ground.ts: condition === 'a'");
  });

  it('is missed where it is left out, or the reason is written down why not', () => {
    expect(unnoticed(false)).toEqual(Object.keys(changesNothing.leftOut).sort());
  });

  it('is noticed where it always holds, or the reason is written down why not', () => {
    expect(unnoticed(true)).toEqual(Object.keys(changesNothing.alwaysThere).sort());
  });
});
