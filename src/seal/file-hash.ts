/**
 * The SHA-256 of a file, read or written piece by piece.
 * Flow:    backup, restore, http/package → here.
 * Promise: memory does not grow with the file.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1024 * 1024;

/** Of what is added, in its order; hex. */
export function pieceHash(): { add(piece: Uint8Array): void; hex(): string } {
  const hash = createHash('sha256');
  return { add: (piece) => void hash.update(piece), hex: () => hash.digest('hex') };
}

/** Hex. */
export function fileHash(path: string): string {
  const hash = pieceHash();
  const piece = Buffer.alloc(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
      hash.add(piece.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.hex();
}
