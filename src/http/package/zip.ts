/**
 * Writes the parts of a package into a ZIP as they come, and at its end the signed list of them.
 * Flow:    package-answer.ts → here → yazl → the connection.
 * Promise: one part is open at a time and waits for a reader that is slow, so memory does not grow with the record; a
 *          part that fails, or a person who was erased meanwhile, ends the connection and never the file.
 * Source:  decision 0113.
 */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { hashing } from '../../seal/file-hash.ts';

interface ZipPart {
  readonly path: string;
  readonly pieces: () => AsyncIterable<string | Uint8Array>;
}

/** What the manifest says of a file. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

interface Zipping {
  readonly parts: readonly ZipPart[];
  /** The time that every file bears, so that the same package is the same file. */
  readonly at: Date;
  /** Made last, of what was written before it. */
  readonly closing: (files: readonly ZippedFile[]) => Promise<string>;
  /** Throws where the package may no longer be handed out. */
  readonly stillMay: () => Promise<void>;
}

const utf8 = new TextEncoder();
/** Compressed by their own form. */
const packed = /\.woff2$|\.pdf$|^files\//;

async function* counted({ path, pieces }: ZipPart, { stillMay }: Zipping, files: ZippedFile[]) {
  await stillMay();
  const hash = hashing();
  let bytes = 0;
  for await (const piece of pieces()) {
    const chunk = typeof piece === 'string' ? utf8.encode(piece) : piece;
    hash.update(chunk);
    bytes += chunk.byteLength;
    yield chunk;
  }
  files.push({ path, bytes, sha256: hash.hex() });
}

async function* closed({ closing, stillMay }: Zipping, files: readonly ZippedFile[]) {
  await stillMay();
  yield utf8.encode(await closing(files));
}

/** Ends when all is written or the reader is gone. */
export function writeZip(response: ServerResponse, zipping: Zipping): void {
  const zip = new ZipFile();
  const files: ZippedFile[] = [];
  let open: Readable | undefined;
  // Whoever sees the connection break has no whole file, and no program takes it for one.
  const broken = (): void => {
    open?.destroy();
    response.destroy();
  };
  const add = (path: string, pieces: () => AsyncGenerator<Uint8Array>): void =>
    zip.addReadStreamLazy(path, { mtime: zipping.at, mode: 0o100644, compress: !packed.test(path) }, (hand) => {
      // The library does not hear of a fault in what it reads, so it is heard here.
      open = Readable.from(pieces(), { objectMode: false }).once('error', broken);
      hand(null, open);
    });
  for (const part of zipping.parts) add(part.path, () => counted(part, zipping, files));
  add('manifest.json', () => closed(zipping, files));
  zip.end();
  zip.once('error', broken);
  pipeline(zip.outputStream, response).catch(broken);
}
