/**
 * An address or a network as configuration names it, and the one spelling under which an address is compared.
 * Flow:    config (is it one?), http/peer (whose word counts), http/pace (under which network it is counted) → here.
 * Promise: what is read here is taken by `net.BlockList` without a fault; two spellings of one address are the same.
 * Source:  RFC 4632, RFC 4291 (CIDR notation; 2.5.5.2, mapped addresses); RFC 4007 11 (zones); RFC 5952.
 */
import { isIP } from 'node:net';

interface Network {
  readonly address: string;
  /** How many leading bits count; absent for one address. */
  readonly bits: number | undefined;
}

/** Bits of an IPv6 address before the IPv4 address that is mapped into it. */
const MAPPED_BITS = 96;

/** `10.0.0.0/8` or one address; undefined where it is neither. A zone names a cable and no place, so none is taken. */
export function readNetwork(text: string): Network | undefined {
  const [written = '', bits] = text.split('/');
  const family = isIP(written);
  if (family === 0 || written.includes('%')) return undefined;
  const address = plainAddress(written);
  if (bits === undefined) return { address, bits: undefined };
  // A network of mapped addresses is one of IPv4.
  const before = family === 6 && isIP(address) === 4 ? MAPPED_BITS : 0;
  const count = Number(bits) - before;
  const most = isIP(address) === 6 ? 128 : 32;
  return /^\d{1,3}$/.test(bits) && count >= 0 && count <= most ? { address, bits: count } : undefined;
}

const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * One address under its one spelling: IPv6 in small letters and shortened, without the zone of a link, an IPv4 address
 * that is mapped into it as IPv4. What is no address stays as it is.
 */
export function plainAddress(text: string): string {
  const [bare = ''] = text.split('%');
  if (isIP(bare) !== 6) return isIP(bare) === 0 ? text : bare;
  const short = URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1) ?? bare;
  const [, high, low] = MAPPED.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  return [high, low]
    .map((part) => Number.parseInt(part, 16))
    .flatMap((two) => [Math.floor(two / 256), two % 256])
    .join('.');
}

/** The network that one household usually holds: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (isIP(plain) !== 6) return plain;
  const [head = [], tail = []] = plain.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail].slice(0, 4).join(':');
}

export const isNetwork = (text: string): boolean => readNetwork(text) !== undefined;
