/**
 * An address or a network as configuration names it.
 * Flow:    config (is it one?), http/peer (whose word counts) → here.
 * Promise: what is read here is taken by `net.BlockList` without a fault.
 * Source:  RFC 4632, RFC 4291 (CIDR notation).
 */
import { isIP } from 'node:net';

interface Network {
  readonly address: string;
  /** How many leading bits count; absent for one address. */
  readonly bits: number | undefined;
}

/** `10.0.0.0/8` or one address; undefined where it is neither. */
export function readNetwork(text: string): Network | undefined {
  const [address = '', bits] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) === 0) return undefined;
  if (bits === undefined) return { address, bits: undefined };
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? { address, bits: Number(bits) } : undefined;
}

export const isNetwork = (text: string): boolean => readNetwork(text) !== undefined;
