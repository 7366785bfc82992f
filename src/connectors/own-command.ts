/**
 * Runs one command of this project beside the service, as a process of its own.
 * Flow:    composed/backups → here → scripts/run.cjs.
 * Promise: gives way to the service where both want the processor, and is not starved by it. What it prints goes to
 *          the standard error of the service, and says no secret and nothing of a person. It ends with the service.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

interface OwnCommand {
  /** The exit code; 1 where it could not be started or was ended. */
  readonly code: Promise<number>;
  stop(): void;
}

/** `root` is the folder of this project; the environment is the one of the service. */
export function runOwnCommand(root: string, words: readonly string[]): OwnCommand {
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.cjs'), ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It ended at once, or the system grants no such wish.
  }
  const code = once(child, 'exit').then(
    ([exit]) => (typeof exit === 'number' ? exit : 1),
    () => 1,
  );
  return { code, stop: () => void child.kill('SIGTERM') };
}
