import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { catalogues, type Language, languages } from '../../../src/language/messages/catalogues.ts';
import { en } from '../../../src/language/messages/en.ts';
import { judgePlain, type TextForm } from '../../../src/language/plain/plain.ts';
import { tongues } from '../../../src/language/plain/tongues.ts';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** What stands in for a value: a name is one word, a day is three. */
const standIn = (name: string): string => (/day|due|date/i.test(name) ? '3 November 2026' : 'Xy');

/** Every way in which a message can be said: each plural, each choice. */
function spoken(elements: Elements): readonly string[] {
  return elements.reduce<readonly string[]>(
    (said, element) => said.flatMap((before) => waysOf(element).map((way) => before + way)),
    [''],
  );
}

function waysOf(element: Elements[number]): readonly string[] {
  if ('options' in element)
    return [...new Set(Object.values(element.options).flatMap((option) => spoken(option.value as Elements)))];
  if ('children' in element) return spoken(element.children as Elements);
  if (!('value' in element)) return ['12'];
  return element.type === 0 ? [element.value as string] : [standIn(element.value as string)];
}

/** Texts that only staff read may use the words of their trade; so may the list that explains these words. */
const readersOf = (key: string): 'people' | 'staff' =>
  key.endsWith('.officer') || key.endsWith('.term') ? 'staff' : 'people';
/** What heads a page or stands on a button; everything else is read as a sentence. */
const formOf = (key: string): TextForm =>
  /(?:\.title|\.term|\.button)$|^page\.nav\.|^action\.[\w-]+$/.test(key) ? 'label' : 'text';
const isSentence = (text: string): boolean => /[.!?…:]["”“’»)]*$/u.test(text);

const spokenIn = (language: Language): readonly { readonly key: string; readonly text: string }[] =>
  Object.entries(catalogues[language]).flatMap(([key, message]) =>
    spoken(new IntlMessageFormat(message, language).getAst()).map((text) => ({ key, text })),
  );

const measured = languages.filter((language) => language in tongues);

describe.each(measured)('our own words in %s', (language) => {
  it('are as plain as those we ask of others, in every plural and every choice', () => {
    const faults = spokenIn(language).flatMap(({ key, text }) => {
      const { findings } = judgePlain(text, { language, form: formOf(key), readers: readersOf(key) });
      return findings.map(({ sentence, why, fix }) => `${key}: ${sentence}\n    ${why} ${fix}`);
    });
    expect([...new Set(faults)].join('\n')).toBe('');
  });

  it('read easily as a whole', () => {
    const texts = Object.keys(en).flatMap((key) => {
      const message = readersOf(key) === 'people' ? catalogues[language][key as keyof typeof en] : undefined;
      return message === undefined ? [] : spoken(new IntlMessageFormat(message, language).getAst()).slice(0, 1);
    });
    const { measures, findings } = judgePlain(texts.filter(isSentence).join('\n'), {
      language,
      form: 'text',
      readers: 'staff',
    });
    expect(measures.readability).toBeDefined();
    expect(findings.filter(({ measure }) => measure === 'readability')).toEqual([]);
  });
});

it('every language that the service speaks is measured, but for the one made of brackets', () => {
  expect(measured).toEqual(expect.arrayContaining(['en', 'de', 'fr', 'es']));
});
