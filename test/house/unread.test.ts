import { describe, expect, it } from 'vitest';
import { files, read, sources } from './sources.ts';

const EXPORTED = /^export (?:async )?(?:const|function\*?|interface|type|class) (\w+)/gm;
const WORD = /[A-Za-z_$][\w$]*/g;

/** How often each word stands in the code of the house, its tests and its configuration; comments do not count. */
const tests = files
  .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path) && !sources.some((source) => source.path === path))
  .map(read);
const seen = new Map<string, number>();
for (const text of [...sources.map(({ code }) => code), ...tests])
  for (const [word] of text.matchAll(WORD)) seen.set(word, (seen.get(word) ?? 0) + 1);

const unread = (path: string, code: string): string[] =>
  [...code.matchAll(EXPORTED)].flatMap(([, name = '']) =>
    (seen.get(name) ?? 0) < 2 ? [`${path} exports ${name}`] : [],
  );

describe('what a file hands out', () => {
  it('is read by somebody', () => expect(sources.flatMap(({ path, code }) => unread(path, code))).toEqual([]));

  it('is found where nobody reads it', () => {
    const name = ['nobody', 'Reads', 'This'].join('');
    expect(unread('src/a.ts', `export const ${name} = 1;`)).toEqual([`src/a.ts exports ${name}`]);
    expect(unread('src/a.ts', 'export const sources = 1;')).toEqual([]);
  });
});
