/**
 * What a promise is driven in: the whole service, a person, and the languages in which they read.
 * Flow:    promises.ts → here → test/given/service.ts, over HTTP.
 * Promise: a sentence counts as found only where somebody reads it, in a page, a letter or an answer as JSON, and only
 *          where it stands there in each language of the scene.
 */
import { expect } from 'vitest';
import { en, type MessageKey } from '../../src/language/messages/en.ts';
import { say } from '../../src/language/say.ts';
import { consoleScopes, type Scope } from '../../src/vocabulary/scope.ts';
import { ADA, aShop, atTheConsole, question, signedIn, sure } from '../given/a-shop.ts';
import { aBank } from '../given/review/a-review.ts';
import type { Engine, RunningService, Told } from '../given/service.ts';

export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];
/** The same place, as it reads in each language of the scene. */
export type Read = Readonly<Partial<Record<Language, string>>>;
export type Fields = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;

export interface Promised {
  /** The sentences that this situation shows and keeps. */
  readonly keys: readonly MessageKey[];
  /** What they promise, in one line. */
  readonly says: string;
  /** The file that makes it true. */
  readonly rule: string;
  /** True where words are written once, in the language of the person: then it is driven once for each language. */
  readonly written?: true;
  /** The languages in which it can be read at all; all four where left out. */
  readonly only?: readonly [Language, ...Language[]];
  /** What the service is configured with. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Where one engine alone can show it. */
  readonly on?: Engine;
  readonly drive: (scene: Scene) => Promise<void>;
}

/** A member of staff at the console. */
interface AtWork {
  page(path: string): Promise<Read>;
  /** The page as it is sent, in English where no language is named. */
  open(path: string, language?: Language): Promise<Told>;
  /** Sends a form of the console, from a browser in the first language where none is named. */
  press(path: string, fields?: Fields, language?: Language): Promise<Told>;
  /** Sends a form that is refused, once in each language, and gives what is read then. */
  refused(path: string, fields?: Fields): Promise<Read>;
}

export interface Scene {
  readonly service: RunningService;
  readonly languages: readonly Language[];
  /** The first of them, in which the person is known to read. */
  readonly language: Language;
  readonly self: string;
  /** What the browser of the person sends with each call. */
  readonly headers: { readonly cookie: string };
  /** Days pass; sessions end meanwhile, so the person signs in again. */
  days(count: number): Promise<void>;
  /** The page as the browser of the person gets it, in the first language. */
  open(path: string): Promise<Told>;
  /** What the person reads there. */
  page(path: string): Promise<Read>;
  /** Sends a form as the page has it, from a browser in the first language where none is named. */
  press(path: string, fields: Fields, language?: Language): Promise<Told>;
  /** An answer as JSON to the person. */
  answer(path: string): Promise<Read>;
  /** What a check of the shop's question, or of one like it, is answered, with its words for the person. */
  told(more?: object): Promise<Read>;
  /** Something asked once in each language. */
  each(ask: (language: Language) => Promise<string>): Promise<Read>;
  staff(id: string, scopes?: readonly Scope[]): Promise<AtWork>;
  /** The sentences that were found so far. */
  readonly found: ReadonlySet<MessageKey>;
  /** Holds that the sentence stands there. Members that are left out may be anything. */
  stands(key: MessageKey, where: Read, values?: Values | ((language: Language) => Values)): void;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '').replaceAll(/\s+/g, ' ');
/** The words of a page, without its marks. */
export const wordsOf = ({ text }: Told): string => plain(text.replaceAll(/<[^>]*>/g, ' '));
/** The words of an answer as JSON. */
export const jsonOf = ({ body }: Told): string => plain(JSON.stringify(body).replaceAll('\\n', ' '));

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The sentence of the catalogue as a pattern: what it leaves open may be anything. */
function sentence(language: string, key: MessageKey, values: Values): RegExp {
  const open = Object.fromEntries([...en[key].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, '§']));
  return new RegExp(escaped(plain(say(language, key, { ...open, ...values }))).replaceAll('§', '.+?'));
}

/** A day as it is written in a language. */
export const dayWords = (language: string, at: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(at));

export const csrfOf = ({ text }: Told): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? 'none';
export const inLanguage = (path: string, language: Language): string =>
  `${path}${path.includes('?') ? '&' : '?'}language=${language}`;

type Each = Scene['each'];

async function atWork(service: RunningService, cookie: { readonly cookie: string }, each: Each): Promise<AtWork> {
  const headers = { ...cookie, accept: 'text/html' };
  const open = (path: string, language: Language = 'en'): Promise<Told> =>
    service.call('GET', inLanguage(path, language), { headers });
  const csrf = csrfOf(await open('/console'));
  const press = (path: string, fields: Fields = {}, language: Language = 'en'): Promise<Told> =>
    service.call('POST', path, { headers: { ...headers, 'accept-language': language }, form: { csrf, ...fields } });
  return {
    open,
    page: (path) =>
      each(async (language) => wordsOf(sure(await service.call('GET', inLanguage(path, language), { headers })))),
    press,
    refused: (path, fields) =>
      each(async (language) => {
        const told = await press(path, fields, language);
        expect(told.status, wordsOf(told)).toBeGreaterThanOrEqual(400);
        return wordsOf(told);
      }),
  };
}

/** A shop and a bank, and one customer of both who is signed in. */
export async function aScene(service: RunningService, spoken: readonly [Language, ...Language[]]): Promise<Scene> {
  await aShop(service);
  await aBank(service);
  const [language] = spoken;
  const json = { regimes: ['EU'], ageBand: 'adult', language };
  sure(await service.call('PUT', `/v1/subjects/${ADA}`, { json, scope: 'consent' }));
  let headers = await signedIn(service, ADA);
  const found = new Set<MessageKey>();
  const each: Each = async (ask) => {
    const read: Partial<Record<Language, string>> = {};
    for (const one of spoken) read[one] = await ask(one);
    return read;
  };
  const openIn = (path: string, one: Language): Promise<Told> =>
    service.call('GET', inLanguage(path, one), { headers });
  return {
    service,
    languages: spoken,
    language,
    self: ADA,
    get headers() {
      return headers;
    },
    async days(count) {
      service.clock.wind(count * 86_400_000);
      headers = await signedIn(service, ADA);
    },
    open: (path) => openIn(path, language),
    page: (path) => each(async (one) => wordsOf(sure(await openIn(path, one)))),
    async press(path, fields, spokenIn = language) {
      const csrf = csrfOf(await openIn('/me/choices', language));
      const sender = { ...headers, accept: 'text/html', 'accept-language': spokenIn };
      return service.call('POST', path, { headers: sender, form: { csrf, ...fields } });
    },
    answer: (path) =>
      each(async (one) => jsonOf(sure(await service.call('GET', inLanguage(path, one), { self: ADA })))),
    told: (more = {}) =>
      each(async (one) => {
        const asking = { json: { ...question(), ...more }, scope: 'use' };
        return jsonOf(sure(await service.call('POST', inLanguage('/v1/checks', one), asking)));
      }),
    each,
    staff: async (id, scopes = consoleScopes) => atWork(service, await atTheConsole(service, id, scopes), each),
    found,
    stands(key, where, values = {}) {
      for (const one of spoken) {
        const known = typeof values === 'function' ? values(one) : values;
        expect(where[one], `${key} in ${one}`).toMatch(sentence(one, key, known));
      }
      found.add(key);
    },
  };
}
