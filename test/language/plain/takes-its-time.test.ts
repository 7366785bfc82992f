import { describe, expect, it } from 'vitest';
import { isGenericPurpose, judgePlain } from '../../../src/language/plain/plain.ts';

/** What a text can be made of to lead a pattern or a loop a long way round. */
const pieces = [
  'a ',
  'a',
  'A ',
  'ab. ',
  '. ',
  '.',
  '...x',
  '! ',
  '?"',
  '")',
  '(',
  '( ',
  ') ',
  '(a ',
  '- ',
  '-',
  '– ',
  '—',
  '—a',
  ' ',
  '\t',
  '\n',
  '\r',
  'a\n',
  '- a\n',
  '# ',
  '1. ',
  '1.',
  '1) ',
  ',',
  ', ',
  ';',
  ': ',
  ':',
  '"',
  '“',
  '«',
  'is ',
  'is not ',
  'is  ',
  'is used ',
  'ed ',
  'be being ',
  'not ',
  'est ',
  'wird ',
  'son ',
  'processing ',
  'process data ',
  'data ',
  'data controller ',
  'the data ',
  'controller ( ',
  'controller (',
  'controller: ',
  'legitimate interest. ',
  'that is ',
  'means ',
  'a-',
  'a/',
  'a|',
  'a@',
  'http://',
  'www.',
  "'",
  '’',
  'é',
  'ß ',
  'ie',
  'eiou',
  'ness ',
  '0',
  '0 ',
  '0.',
  'e.g. ',
  'z. B. ',
  'to improve our services ',
  '\u0301',
  'Verantwortliche ',
  'traitement ',
  'tratamiento ',
  'interés legítimo (',
  'and ',
  'or ',
  'A',
  'Aa ',
  '…',
  '. a',
  '.a',
  'a.a ',
];
const endings = ['', '!x'];
const languages = ['en', 'de', 'fr', 'es', 'it'];

/** What this thread itself worked, in milliseconds: a machine that does something else meanwhile adds nothing. */
function workedMs(work: () => unknown): number {
  const began = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}

/** The least of three, because collecting garbage only ever makes it longer. */
const leastMs = (work: () => unknown): number => Math.min(...[0, 1, 2].map(() => workedMs(work)));

const textOf = (piece: string, ending: string, letters: number): string =>
  piece.repeat(Math.ceil(letters / piece.length)).slice(0, letters - ending.length) + ending;

/** Whoever takes twice as long for twice as much takes four times as long for four times as much; a square takes 16. */
const MOST_TIMES = 9;
/** Below this the clock of a thread says little; a square that takes less takes half a second for the longest text. */
const SURE_MS = 60;
const [LITTLE, MUCH] = [4000, 16_000];

describe.each(languages)('how long a text in %s is looked at', (language) => {
  it.each(['text', 'label'] as const)('grows as the %s grows, whatever it is made of', { timeout: 600_000 }, (form) => {
    const slow: string[] = [];
    for (const piece of pieces)
      for (const ending of form === 'text' ? endings : ['x']) {
        const look = (letters: number) => {
          const text = textOf(piece, ending, letters);
          return () => judgePlain(text, { language, form });
        };
        if (workedMs(look(MUCH)) < SURE_MS) continue;
        const much = leastMs(look(MUCH));
        if (much < SURE_MS) continue;
        const times = much / leastMs(look(LITTLE));
        // What looks like a square has to look like one each time, so that a pause of the engine is no finding.
        const isSquare = () => leastMs(look(4 * MUCH)) > MOST_TIMES * leastMs(look(MUCH));
        if (times > MOST_TIMES && [isSquare, isSquare, isSquare].every((looks) => looks()))
          slow.push(`${JSON.stringify(piece)} … ${JSON.stringify(ending)}: ${Math.round(much)} ms, ${times}`);
      }
    expect(slow).toEqual([]);
  });
});

describe('a text of 39 kB', () => {
  // Many times more than it takes, and a small part of what a square takes: 40,000 dots took 40 seconds.
  it.each(['a ', '.', '. a', '-x'])('of %j, again and again, is looked at in a moment', (piece) => {
    const text = piece.repeat(39_000 / piece.length);
    expect(leastMs(() => judgePlain(text, { language: 'en', form: 'text' }))).toBeLessThan(1500);
    expect(leastMs(() => isGenericPurpose(text))).toBeLessThan(1500);
  });
});
