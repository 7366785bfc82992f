/**
 * Which addresses may be written to from in here: those that belong to the whole world, and the inner networks that
 * configuration names.
 * Flow:    http/handlers/webhooks (an address is saved), webhook-post (each delivery) → here.
 * Promise: an address counts by its bytes, however it is spelled; what is not known to be public is not; a name counts
 *          only where every address behind it does.
 * Source:  RFC 6890; Standard Webhooks.
 */
import { lookup as lookUp } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** Networks that are no part of the public internet, or are spoken to by all at once. */
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Global unicast, and what of it leads somewhere else: Teredo, documentation, 6to4, and their like. */
const PUBLIC_6 = ['2000::', 3] as const;
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

/** An address or a network, as configuration names it. */
interface Network {
  readonly address: string;
  readonly bits: number | undefined;
}

export interface AddressRules {
  /** Whether it may be written to, an IPv4 or IPv6 address. */
  isOpen(address: string): boolean;
  /** Whether configuration names it: there plain HTTP is taken, too. */
  isInner(address: string): boolean;
}

function listOf(networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, bits] of networks) list.addSubnet(address, bits, family);
  return list;
}

export function addressRules(inner: readonly Network[]): AddressRules {
  const closed4 = listOf(NOT_PUBLIC_4, 'ipv4');
  const closed6 = listOf(NOT_PUBLIC_6, 'ipv6');
  const open6 = listOf([PUBLIC_6], 'ipv6');
  const named = new BlockList();
  for (const { address, bits } of inner) {
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) named.addAddress(address, family);
    else named.addSubnet(address, bits, family);
  }
  const isInner = (address: string): boolean =>
    isIP(address) !== 0 && named.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  return {
    isInner,
    isOpen(address) {
      if (isIP(address) === 0) return false;
      if (isInner(address)) return true;
      if (isIPv4(address)) return !closed4.check(address, 'ipv4');
      return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
    },
  };
}

/** Why nothing is sent to an address. */
type TargetFault =
  | 'not-a-url'
  | 'not-https'
  | 'has-credentials'
  | 'has-fragment'
  | 'address-not-public'
  | 'name-unknown';

/** Every address behind a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;
export const resolveByDns: Resolve = async (name) =>
  (await lookUp(name, { all: true, verbatim: true })).map(({ address }) => address);

export interface Target {
  readonly url: URL;
  /** At least one, each checked. */
  readonly addresses: readonly string[];
}

/** The name or address in a URL, without the brackets of IPv6. */
const hostIn = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** Reads a URL and finds where it leads; nothing is connected to. */
export async function findTarget(
  text: string,
  { rules, resolve }: { readonly rules: AddressRules; readonly resolve: Resolve },
): Promise<Target | TargetFault> {
  const url = URL.parse(text);
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return 'not-a-url';
  if (url.username !== '' || url.password !== '') return 'has-credentials';
  if (url.hash !== '') return 'has-fragment';
  const host = hostIn(url);
  const addresses = isIP(host) === 0 ? await resolve(host.replace(/\.$/, '')).catch(() => []) : [host];
  if (addresses.length === 0) return 'name-unknown';
  if (!addresses.every((address) => rules.isOpen(address))) return 'address-not-public';
  if (url.protocol === 'http:' && !addresses.every((address) => rules.isInner(address))) return 'not-https';
  return { url, addresses };
}
