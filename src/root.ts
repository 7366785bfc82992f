/**
 * Where the repository (or the image) stands on disk: migrations, assets and documents are read from there.
 * Flow:    here → store, http, pages.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  return existsSync(join(from, 'package.json')) || dirname(from) === from ? from : findRoot(dirname(from));
}

export const root = findRoot(dirname(fileURLToPath(import.meta.url)));
