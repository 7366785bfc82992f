/**
 * The hours within which an authority is told of a breach, as they are worked out by hand.
 * Source: GDPR 33(1); UK GDPR 33(1); docs/law.md 2.6.
 */
import { describe, expect, it } from 'vitest';
import { breachClocks, breachDueAt } from '../../src/law/breach-clocks.ts';

/** The clocks of Berlin went forward, then back, in between; the last one crosses a leap day. */
const worked = [
  ['2027-03-26T16:40:00.000Z', '2027-03-29T16:40:00.000Z'],
  ['2026-10-23T15:10:00.000Z', '2026-10-26T15:10:00.000Z'],
  ['2028-02-27T09:00:00.000Z', '2028-03-01T09:00:00.000Z'],
] as const;
const ends = (noticed: string, regimes: readonly string[]): readonly string[] =>
  breachClocks(Date.parse(noticed), regimes).map(({ dueAt }) => new Date(dueAt).toISOString());

describe('an authority is told of a breach', () => {
  it.each(worked)('noticed at %s by %s, in the EU and in the UK', (noticed, end) => {
    for (const regime of ['EU', 'UK']) expect(ends(noticed, [regime])).toEqual([end]);
    expect(breachDueAt(Date.parse(noticed), ['UK', 'EU'])).toBe(Date.parse(end));
  });

  it('at no hour of ours where a law has none', () => {
    expect(ends(worked[0][0], ['US-CA'])).toEqual([]);
    expect(breachDueAt(Date.parse(worked[0][0]), ['US-CA'])).toBeUndefined();
  });
});
