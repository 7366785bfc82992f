/**
 * Unpacks a WOFF file into the plain font that it holds.
 * Flow:    typefaces.ts → here → zlib.
 * Promise: each table is unpacked once; the library would unpack it anew for every letter that it looks at, which made
 *          a letter of five pages take seconds.
 * Source:  WOFF 1.0, 3 to 5; ISO 14496-22, 4.5.
 */
import { inflateSync } from 'node:zlib';

const HEADER = 12;
const ENTRY = 16;

interface Table {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly bytes: Buffer;
}

function tableAt(woff: Buffer, at: number): Table {
  const [offset, packed, plain] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
  const bytes = woff.subarray(offset, offset + packed);
  return {
    tag: woff.subarray(at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    bytes: packed < plain ? inflateSync(bytes) : bytes,
  };
}

export function fontIn(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, 44 + index * 20));
  const directory = Buffer.alloc(HEADER + ENTRY * count);
  const steps = Math.floor(Math.log2(count));
  woff.copy(directory, 0, 4, 8);
  for (const [index, value] of [count, 2 ** steps * 16, steps, (count - 2 ** steps) * 16].entries())
    directory.writeUInt16BE(value, 4 + index * 2);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = HEADER + ENTRY * index;
    tag.copy(directory, at);
    for (const [field, value] of [checksum, offset, bytes.length].entries())
      directory.writeUInt32BE(value, at + 4 + field * 4);
    // Every table begins at a multiple of four.
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
