/**
 * Where a sign-in leads, and the address by which one begins.
 * Flow:    session/sign-in, visit (a failure that signing in mends) → here.
 * Promise: always a page of the same site and of the same kind of people, whatever was asked for.
 * Source:  RFC 9700 4.11 (open redirection); ASVS 5.0 3.7.2.
 */
import type { SiteArea } from '../plain-pages.ts';

const MOST = 500;

/** The page that was asked for, or the first one of its kind where it is none of them. */
export function pageWithin(place: SiteArea, wanted: string | undefined): `/${string}` {
  const home = `/${place}` as const;
  if (wanted === undefined || wanted.length > MOST || !/^[!-[\]-~]+$/.test(wanted)) return home;
  // As a browser would read it, so that no spelling leads where the text does not.
  const here = 'https://here.invalid';
  const url = wanted.startsWith('/') ? URL.parse(wanted, here) : null;
  if (url === null || url.origin !== here || url.pathname.includes('//')) return home;
  const isWithin = url.pathname === home || url.pathname.startsWith(`${home}/`);
  const isOfSigningIn = /^\/\w+\/(?:sign-in|enter|leave)(?:\/|$)/.test(url.pathname);
  return isWithin && !isOfSigningIn ? (`${url.pathname}${url.search}` as `/${string}`) : home;
}

export const beginAddress = (place: SiteArea, to: string | undefined, fresh = false): string => {
  const page = pageWithin(place, to);
  const query = new URLSearchParams({
    ...(page === `/${place}` ? {} : { to: page }),
    ...(fresh ? { fresh: 'yes' } : {}),
  });
  return `/${place}/sign-in/begin${query.size === 0 ? '' : `?${query}`}`;
};
