/**
 * `npm run restore`: puts a backup into an empty data folder and erases again who was erased after it was made.
 * Flow:    command line → backup/kept (sealed), backup/manifest, backup/put-back → continuation (closes the log, opens
 *          the next) → house (replays the journal) → report.
 * Promise: nothing listens before every line of every journal holds again; the old log never goes on. Entries that a
 *          mark knows and the backup lacks are given up only when that is acknowledged, and the next log names them in
 *          its first entry.
 * Source:  docs/design.md 5 and 6; docs/promises.md F36, F37.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../src/clock.ts';
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { continueLedger } from '../src/continuation.ts';
import { makeFolder } from '../src/folder.ts';
import { openHouse } from '../src/house.ts';
import { toldInWords } from '../src/start-fault.ts';
import { findKept, openKept, openManifest } from './backup/kept.ts';
import { isOpen, readManifest } from './backup/manifest.ts';
import {
  demandEmpty,
  demandJournals,
  demandYoung,
  putBack,
  putMarker,
  replayJournals,
  witnessed,
} from './backup/put-back.ts';
import { command, Misused, print } from './command-line/command.ts';
import { configFor } from './installation/where.ts';

const HELP = `Puts a backup into an empty data folder. The witness folder and the master key must be in their places first. The log
of the backup is closed, and the ledger goes on in a new log that names it.

  npm run restore -- [<backup>] [--data <folder>] [--acknowledge] [--json]

  <backup>         one backup, or a place that holds several, of which the newest is taken: a folder, or
                   s3://bucket/folder (default: CANDOR_BACKUP_TO)
  --data <folder>  the data folder (default: CANDOR_DATA_DIR, else ./data)
  --acknowledge    go on although the mark in the witness folder knows entries that the backup lacks. They are lost,
                   and the new log names in its first entry what was there.
  --json           {"size": …, "lost": …, "erasedAgain": …, "log": …}
  --help           this text

Exit: 0 restored · 1 refused, with the reason · 2 the command cannot be understood.
`;
const OPTIONS = {
  data: { type: 'string' },
  acknowledge: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export interface Restored {
  readonly size: number;
  /** Entries that the mark knew and the backup lacks. */
  readonly lost: number;
  readonly erasedAgain: number;
  /** The log that goes on from here. */
  readonly log: number;
}

export const main = command({
  help: HELP,
  takesWords: true,
  options: OPTIONS,
  async run({ values, words }) {
    const config = configFor(values);
    const [from = config.backup.to, ...more] = words;
    if (from === undefined || more.length > 0) throw new Misused('Name the folder of the backup.');
    const wish = { acknowledge: values.acknowledge === true };
    const done = await toldInWords(config, () => restore(config, from, wish));
    const summary = [
      `Restored ${done.size} entries (${done.lost} newer ones are lost). Erased again after the backup: ${done.erasedAgain}.`,
      `The ledger goes on in log ${done.log}, which has a key of its own: it is the last line of log.vkey. Publish it beside the old one.`,
    ].join('\n');
    print(values.json, done, summary);
    return 0;
  },
});

interface Wish {
  readonly acknowledge: boolean;
  readonly clock?: Clock;
}

/** From open files, or from a place of sealed ones. */
export async function restore(config: Config, from: string, wish: Wish): Promise<Restored> {
  if (isOpen(from)) return restoreOpen(config, from, wish);
  // A folder that is not there is called missing, and not one without backups.
  if (!from.startsWith('s3:')) statSync(from);
  const found = await findKept(config, from);
  makeFolder(config.dataDir);
  const folder = mkdtempSync(join(config.dataDir, 'restore-scratch-'));
  try {
    demandEmpty(config, await openManifest(config, found));
    await openKept(config, found, folder);
    return await restoreOpen(config, folder, wish);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder of open files, as they stand. */
async function restoreOpen(
  config: Config,
  folder: string,
  { acknowledge, clock = systemClock }: Wish,
): Promise<Restored> {
  const manifest = readManifest(folder);
  demandEmpty(config, manifest);
  demandJournals(config, manifest);
  demandYoung(config, manifest, clock.now());
  const { lost, going } = witnessed(config, manifest, { acknowledge, now: clock.now() });
  putBack(config, folder);
  await continueLedger(config, clock, going);
  putMarker(config, folder);
  const erasedAgain = await replayJournals(config);
  const house = await openHouse(config, clock);
  await house.close();
  return { size: manifest.size, lost, erasedAgain, log: going.next };
}
