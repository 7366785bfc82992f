import { describe, expect, it } from 'vitest';
import { files } from '../../scripts/holidays/sets.ts';
import { holidayLines, textOf } from '../../scripts/holidays/text.ts';
import { clockFor } from '../../src/law/clock.ts';
import { holidaySetNames, holidaysFor, holidaysOf } from '../../src/law/holidays.ts';
import { packageDays } from '../given/law/package-days.ts';

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032];

describe('the holiday lists are what others have found, too', () => {
  it.each(holidaySetNames)('%s, 2024 to 2032, beside the package date-holidays', (name) => {
    expect([...holidaysOf(name)]).toEqual(YEARS.flatMap((year) => packageDays(name, year)));
  });

  it.each([
    ['DE', '2026-04-03 2026-05-25 2027-03-29 2028-06-05'],
    ['DE-BY', '2026-01-06 2026-06-04'],
    ['DE-SN', '2026-11-18'],
    ['AT', '2026-10-26 2026-12-08'],
    ['FR', '2026-07-14 2026-11-11'],
    ['IE', '2026-02-02 2026-03-17 2026-06-01 2026-10-26'],
    ['PL', '2026-06-04 2026-11-11 2026-12-24'],
    ['GB-SCT', '2026-01-02 2026-08-03 2026-11-30 2026-12-28'],
    ['GB-NIR', '2026-03-17 2026-07-13 2026-12-28'],
    ['CA-QC', '2026-05-18 2026-06-24 2026-10-12'],
    ['BR', '2026-04-21 2026-09-07 2026-11-20'],
    ['US-CA', '2026-03-31 2026-11-27 2028-11-10'],
  ] as const)('%s has days that everybody there knows: %s', (name, days) => {
    for (const day of days.split(' ')) expect(holidaysOf(name).has(day), day).toBe(true);
  });

  it('Scotland works on Easter Monday, California on Columbus Day, Germany on 6 January', () => {
    expect(holidaysOf('GB-SCT').has('2026-04-06')).toBe(false);
    expect(holidaysOf('US-CA').has('2026-10-12')).toBe(false);
    expect(holidaysOf('DE').has('2026-01-06')).toBe(false);
  });
});

describe('a snapshot changes only where somebody has looked', () => {
  const { britain = {} } = files;
  const another = holidayLines(britain, undefined, () => '07-07');

  it('what stands is what the rules give today', () => {
    const lines = Object.values(files).flatMap((sets) => holidayLines(sets));
    expect(lines.filter(({ stands, given }) => stands !== given)).toEqual([]);
    expect(lines).toHaveLength(holidaySetNames.length * YEARS.length);
  });

  it('a rule that gives other days moves no line that stands', () => {
    expect(textOf('britain', another)).toBe(textOf('britain', holidayLines(britain)));
  });

  it('a set that is named is written anew, and no other', () => {
    const text = textOf('britain', another, ['GB-SCT']);
    expect(text.match(/: '07-07'/g)).toHaveLength(YEARS.length);
    expect(text).toContain("2026: '01-01 04-03 04-06 05-04");
  });

  it('a year that has no line yet gets one', () => {
    const lines = holidayLines(
      britain,
      () => undefined,
      () => '08-08',
    );
    expect(textOf('britain', lines).match(/: '08-08'/g)).toHaveLength(3 * YEARS.length);
  });
});

describe('which holidays count', () => {
  it('a regime takes the set of its own body of law, and weekends alone where none is named', () => {
    expect(holidaysFor('EU-DE', ['DE', 'US']).has('2025-10-03')).toBe(true);
    expect(holidaysFor('US-CA', ['DE', 'US']).has('2026-11-26')).toBe(true);
    expect(holidaysFor('UK', ['DE', 'US']).size).toBe(0);
    expect(holidaysFor('EU', []).size).toBe(0);
  });

  it('in the Union the place of the company counts, and of several places that of the person, else the first', () => {
    expect(holidaysFor('EU-FR', ['DE-BY'])).toBe(holidaysOf('DE-BY'));
    expect(holidaysFor('EU-AT', ['DE-BY', 'AT'])).toBe(holidaysOf('AT'));
    expect(holidaysFor('EU-FR', ['DE-BY', 'AT'])).toBe(holidaysOf('DE-BY'));
    expect(holidaysFor('EU', ['GB-SCT', 'IE', 'DE'])).toBe(holidaysOf('IE'));
  });

  it('a state or a province has its own, and lends them to no other', () => {
    expect(holidaysFor('US-CA', ['US', 'US-CA'])).toBe(holidaysOf('US-CA'));
    expect(holidaysFor('US-TX', ['US-CA', 'US'])).toBe(holidaysOf('US'));
    expect(holidaysFor('US-TX', ['US-CA']).size).toBe(0);
    expect(holidaysFor('CA-QC', ['CA']).size).toBe(0);
    expect(holidaysFor('UK', ['GB-SCT', 'GB-EAW'])).toBe(holidaysOf('GB-SCT'));
  });
});

describe('a last day moves past the holidays of the place', () => {
  const dueDate = (regime: string, holidays: readonly string[], day: string): string =>
    clockFor(
      { kind: 'access', regimes: [regime], receivedAt: Date.parse(`${day}T10:00:00.000Z`) },
      { timeZone: 'UTC', holidays },
    ).dueDate;

  it.each([
    ['EU', 'DE', '2027-04-27', '2027-05-27'],
    ['EU', 'DE-HE', '2027-04-27', '2027-05-28'],
    ['EU', 'DE-SN', '2026-10-18', '2026-11-19'],
    ['EU', 'AT', '2026-09-26', '2026-10-27'],
    ['EU', 'FR', '2027-06-14', '2027-07-15'],
    ['EU', 'IE', '2027-02-17', '2027-03-18'],
    ['EU', 'PL', '2027-10-11', '2027-11-12'],
    ['EU', 'NL', '2028-03-27', '2028-04-28'],
    ['UK', 'GB-EAW', '2026-10-30', '2026-11-30'],
    ['UK', 'GB-SCT', '2026-10-30', '2026-12-01'],
    ['UK', 'GB-NIR', '2027-06-12', '2027-07-13'],
    ['BR', 'BR', '2026-11-05', '2026-11-20'],
    ['CA-QC', 'CA-QC', '2026-05-25', '2026-06-24'],
  ])('%s with %s: asked on %s, due on %s', (regime, set, ...[day, due]) => {
    expect(dueDate(regime, [set], day)).toBe(due);
  });

  it('California acknowledges within ten working days, by the calendar that is named', () => {
    const ack = (holidays: readonly string[]): number | undefined =>
      clockFor(
        { kind: 'access', regimes: ['US-CA'], receivedAt: Date.parse('2026-11-13T20:00:00.000Z') },
        { timeZone: 'America/Los_Angeles', holidays },
      ).ackDueAt;
    expect(new Date(ack(['US']) ?? 0).toISOString()).toBe('2026-12-01T07:59:59.999Z');
    expect(new Date(ack(['US-CA']) ?? 0).toISOString()).toBe('2026-12-02T07:59:59.999Z');
  });
});
