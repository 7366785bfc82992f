/**
 * `npm run migrations -- <name>`: writes the next numbered migration for both dialects, so that they always pair up.
 * Flow:    schema/tables → drizzle-kit, once a dialect → schema/migrations/{sqlite,postgresql}.
 * Promise: both folders get a file of the same name, or the command fails.
 */
import { spawnSync } from 'node:child_process';
import { command, Misused, onlyWord } from './command-line/command.ts';

const HELP = `npm run migrations -- <name> [--custom]

Compares schema/ with the migrations written so far and adds the difference, once for each dialect.
  --custom   adds an empty file to both, for triggers and other statements written by hand

Exit: 0 written or nothing to do · 1 drizzle-kit failed · 2 the command cannot be understood.
`;

const misnamed = 'Name the migration: small letters, digits and underscores.';

export const main = command({
  help: HELP,
  takesWords: true,
  options: { custom: { type: 'boolean' } },
  run({ values, words }) {
    const name = onlyWord(words, misnamed);
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Misused(misnamed);
    const flags = values.custom === true ? ['--custom'] : [];
    for (const dialect of ['sqlite', 'postgresql']) {
      const made = spawnSync('drizzle-kit', ['generate', '--name', name, ...flags], {
        stdio: 'inherit',
        env: { ...process.env, DIALECT: dialect },
      });
      if (made.status !== 0) return 1;
    }
    return 0;
  },
});
