/**
 * `npm run rebuild-views`: drops everything that is folded from facts and folds it anew.
 * Flow:    command line → here → house → ledger/rebuild.
 * Promise: changes no fact; a server that is running is told of, not disturbed.
 * Source:  docs/design.md 4.
 */
import { systemClock } from '../src/clock.ts';
import { openHouse } from '../src/house.ts';
import { rebuildViews } from '../src/ledger/rebuild.ts';
import { command, print } from './command-line/command.ts';
import { configFor } from './installation/where.ts';

const HELP = `Folds all views anew from the ledger. Stop the server first.

  npm run rebuild-views [-- --data <folder>] [--demo] [--json]

  --data <folder>  the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo           the data folder of the demo, data/demo
  --json           {"entries": <number>, "people": <number>}
  --help           this text

Exit: 0 rebuilt · 1 it could not be opened, and nothing was changed · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  options: {
    data: { type: 'string' },
    demo: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const house = await openHouse(configFor(values), systemClock, { isAnew: true });
    try {
      const { store, keyring, room } = house;
      const done = await rebuildViews({
        store,
        keyring,
        log: room.log,
        defaultRegime: room.defaultRegime,
        now: house.now(),
      });
      const summary = `Folded ${done.entries} entries; ${done.people} people are known.`;
      print(values.json, done, summary);
      return 0;
    } finally {
      await house.close();
    }
  },
});
