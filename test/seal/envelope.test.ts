import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBytes, openPayload, sealBytes, sealPayload } from '../../src/seal/envelope.ts';
import { newKey, newSalt } from '../../src/seal/ids.ts';
import { SealedError } from '../../src/seal/sealed.ts';

const dataKey = { id: 'key_1', key: newKey() };
const place = { id: 'con_1', subject: 'sub_1', kind: 'consent.given' };
const content = { salt: newSalt(), payload: '{"text":"für 😂","v":1}' };

describe('a sealed payload', () => {
  it('opens to the salt and the text that were sealed', () => {
    const opened = openPayload(dataKey, place, sealPayload(dataKey, place, content));
    expect(opened.payload).toBe(content.payload);
    expect(Buffer.from(opened.salt).equals(content.salt)).toBe(true);
  });

  it('is 12 bytes of iv, the salt, the text and 16 bytes of tag, and differs each time', () => {
    const [one, two] = [sealPayload(dataKey, place, content), sealPayload(dataKey, place, content)];
    expect(one.length).toBe(12 + 32 + Buffer.byteLength(content.payload) + 16);
    expect(Buffer.from(one).equals(two)).toBe(false);
  });

  it.each([
    ['another fact', { ...place, id: 'con_2' }],
    ['another person', { ...place, subject: 'sub_2' }],
    ['another kind', { ...place, kind: 'consent.refused' }],
    ['parts that run together the same', { id: 'con_1sub_', subject: '1', kind: 'consent.given' }],
  ])('does not open as %s', (_, elsewhere) => {
    expect(() => openPayload(dataKey, elsewhere, sealPayload(dataKey, place, content))).toThrow(SealedError);
  });

  it('does not open under another key, or the same key by another name', () => {
    const sealed = sealPayload(dataKey, place, content);
    expect(() => openPayload({ id: 'key_1', key: newKey() }, place, sealed)).toThrow(SealedError);
    expect(() => openPayload({ ...dataKey, id: 'key_2' }, place, sealed)).toThrow(SealedError);
  });

  it('does not open after a change of any bit, or cut short', () => {
    const sealed = Buffer.from(sealPayload(dataKey, place, content));
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => openPayload(dataKey, place, changed)).toThrow(SealedError);
        expect(() => openPayload(dataKey, place, sealed.subarray(0, bit >> 3))).toThrow(SealedError);
      }),
    );
  });
});

describe('sealed bytes', () => {
  it('open only for what they were sealed for, and never as a payload', () => {
    const sealed = sealBytes(dataKey.key, 'identifier 1', Buffer.from('email:a@b.c'));
    expect(Buffer.from(openBytes(dataKey.key, 'identifier 1', sealed)).toString()).toBe('email:a@b.c');
    expect(() => openBytes(dataKey.key, 'identifier 2', sealed)).toThrow(SealedError);
    expect(() => openPayload(dataKey, place, sealed)).toThrow(SealedError);
  });
});
