/**
 * `npm run restore`: puts a backup into an empty data folder and erases again who was erased after it was made.
 * Flow:    command line → backup/manifest, backup/put-back → continuation (closes the log, opens the next) → house
 *          (replays the journal) → report.
 * Promise: nothing listens before every line of every journal holds again; the old log never goes on. Entries that a
 *          mark knows and the backup lacks are given up only when that is acknowledged, and the next log names them in
 *          its first entry.
 * Source:  docs/design.md 5 and 6; docs/promises.md F36, F37.
 */
import type { Clock } from '../src/clock.ts';
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { continueLedger } from '../src/continuation.ts';
import { openHouse } from '../src/house.ts';
import { toldInWords } from '../src/start-fault.ts';
import { readManifest } from './backup/manifest.ts';
import {
  demandEmpty,
  demandJournals,
  demandYoung,
  putBack,
  putMarker,
  replayJournals,
  witnessed,
} from './backup/put-back.ts';
import { command, onlyWord, print } from './command-line/command.ts';
import { configFor } from './installation/where.ts';

const HELP = `Puts a backup into an empty data folder. The witness folder and the master key must be in their places first. The log of the
backup is closed, and the ledger goes on in a new log that names it.

  npm run restore -- <backup folder> [--data <folder>] [--acknowledge] [--json]

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
    const folder = onlyWord(words, 'Name the folder of the backup.');
    const config = configFor(values);
    const wish = { acknowledge: values.acknowledge === true };
    const done = await toldInWords(config, () => restore(config, folder, wish));
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

export async function restore(
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
