/**
 * Everything that a service answers, asked of what `npm start` runs and of the same modules one by one: the whole fixed
 * journey of `npm run replies` over a service that begins with nothing.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { differencesOf, type KeptReply, wordsOfDifferences } from '../../scripts/replies/compare.ts';
import { askedOf, shopJourney } from '../../scripts/replies/journeys.ts';
import { root } from '../../src/root.ts';
import { build } from '../given/prove/spawned.ts';

/** A checkout whose commands are the compiled modules, each read by itself. */
const apart = mkdtempSync(join(tmpdir(), 'candor-apart-'));
beforeAll(() => {
  build();
  mkdirSync(join(apart, 'scripts'));
  writeFileSync(
    join(apart, 'scripts', 'run.mjs'),
    `const [command, ...argv] = process.argv.slice(2);
     const file = command === 'start' ? 'src/main.js' : \`scripts/\${command}.js\`;
     process.exitCode = await (await import(${JSON.stringify(pathToFileURL(join(root, 'dist/')).href)} + file)).main(argv);`,
  );
});
afterAll(() => rmSync(apart, { recursive: true, force: true }));

const repliesOf = (folder: string): Promise<readonly KeptReply[]> => askedOf(folder, 'start', shopJourney);

const day = (): string => new Date().toISOString().slice(0, 10);

// What is random is hidden by its form, and once in many runs has one that is not known: a difference that counts is in
// every run.
it('what is joined answers as the modules do: every status, header and body of the journey', { retry: 2 }, async () => {
  const begun = day();
  let [joined, modules] = [await repliesOf(root), await repliesOf(apart)];
  // Replies name days, so that a journey over midnight is taken once more.
  if (day() !== begun) [joined, modules] = [await repliesOf(root), await repliesOf(apart)];
  expect(wordsOfDifferences(differencesOf(modules, joined), 5)).toBe('');
  expect(joined.length).toBeGreaterThan(1_000);
});
