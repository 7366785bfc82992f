/**
 * `npm run restore`: puts a backup into an empty data folder and erases again who was erased after it was made.
 * Flow:    command line → backup/manifest, backup/put-back → house (replays the journal) → report.
 * Promise: nothing listens before every line of every journal holds again; a mark that knows more entries than the backup
 *          is passed over only when that is acknowledged, and what was passed over is kept in the witness folder.
 * Source:  DESIGN sections 5 and 6; RELIABILITY F36, F37.
 */
import { parseArgs } from 'node:util';
import type { Clock } from '../src/clock.ts';
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { openHouse } from '../src/house.ts';
import { readManifest } from './backup/manifest.ts';
import { demandEmpty, demandJournals, putBack, replayedBy, setMarkAside } from './backup/put-back.ts';
import { configFor } from './installation/where.ts';

const HELP = `Puts a backup into an empty data folder. The witness folder and the master key must be in their places first.

  npm run restore -- <backup folder> [--data <folder>] [--acknowledge] [--json]

  --data <folder>  the data folder (default: CANDOR_DATA_DIR, else ./data)
  --acknowledge    go on although the mark in the witness folder knows entries that the backup lacks. They are lost, and a
                   checkpoint that somebody holds from that time will contradict this ledger; the old mark is kept.
  --json           {"size": …, "lost": …, "erasedAgain": …}
  --help           this text

Exit: 0 restored · 1 refused, with the reason · 2 the command cannot be understood.
`;
const OPTIONS = { data: { type: 'string' }, acknowledge: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

export interface Restored {
  readonly size: number;
  /** Entries that the mark knew and the backup lacks. */
  readonly lost: number;
  readonly erasedAgain: number;
}

export async function main(argv: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    if (values.help === true) {
      process.stdout.write(HELP);
      return 0;
    }
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) return refuse(`Name the folder of the backup.\n\n${HELP}`, 2);
    const done = await restore(configFor(values), folder, { acknowledge: values.acknowledge === true });
    const told = `Restored ${done.size} entries (${done.lost} newer ones are lost). Erased again after the backup: ${done.erasedAgain}.`;
    process.stdout.write(`${values.json === true ? JSON.stringify(done) : told}\n`);
    return 0;
  } catch (fault) {
    const isMisused = fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS');
    return refuse(fault instanceof Error ? fault.message : String(fault), isMisused ? 2 : 1);
  }
}

interface Wish {
  readonly acknowledge: boolean;
  readonly clock?: Clock;
}

export async function restore(config: Config, folder: string, { acknowledge, clock = systemClock }: Wish): Promise<Restored> {
  const manifest = readManifest(folder);
  demandEmpty(config, manifest);
  demandJournals(config, manifest);
  const lost = setMarkAside(config, manifest, { acknowledge, now: clock.now() });
  putBack(config, folder);
  const erasedAgain = await replayedBy(config);
  const house = await openHouse(config, clock);
  await house.close();
  return { size: manifest.size, lost, erasedAgain };
}

function refuse(what: string, code: number): number {
  process.stderr.write(`${what.trimEnd()}\n`);
  return code;
}
