/**
 * Changes the key that the tokens made here are signed with.
 * Flow:    rotate-keys → here → keystore; a running service signs with the new key a second later.
 * Promise: one commit, so that whoever is stopped in it has changed the key or has not; running it again changes it
 *          once more and loses nothing.
 * Source:  decision 0111.
 */
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import { longestLifeSeconds } from '../../src/http/token.ts';
import type { Keyring, KeyStore } from '../../src/seal/keys.ts';
import { openMasterKeys, type RotatedTokens, rotateTokens } from '../../src/seal/seal.ts';
import { MINUTE_MS, SECOND_MS } from '../../src/vocabulary/instant.ts';

interface Keys {
  readonly store: KeyStore;
  readonly keyring: Keyring;
}

interface Wish {
  readonly by: string;
  readonly isAtOnce: boolean;
}

/** A token that is being made just now is signed by the key before, and lives a day at most. */
const usualUntil = (now: number): number => now + longestLifeSeconds * SECOND_MS + MINUTE_MS;

export function changeTokens(
  { masterKeyFile }: Config,
  { store, keyring }: Keys,
  { by, isAtOnce }: Wish,
): Promise<RotatedTokens> {
  const now = systemClock.now();
  return rotateTokens({
    store,
    master: openMasterKeys(masterKeyFile, { create: false }),
    by: keyring.actorPseudonym(by),
    now,
    until: isAtOnce ? now : usualUntil(now),
  });
}

export function wordsOfTokens({ to, until }: RotatedTokens, { issuer }: Config, isAtOnce: boolean): string {
  return [
    `What is made here is signed by a new key: ${to}`,
    isAtOnce
      ? 'Tokens made before are refused within a second, on every node. Whoever uses one needs a new one.'
      : `Tokens made before stay good until they end, ${new Date(until).toISOString()} at the latest.`,
    ...(issuer === undefined
      ? []
      : [
          `Tokens of your own come from ${issuer.issuer}; change their key there. Signed metadata has the new one here.`,
        ]),
  ].join('\n');
}
