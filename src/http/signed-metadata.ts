/**
 * Signs what the service publishes about itself, so that whoever knows its key need not trust what lies in between.
 * Flow:    service → here → handlers/authzen.ts.
 * Promise: `typ` is never that of an access token, so that the one does not pass for the other although both are of one
 *          key; the issuer is the address under which the key is published.
 * Source:  OpenID AuthZEN Authorization API 1.0 section 9; RFC 8725 section 3.11 (`typ`).
 */
import type { CryptoKey } from 'jose';
import { SignJWT } from 'jose/jwt/sign';

interface SigningKey {
  readonly kid: string;
  /** An Ed25519 private key. */
  readonly key: CryptoKey;
}

/** A compact JWS over what is published under this address, with `iss` and `iat` (in seconds) beside it. */
export type SignMetadata = (issuer: string, published: Readonly<Record<string, string>>) => Promise<string>;

export const metadataSigner =
  (signing: () => Promise<SigningKey>, now: () => number): SignMetadata =>
  async (issuer, published) => {
    const { kid, key } = await signing();
    return new SignJWT({ ...published })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'authzen-metadata+jwt', kid })
      .setIssuer(issuer)
      .setIssuedAt(Math.floor(now() / 1000))
      .sign(key);
  };
