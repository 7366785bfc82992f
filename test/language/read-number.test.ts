import { describe, expect, it } from 'vitest';
import { readNumber } from '../../src/language/read-number.ts';

describe('a number that somebody types', () => {
  it.each([
    ['en', '1860', 1860],
    ['en', '1,860', 1860],
    ['en', '1,860.50', 1860.5],
    ['en', '£1,860', 1860],
    ['en', '1860 EUR', 1860],
    ['en', '2.5', 2.5],
    ['en', '0.125', 0.125],
    ['en', '2,5', 2.5],
    ['en', '0,125', 0.125],
    ['en', '-12', -12],
    ['en', '12 345 678', 12_345_678],
    ['de', '1.860', 1860],
    ['de', '1.860,50 €', 1860.5],
    ['de', '2,5', 2.5],
    ['de', '2.5', 2.5],
    ['de', '0,125', 0.125],
    ['fr', '1 860,50 €', 1860.5],
    ['fr', '1\u202f860', 1860],
    ['es', '1.234.567', 1_234_567],
    ['es', 'EUR 900', 900],
  ])('in %s “%s” is %d', (language, typed, number) => expect(readNumber(language, typed)).toBe(number));

  it.each(['abc', '', '12 or 13', '1.2.3', '1,2,3.4', '1e9', '0x10', 'NaN', '--5', '12 months'])(
    '“%s” is none',
    (typed) => {
      expect(readNumber('en', typed)).toBeUndefined();
      expect(readNumber('de', typed)).toBeUndefined();
    },
  );
});
