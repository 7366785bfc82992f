/**
 * What a promise is driven in: the whole service, a person, and the language in which they read.
 * Flow:    promises.ts → here → test/given/service.ts, over HTTP.
 * Promise: a sentence counts as found only where the person reads it: in a page, a letter or an answer as JSON.
 */
import { expect } from 'vitest';
import { en, type MessageKey } from '../../src/language/messages/en.ts';
import { say } from '../../src/language/say.ts';
import { ADA, aShop, question, signedIn, sure } from '../given/a-shop.ts';
import { aBank } from '../given/review/a-review.ts';
import type { Engine, RunningService, Told } from '../given/service.ts';

export const languages = ['en', 'de', 'fr', 'es'] as const;
type Language = (typeof languages)[number];

export interface Promised {
  /** The sentences that this situation shows and keeps. */
  readonly keys: readonly MessageKey[];
  /** What they promise, in one line. */
  readonly says: string;
  /** The file that makes it true. */
  readonly rule: string;
  /** Where one engine alone can show it. */
  readonly on?: Engine;
  readonly drive: (scene: Scene) => Promise<void>;
}

export interface Scene {
  readonly service: RunningService;
  readonly language: Language;
  readonly self: string;
  /** What the browser of the person sends with each call. */
  headers(): Promise<{ readonly cookie: string }>;
  /** The page as the browser of the person gets it, in their language. */
  open(path: string): Promise<Told>;
  /** What the person reads there. */
  page(path: string): Promise<string>;
  /** Sends a form as the page has it. */
  press(path: string, fields: Readonly<Record<string, string>>): Promise<Told>;
  /** An answer as JSON to the person. */
  answer(path: string): Promise<string>;
  /** What a check of the shop's question is answered, with its words for the person. */
  told(): Promise<string>;
  /** The sentences that were found so far. */
  readonly found: ReadonlySet<MessageKey>;
  /** Holds that the sentence stands there. Members that are left out may be anything. */
  stands(key: MessageKey, where: string, values?: Readonly<Record<string, string | number>>): void;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '').replaceAll(/\s+/g, ' ');
/** The words of a page, without its marks. */
export const wordsOf = ({ text }: Told): string => plain(text.replaceAll(/<[^>]*>/g, ' '));

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The sentence of the catalogue as a pattern: what it leaves open may be anything. */
export function sentence(language: string, key: MessageKey, values: Readonly<Record<string, string | number>>): RegExp {
  const open = Object.fromEntries([...en[key].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, '§']));
  return new RegExp(escaped(plain(say(language, key, { ...open, ...values }))).replaceAll('§', '.+?'));
}

export const csrfOf = ({ text }: Told): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? 'none';

/** A shop and a bank, and one customer of both who is signed in. */
export async function aScene(service: RunningService, language: Language): Promise<Scene> {
  await aShop(service);
  await aBank(service);
  const json = { regimes: ['EU'], ageBand: 'adult', language };
  sure(await service.call('PUT', `/v1/subjects/${ADA}`, { json, scope: 'consent' }));
  const headers = await signedIn(service, ADA);
  const named = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}language=${language}`;
  const found = new Set<MessageKey>();
  const open = (path: string): Promise<Told> => service.call('GET', named(path), { headers });
  return {
    service,
    language,
    self: ADA,
    headers: async () => headers,
    open,
    page: async (path) => wordsOf(sure(await open(path))),
    async press(path, fields) {
      const csrf = csrfOf(await open('/me/choices'));
      return service.call('POST', path, { headers, form: { csrf, ...fields } });
    },
    answer: async (path) => plain(JSON.stringify(sure(await service.call('GET', named(path), { self: ADA })).body)),
    async told() {
      const asking = { json: question(), scope: 'use' };
      return JSON.stringify(sure(await service.call('POST', named('/v1/checks'), asking)).body);
    },
    found,
    stands(key, where, values = {}) {
      expect(where, key).toMatch(sentence(language, key, values));
      found.add(key);
    },
  };
}
