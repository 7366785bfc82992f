import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en, type MessageKey } from '../../../src/language/messages/en.ts';
import { accented, pseudoMessage } from '../../../src/language/messages/pseudo.ts';
import { localeOf, say, sayParts, speaks } from '../../../src/language/say.ts';

const keys = Object.keys(en) as MessageKey[];
type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The message without its words: what is left is what a translation has to keep. */
function bones(elements: Elements): readonly unknown[] {
  return elements.flatMap((element): readonly unknown[] => {
    if ('options' in element)
      return [
        {
          [element.value]: Object.fromEntries(
            Object.entries(element.options).map(([name, option]) => [name, bones(option.value)]),
          ),
        },
      ];
    if ('children' in element) return [{ tag: element.value, inside: bones(element.children) }];
    return element.type === 0 ? [] : [element];
  });
}

describe('the language of brackets', () => {
  it('is spoken, though nobody speaks it, and counts and dates as English does', () => {
    expect(speaks('qps')).toEqual({ language: 'qps', fallback: false });
    expect(localeOf('qps')).toBe('en-GB');
  });

  it('begins and ends every text with a bracket, once', () => {
    const odd = keys.filter((key) => {
      const values = Object.fromEntries([...en[key].matchAll(/\{(\w+)/g)].map((match) => [match[1] ?? '', 2]));
      const text = say('qps', key, values);
      return (
        !text.startsWith('⟦') || !text.endsWith('⟧') || text.split('⟦').length !== 2 || text.split('⟧').length !== 2
      );
    });
    expect(odd).toEqual([]);
  });

  it('keeps every placeholder, every choice and every mark as it is', () => {
    for (const key of keys)
      expect(bones(pseudoMessage(en[key], 'en-GB').getAst()), key).toEqual(
        bones(new IntlMessageFormat(en[key], 'en-GB').getAst()),
      );
    expect(sayParts('qps', 'use.summary.nothing', { span: 'Since May' }).filter(({ strong }) => strong)).toHaveLength(
      1,
    );
  });

  it('is about 40 % longer than English, as a translation may be', () => {
    const whole = keys.map((key) => en[key]).join(' ');
    const share = accented(whole).length / whole.length;
    expect(share).toBeGreaterThan(1.25);
    expect(share).toBeLessThan(1.5);
  });
});
