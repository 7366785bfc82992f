/**
 * The key of a log as other tools than those of transparency logs read it.
 * Flow:    http (the list of keys), seal (names the key of a receipt) → here.
 * Promise: the same 32 bytes as in the verifier key, under a name that tells which log it is of.
 * Source:  C2SP signed-note; RFC 7517, RFC 8037.
 */
interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly alg: 'EdDSA';
  readonly use: 'sig';
  /** `<name of the log>+<key id in hex>`: the verifier key without the key itself. */
  readonly kid: string;
  readonly x: string;
}

/** Nothing where it is no verifier key of Ed25519. */
export function jwkOf(vkey: string): PublicJwk | undefined {
  const found = /^([^+\s]+\+[0-9a-f]{8})\+([A-Za-z0-9+/]+=*)\n?$/.exec(vkey);
  const key = Buffer.from(found?.[2] ?? '', 'base64');
  if (found?.[1] === undefined || key.length !== 33 || key[0] !== 1) return undefined;
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    alg: 'EdDSA',
    use: 'sig',
    kid: found[1],
    x: key.subarray(1).toString('base64url'),
  };
}
