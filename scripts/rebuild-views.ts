/**
 * `npm run rebuild-views`: drops everything that is folded from facts and folds it anew.
 * Flow:    command line → here → house → ledger/rebuild.
 * Promise: changes no fact; a server that is running is told of, not disturbed.
 * Source:  docs/design.md 4.
 */
import { parseArgs } from 'node:util';
import { openHouse } from '../src/house.ts';
import { rebuildViews } from '../src/ledger/rebuild.ts';
import { refuse, wordsOfFault } from './command-line/refuse.ts';
import { configFor } from './installation/where.ts';

const HELP = `Folds all views anew from the ledger. Stop the server first.

  npm run rebuild-views [-- --data <folder>] [--demo] [--json]

  --data <folder>  the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo           the data folder of the demo, data/demo
  --json           {"entries": <number>, "people": <number>}
  --help           this text

Exit: 0 rebuilt · 1 it could not be opened, and nothing was changed · 2 the command cannot be understood.
`;
const OPTIONS = {
  data: { type: 'string' },
  demo: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export async function main(argv: readonly string[]): Promise<number> {
  let asked: { readonly data?: string; readonly demo?: boolean; readonly json?: boolean; readonly help?: boolean };
  try {
    asked = parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (fault) {
    return refuse(`${wordsOfFault(fault)}\n\n${HELP}`, 2);
  }
  if (asked.help === true) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    const house = await openHouse(configFor(asked));
    try {
      const { store, keyring, room } = house;
      const done = await rebuildViews({
        store,
        keyring,
        log: room.log,
        defaultRegime: room.defaultRegime,
        now: house.now(),
      });
      process.stdout.write(
        asked.json === true
          ? `${JSON.stringify(done)}\n`
          : `Folded ${done.entries} entries; ${done.people} people are known.\n`,
      );
      return 0;
    } finally {
      await house.close();
    }
  } catch (fault) {
    return refuse(wordsOfFault(fault), 1);
  }
}
