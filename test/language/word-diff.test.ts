/**
 * What changed between two texts, word by word: nothing of either text is lost, and what both have is not told as new.
 */
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../src/language/word-diff.ts';

const before = (text: ReturnType<typeof wordDiff>) =>
  text.flatMap(({ kind, text: words }) => (kind === 'added' ? [] : [words])).join('');
const after = (text: ReturnType<typeof wordDiff>) =>
  text.flatMap(({ kind, text: words }) => (kind === 'removed' ? [] : [words])).join('');

describe('what changed between two texts', () => {
  it('names the words that were taken out and put in, and leaves the others', () => {
    const pieces = wordDiff('We keep your chats for one year.', 'We keep your letters for one month.');
    expect(pieces.map(({ kind, text }) => `${kind}:${text.trim()}`)).toEqual([
      'same:We keep your',
      'removed:chats',
      'added:letters',
      'same:for one',
      'removed:year.',
      'added:month.',
    ]);
  });

  it('a text that stays is one piece, and one that is new or gone is one, too', () => {
    expect(wordDiff('The same.', 'The same.')).toEqual([{ kind: 'same', text: 'The same.' }]);
    expect(wordDiff('', 'New.')).toEqual([{ kind: 'added', text: 'New.' }]);
    expect(wordDiff('Gone.', '')).toEqual([{ kind: 'removed', text: 'Gone.' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('whatever the texts are, both can be read from what is told, to the letter', () => {
    const words = ['a', 'b', ' ', '\n', 'é', '  ', '\u{1F600}', '.', '\u200b', '\t'];
    let seed = 7;
    const next = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed;
    };
    const aText = (): string => Array.from({ length: next() % 12 }, () => words[next() % words.length]).join('');
    for (let round = 0; round < 3000; round += 1) {
      const [one, two] = [aText(), aText()];
      const told = wordDiff(one, two);
      expect([before(told), after(told)]).toEqual([one, two]);
    }
  });

  it('two long texts that share nothing are told as one change each', () => {
    const of = (word: string): string => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' ');
    expect(wordDiff(of('one'), of('two')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
