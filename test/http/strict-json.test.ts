import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from '../../src/http/strict-json.ts';
import { isProblem } from '../../src/vocabulary/problems.ts';

const read = (text: string | Buffer, keys = 1000) => parseStrictJson(Buffer.from(text), keys);
const plainName = fc
  .string({ unit: 'grapheme' })
  .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const plainValue = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.string({ unit: 'grapheme' }),
      fc.boolean(),
      fc.constant(null),
      fc.maxSafeInteger(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
        .map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(plainName, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }))
  .value.filter(
    (value) =>
      !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(
        JSON.stringify(value).replaceAll(/\\[bf]|\\u00[01][0-9a-f]/g, '\u0000'),
      ),
  );

describe('strict JSON', () => {
  it('agrees with JSON.parse on everything it accepts', () => {
    fc.assert(
      fc.property(plainValue, fc.nat(4), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(read(text)).toEqual({ value: JSON.parse(text) });
      }),
    );
  });
  it('never accepts what JSON.parse refuses, and never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = parseStrictJson(Buffer.from(bytes), 100);
        if (!isProblem(result)) expect(result.value).toEqual(JSON.parse(Buffer.from(bytes).toString('utf8')));
      }),
      { numRuns: 2000 },
    );
  });
  it('never throws on JSON-like bytes', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '\\',
      '\\u00',
      '\\ud800',
      'a',
      '1',
      '-',
      '0',
      'e',
      'true',
      'null',
      ' ',
      '\n',
      '__proto__',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const result = read(text);
        if (!isProblem(result)) expect(result.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 5000 },
    );
  });
  it('a member that is repeated anywhere is found', () => {
    fc.assert(
      fc.property(plainValue, plainName, (value, name) => {
        const member = `${JSON.stringify(name)}:1`;
        expect(read(`[${JSON.stringify(value)},{${member},"other ${'x'.repeat(40)}":2,${member}}]`)).toMatchObject({
          problem: 'duplicate-key',
        });
      }),
    );
  });
  it('colons and braces inside strings count for nothing', () => {
    expect(read('{"a:{[":"}:\\":{","b":"\\\\"}', 2)).toEqual({ value: { 'a:{[': '}:":{', b: '\\' } });
  });
  it('exactly 32 levels and exactly the allowed members pass', () => {
    expect(isProblem(read(`${'['.repeat(32)}${']'.repeat(32)}`))).toBe(false);
    expect(isProblem(read('{"a":1,"b":2}', 2))).toBe(false);
    expect(read('{"a":1,"b":2}', 1)).toMatchObject({ problem: 'json-too-complex' });
  });
  it('line ends and tabs are text', () => {
    expect(read('"a\\n\\r\\tb"')).toEqual({ value: 'a\n\r\tb' });
  });
  it('a control character in a name is named without being repeated', () => {
    expect(read('{"a\\u0000":1}')).toMatchObject({
      errors: [{ pointer: '/a?', code: 'control-character' }],
    });
  });
  it('a megabyte of nesting is refused quickly', () => {
    const began = performance.now();
    expect(isProblem(read('['.repeat(1_000_000)))).toBe(true);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
