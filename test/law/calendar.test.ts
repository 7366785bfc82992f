import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUS_DAYS,
  CAL_DAYS,
  EU_MONTHS,
  endOfDay,
  HOURS,
  isWorkingDay,
  localDay,
  MIN_MONTHS,
  UK_MONTHS,
} from '../../src/law/calendar.ts';
import { holidaysOf } from '../../src/law/holidays.ts';
import { nextWorking, sameDayLater, walk, workingDaysLater } from '../given/law/naive-days.ts';

const DE = holidaysOf('DE');
const GB = holidaysOf('GB-EAW');
const US = holidaysOf('US');
const ZONES = [
  'Europe/Berlin',
  'America/Los_Angeles',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/Santiago',
  'Pacific/Apia',
  'UTC',
];

describe('one month in Europe is one calendar month, moved past weekends and German holidays', () => {
  it.each([
    ['2026-03-05', '2026-04-07', '2026-06-05'],
    ['2026-08-31', '2026-09-30', '2026-11-30'],
    ['2026-11-25', '2026-12-28', '2027-02-25'],
    ['2026-11-30', '2026-12-30', '2027-03-01'],
    ['2026-12-01', '2027-01-04', '2027-03-01'],
    ['2027-01-31', '2027-03-01', '2027-04-30'],
    ['2027-02-26', '2027-03-30', '2027-05-26'],
    ['2027-05-31', '2027-06-30', '2027-08-31'],
    ['2028-01-29', '2028-02-29', '2028-05-02'],
    ['2028-01-31', '2028-02-29', '2028-05-02'],
    ['2028-02-29', '2028-03-29', '2028-05-29'],
    ['2027-01-01', '2027-02-01', '2027-04-01'],
  ])('received %s: due %s, at the latest %s when extended', (received, due, extended) => {
    expect([EU_MONTHS(received, 1, DE), EU_MONTHS(received, 3, DE)]).toEqual([due, extended]);
  });

  it('guidelines 01/2022: 5 March gives 5 April where that is a working day, 31 August gives 30 September', () => {
    expect([EU_MONTHS('2024-03-05', 1, DE), EU_MONTHS('2026-08-31', 1, DE)]).toEqual(['2024-04-05', '2026-09-30']);
  });
});

describe('one month in the United Kingdom runs from the relevant time, past English and Welsh bank holidays', () => {
  it.each([
    ['2024-11-25', '2024-12-27', '2025-02-25'],
    ['2026-01-01', '2026-02-02', '2026-04-01'],
    ['2026-07-31', '2026-09-01', '2026-11-02'],
    ['2026-09-03', '2026-10-05', '2026-12-03'],
    ['2026-11-25', '2026-12-29', '2027-02-25'],
    ['2027-01-31', '2027-03-01', '2027-04-30'],
    ['2027-11-27', '2027-12-29', '2028-02-28'],
    ['2028-01-31', '2028-02-29', '2028-05-02'],
    ['2027-02-22', '2027-03-22', '2027-05-24'],
  ])('relevant time %s: due %s, at the latest %s when extended', (relevant, due, extended) => {
    expect([UK_MONTHS(relevant, 1, GB), UK_MONTHS(relevant, 3, GB)]).toEqual([due, extended]);
  });
});

describe('California counts business days past federal holidays, and calendar days past nothing', () => {
  it.each([
    ['2026-11-13', '2026-11-30', '2026-12-07', '2026-12-28', '2027-02-11'],
    ['2026-11-16', '2026-12-01', '2026-12-08', '2026-12-31', '2027-02-14'],
    ['2026-12-31', '2027-01-15', '2027-01-25', '2027-02-14', '2027-03-31'],
    ['2027-01-15', '2027-02-01', '2027-02-08', '2027-03-01', '2027-04-15'],
    ['2027-02-14', '2027-03-01', '2027-03-08', '2027-03-31', '2027-05-15'],
    ['2027-12-17', '2028-01-04', '2028-01-11', '2028-01-31', '2028-03-16'],
    ['2028-01-17', '2028-01-31', '2028-02-07', '2028-03-02', '2028-04-16'],
    ['2028-02-15', '2028-03-01', '2028-03-08', '2028-03-31', '2028-05-15'],
    ['2027-01-14', '2027-01-29', '2027-02-05', '2027-02-28', '2027-04-14'],
  ])('received %s: acknowledged by %s, opt-out done by %s, answered by %s, at the latest %s', (received, ...days) => {
    expect([
      BUS_DAYS(received, 10, US),
      BUS_DAYS(received, 15, US),
      CAL_DAYS(received, 45),
      CAL_DAYS(received, 90),
    ]).toEqual(days);
  });
});

describe('the other clocks of docs/law.md 2.6', () => {
  const four = ['2026-12-01', '2027-01-31', '2028-01-15', '2027-11-10'];
  it.each([
    [45, four, ['2027-01-15', '2027-03-17', '2028-02-29', '2027-12-25']],
    [90, four, ['2027-03-01', '2027-05-01', '2028-04-14', '2028-02-08']],
    [135, four, ['2027-04-15', '2027-06-15', '2028-05-29', '2028-03-24']],
    [60, four, ['2027-01-30', '2027-04-01', '2028-03-15', '2028-01-09']],
    [105, four, ['2027-03-16', '2027-05-16', '2028-04-29', '2028-02-23']],
    [
      30,
      ['2027-01-01', '2027-01-31', '2028-01-31', '2027-12-15'],
      ['2027-01-31', '2027-03-02', '2028-03-01', '2028-01-14'],
    ],
    [
      15,
      ['2026-12-20', '2027-02-20', '2028-02-20', '2027-04-30'],
      ['2027-01-04', '2027-03-07', '2028-03-06', '2027-05-15'],
    ],
    [
      30,
      ['2027-01-31', '2028-01-31', '2026-12-02', '2027-03-01'],
      ['2027-03-02', '2028-03-01', '2027-01-01', '2027-03-31'],
    ],
    [29, ['2027-03-01'], ['2027-03-30']],
  ])('%i calendar days from %j end on %j', (days, starts, ends) => {
    expect(starts.map((start) => CAL_DAYS(start, days))).toEqual(ends);
  });

  it.each([
    ['2027-03-26T16:40:00.000Z', '2027-03-29T16:40:00.000Z', '2027-03-29T18:40'],
    ['2026-10-23T15:10:00.000Z', '2026-10-26T15:10:00.000Z', '2026-10-26T16:10'],
    ['2028-02-27T09:00:00.000Z', '2028-03-01T09:00:00.000Z', '2028-03-01T10:00'],
  ])('72 hours after %s is %s, whatever the clocks on the wall do', (start, end, wall) => {
    const due = HOURS(Date.parse(start), 72);
    expect(new Date(due).toISOString()).toBe(end);
    const local = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(due);
    expect(local.replace(' ', 'T')).toBe(wall);
  });

  it.each([
    [12, '2026-11-23', '2027-11-23'],
    [12, '2027-03-10', '2028-03-10'],
    [12, '2028-02-29', '2029-03-01'],
    [12, '2027-01-31', '2028-01-31'],
    [24, '2026-11-23', '2028-11-23'],
    [24, '2027-12-31', '2029-12-31'],
    [24, '2028-02-29', '2030-03-01'],
    [24, '2026-02-28', '2028-02-28'],
  ])('a minimum of %i months from %s is over on %s', (months, start, end) => {
    expect(MIN_MONTHS(start, months)).toBe(end);
  });
});

describe('which day it is depends on the place', () => {
  it('half past eleven at night in London is already the next year in Berlin', () => {
    expect(localDay(Date.parse('2026-12-31T23:30:00.000Z'), 'Europe/Berlin')).toBe('2027-01-01');
  });
  it('half past five in the morning in London is still yesterday in Los Angeles', () => {
    expect(localDay(Date.parse('2027-01-15T05:30:00.000Z'), 'America/Los_Angeles')).toBe('2027-01-14');
  });
  it('a day lasts until its last millisecond where people live', () => {
    expect(new Date(endOfDay('2027-03-28', 'Europe/Berlin')).toISOString()).toBe('2027-03-28T21:59:59.999Z');
    expect(new Date(endOfDay('2026-12-28', 'Europe/Berlin')).toISOString()).toBe('2026-12-28T22:59:59.999Z');
    expect(new Date(endOfDay('2026-11-23', 'America/Los_Angeles')).toISOString()).toBe('2026-11-24T07:59:59.999Z');
  });
});

const days = fc.integer({ min: 0, max: 365 * 6 }).map((offset) => walk('2024-01-01', offset));
const sets = fc.constantFrom(DE, GB, US, new Set<string>());

describe('for every day of six years', () => {
  it('months agree with somebody who walks from day to day', () => {
    fc.assert(
      fc.property(days, sets, fc.integer({ min: 1, max: 6 }), (day, holidays, months) => {
        expect(EU_MONTHS(day, months, holidays)).toBe(nextWorking(sameDayLater(day, months), holidays));
      }),
    );
  });

  it('working days and calendar days agree with somebody who walks from day to day', () => {
    fc.assert(
      fc.property(days, sets, fc.integer({ min: 1, max: 30 }), (day, holidays, count) => {
        expect(BUS_DAYS(day, count, holidays)).toBe(workingDaysLater(day, count, holidays));
        expect(CAL_DAYS(day, count)).toBe(walk(day, count));
      }),
    );
  });

  it('a deadline is never before its start, never earlier with holidays than without, and never ends on a free day', () => {
    fc.assert(
      fc.property(days, sets, fc.integer({ min: 1, max: 3 }), (day, holidays, months) => {
        const due = EU_MONTHS(day, months, holidays);
        expect(due > day).toBe(true);
        expect(due >= EU_MONTHS(day, months, new Set())).toBe(true);
        expect(due >= sameDayLater(day, months)).toBe(true);
        expect(isWorkingDay(due, holidays)).toBe(true);
        expect(BUS_DAYS(day, months, holidays) >= BUS_DAYS(day, months, new Set())).toBe(true);
      }),
    );
  });

  it('a later start never gives an earlier deadline', () => {
    fc.assert(
      fc.property(days, sets, (day, holidays) => {
        const next = walk(day, 1);
        expect(EU_MONTHS(next, 1, holidays) >= EU_MONTHS(day, 1, holidays)).toBe(true);
        expect(BUS_DAYS(next, 15, holidays) >= BUS_DAYS(day, 15, holidays)).toBe(true);
      }),
    );
  });

  it('a minimum period never ends early: at the end of a month it goes on to the first', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 36 }), (day, months) => {
        const clipped = sameDayLater(day, months);
        const end = MIN_MONTHS(day, months);
        expect(end).toBe(clipped.slice(8) === day.slice(8) ? clipped : walk(clipped, 1));
      }),
    );
  });

  it('an instant lies inside its own local day in every zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }),
        fc.constantFrom(...ZONES),
        (instant, zone) => {
          const day = localDay(instant, zone);
          expect(endOfDay(day, zone)).toBeGreaterThanOrEqual(instant);
          expect(endOfDay(walk(day, -1), zone)).toBeLessThan(instant);
        },
      ),
    );
  });
});
