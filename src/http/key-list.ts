/**
 * Reads the key list of an outside issuer: one GET, bounded in time and size, and only what can check a signature.
 * Flow:    issuer.ts → here → issuer.ts.
 * Promise: whatever is no list of usable keys is told by a name of its own; nothing of what was read is repeated.
 * Source:  RFC 7517 sections 4 and 5; decision 0047.
 */
import { importJWK, type JWK } from 'jose';

/** Why there is no list; a word for a log. */
export type ListFault = 'unreachable' | 'slow' | 'refused' | 'too-large' | 'not-a-list' | 'no-usable-key';

/** A list has a few keys of some hundred bytes; an issuer that needs more time is down for whoever waits. */
const MOST_BYTES = 256 * 1024;
const WAIT_MS = 1500;

const parts: Readonly<Record<string, readonly (keyof JWK)[]>> = {
  EC: ['crv', 'x', 'y'],
  RSA: ['n', 'e'],
  OKP: ['crv', 'x'],
};

function isUsable(key: unknown): key is JWK {
  if (typeof key !== 'object' || key === null) return false;
  const jwk = key as JWK;
  const needed = parts[typeof jwk.kty === 'string' ? jwk.kty : ''];
  return (
    needed?.every((name) => typeof jwk[name] === 'string') === true &&
    (jwk.use === undefined || jwk.use === 'sig') &&
    (jwk.kid === undefined || typeof jwk.kid === 'string')
  );
}

export interface KeyList {
  readonly keys: readonly JWK[];
  /** The names of keys for signatures that came broken: nothing can be said of a token that one of them signed. */
  readonly spoiled: readonly string[];
}

/** An algorithm to look at a key with, where it names none: whether it is whole does not hang on which. */
const usualAlgorithms: Readonly<Record<string, string>> = { EC: 'ES256', RSA: 'RS256', OKP: 'EdDSA' };

/** Whether what stands in it makes a key; a name and letters do not. */
async function isWhole(key: JWK): Promise<boolean> {
  try {
    const made = await importJWK(key, key.alg ?? usualAlgorithms[key.kty ?? ''] ?? '');
    return !(made instanceof Uint8Array);
  } catch {
    return false;
  }
}

const nameOf = (key: unknown): string | undefined =>
  typeof key === 'object' && key !== null && 'kid' in key && typeof key.kid === 'string' ? key.kid : undefined;

const isForSignatures = (key: unknown): boolean =>
  !(typeof key === 'object' && key !== null && 'use' in key && key.use !== 'sig');

/** One key that cannot be used spoils no other. */
async function usableIn(text: string): Promise<KeyList | ListFault> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'not-a-list';
  }
  if (typeof read !== 'object' || read === null || !('keys' in read) || !Array.isArray(read.keys)) return 'not-a-list';
  const keys: JWK[] = [];
  const spoiled: string[] = [];
  for (const key of read.keys as readonly unknown[]) {
    if (isUsable(key) && (await isWhole(key))) keys.push(key);
    else if (isForSignatures(key)) spoiled.push(nameOf(key) ?? '');
  }
  return keys.length === 0 ? 'no-usable-key' : { keys, spoiled };
}

async function textOf(answer: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The list of keys cannot be had, so nothing can be said of a token. */
export class KeysUnavailable extends Error {}

export async function readKeyList(url: URL): Promise<KeyList | ListFault> {
  try {
    const answer = await fetch(url, {
      // The address is configured; where it sends us on to was not.
      redirect: 'manual',
      headers: { accept: 'application/jwk-set+json, application/json' },
      signal: AbortSignal.timeout(WAIT_MS),
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return 'refused';
    }
    const text = await textOf(answer);
    return text === undefined ? 'too-large' : await usableIn(text);
  } catch (fault) {
    return fault instanceof Error && fault.name === 'TimeoutError' ? 'slow' : 'unreachable';
  }
}
