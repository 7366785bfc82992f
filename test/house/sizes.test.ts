import { describe, expect, it } from 'vitest';
import { sources } from './sources.ts';

const sizes = sources
  .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);
const share = (part: number): number => sizes[Math.floor((sizes.length - 1) * part)]?.lines ?? 0;

describe('a file is read in one sitting', () => {
  it('half of all files have at most 90 lines', () => expect(share(0.5)).toBeLessThanOrEqual(90));
  it('nine of ten have at most 250 lines', () => expect(share(0.9)).toBeLessThanOrEqual(250));
  it('none has more than 400 lines', () => expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]));
});

describe('a file says what it is for', () => {
  it('every file opens with its header', () => {
    const without = sources.filter(({ text }) => !/^(\/\/ SPDX.*\n)?\/\*\*/.test(text)).map(({ path }) => path);
    expect(without).toEqual([]);
  });
});
