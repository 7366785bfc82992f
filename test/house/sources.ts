/**
 * Reads the repository as text, for the tests that look at the house itself.
 * Flow:    the working tree → here → test/house.
 * Promise: `code` is the file without its comments, `bare` also without the content of its strings; both keep every
 *          line where it was. Templates stay, because code hides in them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Import, importsOf, masked } from './scanner.ts';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Source {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly code: string;
  readonly bare: string;
  readonly imports: readonly Import[];
}

const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'data']);

/** Every file of the repository, with forward slashes; what is ignored by git at the top is left out. */
export function filesIn(folder: string, base = root): string[] {
  const entries = readdirSync(join(base, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (NOT_OURS.has(path) || entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesIn(path, base) : [path];
  });
}

export const files: readonly string[] = filesIn('.');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const ROOMS = ['src/', 'schema/', 'openapi/', 'client/', 'scripts/'];
export const sources: readonly Source[] = files
  .filter((path) => ROOMS.some((room) => path.startsWith(room)) && /\.(ts|tsx)$/.test(path))
  .map((path) => sourceOf(path, read(path)));

export function sourceOf(path: string, text: string): Source {
  const code = masked(text, false);
  return { path, room: roomOf(path), text, code, bare: masked(text, true), imports: importsOf(path, code) };
}

/** `src/ledger`, `schema`, or the file itself when it stands alone, such as `src/clock.ts`. */
export function roomOf(path: string): string {
  const [top = '', second = '', third] = path.split('/');
  if (path === 'scripts/verify.ts' || path.startsWith('scripts/verify/')) return 'scripts/verify';
  if (top !== 'src') return top;
  return third === undefined ? path : `src/${second}`;
}
