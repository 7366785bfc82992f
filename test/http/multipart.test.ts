import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMultipart } from '../../src/http/multipart.ts';
import { isProblem } from '../../src/vocabulary/problems.ts';

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
        expect(isProblem(read) || 'value' in read).toBe(true);
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
