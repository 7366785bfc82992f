/**
 * Who may call the gate: whoever holds one of its own tokens.
 * Flow:    call → here → the file of tokens.
 * Promise: tokens are compared by their hashes, so that no time tells how much of a guess was right; a file that cannot
 *          be read lets nobody in.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { sha256 } from '../seal/seal.ts';
import { fileText } from './file-text.ts';

/** Where a token stands that leaves `Authorization` to the upstream. */
const OWN_TOKEN = 'x-candor-token';
const FEWEST_CHARACTERS = 20;

const nameOf = (token: string): string => Buffer.from(sha256(token)).toString('base64');

/** Lines that are empty or begin with `#` are no tokens, and neither is what could be guessed. */
const tokensIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= FEWEST_CHARACTERS && !line.startsWith('#'));

/**
 * Throws at once where the file cannot be read or holds no token. Where `Authorization` is for the upstream, a token of
 * the gate in it does not count: it would leave with the call.
 */
export function callersIn(
  file: string,
  { forwardsCredentials }: { readonly forwardsCredentials: boolean },
): (headers: IncomingHttpHeaders) => boolean {
  const read = fileText(file);
  let known = { text: '', names: new Set<string>() };
  const names = (): ReadonlySet<string> => {
    const text = read();
    if (text !== known.text) known = { text, names: new Set(tokensIn(text).map(nameOf)) };
    return known.names;
  };
  if (names().size === 0)
    throw new Error(`CANDOR_GATE_TOKENS_FILE holds no token of at least ${FEWEST_CHARACTERS} characters.`);
  return (headers) => {
    const token = tokenIn(headers, forwardsCredentials);
    return token !== undefined && names().has(nameOf(token));
  };
}

function tokenIn({ authorization, [OWN_TOKEN]: own }: IncomingHttpHeaders, isOwnOnly: boolean): string | undefined {
  if (typeof own === 'string' || isOwnOnly) return typeof own === 'string' ? own : undefined;
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}
