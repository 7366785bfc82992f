/**
 * Which language a call is answered in: the one named in the address, else the one on record for the person, else what
 * the browser sends, else English.
 * Flow:    pipeline, visit → here → the circumstances a handler sees.
 * Promise: the order is this one everywhere; a language chosen on a page is remembered by the browser until it closes,
 *          and nowhere else.
 * Source:  RFC 9110 section 12.5.4; docs/design.md 8.1 (`languageFallback`).
 */

import type { IncomingMessage } from 'node:http';
import type { Endpoint } from '../../openapi/endpoint.ts';
import { speaks } from '../language/say.ts';
import { defined } from '../vocabulary/defined.ts';
import type { Circumstances } from './bind.ts';
import type { Edge } from './edge.ts';
import { formOf, languageNamed, languageSent } from './wishes.ts';

const cookie = '__Host-candor-language';

interface LanguageWish {
  /** `?language=`, or the language last chosen so on a page. */
  readonly named?: string;
  /** From Accept-Language. */
  readonly sent?: string;
}

/**
 * A choice of how pages read, which is no consent and holds nothing else; a page that is asked for in a language sets
 * it.
 */
export const languageCookie = (language: string): string =>
  `${cookie}=${language}; Path=/; HttpOnly; Secure; SameSite=Lax`;

/** Is this a language worth remembering? */
const isSpoken = (language: string): boolean => !speaks(language).fallback;

function chosenBefore(request: IncomingMessage): string | undefined {
  const parts = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  const value = parts.find((part) => part.startsWith(`${cookie}=`))?.slice(cookie.length + 1);
  return value !== undefined && /^[A-Za-z-]{2,35}$/.test(value) && isSpoken(value) ? value : undefined;
}

/** Only pages remember; an answer as JSON reads no cookie. */
function languageWish(request: IncomingMessage, query: unknown, page: boolean): LanguageWish {
  const named = languageNamed(query) ?? (page ? chosenBefore(request) : undefined);
  const sent = languageSent(request);
  return { ...defined({ named, sent }) };
}

/** What the language of a call is found in, and kept in once it is found. */
export interface LanguageOfVisit {
  readonly request: IncomingMessage;
  readonly query: string;
  /** The language that was found on the way; `chosen` is what the person chose just now, to be remembered. */
  spoken?: { readonly language: string; readonly chosen?: string };
}

type Spoken = Pick<Circumstances, 'language' | 'languageNamed' | 'address'>;

interface Known {
  readonly endpoint: Endpoint;
  readonly query: unknown;
  /** Whom the caller speaks for. */
  readonly self: string | undefined;
}

/** The language of the answer, and on a page the address under which another one can be chosen. */
export async function spokenIn(edge: Edge, visit: LanguageOfVisit, { endpoint, query, self }: Known): Promise<Spoken> {
  const page = endpoint.page === true || (endpoint.readable === true && formOf(visit.request) === 'html');
  const { named, sent } = languageWish(visit.request, query, page);
  const language = named ?? (self === undefined ? undefined : await edge.languageOf?.(self)) ?? sent ?? 'en';
  const reading = page && endpoint.method === 'get';
  const chosen = reading ? languageNamed(query) : undefined;
  visit.spoken = { language, ...(chosen !== undefined && isSpoken(chosen) ? { chosen } : {}) };
  return {
    language,
    ...(named === undefined ? {} : { languageNamed: true }),
    ...(reading ? { address: addressOf(visit) } : {}),
  };
}

/** The path and the query without the language. */
function addressOf({ request, query }: LanguageOfVisit): string {
  const others = new URLSearchParams(query);
  others.delete('language');
  const path = (request.url ?? '').split('?')[0] ?? '';
  return others.size === 0 ? path : `${path}?${others}`;
}

/** The language of a page that is drawn before anybody knows who asks: a failure, an address that does not exist. */
export function languageOfStranger(request: IncomingMessage, query: string): string {
  const { named, sent } = languageWish(
    request,
    { language: new URLSearchParams(query).get('language') ?? undefined },
    true,
  );
  return named ?? sent ?? 'en';
}
