/** A ZIP taken apart by a reader that is not ours, into memory or into a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromBuffer } from 'yauzl';

/** Every file of it, in the order in which they stand. */
export function unzipped(zip: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  return new Promise((done, fail) => {
    fromBuffer(Buffer.from(zip), { lazyEntries: true, validateEntrySizes: true }, (fault, opened) => {
      if (fault !== null) return fail(fault);
      opened.on('error', fail);
      opened.on('end', () => done(files));
      opened.on('entry', (entry) =>
        opened.openReadStream(entry, (failed, stream) => {
          if (failed !== null) return fail(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', fail);
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks));
            opened.readEntry();
          });
        }),
      );
      opened.readEntry();
    });
  });
}

export function layOut(files: ReadonlyMap<string, Uint8Array>, folder: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
