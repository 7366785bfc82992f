import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/language/plain/sentences.ts';
import { tongues } from '../../../src/language/plain/tongues.ts';

const cut = (language: string, text: string): readonly string[] => sentencesOf(text, tongues[language]!);

describe('a text is cut where a reader would breathe', () => {
  it.each([
    ['en', 'We pay 3.5 % on 1,200.50 euros. You get it on 3 Nov. 2026.', 2],
    ['en', 'Ask Dr. Gray, e.g. by e-mail. She answers.', 2],
    ['en', 'Write to J. Smith at help@example.org or www.example.org. Thank you!', 2],
    ['en', '“Why did you say no?” you may ask. We tell you.', 2],
    ['en', 'Really?! Yes… It is so.', 3],
    ['en', 'It uses version 2.0.1 of the program', 1],
    ['en', 'If the risk is high, we say no. You can ask why. See no. 5 of the list.', 3],
    ['de', 'Das gilt für jede Sache dieser Art. Mehr steht in Nr. 5 und Art. 6 dort.', 2],
    ['de', 'Am 3. November 2026 zahlen Sie 1.200,50 Euro, z. B. per Karte. Danach ist Schluss.', 2],
    ['de', 'Es kostet 30. Danach kostet es 40.', 2],
    ['de', 'Die Frist endet am 15. Tag bzw. am Monatsende. Dr. Meier hilft.', 2],
    ['fr', 'Mme Petit paie 1 200,50 euros, par ex. en nov. 2026. C’est tout !', 2],
    ['es', 'La Sra. López paga 1.200,50 euros, p. ej. hoy. ¿Por qué? ¡Porque sí!', 3],
  ] as const)('%s: %s', (language, text, count) => expect(cut(language, text)).toHaveLength(count));

  it('headings and list items stand for themselves, and a line that was wrapped goes on', () => {
    const text =
      '# What we use\n\nWe look at:\n- what you earn\n- what you spend\n1. how you paid\n\nA line that is so long that somebody wrapped it\nhere goes on.';
    expect(cut('en', text)).toEqual([
      'What we use',
      'We look at:',
      'what you earn',
      'what you spend',
      'how you paid',
      'A line that is so long that somebody wrapped it here goes on.',
    ]);
  });

  it('breaking lines in mid-sentence makes no sentence shorter', () => {
    const words = Array.from({ length: 30 }, (_, place) => `word${place}`);
    expect(cut('en', words.join('\n'))).toHaveLength(1);
  });

  it('nothing that can be read is lost, whatever stands in it', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    const pieces = fc.array(
      fc.constantFrom('word', 'Word', '3', '.', '!', '?', ' ', '\n', '“', '”', '(', ')', 'e.g.', 'z. B.', '…', '- '),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pieces, fc.constantFrom('en', 'de', 'fr', 'es'), (parts, language) => {
        const text = parts.join('');
        expect(letters(cut(language, text).join(''))).toBe(letters(text));
      }),
    );
  });

  it('the longest text that can be published is cut in a moment', () => {
    for (const piece of ['a.', 'A. ', '(((', '. . . ', '“ ', 'z. B. ', 'word ', '\n', '- ', 'é'])
      expect(cut('de', piece.repeat(40_000 / piece.length)).length).toBeGreaterThanOrEqual(0);
  }, 5000);
});
