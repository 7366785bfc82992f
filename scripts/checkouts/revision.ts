/**
 * Lays out another revision of this repository in a temporary folder, beside the checkout that asks.
 * Flow:    a git revision → `git archive` → here → house-figures, replies.
 * Promise: the working tree is not touched; the folder goes when it is closed. Where packages are wanted, those of this
 *          checkout are linked, so that both run on the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/root.ts';

interface Revision {
  readonly folder: string;
  readonly commit: string;
  close(): void;
}

const MOST_BYTES = 512 * 1024 * 1024;

function git(argv: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', argv, { cwd: root, maxBuffer: MOST_BYTES });
  if (error !== undefined || status !== 0)
    throw new Error(`git ${argv[0]} failed: ${error?.message ?? stderr.toString().trim()}`);
  return stdout;
}

export function layOut(revision: string, { packages }: { readonly packages: boolean }): Revision {
  const commit = git(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])
    .toString()
    .trim();
  const place = mkdtempSync(join(tmpdir(), 'candor-revision-'));
  const folder = join(place, commit.slice(0, 12));
  mkdirSync(folder);
  const close = (): void => rmSync(place, { recursive: true, force: true });
  const { status } = spawnSync('tar', ['-x', '-C', folder], { input: git(['archive', commit]) });
  if (status !== 0) {
    close();
    throw new Error(`The revision ${revision} could not be laid out with tar.`);
  }
  if (packages) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, commit, close };
}
