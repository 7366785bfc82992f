/**
 * Whether this machine keeps its clock in step with others, as those say who do it.
 * Flow:    production → here → timedatectl, chronyc, the file of systemd-timesyncd.
 * Promise: asks and changes nothing; where none of them is there, that is no yes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type ClockKept = 'yes' | 'no' | 'unknown';

const WAIT_MS = 3000;
const KEPT_BY_SYSTEMD = '/run/systemd/timesync/synchronized';

function said(program: string, ...words: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, words, { encoding: 'utf8', timeout: WAIT_MS });
  return status === 0 ? stdout.trim() : undefined;
}

export function clockKept(): ClockKept {
  const bySystem = said('timedatectl', 'show', '--property=NTPSynchronized', '--value');
  if (bySystem === 'yes' || existsSync(KEPT_BY_SYSTEMD)) return 'yes';
  // The last column of chrony's line: whether a leap second comes, or that it follows nobody.
  const byChrony = said('chronyc', '-c', 'tracking')?.split(',').at(-1);
  if (byChrony !== undefined) return byChrony === 'Not synchronised' ? 'no' : 'yes';
  return bySystem === 'no' ? 'no' : 'unknown';
}
