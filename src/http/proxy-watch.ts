/**
 * Notices proxies that stand before the service without being named, so that all behind them count as one caller.
 * Flow:    app (requests on their way to the router) → here → /readyz, and `npm run doctor`, which asks there.
 * Promise: says how to name it; an address is told only where it lies in a network of our own, because any other may be
 *          that of a person who says so of themself.
 * Source:  docs/promises.md rule 26; decision 0048.
 */
import type { IncomingMessage } from 'node:http';
import { HOUR_MS } from '../vocabulary/instant.ts';
import type { PeerOf } from './peer.ts';

/** As many as are named; an installation has one or two. */
const MOST_NAMED = 3;
const FAR = '';

interface ProxyWatch {
  look(request: IncomingMessage): void;
  notes(): readonly string[];
}

/** What was not seen for an hour has been named, or is gone. */
export function watchProxies(peerOf: PeerOf, now: () => number): ProxyWatch {
  const seen = new Map<string, number>();
  return {
    look(request) {
      const { address, isUnnamedProxy, isNear } = peerOf(request);
      if (!isUnnamedProxy) return;
      const known = isNear ? address : FAR;
      if (seen.has(known) || seen.size <= MOST_NAMED) seen.set(known, now());
    },
    notes() {
      for (const [address, at] of seen) if (now() - at > HOUR_MS) seen.delete(address);
      const named = [...seen.keys()].filter((address) => address !== FAR).slice(0, MOST_NAMED);
      if (seen.size === 0) return [];
      return named.length === 0 ? [farWords] : [nearWords(named.join(','))];
    },
  };
}

const nearWords = (addresses: string): string =>
  `Requests come through a proxy that is not named (${addresses}), so everybody behind it counts as one caller. Add it: CANDOR_TRUSTED_PROXIES=${addresses}, or the network it stands in.`;

const farWords =
  'Requests with forwarded headers come from outside your network, and the headers are ignored. If that is a proxy of yours, add its networks to CANDOR_TRUSTED_PROXIES.';
