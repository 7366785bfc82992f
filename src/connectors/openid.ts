/**
 * The way out to a provider of OpenID Connect: where a browser is sent, and what an answer or a logout token is worth.
 * Flow:    http/session (through composed/sign-in-doors) → here (openid-client, jose) → the provider.
 * Promise: code flow with PKCE, state and nonce, always; issuer, audience, signature and times of every token are
 *          checked, also where it came over TLS. A provider that is down or slow is told apart from one that refuses.
 *          Nothing of an answer is repeated: a reason is a code.
 * Source:  OpenID Connect Core 1.0; RFC 7636; RFC 9207; decision 0107 (which names the other parts).
 */
import { createRemoteJWKSet, type JWTPayload, jwtVerify, customFetch as keyFetch } from 'jose';
import * as openid from 'openid-client';
import { bounded, ProviderDown } from './bounded-fetch.ts';

/** What an answer is held against: known to the browser's sign-in and to nobody else. */
interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Vouched {
  readonly issuer: string;
  readonly claims: Readonly<openid.IDToken>;
  readonly sub: string;
  /** The provider's own session, where it names it. */
  readonly sid?: string;
  /** When somebody proved who they are, in epoch seconds, where the provider says so. */
  readonly authTime?: number;
  readonly idToken: string;
}

/** `refused`: the answer is not worth anything. `declined`: the provider says that nobody signed in. */
export interface NotVouched {
  readonly fault: 'unavailable' | 'refused' | 'declined';
  /** A code for a log. */
  readonly why: string;
}

export interface LoggedOut {
  readonly issuer: string;
  readonly id: string;
  readonly sub?: string;
  readonly sid?: string;
  /** Epoch seconds. */
  readonly until: number;
}

interface OpenIdClient {
  /** A new sign-in; undefined where the provider cannot be asked. `fresh`: whoever it is proves it anew. */
  begin(wish: {
    readonly back: string;
    readonly fresh: boolean;
  }): Promise<{ readonly url: string; readonly expected: Expected } | undefined>;
  /** `answered` is the address that the browser came back to, with its query. */
  answer(answered: URL, expected: Expected): Promise<Vouched | NotVouched>;
  /** Where the session at the provider can be ended; undefined where it offers no such page. */
  endUrl(ended: { readonly idToken: string; readonly back: string }): Promise<string | undefined>;
  loggedOut(token: string): Promise<LoggedOut | NotVouched>;
}

interface OpenIdSettings {
  readonly issuer: string;
  readonly client: string;
  /** Read anew at each use, so that it can be changed without a restart; absent: a client without a secret. */
  readonly secret?: () => string;
  readonly ask: string;
  /** The claims that are needed; the provider is asked for those that stand in no ID token. */
  readonly claims: readonly string[];
}

/** What the provider says of itself is asked for again after so long, so that nobody is sent to one that is down. */
const KEPT_MS = 60 * 1000;
const asymmetric = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

/** The first fault in the chain of causes that says more than that something went wrong. */
function faultOf(fault: unknown): NotVouched {
  for (let at: unknown = fault; at instanceof Error; at = at.cause) {
    if (at instanceof ProviderDown) return { fault: 'unavailable', why: at.message };
    if (at instanceof openid.AuthorizationResponseError) {
      // Its own words for: later. Everything else is the answer of somebody who did not sign in.
      const isDown = at.error === 'temporarily_unavailable' || at.error === 'server_error';
      return { fault: isDown ? 'unavailable' : 'declined', why: codeOf(at.error) };
    }
    if (at instanceof openid.ResponseBodyError) return { fault: 'refused', why: codeOf(at.error) };
  }
  const code = fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : 'unknown';
  return { fault: 'refused', why: codeOf(code) };
}

const codeOf = (text: string): string => text.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 60);

const isHere = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

/** Who we are to it, in the way that it takes; the header is what every provider has to take. */
function authentication(secret: string | undefined, methods: readonly string[] | undefined): openid.ClientAuth {
  if (secret === undefined) return openid.None();
  const isByPost = methods !== undefined && !methods.includes('client_secret_basic');
  return isByPost ? openid.ClientSecretPost(secret) : openid.ClientSecretBasic(secret);
}

interface Known {
  readonly server: openid.ServerMetadata;
  readonly keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  readonly at: number;
}

/** What the provider says of itself, asked for once for all who wait. */
function discovering({ issuer, client }: OpenIdSettings, now: () => number): () => Promise<Known> {
  let known: Known | undefined;
  let asking: Promise<Known> | undefined;
  const url = new URL(issuer);
  const ask = async (): Promise<Known> => {
    const found = await openid.discovery(url, client, undefined, openid.None(), {
      [openid.customFetch]: bounded as openid.CustomFetch,
      ...(isHere(url) ? { execute: [openid.allowInsecureRequests] } : {}),
    });
    const server = found.serverMetadata();
    const keys =
      server.jwks_uri === undefined
        ? undefined
        : createRemoteJWKSet(new URL(server.jwks_uri), { [keyFetch]: bounded, cacheMaxAge: KEPT_MS });
    return { server, keys, at: now() };
  };
  return async () => {
    if (known !== undefined && Math.abs(now() - known.at) < KEPT_MS) return known;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    known = await asking;
    return known;
  };
}

interface Room {
  readonly settings: OpenIdSettings;
  readonly known: () => Promise<Known>;
}

async function configured({ settings, known }: Room): Promise<openid.Configuration> {
  const { server } = await known();
  const how = authentication(settings.secret?.(), server.token_endpoint_auth_methods_supported);
  const made = new openid.Configuration(server, settings.client, undefined, how);
  made[openid.customFetch] = bounded as openid.CustomFetch;
  // The signature counts also where the token came straight from the provider.
  openid.enableNonRepudiationChecks(made);
  if (isHere(new URL(settings.issuer))) openid.allowInsecureRequests(made);
  return made;
}

async function begun(room: Room, { back, fresh }: Parameters<OpenIdClient['begin']>[0]) {
  const made = await configured(room);
  const expected = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  };
  const url = openid.buildAuthorizationUrl(made, {
    redirect_uri: back,
    scope: room.settings.ask,
    code_challenge: await openid.calculatePKCECodeChallenge(expected.verifier),
    code_challenge_method: 'S256',
    state: expected.state,
    nonce: expected.nonce,
    ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { url: url.href, expected };
}

async function answeredWith(room: Room, answered: URL, expected: Expected): Promise<Vouched | NotVouched> {
  const { claims: needed } = room.settings;
  const made = await configured(room);
  const tokens = await openid.authorizationCodeGrant(made, answered, {
    expectedState: expected.state,
    expectedNonce: expected.nonce,
    pkceCodeVerifier: expected.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) return { fault: 'refused', why: 'no-id-token' };
  const isThere = (name: string): boolean =>
    claims[name] !== undefined || claims[name.split('.')[0] ?? ''] !== undefined;
  // What the ID token does not hold; the answer is bound to the same account.
  const more = needed.every(isThere) ? {} : await moreOf(made, tokens, claims);
  return vouchedBy(claims, { idToken: tokens.id_token, more });
}

async function endedAt(room: Room, { idToken, back }: Parameters<OpenIdClient['endUrl']>[0]) {
  const made = await configured(room);
  if (made.serverMetadata().end_session_endpoint === undefined) return undefined;
  return openid.buildEndSessionUrl(made, { id_token_hint: idToken, post_logout_redirect_uri: back }).href;
}

async function heard({ settings, known }: Room, token: string): Promise<LoggedOut | NotVouched> {
  const { keys, server } = await known();
  if (keys === undefined) return { fault: 'refused', why: 'no-keys' };
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: server.issuer,
    audience: settings.client,
    algorithms: asymmetric,
    requiredClaims: ['iat', 'exp', 'jti'],
    maxTokenAge: '10m',
    clockTolerance: 30,
  });
  const isOfThisKind = /^(?:application\/)?(?:logout\+)?jwt$/i.test(protectedHeader.typ ?? 'jwt');
  return isOfThisKind ? saidBy(payload, server.issuer) : { fault: 'refused', why: 'no-logout-token' };
}

export function openIdClient(settings: OpenIdSettings, now: () => number): OpenIdClient {
  const room: Room = { settings, known: discovering(settings, now) };
  return {
    begin: (wish) => begun(room, wish).catch(() => undefined),
    answer: (answered, expected) => answeredWith(room, answered, expected).catch(faultOf),
    endUrl: (ended) => endedAt(room, ended).catch(() => undefined),
    loggedOut: (token) => heard(room, token).catch(faultOf),
  };
}

async function moreOf(
  made: openid.Configuration,
  tokens: { readonly access_token: string },
  claims: openid.IDToken,
): Promise<Partial<openid.UserInfoResponse>> {
  if (made.serverMetadata().userinfo_endpoint === undefined) return {};
  return openid.fetchUserInfo(made, tokens.access_token, claims.sub);
}

function vouchedBy(
  claims: openid.IDToken,
  { idToken, more }: { readonly idToken: string; readonly more: Partial<openid.UserInfoResponse> },
): Vouched {
  const { iss, sub, sid, auth_time: authTime } = claims;
  return {
    issuer: iss,
    claims: { ...more, ...claims },
    sub,
    idToken,
    ...(typeof sid === 'string' ? { sid } : {}),
    ...(typeof authTime === 'number' ? { authTime } : {}),
  };
}

/** Only a logout token has this event, and only another kind of token has a nonce. */
function saidBy(payload: JWTPayload, issuer: string): LoggedOut | NotVouched {
  const { jti, sub, sid, exp = 0, nonce, events } = payload;
  const isEvent =
    isObject(events) && Object.entries(events).some(([name, value]) => name === LOGOUT && isObject(value));
  const names = { ...(typeof sub === 'string' ? { sub } : {}), ...(typeof sid === 'string' ? { sid } : {}) };
  if (!isEvent || nonce !== undefined || jti === undefined || Object.keys(names).length === 0)
    return { fault: 'refused', why: 'no-logout-token' };
  return { issuer, id: jti, until: exp, ...names };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
