/**
 * Signs a document as a compact JWS.
 * Flow:    keyring → here → answers/receipt.
 * Promise: what is signed here has no line end, and the text of every note has one, so the one can never pass for the
 *          other although the key is the same.
 * Source:  RFC 7515 sections 3.1, 4.1.9 and 4.1.10; RFC 8037 section 3.1; RFC 8725 section 3.11 (`typ`).
 */
import { type KeyObject, sign } from 'node:crypto';

const part = (text: string): string => Buffer.from(text).toString('base64url');

/** The documents are JSON-LD; `kid` names the key as the published list of keys does. */
export function receiptSigner(kid: string, privateKey: KeyObject): (document: string) => string {
  const header = part(JSON.stringify({ alg: 'EdDSA', cty: 'ld+json', kid, typ: 'consent-receipt+jws' }));
  return (document) => {
    const input = `${header}.${part(document)}`;
    return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
  };
}
