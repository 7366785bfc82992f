/**
 * Writes everything that is made from the table of settings, or checks that what is there is the same.
 * Flow:    npm run settings → settings/written → docs/operating.md, deploy.
 * Promise: exit 0 when written or equal, 1 when `--check` finds a difference, 2 for an option it does not know.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/root.ts';
import { command } from './command-line/command.ts';
import { madeFromSettings } from './settings/written.ts';

const HELP = `Usage: npm run settings [-- --check]

Writes the table of settings into docs/operating.md, deploy/candor.env.example and the values of the chart.
  --check   write nothing; say which of them differ
  --help    show this text

Exit: 0 written, or the same · 1 something differs · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  options: { check: { type: 'boolean' } },
  run({ values }) {
    const differing = Object.entries(madeFromSettings).filter(([path, make]) => {
      const file = join(root, path);
      const now = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const made = make(now);
      if (values.check !== true && made !== now) writeFileSync(file, made);
      return made !== now;
    });
    if (values.check !== true || differing.length === 0) return 0;
    process.stderr.write(
      `${differing.map(([path]) => path).join(', ')} differ from the settings; run npm run settings.\n`,
    );
    return 1;
  },
});
