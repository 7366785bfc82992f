/**
 * Reads what a caller wishes besides the request itself: language, page or JSON, privacy signal, idempotency key.
 * Flow:    pipeline, language.ts → here → the circumstances a handler sees.
 * Promise: total on any header text; an unusable Idempotency-Key is refused, never ignored.
 * Source:  RFC 9110 section 12.5, Global Privacy Control, draft-ietf-httpapi-idempotency-key-header.
 */
import type { IncomingMessage } from 'node:http';
import { speaks } from '../language/say.ts';
import { isLanguageTag } from '../vocabulary/language-tag.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';

interface Weighted {
  readonly value: string;
  readonly weight: number;
}

/** The parts of an Accept header, the most wanted first; equal ones in the order they were sent. */
function wanted(header: string | undefined): readonly Weighted[] {
  if (header === undefined || header.length > 1000) return [];
  return header
    .split(',')
    .slice(0, 30)
    .map((part) => {
      const [value = '', ...options] = part.split(';').map((piece) => piece.trim());
      const weight = Number(options.find((option) => /^q=[01](?:\.[0-9]{0,3})?$/.test(option))?.slice(2) ?? 1);
      return { value: value.toLowerCase(), weight };
    })
    .filter((part) => part.value !== '' && part.weight > 0)
    .sort((one, other) => other.weight - one.weight);
}

/** The language named in the address. */
export function languageNamed(query: unknown): string | undefined {
  const named = typeof query === 'object' && query !== null && 'language' in query ? query.language : undefined;
  return typeof named === 'string' && isLanguageTag(named) ? named : undefined;
}

/** The best of Accept-Language: the first that we speak, else the first. */
export function languageSent(request: IncomingMessage): string | undefined {
  const tags = wanted(request.headers['accept-language'])
    .map(({ value }) => value)
    .filter(isLanguageTag);
  return tags.find((value) => !speaks(value).fallback) ?? tags[0];
}

/** Where the call is about nobody whose language could be on record; `en` where none is asked for. */
export const languageOf = (request: IncomingMessage, query: unknown): string =>
  languageNamed(query) ?? languageSent(request) ?? 'en';

/** `html` only where a page is wanted more than JSON; whoever accepts everything gets JSON. */
export function formOf(request: IncomingMessage): 'json' | 'html' {
  const first = wanted(request.headers.accept).find((part) =>
    ['text/html', 'application/json', 'application/problem+json', '*/*', 'application/*'].includes(part.value),
  );
  return first?.value === 'text/html' ? 'html' : 'json';
}

/** On where one of the headers is exactly `1`; every other value says nothing. */
export const gpcOf = ({ rawHeaders }: IncomingMessage): boolean =>
  rawHeaders.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'sec-gpc' && rawHeaders[at + 1] === '1');

/** The key of a repeated request, quoted or not. */
export function idempotencyKeyOf(request: IncomingMessage): string | Problem | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  const sent = request.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'idempotency-key').length;
  const key = typeof header === 'string' ? (/^"(.*)"$/.exec(header)?.[1] ?? header) : '';
  return sent === 1 && /^[\x20-\x7e]{1,255}$/.test(key) ? key : problem('invalid-idempotency-key');
}

/** Where whoever was cut off goes on; empty says nothing (HTML, server-sent events). */
export function lastEventIdOf({ headers }: IncomingMessage): string | undefined {
  const sent = headers['last-event-id'];
  return typeof sent === 'string' && sent !== '' ? sent : undefined;
}
