/**
 * Writes the snapshots of public holidays from the rules of each law, or checks that they are what the rules give.
 * Flow:    npm run holidays → holidays/text.ts → src/law/holidays/*.ts.
 * Promise: a line that stands is kept, so that no release moves a day by itself: it says which lines would differ, and
 *          writes a set anew only where it is named. Exit 0, 1 or 2 as the help says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/root.ts';
import { command } from './command-line/command.ts';
import { files } from './holidays/sets.ts';
import { holidayLines, textOf } from './holidays/text.ts';

const HELP = `Usage: npm run holidays [-- --check | --anew <set>[,<set>]]

Writes src/law/holidays from scripts/holidays, 2024 to 2032. Lines that stand there are kept.
  --check        write nothing; say which lines differ from the rules
  --anew <sets>  write these sets anew, after somebody has looked the days up
  --help         show this text

Exit: 0 written, or the same · 1 something differs · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  options: { check: { type: 'boolean' }, anew: { type: 'string' } },
  run({ values }) {
    const anew = values.anew?.split(',') ?? [];
    const lines = Object.values(files).flatMap((sets) => holidayLines(sets));
    const differing = lines.filter(({ set, stands, given }) => stands !== given && !anew.includes(set));
    for (const { set, year, stands = 'nothing', given } of differing) {
      process.stderr.write(`${set} ${year}: ${stands} stands, the rule gives ${given}\n`);
    }
    if (values.check === true) return differing.length === 0 ? 0 : 1;
    for (const name of Object.keys(files)) {
      const path = join(root, 'src/law/holidays', `${name}.ts`);
      const made = textOf(name, lines, anew);
      if (readFileSync(path, 'utf8') !== made) writeFileSync(path, made);
    }
    return differing.some(({ stands }) => stands !== undefined) ? 1 : 0;
  },
});
