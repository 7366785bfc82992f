/**
 * Joins the verifier and the page around it into the one script that a package brings along, or compares it.
 * Flow:    npm run checker → package-check/page.mjs, verify → src/pages/assets/package-check.js.
 * Promise: the verifier is the one of `npm run verify`; only what it takes from node is given by others. Exit 0 when
 *          written or equal, 1 when `--check` finds a difference, 2 for an option it does not know.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../src/root.ts';
import { command } from './command-line/command.ts';

const HELP = `Usage: npm run checker [-- --check]

Writes src/pages/assets/package-check.js, by which a package is checked in a browser.
  --check   write nothing; say whether it differs
  --help    show this text

Exit: 0 written, or the same · 1 it differs · 2 the command cannot be understood.
`;

const HEAD = `/*! Written by npm run checker from scripts/package-check and scripts/verify. With @noble/ed25519 and @noble/hashes,
Copyright Paul Miller (MIT); buffer, Copyright Feross Aboukhadijeh and others (MIT); base64-js, Copyright Jameson Little (MIT);
ieee754, Copyright Fair Oaks Labs, Inc. (BSD-3-Clause). */
`;

const from = join(root, 'scripts', 'package-check');
/** What the verifier takes from node, and what it gets instead. */
const given = { crypto: 'crypto.mjs', fs: 'nothing.mjs', path: 'nothing.mjs' };
const alias = Object.fromEntries(Object.entries(given).map(([part, file]) => [`node:${part}`, join(from, file)]));

async function checker(): Promise<string> {
  const joined = await rolldown({
    cwd: root,
    input: join(from, 'page.mjs'),
    platform: 'browser',
    resolve: { alias },
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
    const file = join(root, 'src', 'pages', 'assets', 'package-check.js');
    const made = await checker();
    const isSame = existsSync(file) && readFileSync(file, 'utf8') === made;
    if (values.check === true) return isSame ? 0 : 1;
    if (!isSame) writeFileSync(file, made);
    return 0;
  },
});
