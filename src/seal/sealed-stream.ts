/**
 * Seals a stream of any length under one key, so that it opens whole, in order and to its end, or not at all.
 * Flow:    backup → here → a place for backups; restore → here.
 * Promise: AES-256-GCM over pieces of 64 KiB, after the construction STREAM: the nonce of a piece is its number and
 *          whether it is the last, so that pieces changed, left out, exchanged or cut off at the end do not open. Each
 *          stream has a key of its own, drawn by HKDF from the long-lived one, a fresh salt and the name of the stream,
 *          so that no two streams share a nonce and none opens under the name of another. Bytes come out only after
 *          their piece was found genuine; whoever uses them before the end MUST throw them away where the end fails.
 * Source:  NIST SP 800-38D; RFC 5869; docs/operating.md, where the bytes are laid out.
 */
import { createCipheriv, createDecipheriv, hkdfSync, timingSafeEqual } from 'node:crypto';
import { newSalt, SALT_BYTES } from './ids.ts';
import type { MasterKeys } from './master-key.ts';
import { SealedError } from './sealed.ts';

const MAGIC = Buffer.from('candor backup 1\n', 'latin1');
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PIECE_BYTES = 64 * 1024;
const SALT_AT = MAGIC.length + 4;
const COMMITMENT_AT = SALT_AT + SALT_BYTES;
const HEADER_BYTES = COMMITMENT_AT + KEY_BYTES;
/** 256 TiB. */
const MOST_PIECES = 2 ** 32;

type Bytes = AsyncIterable<Uint8Array>;

interface Place {
  /** Which keys there are; the newest seals. */
  readonly keys: MasterKeys;
  /** What the stream is, for example `<backup>/candor.db`. */
  readonly name: string;
}

export async function* sealStream(source: Bytes, { keys, name }: Place): AsyncGenerator<Uint8Array> {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32BE(keys.newest, MAGIC.length);
  header.set(newSalt(), SALT_AT);
  const { key, commitment } = drawn(keys, name, header);
  commitment.copy(header, COMMITMENT_AT);
  yield header;
  for await (const { bytes, nonce } of piecesOf(source, PIECE_BYTES)) {
    const cipher = createCipheriv(CIPHER, key, nonce);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

export async function* openStream(source: Bytes, { keys, name }: Place): AsyncGenerator<Uint8Array> {
  let key: Buffer | undefined;
  for await (const { header, bytes, nonce } of piecesOf(source, PIECE_BYTES + TAG_BYTES, HEADER_BYTES)) {
    key ??= keyOf(keys, name, header);
    yield opened(key, name, { bytes, nonce });
  }
}

/** The key that the header says, after a look at whether it can be that one. */
function keyOf(keys: MasterKeys, name: string, header: Buffer): Buffer {
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw unreadable(name, 'it is no sealed backup');
  const { key, commitment } = drawn(keys, name, header);
  if (!timingSafeEqual(commitment, header.subarray(COMMITMENT_AT)))
    throw unreadable(name, 'it was sealed under another key, or its beginning was changed');
  return key;
}

/**
 * A key for this stream alone, and a second draw that says which it is: AES-GCM by itself would open one text under
 * several keys, and a wrong key would look like damage.
 */
function drawn(keys: MasterKeys, name: string, header: Buffer): { key: Buffer; commitment: Buffer } {
  const number = header.readUInt32BE(MAGIC.length);
  const long = keys.byNumber.get(number);
  if (long === undefined) throw unreadable(name, `the file of keys has no key number ${number}`);
  const salt = header.subarray(SALT_AT, COMMITMENT_AT);
  const drawing = Buffer.from(hkdfSync('sha256', long, salt, JSON.stringify(['backup', number, name]), 2 * KEY_BYTES));
  return { key: drawing.subarray(0, KEY_BYTES), commitment: drawing.subarray(KEY_BYTES) };
}

interface Piece {
  readonly bytes: Buffer;
  readonly nonce: Buffer;
}

function opened(key: Buffer, name: string, { bytes, nonce }: Piece): Uint8Array {
  if (bytes.length < TAG_BYTES) throw unreadable(name, 'it was cut off');
  const end = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
  } catch {
    throw unreadable(name, 'it was changed or cut off');
  }
}

/** Pieces of one length, of which only the last may be shorter; at least one, and that one may be empty. */
async function* piecesOf(
  source: Bytes,
  length: number,
  headerLength = 0,
): AsyncGenerator<Piece & { readonly header: Buffer }> {
  let header: Buffer | undefined;
  let waiting: Buffer[] = [];
  let held = 0;
  let number = 0;
  for await (const bytes of source) {
    waiting.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    held += bytes.length;
    // What fills a piece exactly may be the last, so it waits until more is there.
    if (held <= headerLength + length) continue;
    let all: Buffer = Buffer.concat(waiting);
    if (header === undefined) {
      header = all.subarray(0, headerLength);
      all = all.subarray(headerLength);
    }
    while (all.length > length) {
      yield { header, bytes: all.subarray(0, length), nonce: nonceOf(number, false) };
      number += 1;
      all = all.subarray(length);
    }
    waiting = [Buffer.from(all)];
    held = all.length;
  }
  const all = Buffer.concat(waiting);
  const start = header === undefined ? headerLength : 0;
  header ??= Buffer.concat([all.subarray(0, headerLength), Buffer.alloc(Math.max(0, headerLength - all.length))]);
  yield { header, bytes: all.subarray(start), nonce: nonceOf(number, true) };
}

/** Seven bytes of zero, the number of the piece, and 1 for the last. */
function nonceOf(number: number, isLast: boolean): Buffer {
  if (number >= MOST_PIECES) throw new RangeError('The stream is too long to be sealed under one key.');
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, 7);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

const unreadable = (name: string, why: string): SealedError =>
  new SealedError('sealed-value-unreadable', `${name} does not open: ${why}.`);
