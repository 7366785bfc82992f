/**
 * The address that a caller comes from, also behind proxies of our own, and whether it is surely that of one caller.
 * Flow:    pipeline → here → pace; proxy-watch (whose headers count for nothing).
 * Promise: a header counts only where it was written by a proxy that the configuration names; anybody else's is
 *          ignored, because it is only what a caller says about themself. An address that may be a proxy's stands for
 *          nobody.
 * Source:  docs/promises.md 3.1 (X-Forwarded-For), rule 26; RFC 7239 sections 4 and 8.1; decision 0048.
 */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { plainAddress, readNetwork } from '../network.ts';

export interface Peer {
  readonly address: string;
  /** Behind it is one caller or one household, and not everybody who comes through a proxy. */
  readonly isClient: boolean;
  /** It speaks for others, and the configuration does not name it. */
  readonly isUnnamedProxy: boolean;
  /** It lies in a network of our own. */
  readonly isNear: boolean;
}
type Connection = Pick<IncomingMessage, 'headers' | 'socket'>;
export type PeerOf = (request: Connection) => Peer;

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Each must pass `isNetwork`. */
function inside(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const each of networks) {
    const network = readNetwork(each);
    if (network === undefined) throw new TypeError(`not an address or a network: ${each}`);
    const { address, bits } = network;
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, bits, familyOf(address));
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

/** RFC 1918, 4193, 6598, 3927, 4291: where a proxy of ours may stand, and no customer. */
const near = inside([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '::1',
  'fc00::/7',
  'fe80::/10',
]);

/** What only a proxy adds to a request. */
const addedByProxies = [
  'x-forwarded-for',
  'forwarded',
  'x-real-ip',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-original-forwarded-for',
  'true-client-ip',
  'cf-connecting-ip',
  'fastly-client-ip',
] as const;

const isForwarded = (headers: Connection['headers']): boolean =>
  addedByProxies.some((name) => headers[name] !== undefined);

const joined = (said: string | readonly string[]): string => (typeof said === 'string' ? said : said.join(','));

/** `192.0.2.60:4711`, `[2001:db8::1]:4711`, with or without the port, which some proxies add. */
const withoutPort = (said: string): string =>
  plainAddress(
    said.startsWith('[') ? said.slice(1, said.indexOf(']')) : said.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1'),
  );

/** `for=192.0.2.60`, `for="[2001:db8::1]:4711"`. */
const forIn = (element: string): string =>
  withoutPort(/(?:^|;)[ \t]*for=("[^"]*"|[^;]*)/i.exec(element)?.[1]?.replaceAll('"', '').trim() ?? '');

/** Whom the proxies before us saw, the nearest last, in each of the two ways in which they say it. */
const seenBy = (headers: Connection['headers']): readonly (readonly string[])[] => [
  ...(headers['x-forwarded-for'] === undefined
    ? []
    : [
        joined(headers['x-forwarded-for'])
          .split(',')
          .map((each) => withoutPort(each.trim())),
      ]),
  ...(headers.forwarded === undefined ? [] : [headers.forwarded.split(',').map(forIn)]),
];

export function peersBehind(proxies: readonly string[]): PeerOf {
  const isTrusted = inside(proxies);
  return ({ headers, socket }) => {
    const address = plainAddress(socket.remoteAddress ?? '');
    const isNear = near(address);
    if (!isTrusted(address)) {
      const isUnnamedProxy = isForwarded(headers);
      return { address, isNear, isUnnamedProxy, isClient: !isNear && !isUnnamedProxy };
    }
    // Each proxy adds whom it saw at the end, so the first from the right that is not ours is the caller.
    const [caller, ...others] = seenBy(headers).map((seen) => seen.findLast((each) => !isTrusted(each)));
    // A proxy that writes one header may leave the other as the caller sent it, so two that differ name nobody.
    const isKnown = caller !== undefined && isIP(caller) !== 0 && others.every((other) => other === caller);
    return { address: isKnown ? caller : address, isNear, isUnnamedProxy: false, isClient: isKnown };
  };
}
