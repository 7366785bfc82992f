/** Keyed names are HMAC-SHA-256 and nothing else, whatever text they are made of. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashBy, nameBy } from '../../src/seal/keyed-name.ts';

const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7));
const ordinary = (text: string, under: Uint8Array = key): string =>
  createHmac('sha256', under).update(text).digest('base64url');

describe('a keyed name', () => {
  it('is the one of RFC 4231, test case 2', () => {
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    const name = nameBy(Buffer.from('Jefe'))('what do ya want for nothing?');
    expect(Buffer.from(name, 'base64url').toString('hex')).toBe(expected);
  });

  const half = 'half of a character \ud83d';
  it.each(['', 'customer:1', 'Zoë 👋 Žižek', half, 'x'.repeat(2_730), 'x'.repeat(2_731), '€'.repeat(9_000)])(
    'is the ordinary one of %j',
    (text) => expect(nameBy(key)(text)).toBe(ordinary(text)),
  );

  it('says nothing of the text before it, and two keys take turns', () => {
    const [one, other] = [nameBy(key), nameBy(Buffer.alloc(32, 9))];
    for (const text of ['a long one that is followed by a short one', 'short', '', 'long enough again']) {
      expect(one(text)).toBe(ordinary(text));
      expect(other(text)).toBe(ordinary(text, Buffer.alloc(32, 9)));
    }
  });

  it('refuses a key that would have to be hashed first', () => {
    expect(() => nameBy(Buffer.alloc(65))).toThrow(TypeError);
  });

  it.each(['', 'customer:1', half, 'x'.repeat(2_731), new Uint8Array(0), Buffer.alloc(32, 5), Buffer.alloc(9_000, 6)])(
    'is the ordinary one as bytes, too, of text %# and of bytes',
    (input) => {
      const expected = createHmac('sha256', key).update(input).digest('hex');
      expect(Buffer.from(hashBy(key)(input)).toString('hex')).toBe(expected);
    },
  );
});
