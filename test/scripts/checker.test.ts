/** The script that a package brings along is the verifier of today. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main } from '../../scripts/write-checker.ts';
import { checkerFile } from '../../src/pages/assets.ts';

describe('the check in a package', () => {
  it('stands as npm run checker would write it', { timeout: 60_000 }, async () => {
    expect(await main(['--check'])).toBe(0);
  });

  it('takes nothing from node and asks nobody for anything', () => {
    const text = readFileSync(checkerFile, 'utf8');
    expect(text).not.toMatch(/node:|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(/);
  });
});
