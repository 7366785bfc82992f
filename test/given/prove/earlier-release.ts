/**
 * A release before this one, built from the history of this repository.
 * Flow:    test/prove → here → git, the build of that release.
 * Promise: where the history is not there (a shallow copy), that is said loudly, and what it would show is skipped.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../src/root.ts';
import { hasTool } from '../tool.ts';
import { buildIn } from './spawned.ts';

export interface EarlierRelease {
  readonly folder: string;
  remove(): void;
}

const git = (...words: readonly string[]) =>
  spawnSync('git', ['-C', root, ...words], { maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });

export function isInHistory(commit: string): boolean {
  const isThere = hasTool('git') && git('cat-file', '-e', `${commit}^{commit}`).status === 0;
  if (!isThere) process.stderr.write(`\n${commit} is not in the history here: the upgrade from it is SKIPPED.\n\n`);
  return isThere;
}

/** With the packages of today's, which are what an operator would install anew. */
export function earlierRelease(commit: string): EarlierRelease {
  const folder = mkdtempSync(join(tmpdir(), 'candor-earlier-'));
  const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: git('archive', commit).stdout });
  if (unpacked.status !== 0) throw new Error(String(unpacked.stderr));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  buildIn(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
