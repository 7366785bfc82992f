/** The script of the elements is the one of today's sources, and stays small. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main } from '../../scripts/write-elements.ts';
import { assets } from '../../src/pages/assets.ts';

const text = readFileSync(assets['candor.js']?.file ?? '');

describe('the elements for pages of the company', () => {
  it('stand as npm run elements would write them', { timeout: 60_000 }, async () => {
    expect(await main(['--check'])).toBe(0);
  });

  it('are less than 12 kB, without a packer', () => expect(text.length).toBeLessThan(12_000));

  it('take nothing from anybody, and write no markup', () => {
    expect(text.toString()).not.toMatch(
      /\bimport\b|innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|https?:\/\//,
    );
  });
});
