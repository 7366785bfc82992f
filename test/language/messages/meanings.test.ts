/** What a person reads in their language is what everybody else reads: about the same things, and as much of a no. */
import { describe, expect, it } from 'vitest';
import { catalogues, languages } from '../../../src/language/messages/catalogues.ts';
import { en, type MessageKey } from '../../../src/language/messages/en.ts';
import { denies, smallWords, things } from '../../given/language/things.ts';

const keys = Object.keys(en) as MessageKey[];
const others = languages.filter((language) => language !== 'en');

/** The words alone: no names of values, and of a choice what is said and not its codes. */
const said = (text: string): string =>
  text
    .replace(/\{\w+\}/g, ' ')
    .replace(/\{\w+, (?:select|plural),/g, '{')
    .replace(/[\w=#]+ \{/g, ' {')
    .replace(/[{}]/g, ' ')
    .trim();
const both = (key: MessageKey, text: string): string => `${key}: ${text} (${en[key]})`;

describe.each(others)('in %s', (language) => {
  const text = (key: MessageKey): string => said(catalogues[language][key]);

  it('a thing is named where English names it', () => {
    for (const [thing, { en: english, [language]: own }] of Object.entries(things)) {
      const about = keys.filter((key) => english.test(said(en[key])));
      expect(about.length, thing).toBeGreaterThan(0);
      const unnamed = about.filter((key) => !own.test(text(key)));
      expect(
        unnamed.map((key) => both(key, text(key))),
        thing,
      ).toEqual([]);
    }
  });

  it('what is denied in English is denied', () => {
    const denied = keys.filter((key) => denies.en.test(said(en[key])));
    expect(denied.length).toBeGreaterThan(200);
    expect(denied.filter((key) => !denies[language].test(text(key))).map((key) => both(key, text(key)))).toEqual([]);
  });
});

describe.each(languages)('every text in %s', (language) => {
  it('is written in that language and in no other', () => {
    const smallIn = (key: MessageKey, tongue: (typeof languages)[number]): number =>
      (
        said(catalogues[language][key])
          .toLowerCase()
          .match(/\p{L}+/gu) ?? []
      ).filter((word) => smallWords[tongue].has(word)).length;
    const foreign = keys.filter((key) =>
      languages.some((other) => other !== language && smallIn(key, other) > Math.max(1, smallIn(key, language))),
    );
    expect(foreign.map((key) => both(key, catalogues[language][key]))).toEqual([]);
  });
});
