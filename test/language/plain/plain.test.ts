import { describe, expect, it } from 'vitest';
import { isGenericPurpose, judgePlain, type TextForm } from '../../../src/language/plain/plain.ts';
import { tongues } from '../../../src/language/plain/tongues.ts';

const measures = (text: string, language = 'en', form: TextForm = 'text') =>
  judgePlain(text, { language, form }).findings.map(({ measure }) => measure);
const sentenceOf = (words: number): string => `${Array.from({ length: words }, () => 'so').join(' ')}.`;

/** A word that a pattern of the lists finds: its first way through. */
const wordOf = (pattern: string): string => {
  let word = pattern
    .replace(/\(\?<!.*? \)/, '')
    .split('\\p{L}*')
    .join('');
  const choice = /\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)\??/;
  while (choice.test(word)) word = word.replace(choice, '$1');
  return (word.split('|')[0] ?? '')
    .replace(/\[(.)[^\]]*\]\??/g, '$1')
    .replace(/\\w\+/g, 'ed')
    .replace(/\\d\+/g, '6')
    .replace(/§\+/g, '§')
    .replace(/.\?/g, '')
    .replace(/\\/g, '')
    .replace(/ +/g, ' ')
    .trim();
};

describe('limits', () => {
  it.each(Object.values(tongues))(
    '$language: a sentence may have as many words as its limit and not one more',
    ({ language, limits }) => {
      expect(measures(sentenceOf(limits.wordsInSentence), language)).toEqual([]);
      expect(measures(sentenceOf(limits.wordsInSentence + 1), language)).toEqual(['long-sentence']);
      expect(measures(sentenceOf(limits.wordsInLabel + 1), language, 'label')).toEqual(['long-label']);
    },
  );

  it('a formula is never applied to a text that is too short for it', () => {
    const dense = 'Examiners evaluate creditworthiness.';
    expect(judgePlain(dense, { language: 'en', form: 'text' }).measures.readability).toBeUndefined();
    expect(measures(dense)).not.toContain('readability');
    expect(measures(Array.from({ length: 14 }, () => dense).join(' '))).toContain('readability');
  });

  it('a whole text that is too hard is never let through because its sentences are tiny', () => {
    expect(measures(Array.from({ length: 25 }, () => 'Creditworthiness evaluation.').join(' '))).toContain(
      'readability',
    );
  });

  it('a language without measures of its own is held to the length of its sentences, and says so', () => {
    const told = judgePlain(`Wszystko dobrze. S${sentenceOf(31).slice(1)}`, { language: 'pl', form: 'text' });
    expect(told).toMatchObject({
      measured: false,
      plain: false,
      findings: [{ measure: 'long-sentence', place: 2, value: 31, limit: 30 }],
    });
  });

  it('a regional tag is measured as its language', () => {
    expect(judgePlain('Gemäß Vertrag.', { language: 'de-AT', form: 'text' })).toMatchObject({
      language: 'de',
      measured: true,
      plain: false,
    });
  });
});

describe('a word of law', () => {
  const all = Object.values(tongues).flatMap(({ language, unwanted }) =>
    unwanted.legal.map((each) => ({ language, ...each, word: wordOf(each.pattern) })),
  );

  it.each(all)(
    '$language: “$word” is refused alone and accepted with the meaning that the fix proposes',
    ({ language, word, say, meaning }) => {
      const sentence = (words: string) => `XX ${words} XX.`;
      expect(measures(sentence(word), language)).toContain('legal-word');
      expect(measures(sentence(`${word} (${meaning ?? say})`), language)).not.toContain('legal-word');
    },
  );

  it('is accepted in brackets behind its meaning, and for the rest of the text once it was explained', () => {
    expect(
      measures('What we do with your data (processing) is listed here. All processing stops when you say no.'),
    ).toEqual([]);
    expect(
      measures('All processing stops. Blue is a colour. So is red. What we do with data (processing) is listed.'),
    ).toEqual(['legal-word']);
  });

  it('is known to staff, who still get no long or stiff sentence', () => {
    const staff = (text: string) =>
      judgePlain(text, { language: 'en', form: 'text', readers: 'staff' }).findings.map(({ measure }) => measure);
    expect(staff('The controller relies on legitimate interests.')).toEqual([]);
    expect(staff('Pursuant to the rules, it stops.')).toEqual(['stiff-word']);
  });

  it('is told from an ordinary word where only a capital letter parts them', () => {
    expect(measures('Die verantwortliche Mitarbeiterin prüft es mit dritten Augen.', 'de')).toEqual([]);
    expect(measures('Der Verantwortliche gibt es an Dritte.', 'de')).toEqual(['legal-word', 'legal-word']);
  });

  it('is found in any case and only as a whole word', () => {
    expect(measures('PROFILING happens.')).toEqual(['legal-word']);
    expect(measures('The uncontrollered profilings shallow whereupon.')).toEqual([]);
  });
});

describe('what is refused everywhere', () => {
  const stiff = Object.values(tongues).flatMap(({ language, unwanted }) =>
    unwanted.stiff.map(({ pattern }) => ({ language, word: wordOf(pattern) })),
  );

  it.each(stiff)('$language: “$word” is stiff, and an explanation does not help', ({ language, word }) => {
    expect(measures(`XX ${word} XX.`, language)).toContain('stiff-word');
    expect(measures(`XX ${word} (this means very much indeed) XX.`, language)).toContain('stiff-word');
  });

  it.each([
    [
      'en',
      [
        'to improve our services',
        'improving the customer experience',
        'to develop and improve our products',
        'enhance your experience',
        'for various purposes',
      ],
    ],
    [
      'de',
      [
        'um unsere Dienste zu verbessern',
        'zur Verbesserung unserer Angebote',
        'die Optimierung des Angebots',
        'für geschäftliche Zwecke',
        'zu Analysezwecken',
      ],
    ],
    [
      'fr',
      [
        'pour améliorer nos services',
        'améliorer votre expérience',
        'l’amélioration de nos offres',
        'à des fins statistiques',
        'diverses fins',
      ],
    ],
    [
      'es',
      [
        'para mejorar nuestros servicios',
        'la mejora de nuestros productos',
        'mejorar su experiencia',
        'con fines comerciales',
        'para distintos fines',
      ],
    ],
  ] as const)('%s: a purpose that names none is refused: %j', (language, phrases) => {
    for (const phrase of phrases) {
      expect(measures(`XX ${phrase} XX.`, language), phrase).toContain('generic-purpose');
      expect(isGenericPurpose(phrase), phrase).toBe(true);
    }
  });

  it.each([
    'to answer your messages faster',
    'damit wir schneller antworten',
    'pour répondre plus vite',
    'para contestar antes',
    'The business is open.',
  ])('a purpose that says what is done is none of them: %s', (phrase) => expect(isGenericPurpose(phrase)).toBe(false));
});

describe('what the gate says', () => {
  it('names the sentence, the measure, the value, the limit and the way out', () => {
    expect(judgePlain('All is well. Pursuant to this we stop.', { language: 'en', form: 'text' }).findings).toEqual([
      {
        measure: 'stiff-word',
        place: 2,
        sentence: 'Pursuant to this we stop.',
        value: 1,
        limit: 0,
        why: '“Pursuant to” is stiff and says nothing that a plain word does not.',
        fix: 'Say “under”.',
        words: ['Pursuant to'],
        say: ['under'],
      },
    ]);
  });

  it('an empty text and one without letters are plain and empty', () => {
    for (const text of ['', '  \n', '…', '12.5 %'])
      expect(judgePlain(text, { language: 'en', form: 'text' })).toMatchObject({ plain: true });
  });

  it('the longest text that can be published is judged in a moment, whatever it holds', () => {
    for (const piece of [
      'a',
      'the controller ',
      'improve our ',
      'is done, ',
      'é',
      '(',
      'a-',
      'e.g. ',
      'unsere Dienste und ',
    ])
      for (const language of Object.keys(tongues))
        judgePlain(piece.repeat(Math.floor(40_000 / piece.length)), { language, form: 'text' });
  }, 20_000);
});
