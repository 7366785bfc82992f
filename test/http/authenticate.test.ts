import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticate } from '../../src/http/authenticate.ts';
import { outsideKeys } from '../../src/http/issuer.ts';
import { isProblem, problem } from '../../src/vocabulary/problems.ts';
import { aListeningEdge, digest, type House, issuer } from '../given/http/listening-edge.ts';

let house: House;
let otherKey: CryptoKey;
let ecKey: CryptoKey;
beforeAll(async () => {
  house = await aListeningEdge();
  otherKey = (await generateKeyPair('Ed25519')).privateKey;
  ecKey = (await generateKeyPair('ES256')).privateKey;
});
afterAll(() => house.stop());

const second = (): number => Math.floor(house.clock.now / 1000);
const good = (): JWTPayload => ({
  iss: issuer,
  aud: 'candor',
  sub: 'svc-1',
  scope: 'use',
  iat: second(),
  exp: second() + 600,
});
const header = { alg: 'EdDSA', typ: 'at+jwt', kid: 'k1' };
const sign = (claims: JWTPayload, head: object = header, key: CryptoKey | Uint8Array = house.key): Promise<string> =>
  new SignJWT(claims).setProtectedHeader(head as typeof header).sign(key);
const without = (name: keyof JWTPayload): JWTPayload =>
  Object.fromEntries(Object.entries(good()).filter(([claim]) => claim !== name));
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const ask = (authorization?: string): Promise<Response> =>
  house.call('/v1/purposes', authorization === undefined ? {} : { headers: { authorization } });

const bad: readonly (readonly [string, () => Promise<string> | string])[] = [
  ['no expiry', () => sign(without('exp'))],
  ['no issue time', () => sign(without('iat'))],
  ['no subject', () => sign(without('sub'))],
  ['no issuer', () => sign(without('iss'))],
  ['no audience', () => sign(without('aud'))],
  ['no scope', () => sign(without('scope'))],
  ['an expiry that has passed', () => sign({ ...good(), iat: second() - 700, exp: second() - 60 })],
  ['issued in the year 2286', () => sign({ ...good(), iat: 9_999_999_999, exp: 9_999_999_999 + 60 })],
  ['issued long ago with a far expiry', () => sign({ ...good(), iat: second() - 90_000, exp: second() + 600 })],
  ['not valid yet', () => sign({ ...good(), nbf: second() + 300 })],
  ['another issuer', () => sign({ ...good(), iss: 'https://evil.example' })],
  ['the audience of a sibling service', () => sign({ ...good(), aud: 'billing' })],
  ['an id token', () => sign(good(), { alg: 'EdDSA', typ: 'JWT', kid: 'k1' })],
  ['no typ', () => sign(good(), { alg: 'EdDSA', kid: 'k1' })],
  ['a key that is not ours', () => sign(good(), header, otherKey)],
  ['an unknown kid', () => sign(good(), { ...header, kid: 'k2' })],
  ['another algorithm', () => sign(good(), { ...header, alg: 'ES256' }, ecKey)],
  ['no signature', () => `${base64({ ...header, alg: 'none' })}.${base64(good())}.`],
  [
    'alg none with a signature',
    async () => `${base64({ ...header, alg: 'none' })}.${(await sign(good())).split('.').slice(1).join('.')}`,
  ],
  [
    'HS256 with the public key as secret',
    async () =>
      sign(
        good(),
        { ...header, alg: 'HS256' },
        Buffer.from(await exportSPKI((await generateKeyPair('Ed25519', { extractable: true })).publicKey)),
      ),
  ],
  [
    'its own key in the header',
    async () =>
      sign(good(), { ...header, jwk: await exportJWK((await generateKeyPair('Ed25519')).publicKey) }, otherKey),
  ],
  ['an address of keys', () => sign(good(), { ...header, jku: 'https://evil.example/jwks' })],
  ['an address of certificates', () => sign(good(), { ...header, x5u: 'https://evil.example/x' })],
  [
    'a critical extension',
    async () => `${base64({ ...header, crit: ['x'], x: 1 })}.${(await sign(good())).split('.').slice(1).join('.')}`,
  ],
  [
    'changed claims',
    async () => {
      const [head, , tail] = (await sign(good())).split('.');
      return `${head}.${base64({ ...good(), scope: 'admin' })}.${tail}`;
    },
  ],
  ['a subject with a control character', () => sign({ ...good(), sub: 'a\nb' })],
  ['a customer number that is none', () => sign({ ...good(), scope: 'self', sub: 'a b' })],
  ['scopes as a list', () => sign({ ...good(), scope: ['use'] as unknown as string })],
  ['nine kilobytes', () => sign({ ...good(), x: 'x'.repeat(9000) })],
  ['half a token', async () => (await sign(good())).slice(0, 80)],
];

describe('a bad token is nobody', () => {
  it('the good one is accepted', async () => {
    expect((await ask(`Bearer ${await sign(good())}`)).status).toBe(200);
  });
  it.each(bad)('%s', async (_what, make) => {
    const answer = await ask(`Bearer ${await make()}`);
    const nobody = await ask();
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="candor"');
    const [one, other] = (await Promise.all([answer.json(), nobody.json()])) as [object, object];
    expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' });
  });
  it.each(['Basic YTpi', 'Bearer', 'Bearer ', 'bearer x', 'Bearer a.b.c', 'Bearer a.b.c d'])(
    '%j is nobody',
    async (authorization) => {
      expect((await ask(authorization)).status).toBe(401);
    },
  );
  it('a cookie is nobody to the API', async () => {
    expect(
      (await house.call('/v1/me/consents', { headers: { cookie: `__Host-candor=${'a'.repeat(43)}` } })).status,
    ).toBe(401);
  });
});

describe('a token does what its scopes say', () => {
  it.each([
    ['self', '/v1/purposes', 403],
    ['use', '/v1/me/consents', 403],
    ['self', '/v1/me/consents', 200],
    ['self admin', '/v1/purposes', 403],
    ['admin', '/v1/purposes', 200],
    ['admin', '/v1/me/consents', 403],
    ['audit', '/v1/subjects/customer:1', 403],
    ['nonsense', '/v1/purposes', 403],
  ])('%s on %s is %i', async (scope, path, status) => {
    const answer = await house.call(path, { headers: { authorization: `Bearer ${await house.token(scope, '42')}` } });
    expect(answer.status).toBe(status);
  });
  it('a read scope does not write', async () => {
    expect((await house.call('/v1/purposes/p', { method: 'PUT', scope: 'use', json: {} })).status).toBe(403);
  });
  it('the handler sees the customer of a self token, and a pseudonym for staff', async () => {
    house.seen.length = 0;
    await house.call('/v1/me/consents', { scope: 'self' });
    await house.call('/v1/purposes', {
      headers: {
        authorization: `Bearer ${await house.token('audit requests reviews registry reports consent', 'ada')}`,
      },
    });
    expect(house.seen[0]?.caller).toEqual({
      principal: '42',
      actor: { id: 'self', role: 'self' },
      scopes: ['self'],
      self: 'customer:42',
    });
    expect(house.seen[1]?.caller).toMatchObject({
      principal: 'ada',
      actor: { id: digest('ada').slice(0, 16), role: 'officer' },
    });
  });
});

describe('a verified token is remembered, and never for too long', () => {
  const remembering = async (remembered = 2) => {
    const asked: string[] = [];
    const { privateKey, publicKey } = await generateKeyPair('Ed25519');
    let now = Date.parse('2026-11-23T10:00:00.000Z');
    const authenticate = createAuthenticate({
      issuer,
      audience: 'candor',
      algorithms: ['EdDSA'],
      key: async (head) => {
        asked.push(head.kid ?? '');
        return publicKey;
      },
      subjectClaim: 'sub',
      now: () => now,
      digest,
      actorOf: (id, role) => ({ id, role }),
      remembered,
    });
    const token = (sub: string): Promise<string> =>
      new SignJWT({ scope: 'use' })
        .setProtectedHeader(header)
        .setIssuer(issuer)
        .setAudience('candor')
        .setSubject(sub)
        .setIssuedAt(now / 1000)
        .setExpirationTime(now / 1000 + 60)
        .sign(privateKey);
    return {
      authenticate,
      token,
      asked,
      wind: (ms: number) => {
        now += ms;
      },
    };
  };
  it('it is verified once and refused after its expiry', async () => {
    const { authenticate, token, asked, wind } = await remembering();
    const bearer = `Bearer ${await token('a')}`;
    expect(await authenticate(bearer)).toBe(await authenticate(bearer));
    expect(asked).toHaveLength(1);
    wind(61_000);
    expect(isProblem(await authenticate(`${bearer}`))).toBe(false);
    wind(10_000);
    expect(await authenticate(bearer)).toEqual(problem('unauthenticated'));
  });
  it('the memory has an end', async () => {
    const { authenticate, token, asked } = await remembering(2);
    const tokens = await Promise.all(['a', 'b', 'c'].map(async (sub) => `Bearer ${await token(sub)}`));
    for (const bearer of [...tokens, tokens[0] as string]) await authenticate(bearer);
    expect(asked).toHaveLength(4);
  });
});

describe('an issuer outside', () => {
  it('is trusted for its own keys and three algorithms only, and fetched once', async () => {
    const pairs = {
      ES256: await generateKeyPair('ES256'),
      RS256: await generateKeyPair('RS256'),
      PS256: await generateKeyPair('PS256'),
    };
    const keys = await Promise.all(
      Object.entries(pairs).map(async ([kid, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid })),
    );
    let fetched = 0;
    const server = createServer((_request, response) => {
      fetched += 1;
      response.end(JSON.stringify({ keys }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const now = (): number => Date.parse('2026-11-23T10:00:00.000Z');
    const source = outsideKeys(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, {
      issuer: 'https://login.example',
      now,
      report: () => undefined,
    });
    const authenticate = createAuthenticate({
      ...source,
      issuer: 'https://login.example',
      audience: 'api',
      subjectClaim: 'customer_no',
      now,
      digest,
      actorOf: (id, role) => ({ id, role }),
    });
    const bearer = async (kid: keyof typeof pairs, alg: string = kid): Promise<string> =>
      `Bearer ${await new SignJWT({ scope: 'self', customer_no: '4711' })
        .setProtectedHeader({ alg, kid, typ: 'at+jwt' })
        .setIssuer('https://login.example')
        .setAudience('api')
        .setSubject('u1')
        .setIssuedAt(now() / 1000)
        .setExpirationTime(now() / 1000 + 60)
        .sign(pairs[kid].privateKey)}`;
    expect(await authenticate(await bearer('ES256'))).toMatchObject({ self: 'customer:4711', principal: 'u1' });
    expect(await authenticate(await bearer('RS256'))).toMatchObject({ self: 'customer:4711' });
    expect(await authenticate(await bearer('PS256'))).toEqual(problem('unauthenticated'));
    expect(fetched).toBe(1);
    source.stop();
    await new Promise((resolve) => server.close(resolve));
  });
  it('is never fetched over plain HTTP from elsewhere', () => {
    const watching = { issuer: 'https://login.example', now: () => 0, report: () => undefined };
    expect(() => outsideKeys('http://login.example/keys', watching)).toThrow('https');
    expect(() => outsideKeys('file:///etc/passwd', watching)).toThrow('https');
  });
});
