/**
 * Whether the bytes of a file are what its type says.
 * Flow:    handlers of files → here.
 * Promise: pure; a kind that is not listed, an empty file, and content of another kind are refused. Nothing is parsed
 *          any further, because the files are only ever handed out to be saved.
 * Source:  docs/promises.md 3.1; PNG 3 (5.2), ISO 32000-2 (7.5.2), ITU T.81 (B.1.1.3).
 */
import type { SentFile } from '../../openapi/endpoint.ts';
import { unfit } from '../commands/refusal.ts';
import { type FileType, fileTypes, mostFileBytes } from '../vocabulary/file.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';

const beginnings: Readonly<Record<Exclude<FileType, 'text/plain'>, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

const beginsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, at) => bytes[at] === byte);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Control characters but for tabs, line ends and page ends. */
const unprintable = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;

function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !unprintable.test(strict.decode(bytes));
  } catch {
    return false;
  }
}

const isFileType = (type: string): type is FileType => (fileTypes as readonly string[]).includes(type);
const isWhatItSays = (type: FileType, bytes: Uint8Array): boolean =>
  type === 'text/plain' ? isPlainText(bytes) : beginsWith(bytes, beginnings[type]);

/** The checked kind of a file, or why it is not taken. `pointer` says which file of a form it is. */
export function typeOfFile({ type, bytes }: SentFile, pointer: string): FileType | Problem {
  const fix = `Send a PDF, PNG, JPEG or plain text in UTF-8, of at most ${mostFileBytes / 1_000_000} MB.`;
  if (!isFileType(type)) return unfit(pointer, 'file-type', { message: 'This kind of file is not taken.', fix });
  if (bytes.byteLength === 0) return unfit(pointer, 'empty-file', { message: 'The file is empty.', fix });
  if (bytes.byteLength > mostFileBytes) return problem('payload-too-large');
  return isWhatItSays(type, bytes)
    ? type
    : unfit(pointer, 'content-disagrees', { message: 'The content is not what the type says.', fix });
}
