/**
 * Reads a form with files: each field once, files only under the name `files`.
 * Flow:    receive (bytes, already bounded) → here → bind (models).
 * Promise: parsed by the reader that Node itself brings along (RFC 7578), and held to the same rules as a form without
 *          files; a field that is no text, or comes twice, is refused.
 * Source:  RFC 7578; docs/promises.md 3.1.
 */
import type { SentFile } from '../../openapi/endpoint.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/;

function refused(
  name: string,
  words: { readonly code: string; readonly message: string; readonly fix: string },
): Problem {
  return problem('validation-failed', undefined, [
    { pointer: `/${name.slice(0, 64).replaceAll(/[^\x21-\x7e]/g, '?')}`, ...words },
  ]);
}

const notAForm = {
  code: 'not-a-form',
  message: 'These bytes are no form.',
  fix: 'Send the form of the page as the browser does.',
};
const repeated = { code: 'repeated', message: 'This name is sent more than once.', fix: 'Send it once.' };
const notText = { code: 'not-text', message: 'This is no text in UTF-8.', fix: 'Send text.' };
const notAFile = {
  code: 'not-a-file',
  message: 'A file is sent where text is asked for, or the other way round.',
  fix: 'Send files in the field files.',
};

async function partsOf(
  bytes: Buffer,
  type: string,
): Promise<readonly (readonly [string, string | File])[] | undefined> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    return [...form] as (readonly [string, string | File])[];
  } catch {
    return undefined;
  }
}

/** An empty file field is sent as a nameless file without a byte. */
const isNoFile = (file: File): boolean => file.size === 0 && file.name === '';

export async function readMultipart(bytes: Buffer, type: string): Promise<{ readonly value: unknown } | Problem> {
  const parts = await partsOf(bytes, type);
  if (parts === undefined) return refused('', notAForm);
  const fields = new Map<string, string>();
  const files: SentFile[] = [];
  for (const [name, part] of parts) {
    if (typeof part === 'string') {
      if (name === 'files') return refused(name, notAFile);
      if (fields.has(name)) return refused(name, repeated);
      if (unprintable.test(name) || unprintable.test(part)) return refused(name, notText);
      fields.set(name, part);
    } else if (name !== 'files') return refused(name, notAFile);
    else if (!isNoFile(part))
      files.push({
        name: nameOf(part),
        type: part.type.toLowerCase(),
        bytes: new Uint8Array(await part.arrayBuffer()),
      });
  }
  return { value: { ...Object.fromEntries(fields), files } };
}

/**
 * The last part of what the browser calls the file, without what cannot be read and without half a character at its
 * end.
 */
const nameOf = ({ name }: File): string =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 200)
    .replace(/\p{Cs}$/u, '')
    .trim();
