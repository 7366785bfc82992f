/**
 * The folder for everything that a run of the tests of every day writes: in memory, where this machine has room there.
 * Flow:    vitest.config.ts (globalSetup) → here → TMPDIR of every process of the run.
 * Promise: the same calls reach the file system in the same order with the same settings, and a call to sync returns
 *          sooner; what a loss of power leaves is proved on a disk, in test/prove. A TMPDIR that was given is kept.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLACE = '/dev/shm';
/** The number by which Linux knows a file system in memory. */
const TMPFS = 0x01_02_19_94;
/** Several times what a run needs at once. */
const ROOM = 4 * 2 ** 30;

export default function setup(): (() => void) | undefined {
  if (process.env['TMPDIR'] !== undefined || !hasRoom()) return undefined;
  const folder = mkdtempSync(join(PLACE, 'candor-tests-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  // PostgreSQL runs under an account of its own and has a folder in this one.
  chmodSync(folder, 0o711);
  if (!runsProgramsIn(folder)) {
    remove();
    return undefined;
  }
  process.env['TMPDIR'] = folder;
  // A run that is broken off ends without its last steps, and memory would stay taken until the machine starts anew.
  process.once('exit', remove);
  return () => {
    delete process.env['TMPDIR'];
    remove();
  };
}

/** Whether a call to sync costs nothing there. */
export const isInMemory = (folder: string): boolean => statfsSync(folder).type === TMPFS;

function hasRoom(): boolean {
  if (!existsSync(PLACE) || !isInMemory(PLACE)) return false;
  const { bavail, bsize } = statfsSync(PLACE);
  return bavail * bsize >= ROOM && process.availableMemory() >= 2 * ROOM;
}

/** A container often forbids it there, and some tests run what they have written. */
function runsProgramsIn(folder: string): boolean {
  const file = join(folder, 'runs');
  writeFileSync(file, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const { status } = spawnSync(file);
  rmSync(file);
  return status === 0;
}
