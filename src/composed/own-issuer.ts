/**
 * The built-in issuer: which key signs, which are published, and which token is of a key whose time is over.
 * Flow:    keyring → here → composed/signing-in (who is let in), service (tokens, signed metadata, JWKS).
 * Promise: a key that was changed beside the running service signs within a second, and one that was ended opens
 *          nothing from then on, also for a token that was let in before.
 * Source:  docs/design.md 8 (identity); decision 0111.
 */
import { type CryptoKey, importJWK } from 'jose';
import type { Config } from '../config.ts';
import { ownKeys } from '../http/issuer.ts';
import { issuerNameOf } from '../http/token.ts';
import type { Keyring } from '../seal/seal.ts';

export interface OwnIssuer {
  readonly issuer: string;
  /** Of tokens that are looked at. */
  readonly keys: ReturnType<typeof ownKeys>;
  jwks(): { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  signing(): Promise<{ readonly kid: string; readonly key: CryptoKey }>;
  /** Whether tokens of this key are good no more. */
  isPast(keyId: string | undefined): boolean;
}

/** A flood of tokens with made-up keys asks the keystore no oftener; whoever comes in between waits for the next. */
const LOOK_AGAIN_MS = 100;

export async function ownIssuer(config: Config, keyring: Keyring, now: () => number): Promise<OwnIssuer> {
  const jwks = () => ({ keys: [...keyring.issuerKeys(now())] });
  let made = await signingKey(keyring);
  return {
    issuer: config.issuer?.issuer ?? issuerNameOf(keyring.origin),
    keys: ownKeys(
      jwks,
      inTurn(() => keyring.followIssuer()),
    ),
    jwks,
    async signing() {
      if (made.kid !== keyring.issuer().kid) made = await signingKey(keyring);
      return made;
    },
    // Whatever is made here names its key.
    isPast: (keyId) => !keyring.issuerKeys(now()).some(({ kid }) => kid === keyId),
  };
}

/** One look for all who wait for it, which begins after they came. */
function inTurn(look: () => Promise<void>): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let next: Promise<void> | undefined;
  const turn = async (): Promise<void> => {
    const wait = Math.max(0, lookedAt + LOOK_AGAIN_MS - performance.now());
    await new Promise((resolve) => setTimeout(resolve, wait));
    lookedAt = performance.now();
    next = undefined;
    await look();
  };
  return () => {
    next ??= turn();
    return next;
  };
}

async function signingKey(keyring: Keyring): Promise<{ readonly kid: string; readonly key: CryptoKey }> {
  const { kid, jwk } = keyring.issuer();
  return { kid, key: (await importJWK(jwk, 'EdDSA')) as CryptoKey };
}
