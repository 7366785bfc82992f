import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeOfFile } from '../../src/http/file-content.ts';
import { readMultipart } from '../../src/http/multipart.ts';
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

describe('a form with files', () => {
  const sent = async (form: FormData) => {
    const request = new Response(form);
    return readMultipart(Buffer.from(await request.arrayBuffer()), request.headers.get('content-type') ?? '');
  };

  it('gives every field once and every file with its bytes, whatever stands in them', async () => {
    const field = fc.string({ unit: 'grapheme-ascii', maxLength: 40 }).map((text) => text.replaceAll(/[\r\n]/g, ' '));
    await fc.assert(
      fc.asyncProperty(
        field,
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 3 }),
        async (statement, files) => {
          const form = new FormData();
          form.set('statement', statement);
          for (const bytes of files)
            form.append('files', new Blob([bytes as BlobPart], { type: 'image/png' }), 'a/b\\c.png');
          expect(await sent(form)).toEqual({
            value: {
              statement,
              files: files.map((bytes) => ({ name: 'c.png', type: 'image/png', bytes: new Uint8Array(bytes) })),
            },
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('any bytes get an answer', async () => {
    const type = 'multipart/form-data; boundary=x';
    const piece = fc.constantFrom(
      '--x',
      '\r\n',
      '--',
      'Content-Disposition: form-data; name="a"',
      '; filename="b"',
      '\r\n\r\n',
      '"',
      'é',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const read = await readMultipart(Buffer.from(pieces.join('')), type);
        expect('problem' in read || 'value' in read).toBe(true);
      }),
    );
  });

  it('a field twice, a file under another name, text under the name of files and bytes that are no text are refused', async () => {
    const forms: ((form: FormData) => void)[] = [
      (form) => form.append('statement', 'again'),
      (form) => form.append('other', new Blob(['x']), 'x'),
      (form) => form.append('files', 'text'),
      (form) => form.append('more', 'a\u0000b'),
    ];
    for (const spoil of forms) {
      const form = new FormData();
      form.set('statement', 'No.');
      spoil(form);
      expect(await sent(form)).toMatchObject({ problem: 'validation-failed' });
    }
  });
});
