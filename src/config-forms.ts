/**
 * The forms that variables have: ports, addresses, networks, names.
 * Flow:    config → here.
 * Promise: the words of a fault say what is wanted and never repeat the value, which may hold a password.
 * Source:  docs/design.md 9.
 */
import { z } from 'zod';
import { isNetwork } from './network.ts';
import type { Contact } from './vocabulary/contact.ts';
import { isKeepGround, type KeepGround } from './vocabulary/hold.ts';
import { nearest } from './vocabulary/nearest.ts';

const portWords = 'must be a port, a whole number from 0 to 65535';
export const port = z.coerce.number(portWords).int(portWords).min(0, portWords).max(65_535, portWords);
/** The list that Intl gives has one name of each zone, and often the older one: Asia/Calcutta, and no Asia/Kolkata. */
function isZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
export const zone = z.string().refine(isZone, 'must be a time zone, for example Europe/Berlin');
/** A URL of one of these kinds; its words never repeat the value, which may hold a password. */
export const urlOf = (kinds: readonly string[], example: string) =>
  z.string().refine((text) => kinds.includes(URL.parse(text)?.protocol ?? ''), `must be a URL such as ${example}`);
export const webUrl = (example: string) => urlOf(['https:', 'http:'], example);
/** What paths are put behind, and what the standards that publish it want: neither a query nor a fragment. */
export const address = webUrl('https://privacy.example.com').refine(
  (text) => !/[?#]/.test(text),
  'must end before any ? or #',
);
export const database = urlOf(['postgres:', 'postgresql:'], 'postgres://name:password@host:5432/candor');
export const keystore = urlOf(
  ['postgres:', 'postgresql:', 'file:'],
  'postgres://name:password@host:5432/keys or file:///var/lib/candor/keys.db',
);
export const atMost = (letters: number) => z.string().max(letters, `must have at most ${letters} characters`);

/** `name; e-mail; postal address`, as people read it. */
export const contact = z
  .string()
  .max(500)
  .transform((text) => text.split(';').map((part) => part.trim()))
  .refine(
    ([name = '', mail = '']) => name !== '' && /^\S+@\S+$/.test(mail),
    'must be "name; e-mail; postal address", for example "Example Bank; privacy@example.com; 1 Main Street, Berlin"',
  )
  .transform(([name = '', email = '', ...address]): Contact => {
    const post = address.join('; ');
    return { name, email, ...(post === '' ? {} : { address: post }) };
  });

interface KeptProof {
  /** ISO 8601. */
  readonly duration: string;
  readonly ground: KeepGround;
}

export function keptProof(text: string): KeptProof | undefined {
  const [duration = '', ground = '', ...more] = text.split(' ');
  const isDuration = /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,5}D)?$/.test(duration);
  return isDuration && isKeepGround(ground) && more.length === 0 ? { duration, ground } : undefined;
}

/** Addresses and networks, one after another. */
export const networks = (example: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((each) => each.every(isNetwork), `must be addresses or networks, for example ${example}`);

/** As a browser sends it, and encrypted but on this machine. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.origin !== text) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && onThisMachine.has(url.hostname));
}
const onThisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
export const origins = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine(
    (each) => each.every(isOrigin),
    'must be origins with https and nothing behind, for example https://shop.example.com',
  );

/** Names that a trace may use; what people say to a model, and what it answers, is taken under no name. */
export const namesInTraces = (ours: readonly string[]) =>
  z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .refine(
      (names) => names.every((name) => /^[\w.-]{1,100}$/.test(name)),
      'must be names of attributes, for example app.customer_id,enduser.id',
    )
    .refine(
      (names) =>
        !names.some((name) => /message|prompt|completion|content|instruction|document|argument|result/i.test(name)),
      'must not name content such as messages, prompts or documents: content is never read',
    )
    .default([...ours]);

/** What is said of a name that nothing reads. */
export function unknownWords(name: string, names: readonly string[]): string {
  // Some of ours have no prefix, and people give it to them: CANDOR_PORT is PORT.
  const bare = name.replace(/^candor_/i, '').toUpperCase();
  const guess = names.includes(bare) ? bare : nearest(name, names);
  return `${name}: there is no such variable.${guess === undefined ? ' docs/operating.md lists them all.' : ` Did you mean ${guess}?`}`;
}
