import { describe, expect, it } from 'vitest';
import { ageRows } from '../../src/law/ages.ts';
import { mayBeUnder, minorAge, optInAges } from '../../src/law/law.ts';
import { cellsOf } from '../vectors/law-rows.ts';

/**
 * Every age of the law, written down a second time: regime, first day, age of one's own consent to online services, and
 * the age before that day (`-`: no rule).
 */
const consents = `
EU|2018-05-25|16|-
EU-AT|2018-05-25|14|-
EU-BE|2018-09-05|13|16
EU-BG|2019-03-02|14|16
EU-CY|2018-07-31|14|16
EU-CZ|2019-04-24|15|16
EU-DK|2018-05-25|13|-
EU-DK|2024-01-01|15|13
EU-EE|2019-01-15|13|16
EU-ES|2018-12-07|14|16
EU-FI|2019-01-01|13|16
EU-FR|2018-06-22|15|16
EU-GR|2019-08-29|15|16
EU-IT|2018-09-19|14|16
EU-LT|2018-07-16|14|16
EU-LV|2018-07-05|13|16
EU-MT|2018-05-28|13|16
EU-PT|2019-08-09|13|16
EU-SE|2018-05-25|13|-
EU-SI|2023-01-26|15|16
UK|2018-05-25|13|-
US|2000-04-21|13|-
BR|2020-09-18|12|-
CA|2018-05-24|13|-
CA-QC|2023-09-22|14|-
IN|2027-05-13|18|-
`;
/** The same for the sale and sharing of data: below which age it needs an own yes, one of a parent, or is forbidden. */
const optIns = `
US|2000-04-21|13 13 0|-
US-CA|2020-01-01|16 13 0|13 13 0
US-CT|2023-07-01|16 13 0|13 13 0
US-CT|2026-07-01|18 13 18|16 13 0
US-DE|2025-01-01|18 13 0|13 13 0
US-MD|2025-10-01|18 13 18|13 13 0
US-MN|2025-07-31|17 13 0|13 13 0
US-MT|2024-10-01|16 13 0|13 13 0
US-NH|2025-01-01|16 13 0|13 13 0
US-NJ|2025-01-15|17 13 0|13 13 0
US-OR|2024-07-01|16 13 0|13 13 0
US-OR|2026-01-01|16 13 16|16 13 0
`;

const on = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
const NOW = on('2026-11-23');

const lastMomentBefore = (day: string): number => on(day) - 1;

describe('every age of the law', () => {
  it.each(cellsOf(consents))('%s from %s on: %s, and %s before', (...[regime = '', day = '', age, before]) => {
    expect(
      [minorAge(regime, on(day)), minorAge(regime, lastMomentBefore(day))].map((each) => `${each ?? '-'}`),
    ).toEqual([age, before]);
  });

  it.each(cellsOf(optIns))(
    'to sell data in %s from %s on: %s, and %s before',
    (...[regime = '', day = '', ages, before]) => {
      const told = (at: number): string => {
        const found = optInAges(regime, at);
        return found === undefined ? '-' : `${found.below} ${found.parentBelow} ${found.bannedBelow}`;
      };
      expect([told(on(day)), told(lastMomentBefore(day))]).toEqual([ages, before]);
    },
  );

  it('stands in one of these tables, and no other does', () => {
    const written = ageRows.map((rows) =>
      Object.entries(rows).flatMap(([regime, dated]) => dated.map(({ effectiveFrom }) => `${regime} ${effectiveFrom}`)),
    );
    const frozen = [consents, optIns].map((table) => cellsOf(table).map(([regime, day]) => `${regime} ${day}`));
    expect(written.map((rows) => rows.toSorted())).toEqual(frozen.map((rows) => rows.toSorted()));
  });
});

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
