import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/seal/canonical.ts';
import { canonicalText } from '../../src/seal/canonical-text.ts';
import { base64, ledgerVectors } from '../vectors/ledger-vectors.ts';

const { accepted, refused } = ledgerVectors.canonical;

describe('canonical JSON', () => {
  it.each(accepted)('writes $json as the frozen vectors do', ({ json, bytes }) => {
    expect(base64(Buffer.from(canonicalText(json)))).toBe(bytes);
    expect(base64(Buffer.from(canonicalJson(JSON.parse(json))))).toBe(bytes);
  });

  it.each(refused)('refuses %s', (json) => expect(() => canonicalText(json)).toThrow(TypeError));

  it.each<[string, unknown, string]>([
    ['undefined', { a: undefined }, 'a undefined'],
    ['minus zero', -0, 'minus zero'],
    ['a date', new Date(0), 'an object of a class'],
    ['an unsafe integer', 2 ** 53, 'not every reader holds exactly'],
    ['not a number', Number.NaN, 'not finite'],
    ['a lone surrogate', '\ud800', 'half of a character'],
    ['a lone surrogate in a name', { '\udc00': 1 }, 'half of a character'],
    ['a symbol', Symbol('a'), 'a symbol'],
    ['a member named by a symbol', { [Symbol('a')]: 1 }, 'named by a symbol'],
    ['an object of a class', new Map(), 'an object of a class'],
    ['bytes', new Uint8Array(1), 'an object of a class'],
    ['a function', { toJSON: () => 1 }, 'a function'],
    ['a big integer', 1n, 'a bigint'],
    ['a hole', new Array(2), 'holes or named members'],
    ['an array with names', Object.assign([1], { a: 1 }), 'holes or named members'],
    ['an array of a class', new (class extends Array<number> {})(1, 2), 'an array of a class'],
    ['undefined itself', undefined, 'a undefined'],
  ])('refuses %s and says so', (_, value, words) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson(value)).toThrow(words);
  });

  it('takes what is just not too deep and the first number that has an exponent', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
    expect(canonicalJson(nested(100))).toBe(`${'['.repeat(100)}1${']'.repeat(100)}`);
    expect(() => canonicalJson(nested(101))).toThrow('nested too deeply');
    expect(canonicalJson(1e21)).toBe('1e+21');
  });

  it('orders many members as it orders few', () => {
    const names = Array.from({ length: 40 }, (_, at) => String.fromCharCode(0x60 + ((at * 17) % 40)));
    const written = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    expect(written).toBe(
      `{${names
        .toSorted()
        .map((name) => `${JSON.stringify(name)}:0`)
        .join()}}`,
    );
  });

  it('refuses a value that contains itself, in a sentence', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(() => canonicalJson(value)).toThrow('nested too deeply');
  });

  it('a name is found twice however it is escaped, and the same name in two objects is fine', () => {
    expect(() => canonicalText('{"a":1,"b":[{"\\u0061":1,"a":2}]}')).toThrow('named twice');
    const fine = '[{"a":"{\\"a\\",","b":["a","a"]},{"a":{"a":1}}]';
    expect(canonicalText(fine)).toBe(fine);
  });

  const value = fc
    .jsonValue({ noUnicodeString: false })
    .filter((some) => !/-0|[1-9]\d{15,}|e[+-]/.test(JSON.stringify(some)) && writable(some));

  it('means the same as what was written, and is written the same again', () => {
    fc.assert(
      fc.property(value, (some) => {
        const text = canonicalJson(some);
        expect(JSON.parse(text)).toEqual(some);
        expect(canonicalText(text)).toBe(text);
      }),
    );
  });

  it('does not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (some) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(some).reverse()))).toBe(canonicalJson(some));
      }),
    );
  });
});

/** JSON.stringify hides minus zero, so it is looked for by hand. */
const writable = (some: unknown): boolean =>
  Object.is(some, -0) ? false : typeof some === 'object' && some !== null ? Object.values(some).every(writable) : true;
