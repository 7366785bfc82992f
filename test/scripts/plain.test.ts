import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../scripts/plain.ts';

const written: string[] = [];
const listen = () => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  }
};
afterEach(() => {
  vi.restoreAllMocks();
  written.length = 0;
});

function aFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'plain-')), 'text.txt');
  writeFileSync(file, text);
  return file;
}

describe('npm run plain', () => {
  it('passes a plain text and shows its measures', async () => {
    listen();
    expect(await main([aFile('Ein Mensch liest jede Antwort. Dann schickt er sie ab.'), '--language', 'de'])).toBe(0);
    expect(written.join('')).toContain('Sentences           2, the longest has 5 words');
    expect(written.join('')).toContain('Plain enough.');
  });

  it('fails another one and names sentence, reason and way out', async () => {
    listen();
    expect(await main([aFile('All is well. We use your data to improve our services.')])).toBe(1);
    expect(written.join('')).toContain('Sentence 2, generic-purpose: We use your data to improve our services.');
    expect(written.join('')).toContain('for example “to answer your messages faster”');
  });

  it('gives one JSON object where a program reads it', async () => {
    listen();
    expect(await main([aFile('Pursuant to this.'), '--json', '--form', 'label'])).toBe(1);
    expect(JSON.parse(written.join(''))).toMatchObject({
      language: 'en',
      plain: false,
      findings: [{ measure: 'stiff-word', fix: 'Say “under”.' }],
    });
  });

  it('explains itself, and tells a wrong command from a text that fails', async () => {
    listen();
    expect(await main(['--help'])).toBe(0);
    expect(await main([])).toBe(2);
    expect(await main(['--loud'])).toBe(2);
    expect(await main([aFile('x'), '--form', 'poem'])).toBe(2);
    expect(await main(['/nowhere/at/all.txt'])).toBe(2);
  });
});
