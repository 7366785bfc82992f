/**
 * An issuer outside the house: signs tokens, and serves its key list well or in every way that a key list goes wrong.
 * Flow:    tests → here → CANDOR_JWKS_URL of a service.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export type KeyListState =
  | 'well'
  | 'down'
  | 'slow'
  | 'refusing'
  | 'a page'
  | 'no list'
  | 'no keys'
  | 'keys without names'
  | 'keys of another kind'
  | 'keys of somebody else'
  | 'a broken key'
  | 'two keys of one name'
  | 'huge'
  | 'dripping'
  | 'elsewhere';

interface Claims {
  readonly sub: string;
  readonly scope: string;
  readonly [claim: string]: string;
}

export interface AnIssuer {
  /** The variables of a service that takes its tokens. */
  readonly variables: Readonly<Record<string, string>>;
  is(state: KeyListState): void;
  /** How often the key list was asked for. */
  asked(): number;
  token(claims: Claims, at: number, signedBy?: 'its key' | 'its new key' | 'a stranger'): Promise<string>;
  /** From now on its list holds the new key only. */
  rotate(): void;
  stop(): Promise<void>;
}

const ISSUER = 'https://login.example.com';
const AUDIENCE = 'privacy';

async function aKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}
type Key = Awaited<ReturnType<typeof aKey>>;

const bodies = (own: Key, stranger: Key): Readonly<Record<string, string>> => ({
  well: JSON.stringify({ keys: [own.jwk] }),
  'a page': '<!doctype html><title>Sign in</title>',
  'no list': JSON.stringify({ issuer: ISSUER }),
  'no keys': JSON.stringify({ keys: [] }),
  'keys without names': JSON.stringify({ keys: [{ kty: 'EC' }, null, 7] }),
  'keys of another kind': JSON.stringify({ keys: [{ kty: 'oct', k: 'AAAA', kid: own.kid, alg: 'HS256' }] }),
  'keys of somebody else': JSON.stringify({ keys: [stranger.jwk] }),
  'a broken key': JSON.stringify({ keys: [{ ...own.jwk, x: '!' }, stranger.jwk] }),
  'two keys of one name': JSON.stringify({ keys: [{ ...stranger.jwk, kid: own.kid }, own.jwk] }),
  huge: JSON.stringify({ keys: [own.jwk], padding: 'x'.repeat(8 * 1024 * 1024) }),
  dripping: JSON.stringify({ keys: [own.jwk] }),
});

function answer(state: KeyListState, body: string, response: ServerResponse): void {
  if (state === 'down') return void response.destroy();
  if (state === 'slow') return;
  if (state === 'refusing') return void response.writeHead(500).end('{"keys":[]}');
  if (state === 'elsewhere') return void response.writeHead(302, { location: '/well' }).end();
  response.writeHead(200, { 'content-type': state === 'a page' ? 'text/html' : 'application/json' });
  if (state !== 'dripping') return void response.end(body);
  response.write(body.slice(0, 10));
}

export async function anIssuer(): Promise<AnIssuer> {
  const [own, next, stranger] = [await aKey('key-1'), await aKey('key-2'), await aKey('key-of-a-stranger')];
  let [state, count, listed]: [KeyListState, number, Key] = ['well', 0, own];
  const server = createServer((request: IncomingMessage, response) => {
    count += 1;
    const told = request.url === '/well' ? 'well' : state;
    answer(told, bodies(listed, stranger)[told] ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const signers = { 'its key': own, 'its new key': next, 'a stranger': stranger };
  return {
    variables: {
      CANDOR_ISSUER: ISSUER,
      CANDOR_AUDIENCE: AUDIENCE,
      CANDOR_JWKS_URL: `http://127.0.0.1:${port}/keys`,
    },
    is: (now) => {
      state = now;
    },
    asked: () => count,
    token: ({ sub, scope, ...claims }, at, signedBy = 'its key') => {
      const { kid, privateKey } = signers[signedBy];
      const seconds = Math.floor(at / 1000);
      return new SignJWT({ scope, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(sub)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + 36_000)
        .sign(privateKey);
    },
    rotate: () => {
      listed = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
