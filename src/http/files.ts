/**
 * Files that people send: taken in after a look at their content, handed out to be saved.
 * Flow:    handlers → here → the command `file.add`, or the browser.
 * Promise: a file is never shown in place, only as an attachment, and every answer of this service already forbids
 *          guessing another type.
 * Source:  docs/design.md 8; docs/promises.md 3.1.
 */

import type { SentFile } from '../../openapi/endpoint.ts';
import type { FileAnswer } from '../answers/file/ask.ts';
import type { AddFile } from '../commands/file/add-file.ts';
import { sha256 } from '../seal/seal.ts';
import { base64 } from '../vocabulary/base64.ts';
import { fileEndings } from '../vocabulary/file.ts';
import { isProblem, type Problem, problem } from '../vocabulary/problems.ts';
import type { BytesAnswer } from './answer.ts';
import { typeOfFile } from './file-content.ts';

/** What the command needs of a file, or why it is not taken. */
export function readFileInput(file: SentFile, pointer = ''): AddFile | Problem {
  const type = typeOfFile(file, pointer);
  if (isProblem(type)) return type;
  const { name = '', bytes } = file;
  const named = name === '' ? {} : { name };
  return {
    ...named,
    type,
    size: bytes.byteLength,
    digest: base64(sha256(bytes)),
    bytes: Buffer.from(bytes).toString('base64'),
  };
}

/** As an attachment under a name of ours: what the sender called it is no header of ours. */
export function renderFile(file: FileAnswer | undefined): BytesAnswer | Problem {
  if (file === undefined) return problem('not-found');
  const { id, type, bytes } = file;
  return {
    status: 200,
    bytes,
    media: type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    headers: { 'Content-Disposition': `attachment; filename="${id}.${fileEndings[type]}"` },
  };
}
