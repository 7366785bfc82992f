import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeOfFile } from '../../src/http/file-content.ts';
import { fileTypes } from '../../src/vocabulary/file.ts';
import { isProblem } from '../../src/vocabulary/problems.ts';

const bytesOf = (...bytes: number[]): Uint8Array => new Uint8Array(bytes);
const signs = { 'application/pdf': '%PDF-', 'image/png': '\x89PNG\r\n\x1a\n', 'image/jpeg': '\xff\xd8\xff' } as const;
const named = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what a file is', () => {
  it('any bytes of any type are taken or refused, and never both ways', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fileTypes, 'text/html', 'image/svg+xml', ''),
        fc.uint8Array({ maxLength: 64 }),
        (type, bytes) => {
          const found = typeOfFile({ type, bytes }, '/files');
          expect(isProblem(found) || found === type).toBe(true);
          if (bytes.length === 0) expect(isProblem(found)).toBe(true);
        },
      ),
    );
  });

  it('each kind begins as it must and is none of the others', () => {
    for (const [type, sign] of Object.entries(signs))
      for (const claimed of Object.keys(signs))
        expect(typeOfFile({ type: claimed, bytes: named(`${sign}rest`) }, '') === claimed).toBe(type === claimed);
  });

  it.each([
    ['an overlong slash', bytesOf(0xc0, 0xaf)],
    ['half a character', bytesOf(0x41, 0xe2, 0x82)],
    ['a surrogate', bytesOf(0xed, 0xa0, 0x80)],
    ['an escape', bytesOf(0x1b, 0x5b, 0x41)],
    ['a zero', bytesOf(0x41, 0x00)],
  ])('%s is no plain text', (_title, bytes) =>
    expect(typeOfFile({ type: 'text/plain', bytes }, '')).toHaveProperty('problem'),
  );

  it('text of every script is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const clean = text.replaceAll(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g, ' ');
        expect(typeOfFile({ type: 'text/plain', bytes: new TextEncoder().encode(clean) }, '')).toBe('text/plain');
      }),
    );
  });
});
