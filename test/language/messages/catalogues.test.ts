import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { clockWords, complaintWords } from '../../../src/language/law-words.ts';
import { catalogues, type Language, languageNames, languages } from '../../../src/language/messages/catalogues.ts';
import { en, type MessageKey } from '../../../src/language/messages/en.ts';
import { isMessageKey, say, sayParts, speaks } from '../../../src/language/say.ts';
import { denials } from '../../../src/law/denials.ts';
import { regimeCodes } from '../../../src/law/regimes.ts';
import { complaintRoutes } from '../../../src/law/rights.ts';
import { type DeadlineRule, ruleText, ruleWords } from '../../../src/law/rules.ts';
import { sameAsEnglish } from '../../given/language/same-as-english.ts';

const keys = Object.keys(en) as MessageKey[];
const others = languages.filter((language) => language !== 'en');

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Every argument with what is done with it: `count: plural`, `day: 1`, `b: tag`; the branches' own arguments too. */
function argumentsOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element): readonly string[] => {
    if ('options' in element) {
      const kind = 'offset' in element ? 'plural' : 'select';
      return [
        `${element.value}: ${kind}`,
        ...Object.values(element.options).flatMap((option) => argumentsOf(option.value)),
      ];
    }
    if ('children' in element) return [`${element.value}: tag`, ...argumentsOf(element.children)];
    return element.type === 1 ? [`${element.value}: value`] : [];
  });
}

const astOf = (language: Language, key: MessageKey) =>
  new IntlMessageFormat(catalogues[language][key], language).getAst();

/**
 * A plural may be chosen over and over in one language and once in another; a placeholder that is missing is a mistake.
 */
const argumentSet = (language: Language, key: MessageKey): readonly string[] =>
  [...new Set(argumentsOf(astOf(language, key)))].sort();

/** The choices of every `select`, which are codes and the same in every language. */
function choicesOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element): readonly string[] => {
    if ('children' in element) return choicesOf(element.children);
    if (!('options' in element)) return [];
    const own = 'offset' in element ? [] : Object.keys(element.options).map((choice) => `${element.value}=${choice}`);
    return [...own, ...Object.values(element.options).flatMap((option) => choicesOf(option.value))];
  });
}

/** Samples: each number that any of the languages counts in its own way, and each choice of each select. */
function samplesFor(key: MessageKey): readonly Readonly<Record<string, string | number>>[] {
  const ast = astOf('en', key);
  const names = argumentsOf(ast).filter((one) => !one.endsWith(': tag'));
  const choices = choicesOf(ast);
  const numbers = [0, 1, 2, 5, 1204, 1_000_000];
  return numbers.map((number, at) =>
    Object.fromEntries(
      names.map((one) => {
        const [name = '', kind] = one.split(': ');
        const own = choices
          .filter((choice) => choice.startsWith(`${name}=`))
          .map((choice) => choice.slice(name.length + 1));
        if (kind === 'plural') return [name, number];
        return [name, own.length === 0 ? `⟪${name}⟫` : (own[at % own.length] ?? '')];
      }),
    ),
  );
}

describe.each(others)('the %s catalogue', (language) => {
  it('has every key of English and no other', () => {
    expect(Object.keys(catalogues[language]).toSorted()).toEqual(keys.toSorted());
    expect(keys.filter((key) => catalogues[language][key].trim() === '')).toEqual([]);
  });

  it('names the same values in every text', () => {
    const differing = keys.filter((key) => argumentSet(language, key).join() !== argumentSet('en', key).join());
    expect(
      differing.map((key) => `${key}: ${argumentSet(language, key)} instead of ${argumentSet('en', key)}`),
    ).toEqual([]);
  });

  it('names them in the same order, so that none stands where another one belongs', () => {
    // No sentence needs another order so far; one that does is named here, after somebody read it.
    const orderIn = (tongue: Language, key: MessageKey): string =>
      [...new Set(argumentsOf(astOf(tongue, key)).filter((one) => one.endsWith(': value')))].join();
    expect(keys.filter((key) => orderIn(language, key) !== orderIn('en', key))).toEqual([]);
  });

  it('knows the same codes in every choice', () => {
    const set = (tongue: Language, key: MessageKey): string =>
      [...new Set(choicesOf(astOf(tongue, key)))].toSorted().join();
    expect(keys.filter((key) => set(language, key) !== set('en', key))).toEqual([]);
  });

  it('sets as many pieces in bold as English does', () => {
    const marks = (text: string): number => text.split('<b>').length;
    expect(keys.filter((key) => marks(catalogues[language][key]) !== marks(en[key]))).toEqual([]);
  });

  it('is a translation: a text like the English one is on the list of those that may be', () => {
    const same = keys.filter((key) => catalogues[language][key] === en[key]);
    expect(same.filter((key) => !sameAsEnglish[language].includes(key))).toEqual([]);
    expect(sameAsEnglish[language].filter((key) => !(same as readonly string[]).includes(key))).toEqual([]);
  });

  it('uses no straight apostrophe, because that quotes a placeholder away', () => {
    expect(keys.filter((key) => catalogues[language][key].includes("'"))).toEqual([]);
  });
});

describe.each([...languages, 'qps'])('every text in %s', (language) => {
  it('can be formatted with few, many and no things, and shows each value it was given', () => {
    for (const key of keys)
      for (const values of samplesFor(key)) {
        const text = say(language, key, values);
        expect(text, key).not.toBe('');
        expect(text, key).not.toMatch(/undefined|\{|\}|<b>|NaN/);
        const parts = sayParts(language, key, values);
        expect(parts.map((part) => part.text).join(''), key).toBe(text);
      }
  });

  it('shows the same values as English does', () => {
    const shown = (tongue: string, key: MessageKey, values: Readonly<Record<string, string | number>>): string =>
      [...new Set(say(tongue, key, values).match(/⟪\w+⟫/g) ?? [])].toSorted().join();
    const differing = keys.flatMap((key) =>
      samplesFor(key)
        .filter((values) => shown(language, key, values) !== shown('en', key, values))
        .map((values) => `${key}: ${shown(language, key, values)} instead of ${shown('en', key, values)}`),
    );
    expect([...new Set(differing)]).toEqual([]);
  });
});

describe('the languages', () => {
  it('carry the names their speakers give them, and are spoken in every form of their tag', () => {
    expect(languageNames).toEqual({ en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' });
    for (const tag of ['de', 'de-AT', 'DE-ch', 'fr-CA', 'es-419', 'en-US']) expect(speaks(tag).fallback).toBe(false);
    expect(speaks('pt-BR')).toEqual({ language: 'en', fallback: true });
  });

  it('count as their speakers do', () => {
    expect(say('de', 'use.flow.times', { count: 1204 })).toBe('1.204-mal');
    expect(say('fr', 'use.flow.times', { count: 0 })).toBe('0 fois');
    expect(say('fr', 'use.system.uses', { count: 0 })).toBe('utilisation en 12 mois');
    expect(say('es', 'use.flow.times', { count: 1 })).toBe('una vez');
  });

  it('say one sentence whole where its parts stand in another order', () => {
    const values = { span: 'In den letzten 12 Monaten', systemsThatUsedYourData: 2, uses: 3, agreedTo: 0 };
    expect(say('de', 'use.summary.used', values)).toBe(
      'In den letzten 12 Monaten haben 2 KI-Systeme Ihre Daten 3-mal genutzt.',
    );
  });
});

describe('the words of law', () => {
  it('are in the English catalogue what the tables of law say', () => {
    for (const { code, reason } of denials)
      expect(isMessageKey(`denial.${code}`) ? en[`denial.${code}` as MessageKey] : code).toBe(reason);
    expect(keys.filter((key) => key.startsWith('denial.')).length).toBe(denials.length);
    const rules: readonly DeadlineRule[] = [
      { code: 'EU_MONTHS', n: 1, longest: 3 },
      { code: 'UK_MONTHS', n: 2 },
      { code: 'CAL_DAYS', n: 45, longest: 90 },
      { code: 'BUS_DAYS', n: 15 },
      { code: 'IMMEDIATE' },
    ];
    for (const rule of rules) expect(clockWords('en', ruleText(rule))).toBe(ruleWords(rule));
    expect(clockWords('en', 'SOME_DAY(3)')).toBeUndefined();
  });

  it('name in every language the place to complain that law names, for every regime', () => {
    for (const regime of regimeCodes) {
      const [route] = complaintRoutes([regime], '2028-06-01');
      if (route === undefined) continue;
      expect(complaintWords('en', regime)?.words, regime).toBe(route?.words);
      expect(complaintWords('en', regime)?.to.toLowerCase(), regime).toBe(route?.to.toLowerCase());
      for (const language of others)
        expect(complaintWords(language, regime)?.words, `${language} ${regime}`).not.toBe(route?.words);
    }
  });
});
