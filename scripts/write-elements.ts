/**
 * Joins the elements for pages of the company into the one script that is served, or compares it.
 * Flow:    npm run elements → page-elements → src/pages/assets/candor.js.
 * Promise: exit 0 when written or equal, 1 when `--check` finds a difference, 2 for an option it does not know.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../src/root.ts';
import { command } from './command-line/command.ts';

const HELP = `Usage: npm run elements [-- --check]

Writes src/pages/assets/candor.js, by which pages of yours show where AI is at work.
  --check   write nothing; say whether it differs
  --help    show this text

Exit: 0 written, or the same · 1 it differs · 2 the command cannot be understood.
`;

const HEAD = '/*! Candor, Apache-2.0. Written by npm run elements from scripts/page-elements. */\n';

async function elements(): Promise<string> {
  const joined = await rolldown({
    cwd: root,
    input: join(root, 'scripts', 'page-elements', 'elements.ts'),
    platform: 'browser',
    transform: { target: 'es2022' },
    logLevel: 'silent',
  });
  const { output } = await joined.generate({ format: 'iife', minify: true, comments: false, sourcemap: false });
  await joined.close();
  return `${HEAD}${output[0].code.trimEnd()}\n`;
}

export const main = command({
  help: HELP,
  options: { check: { type: 'boolean' } },
  async run({ values }) {
    const file = join(root, 'src', 'pages', 'assets', 'candor.js');
    const made = await elements();
    const isSame = existsSync(file) && readFileSync(file, 'utf8') === made;
    if (values.check === true) return isSame ? 0 : 1;
    if (!isSame) writeFileSync(file, made);
    return 0;
  },
});
