/**
 * How long a consent lives.
 * Source:  ISO 8601.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, spanOf } from '../../src/evaluation/span.ts';

describe('a length of time', () => {
  it.each([
    ['P1Y', { months: 12, days: 0 }],
    ['P10Y', { months: 120, days: 0 }],
    ['P6M', { months: 6, days: 0 }],
    ['P18M', { months: 18, days: 0 }],
    ['P30D', { months: 0, days: 30 }],
    ['P2Y3M4D', { months: 27, days: 4 }],
    ['P1Y5D', { months: 12, days: 5 }],
    ['P0D', { months: 0, days: 0 }],
  ])('%s is years, months and days', (text, span) => {
    expect(spanOf(text)).toEqual(span);
  });

  it.each([
    '',
    'P',
    'P1',
    'PY',
    'P1W',
    'PT1H',
    'P1DT1H',
    'P-1D',
    'P1.5Y',
    'P1D1M',
    'P1YxM',
    '1Y',
    'xP1Y',
    'p1y',
    ' P1Y',
    'P1Y ',
  ])('%j is none, so that nothing is guessed', (text) => {
    expect(spanOf(text)).toBeUndefined();
  });
});

const at = (text: string): number => Date.parse(text);

describe('the end of a length of time', () => {
  it.each([
    ['2026-01-31T10:20:30.456Z', 'P1M', '2026-02-28T10:20:30.456Z'],
    ['2028-01-31T00:00:00.000Z', 'P1M', '2028-02-29T00:00:00.000Z'],
    ['2028-02-29T23:59:59.999Z', 'P1Y', '2029-02-28T23:59:59.999Z'],
    ['2026-10-31T12:00:00.000Z', 'P1M', '2026-11-30T12:00:00.000Z'],
    ['2026-08-31T12:00:00.000Z', 'P4M', '2026-12-31T12:00:00.000Z'],
    ['2026-12-15T00:00:00.000Z', 'P1M', '2027-01-15T00:00:00.000Z'],
    ['2026-11-30T00:00:00.000Z', 'P3M', '2027-02-28T00:00:00.000Z'],
    ['2026-03-15T00:00:00.000Z', 'P2Y3M4D', '2028-06-19T00:00:00.000Z'],
    ['2026-03-28T23:30:00.000Z', 'P2D', '2026-03-30T23:30:00.000Z'],
  ])('%s and %s is %s', (start, span, end) => {
    expect(new Date(endOf(at(start), spanOf(span) ?? { months: 0, days: 0 })).toISOString()).toBe(
      new Date(at(end)).toISOString(),
    );
  });

  it('counted month by month, day by day, is the same, and never a day later', () => {
    const day = fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') });
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(400), (start, months, days) => {
        const from = new Date(start);
        let [year, month] = [from.getUTCFullYear(), from.getUTCMonth()];
        for (let left = months; left > 0; left -= 1) [year, month] = month === 11 ? [year + 1, 0] : [year, month + 1];
        const length = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30];
        const most = [...length, 31, 31, 30, 31, 30, 31][month] as number;
        const onDay = Date.UTC(year, month, Math.min(from.getUTCDate(), most)) + (start % 86_400_000);
        const inDay = start < 0 && start % 86_400_000 !== 0 ? 86_400_000 : 0;
        expect(endOf(start, { months, days })).toBe(onDay + inDay + days * 86_400_000);
      }),
    );
  });
});
