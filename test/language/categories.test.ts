import { describe, expect, it } from 'vitest';
import { categoryLabel } from '../../src/language/categories.ts';
import { languages } from '../../src/language/messages/catalogues.ts';
import { categoryMessages } from '../../src/language/messages/en/categories.ts';

/** Words that speak to the person whose data it is. */
const toThem = {
  en: /\b(you|your)\b/i,
  de: /\b(Sie|Ihr|Ihre|Ihren)\b/,
  fr: /\b(vous|vos|votre)\b/i,
  es: /\b(usted|su|sus|está)\b/i,
};
const codes = Object.keys(categoryMessages)
  .filter((key) => !key.endsWith('.officer'))
  .map((key) => key.slice('category.'.length));

describe.each(languages)('a kind of data in %s', (language) => {
  it('has a name without an owner for staff', () => {
    for (const code of codes) expect(categoryLabel(language, code, 'officer'), code).not.toMatch(toThem[language]);
  });

  it('may be called theirs to the person, and is another word than for staff then', () => {
    for (const code of codes.filter((each) => toThem[language].test(categoryLabel(language, each))))
      expect(categoryLabel(language, code), code).not.toBe(categoryLabel(language, code, 'officer'));
  });
});
