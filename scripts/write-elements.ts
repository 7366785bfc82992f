/**
 * Joins the elements for pages of the company into the one script that is served, or compares it.
 * Flow:    npm run elements → page-elements → written-script.ts.
 * Promise: the words in it are none of its own; exit codes as written-script.ts says.
 */
import { join } from 'node:path';
import { root } from '../src/root.ts';
import { writtenScript } from './command-line/written-script.ts';

export const main = writtenScript({
  name: 'elements',
  file: 'candor.js',
  purpose: 'by which pages of yours show where AI is at work.',
  head: '/*! Candor, Apache-2.0. Written by npm run elements from scripts/page-elements. */\n',
  input: join(root, 'scripts', 'page-elements', 'elements.ts'),
  how: { transform: { target: 'es2022' } },
});
