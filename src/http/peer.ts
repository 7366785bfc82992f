/**
 * The address that a caller comes from, also behind proxies of our own.
 * Flow:    pipeline → here → pace.
 * Promise: a header counts only where it was written by a proxy that the configuration names; anybody else's is
 *          ignored, because it is only what a caller says about themself.
 * Source:  docs/promises.md 3.1 (X-Forwarded-For), rule 26; RFC 7239 section 8.1.
 */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { readNetwork } from '../network.ts';

export type PeerOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

const plain = (address: string): string => (address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address);
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** `proxies` are addresses and networks; each must pass `isNetwork`. */
export function peersBehind(proxies: readonly string[]): PeerOf {
  const trusted = new BlockList();
  for (const each of proxies) {
    const network = readNetwork(each);
    if (network === undefined) throw new TypeError(`not an address or a network: ${each}`);
    const { address, bits } = network;
    if (bits === undefined) trusted.addAddress(address, familyOf(address));
    else trusted.addSubnet(address, bits, familyOf(address));
  }
  const isTrusted = (address: string): boolean => isIP(address) !== 0 && trusted.check(address, familyOf(address));
  return ({ headers, socket }) => {
    const peer = plain(socket.remoteAddress ?? '');
    const said = headers['x-forwarded-for'];
    if (said === undefined || !isTrusted(peer)) return peer;
    // Each proxy adds whom it saw at the end, so the first from the right that is not ours is the caller.
    const seen = (Array.isArray(said) ? said.join(',') : said).split(',').map((each) => plain(each.trim()));
    const caller = seen.findLast((address) => !isTrusted(address));
    return caller !== undefined && isIP(caller) !== 0 ? caller : peer;
  };
}
