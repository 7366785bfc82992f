/**
 * A real provider of OpenID Connect, running in the test: npm's `oidc-provider`, with its own pages to sign in and out.
 * Flow:    tests → here → CANDOR_SUBJECT_SIGN_IN and CANDOR_STAFF_SIGN_IN of a service.
 * Promise: everything it says is what that implementation says, but where a test asks for a forged ID token.
 */
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { defined } from '../../../src/vocabulary/defined.ts';
import { aFreePort } from './a-free-port.ts';

/** What the provider knows of its accounts: anybody can sign in, these have claims. */
export type Accounts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Forge = (claims: JWTPayload, idToken: string) => Promise<string> | string;

export interface AProvider {
  readonly issuer: string;
  /** Signs as the provider does; with `by` as somebody else, or not at all. */
  sign(
    claims: JWTPayload,
    more?: { readonly by?: 'itself' | 'a stranger' | 'nobody'; readonly typ?: string },
  ): Promise<string>;
  /** From now on its ID tokens are what this makes of them; undefined: as they are. */
  forges(how: Forge | undefined): void;
  /** Down: the port is closed. Hanging: it takes connections and says nothing. */
  is(state: 'up' | 'down' | 'hanging'): Promise<void>;
  stop(): Promise<void>;
}

async function aKey(kid: string) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' } };
}

/** Which claims come with which scope: groups stand in the ID token, the number of a subject where it is asked for. */
const configuration = (clients: readonly ClientMetadata[], jwk: object, accounts: Accounts): Configuration => ({
  clients: [...clients],
  jwks: { keys: [jwk as never] },
  claims: { openid: ['sub', 'groups'], customer: ['customer_no'] },
  scopes: ['openid', 'customer'],
  conformIdTokenClaims: true,
  findAccount: (_context, accountId) => ({
    accountId,
    claims: async () => ({ sub: accountId, ...accounts[accountId] }),
  }),
  features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
  // It never calls an address of its own machine, which here is where everything is.
  fetch: (url, { method, headers, body, signal }: RequestInit = {}) =>
    globalThis.fetch(url, { ...defined({ method, headers, body, signal }) }),
  cookies: { keys: ['a test'] },
  pkce: { required: () => true },
  ttl: { Session: 3600, Grant: 3600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60, Interaction: 600 },
});

export async function aProvider(clients: readonly ClientMetadata[], accounts: Accounts): Promise<AProvider> {
  const port = await aFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const [own, stranger] = [await aKey('key-1'), await aKey('key-1')];
  const provider = new Provider(issuer, configuration(clients, own.jwk, accounts));
  let forge: Forge | undefined;
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (forge === undefined || context.path !== '/token' || body?.id_token === undefined) return;
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload;
    context.body = { ...body, id_token: await forge(claims, body.id_token) };
  });
  const listening = (listener: Parameters<typeof createServer>[1]): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer(listener as never).listen(port, '127.0.0.1', () => resolve(server));
    });
  const closed = (server: Server | undefined): Promise<void> =>
    new Promise((resolve) => {
      if (server === undefined) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  let server: Server | undefined = await listening(provider.callback());
  return {
    issuer,
    sign: (claims, { by = 'itself', typ = 'JWT' } = {}) =>
      by === 'nobody'
        ? Promise.resolve(new UnsecuredJWT(claims).encode())
        : new SignJWT(claims)
            .setProtectedHeader({ alg: 'RS256', kid: own.kid, typ })
            .sign(by === 'itself' ? own.privateKey : stranger.privateKey),
    forges: (how) => {
      forge = how;
    },
    async is(state) {
      await closed(server);
      server = state === 'down' ? undefined : await listening(state === 'up' ? provider.callback() : () => undefined);
    },
    stop: () => closed(server),
  };
}
