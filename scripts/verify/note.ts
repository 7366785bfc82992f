/**
 * Signed notes: a text, a blank line, and signature lines, opened with keys that the reader already trusts.
 * Flow:    checkpoint, head → here → the text, once a trusted key has signed it.
 * Promise: a note MUST be refused when no trusted key signed it, and when a signature that names a trusted key fails.
 * Source:  C2SP signed-note.
 */
import { verify } from 'node:crypto';
import { bytesOfBase64, utf8 } from './bytes.ts';
import { isKeyName, type Vkey } from './vkey.ts';
import { isWrong, type Wrong, wrong } from './wrong.ts';

export interface Signature {
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

interface Note {
  /** The signed text, its last newline included. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

const MOST_SIGNATURES = 100;

export function parseNote(note: string): Note | Wrong {
  // No control character but the newline, and no replacement character, which would hide bytes that could not be read.
  if (!note.isWellFormed() || /[\u0000-\u0009\u000b-\u001f\u007f\ufffd]/.test(note))
    return wrong('holds a character that a note may not hold');
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return wrong('is not a signed note');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return wrong('holds too many signatures');
  const signatures = lines.map(parseSignature);
  const bad = signatures.find(isWrong);
  return bad ?? { text: note.slice(0, split + 1), signatures: signatures as Signature[] };
}

function parseSignature(line: string): Signature | Wrong {
  const [dash, name, text, ...more] = line.split(' ');
  const bytes = text === undefined ? undefined : bytesOfBase64(text);
  if (
    dash !== '\u2014' ||
    name === undefined ||
    !isKeyName(name) ||
    bytes === undefined ||
    bytes.length < 5 ||
    more.length > 0
  ) {
    return wrong('has a signature line that cannot be read');
  }
  return { name, id: Buffer.from(bytes.subarray(0, 4)).toString('hex'), bytes: bytes.subarray(4) };
}

interface OpenedNote {
  readonly text: string;
  readonly signatures: readonly Signature[];
  readonly signedBy: Vkey;
}

/** Opens a note with the keys given; signatures of keys nobody gave are skipped, as the specification asks. */
export function openNote(note: string, keys: readonly Vkey[]): OpenedNote | Wrong {
  const parsed = parseNote(note);
  if (isWrong(parsed)) return parsed;
  let signedBy: Vkey | undefined;
  for (const signature of parsed.signatures) {
    const key = keys.find((candidate) => candidate.name === signature.name && candidate.id === signature.id);
    if (key === undefined) continue;
    if (!verify(null, utf8(parsed.text), key.publicKey, signature.bytes))
      return wrong('has a signature that is not right');
    signedBy = key;
  }
  return signedBy === undefined ? wrong('is not signed by a key that you trust') : { ...parsed, signedBy };
}
