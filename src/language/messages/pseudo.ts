/**
 * A language that nobody speaks: English with accents, longer, in brackets. Whoever builds a page or a letter sees in
 * it what was never put into a catalogue, and what breaks where a translation is long.
 * Flow:    say.ts (`?language=qps`) → here.
 * Promise: placeholders, plurals and marks stay as they are; every text stands between ⟦ and ⟧ and is about 40 %
 *          longer.
 * Source:  BCP 47 (`qaa` to `qtz` are for private use); docs/languages.md (the language of brackets).
 */
import { IntlMessageFormat } from 'intl-messageformat';

export const PSEUDO = 'qps';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Element = Ast[number];

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú', y: 'ý', c: 'ç', n: 'ñ', s: 'š', t: 'ţ', r: 'ŕ' },
  ...{ A: 'Å', E: 'Ë', I: 'Ï', O: 'Ö', U: 'Ü', C: 'Ç', N: 'Ñ', S: 'Š', T: 'Ţ', W: 'Ŵ', Y: 'Ý' },
};

export const accented = (text: string): string => text.replaceAll(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter);

function changed(element: Element): Element {
  if ('options' in element) {
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: option.value.map(changed) },
    ]);
    return { ...element, options: Object.fromEntries(options) } as Element;
  }
  if ('children' in element) return { ...element, children: element.children.map(changed) };
  return 'value' in element && element.type === LITERAL ? { ...element, value: accented(element.value) } : element;
}

/** The number that the parser gives to a plain piece of text. */
const LITERAL = 0;
const literal = (value: string): Element => ({ type: LITERAL, value }) as Element;

/** An English message, changed; to be formatted like any other. */
export function pseudoMessage(english: string, locale: string): IntlMessageFormat {
  const ast = new IntlMessageFormat(english, locale).getAst();
  return new IntlMessageFormat([literal('⟦'), ...ast.map(changed), literal('⟧')], locale);
}
