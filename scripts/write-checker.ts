/**
 * Joins the verifier and the page around it into the one script that a package brings along, or compares it.
 * Flow:    npm run checker → package-check/page.mjs, verify → written-script.ts.
 * Promise: the verifier is the one of `npm run verify`; only what it takes from node is given by others. Exit codes as
 *          written-script.ts says.
 */
import { join } from 'node:path';
import { root } from '../src/root.ts';
import { writtenScript } from './command-line/written-script.ts';

const HEAD = `/*! Written by npm run checker from scripts/package-check and scripts/verify. With @noble/ed25519 and @noble/hashes,
Copyright Paul Miller (MIT); buffer, Copyright Feross Aboukhadijeh and others (MIT); base64-js, Copyright Jameson Little (MIT);
ieee754, Copyright Fair Oaks Labs, Inc. (BSD-3-Clause). */
`;

const from = join(root, 'scripts', 'package-check');
/** What the verifier takes from node, and what it gets instead. */
const given = { crypto: 'crypto.mjs', fs: 'nothing.mjs', path: 'nothing.mjs' };
const alias = Object.fromEntries(Object.entries(given).map(([part, file]) => [`node:${part}`, join(from, file)]));

export const main = writtenScript({
  name: 'checker',
  file: 'package-check.js',
  purpose: 'by which a package is checked in a browser.',
  head: HEAD,
  input: join(from, 'page.mjs'),
  how: { resolve: { alias } },
});
