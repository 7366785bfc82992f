/**
 * From which moment on the digest of a day is due, in zones whose days have 23 and 25 hours.
 * Source: decision 0134.
 */
import { describe, expect, it } from 'vitest';
import { digestDay } from '../../src/answers/digest/digest.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/vocabulary/instant.ts';

/** How often the day that is due becomes another one, looking every minute, and when. */
function begins(from: string, { hours, timeZone, hour }: { hours: number; timeZone: string; hour: number }) {
  const seen: Record<string, string> = {};
  for (let at = Date.parse(from); at < Date.parse(from) + hours * HOUR_MS; at += MINUTE_MS) {
    const day = digestDay(at, timeZone, hour);
    if (day !== undefined) seen[day] ??= new Date(at).toISOString();
  }
  return seen;
}

describe('the digest of a day', () => {
  it.each([
    {
      what: 'an hour that the clocks leave out has come when they stand behind it',
      ...{ timeZone: 'Europe/Berlin', hour: 2, from: '2026-03-28T23:00:00Z' },
      due: { '2026-03-29': '2026-03-29T01:00:00.000Z' },
    },
    {
      what: 'an hour that comes twice has come the first time',
      ...{ timeZone: 'Europe/Berlin', hour: 2, from: '2026-10-24T22:00:00Z' },
      due: { '2026-10-25': '2026-10-25T00:00:00.000Z' },
    },
    {
      what: 'a later hour of a day of 23 hours is that of the clock on the wall',
      ...{ timeZone: 'Europe/Berlin', hour: 7, from: '2026-03-28T23:00:00Z' },
      due: { '2026-03-29': '2026-03-29T05:00:00.000Z' },
    },
    {
      what: 'a later hour of a day of 25 hours, too',
      ...{ timeZone: 'Europe/Berlin', hour: 7, from: '2026-10-24T22:00:00Z' },
      due: { '2026-10-25': '2026-10-25T06:00:00.000Z' },
    },
    {
      what: 'a day that begins at one',
      ...{ timeZone: 'Asia/Beirut', hour: 0, from: '2026-03-28T22:00:00Z' },
      due: { '2026-03-29': '2026-03-28T22:00:00.000Z' },
    },
    {
      what: 'a zone whose summer time is half an hour',
      ...{ timeZone: 'Australia/Lord_Howe', hour: 7, from: '2026-04-04T13:00:00Z' },
      due: { '2026-04-05': '2026-04-04T20:30:00.000Z' },
    },
    {
      what: 'a late hour far west of UTC',
      ...{ timeZone: 'Pacific/Pago_Pago', hour: 22, from: '2026-11-02T11:00:00Z' },
      due: { '2026-11-02': '2026-11-03T09:00:00.000Z' },
    },
  ])('$what', ({ timeZone, hour, from, due }) => {
    expect(begins(from, { hours: 23, timeZone, hour })).toEqual(due);
  });

  it('is one a day through a year, in every zone with summer time that is tried', () => {
    for (const timeZone of ['Europe/Berlin', 'America/Sao_Paulo', 'Asia/Beirut', 'Africa/Cairo', 'America/Havana']) {
      const days: string[] = [];
      for (let at = Date.parse('2026-01-01T00:00:00Z'); at < Date.parse('2027-01-01T00:00:00Z'); at += 10 * MINUTE_MS) {
        const day = digestDay(at, timeZone, 0);
        if (day !== undefined && (days.at(-1) ?? '') < day) days.push(day);
      }
      expect(new Set(days).size, timeZone).toBe(days.length);
      expect(days.length, timeZone).toBeGreaterThanOrEqual(365);
    }
  });
});
