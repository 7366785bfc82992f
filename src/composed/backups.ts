/**
 * The backups that the service has made by itself, where a place for them is set.
 * Flow:    service → here → make-backups → the command for backups, in a process of its own.
 * Promise: nothing runs where no place is set. The command reads the environment of the service, so it knows the same
 *          installation.
 * Source:  docs/operating.md.
 */
import type { Config } from '../config.ts';
import { runOwnCommand } from '../connectors/own-command.ts';
import type { ServiceLog } from '../http/log.ts';
import { startBackups } from '../jobs/make-backups.ts';
import { lastBackup } from '../last-backup.ts';
import { root } from '../root.ts';
import { dueShare } from '../vocabulary/kept-backup.ts';

interface Around {
  readonly log: Pick<ServiceLog, 'notice'>;
  now(): number;
}

export function backupsOf({ backup, dataDir }: Config, { log, now }: Around): { stop(): Promise<void> } | undefined {
  if (backup.to === undefined) return undefined;
  return startBackups({
    lastAt: () => lastBackup(dataDir),
    now,
    dueAfterMs: backup.everyMs * dueShare,
    run: () => runOwnCommand(root, ['backup', '--if-due']),
    report: (code) => log.notice(code),
  });
}
