/**
 * The cookie of a session, the one of a sign-in under way (a third remembers the language of the pages, see
 * ../language.ts), and the checks that a form comes from our own page.
 * Flow:    pipeline (page routes only) → here; `/v1` never reads the cookie.
 * Promise: `__Host-`, HttpOnly, Secure, SameSite=Lax, no domain; a form from another site is refused before it is read.
 * Source:  RFC 6265bis, Fetch Metadata; ASVS 5.0 3.3 and 3.5.
 */
import type { IncomingMessage } from 'node:http';

const name = '__Host-candor';
const arrival = '__Host-candor-arrival';

/** Lax, so that the link in a message still opens a signed-in page; every change is a POST and checked below. */
export const sessionCookie = (session: string, seconds: number): string =>
  `${name}=${session}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;

export const endedCookie = `${name}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`;

/** Lax, because the answer comes back by a link from the provider. It signs nobody in: it only ties an answer to us. */
export const arrivalCookie = (browser: string, seconds: number): string =>
  `${arrival}=${browser}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;

export const sessionNameOf = (request: IncomingMessage): string | undefined => onlyOne(request, name);
export const arrivalNameOf = (request: IncomingMessage): string | undefined => onlyOne(request, arrival);

/** Two cookies of the same name could mean two sessions, so neither counts. */
function onlyOne(request: IncomingMessage, wanted: string): string | undefined {
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${wanted}=`));
  const value = found[0]?.slice(wanted.length + 1);
  return found.length === 1 && value !== undefined && /^[A-Za-z0-9_-]{20,100}$/.test(value) ? value : undefined;
}

/** Browsers send at least one of the two with a form; where both are missing it is no browser form. */
export function isOwnForm(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/** Compares in a time that does not depend on where the texts differ. */
export function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1)
    difference |= one.charCodeAt(at) ^ other.charCodeAt(at % Math.max(1, other.length));
  return difference === 0;
}
