/**
 * What stands on a page of the company where AI is at work: that it is, why, with what data, and the person's choice.
 * Flow:    ask.ts → here → the two elements in the browser, which have no words of their own.
 * Promise: the same words and the same standing as the person's own pages show at that moment, of this AI system alone.
 * Source:  AI Act 50(1), (5); GDPR 7; decision 0128.
 */
import { type MessageKey, speaks } from '../../language/say.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { ChoiceWay } from '../consent/choice-ways.ts';
import type { ChoiceShown } from '../consent/my-choices.ts';
import type { Reader } from '../reader.ts';
import type { SystemAnswer } from '../use/system-answer.ts';

interface ChoiceOnPage {
  readonly purpose: string;
  readonly name: string;
  readonly description: string;
  readonly allowed: boolean;
  /** How it stands now. */
  readonly words: string;
  readonly notice?: ChoiceShown['notice'];
  readonly asksForYes: boolean;
  readonly ways: readonly ChoiceWay[];
}

export interface PageNotice {
  readonly aiSystem: { readonly key: string; readonly name: string; readonly version: number };
  /** The language that our own words are in. */
  readonly language: string;
  readonly languageFallback: boolean;
  readonly title: string;
  /** That it is AI. */
  readonly disclosure: string;
  /** Where it is stopped or no longer in use. */
  readonly status: string | null;
  readonly parts: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly choices: readonly ChoiceOnPage[];
  readonly more: { readonly words: string; readonly href: string };
  /** What an element says by itself. */
  readonly words: Readonly<Record<keyof typeof ownWords, string>>;
}

const ownWords = {
  choices: 'choices.title',
  none: 'choices.none',
  read: 'choices.read',
  working: 'in-page.working',
  failed: 'in-page.failed',
  unsure: 'in-page.unsure',
  expired: 'in-page.expired',
} as const satisfies Readonly<Record<string, MessageKey>>;

function partsOf(system: SystemAnswer, reader: Reader): PageNotice['parts'] {
  const why = system.choice.purposes.map(({ name, description }) => [name, description].filter(Boolean).join('. '));
  const people = [system.humanOversight?.words, system.humanOversight?.description];
  const parts = [
    { title: reader.say('in-page.why'), items: why },
    { title: reader.say('in-page.data'), items: system.dataCategories.map(({ label }) => label) },
    { title: reader.say('notice.human.title'), items: people.filter((words) => typeof words === 'string') },
  ];
  return parts.filter(({ items }) => items.length > 0);
}

/** A way that leads to a page of ours leads there from anywhere. */
const fromAnywhere = (way: ChoiceWay, baseUrl: string): ChoiceWay =>
  way.kind === 'said' && way.href !== undefined ? { ...way, href: `${baseUrl}${way.href}` } : way;

const choiceOn = ({ choice, notice, asksForYes, ways }: ChoiceShown, baseUrl: string): ChoiceOnPage => {
  const { purpose, name, description, allowed, words } = choice;
  const led = ways.map((way) => fromAnywhere(way, baseUrl));
  return { purpose, name, description, allowed, words, asksForYes, ways: led, ...defined({ notice }) };
};

interface NoticeMaterial {
  readonly system: SystemAnswer;
  readonly choices: readonly ChoiceShown[];
  readonly reader: Reader;
  readonly baseUrl: string;
}

export function pageNotice({ system, choices, reader, baseUrl }: NoticeMaterial): PageNotice {
  const { key, name, version } = system;
  const words = Object.entries(ownWords).map(([word, message]) => [word, reader.say(message)]);
  return {
    aiSystem: { key, name, version },
    language: speaks(reader.language).language,
    title: reader.say('in-page.title', { aiSystem: name }),
    disclosure: system.interactionDisclosure,
    status: system.statusWords,
    parts: partsOf(system, reader),
    choices: choices.map((each) => choiceOn(each, baseUrl)),
    more: { words: reader.say('in-page.more'), href: `${baseUrl}/me` },
    words: Object.fromEntries(words) as PageNotice['words'],
    languageFallback: system.languageFallback || reader.fellBack(),
  };
}
