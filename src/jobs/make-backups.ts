/**
 * Has a backup made whenever the newest one is old enough.
 * Flow:    service → here → the command for backups, a process of its own (composed/backups) → report.
 * Promise: one at a time. A fault stops nothing: it is told, and tried again after a quarter of an hour; an alarm over
 *          the age of the newest one calls somebody.
 * Source:  docs/operating.md; docs/runbook.md (CandorBackupOld).
 */
import { MINUTE_MS, SECOND_MS } from '../vocabulary/instant.ts';
import { startRounds } from './rounds.ts';

interface Running {
  readonly code: Promise<number>;
  stop(): void;
}

interface MakingBackups {
  /** When the newest one was made, as far as is known here. */
  lastAt(): number | undefined;
  now(): number;
  /** How old the newest one may become before another is made. */
  readonly dueAfterMs: number;
  run(): Running;
  readonly report: (code: 'backup-failed' | 'backup-made') => void;
}

const LOOK_EVERY_MS = 10 * SECOND_MS;
const AGAIN_MS = 15 * MINUTE_MS;

export function startBackups(making: MakingBackups): { stop(): Promise<void> } {
  let running: Running | undefined;
  let notBefore = 0;
  const look = async (): Promise<void> => {
    const { lastAt, now, dueAfterMs, run, report } = making;
    if (now() < notBefore || now() - (lastAt() ?? 0) < dueAfterMs) return;
    running = run();
    const code = await running.code;
    running = undefined;
    if (code !== 0) notBefore = now() + AGAIN_MS;
    report(code === 0 ? 'backup-made' : 'backup-failed');
  };
  const rounds = startRounds({ everyMs: LOOK_EVERY_MS, run: look });
  return {
    async stop() {
      rounds.end();
      running?.stop();
      await rounds.last();
    },
  };
}
