/**
 * Reads a checkout as text: its files, the room that each stands in, what it imports.
 * Flow:    the working tree, or a revision laid out in a folder → here → house figures, test/house.
 * Promise: `code` is the file without its comments, `bare` also without the content of its strings; both keep every
 *          line where it was. Templates stay, because code hides in them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Import, importsOf, masked } from './scanner.ts';

export interface Source {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly code: string;
  readonly bare: string;
  readonly imports: readonly Import[];
}

/** A checkout as it is read once: every path, and the TypeScript of the house and of its tests. */
export interface Checkout {
  readonly files: readonly string[];
  readonly house: readonly Source[];
  readonly tests: readonly Source[];
}

const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'client/dist', 'data']);

/** Every file below a folder, with forward slashes; what is ignored by git at the top is left out. */
function filesBelow(base: string, folder = '.'): string[] {
  const entries = readdirSync(join(base, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (NOT_OURS.has(path) || entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesBelow(base, path) : [path];
  });
}

const HOUSE = /^(?:src|schema|openapi|client|scripts)\/.*\.tsx?$/;
const TESTS = /^test\/.*\.tsx?$/;

export function readCheckout(base: string): Checkout {
  const files = filesBelow(base).sort();
  const read = (pattern: RegExp): readonly Source[] =>
    files.filter((path) => pattern.test(path)).map((path) => sourceOf(path, readFileSync(join(base, path), 'utf8')));
  return { files, house: read(HOUSE), tests: read(TESTS) };
}

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
