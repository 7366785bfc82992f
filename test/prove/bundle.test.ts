/**
 * Everything that a service answers, asked of what `npm start` runs and of the same modules one by one: the whole fixed
 * journey of `npm run replies`, a service that begins with nothing and the sample company.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientFor } from '../../scripts/replies/client.ts';
import { differencesOf, type KeptReply, wordsOfDifferences } from '../../scripts/replies/compare.ts';
import { demoJourney, shopJourney } from '../../scripts/replies/journeys.ts';
import { startIn } from '../../scripts/replies/running.ts';
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

const repliesOf = async (
  folder: string,
  kind: 'start' | 'demo',
  journey: (client: Client) => Promise<void>,
): Promise<readonly KeptReply[]> => {
  const running = await startIn(folder, kind);
  try {
    const client = clientFor(running);
    await journey(client);
    return client.replies;
  } finally {
    await running.stop();
  }
};

const day = (): string => new Date().toISOString().slice(0, 10);

describe('what is joined answers as the modules do', () => {
  it.each([
    ['start', shopJourney],
    ['demo', demoJourney],
  ] as const)('on the journey of %s, every status, header and body', async (kind, journey) => {
    const begun = day();
    let [joined, modules] = [await repliesOf(root, kind, journey), await repliesOf(apart, kind, journey)];
    // Replies name days, so that a journey over midnight is taken once more.
    if (day() !== begun)
      [joined, modules] = [await repliesOf(root, kind, journey), await repliesOf(apart, kind, journey)];
    expect(wordsOfDifferences(differencesOf(modules, joined), 5)).toBe('');
    expect(joined.length).toBeGreaterThan(kind === 'start' ? 300 : 50);
  });
});
