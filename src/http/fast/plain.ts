/**
 * Reads off the headers of a request whether it is plain: said once, in the usual form, with nothing that needs a
 * closer look.
 * Flow:    lane → here → lane, or the router.
 * Promise: what is let through here would have passed the same checks of target.ts, body.ts and wishes.ts; a doubt is a
 *          no.
 * Source:  RFC 9110; docs/promises.md 3.1.
 */
import type { IncomingMessage } from 'node:http';
import { hostName } from '../target.ts';

export interface Plain {
  readonly authorization: string | undefined;
  readonly hasLanguage: boolean;
}

/** Names that the steps after this one read, by their length, so that most headers cost one comparison. */
const watched: ReadonlyMap<string, number> = new Map(
  [
    'host',
    'authorization',
    'content-type',
    'content-length',
    'accept-language',
    'content-encoding',
    'transfer-encoding',
    'idempotency-key',
    'request-secret',
    'sec-gpc',
    'expect',
    'trailer',
    'upgrade',
  ].map((name, place) => [name, place]),
);
const [HOST, AUTHORIZATION, TYPE, LENGTH, LANGUAGE] = [0, 1, 2, 3, 4] as const;
const lengths = new Set([...watched.keys()].map((name) => name.length));

export function plainReader(hosts: ReadonlySet<string>): (request: IncomingMessage, most: number) => Plain | undefined {
  let goodHost = '';
  const isOurs = (written: string): boolean => {
    if (written === goodHost) return true;
    const name = hostName(written.toLowerCase());
    if (name === undefined || !hosts.has(name)) return false;
    goodHost = written;
    return true;
  };
  return ({ rawHeaders }, most) => {
    const said: (string | undefined)[] = [undefined, undefined, undefined, undefined, undefined];
    for (let at = 0; at < rawHeaders.length; at += 2) {
      const name = rawHeaders[at] as string;
      if (!lengths.has(name.length)) continue;
      const place = watched.get(name.toLowerCase());
      if (place === undefined) continue;
      // Said twice, or a header that only the router's steps understand.
      if (place > LANGUAGE || said[place] !== undefined) return undefined;
      said[place] = rawHeaders[at + 1] ?? '';
    }
    if (said[TYPE] !== 'application/json' || !isOurs(said[HOST] ?? '') || !isLength(said[LENGTH] ?? '', most))
      return undefined;
    return { authorization: said[AUTHORIZATION], hasLanguage: said[LANGUAGE] !== undefined };
  };
}

const isLength = (written: string, most: number): boolean => /^[1-9]\d{0,6}$/.test(written) && Number(written) <= most;
