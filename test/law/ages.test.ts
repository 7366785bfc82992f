import { describe, expect, it } from 'vitest';
import { mayBeUnder, minorAge, optInAges } from '../../src/law/law.ts';

const on = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
const NOW = on('2026-11-23');

describe('from which age a person decides alone', () => {
  it.each([
    ['EU', '2026-11-23', 16],
    ['EU-DE', '2026-11-23', 16],
    ['EU-AT', '2026-11-23', 14],
    ['EU-FR', '2026-11-23', 15],
    ['EU-DK', '2023-12-31', 13],
    ['EU-DK', '2024-01-01', 15],
    ['EU-AT', '2018-05-24', undefined],
    ['UK', '2026-11-23', 13],
    ['US-CA', '2026-11-23', 13],
    ['CA-QC', '2023-09-21', undefined],
    ['CA-QC', '2023-09-22', 14],
    ['IN', '2026-11-23', undefined],
    ['CH', '2026-11-23', undefined],
  ] as const)('%s on %s: %s', (...[regime, day, age]) => {
    expect(minorAge(regime, on(day))).toBe(age);
  });

  it('selling the data of a Californian under 16 needs an own yes, under 13 that of a parent', () => {
    expect(optInAges('US-CA', NOW)).toEqual({ below: 16, parentBelow: 13, bannedBelow: 0 });
    expect(optInAges('US-MD', NOW)).toMatchObject({ below: 18, bannedBelow: 18 });
    expect(optInAges('US-VA', NOW)).toMatchObject({ below: 13, parentBelow: 13 });
    expect(optInAges('EU', NOW)).toBeUndefined();
  });

  it('an age band counts by its youngest, and an unknown age counts as grown up', () => {
    expect([
      mayBeUnder('13-15', 14),
      mayBeUnder('13-15', 13),
      mayBeUnder('16-17', 16),
      mayBeUnder('under-13', 13),
    ]).toEqual([true, false, false, true]);
    expect([mayBeUnder('adult', 18), mayBeUnder(undefined, 18)]).toEqual([false, false]);
  });
});
