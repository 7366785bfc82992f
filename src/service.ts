/**
 * A house with its edge, listening: what `npm start`, the demo and the tests run.
 * Flow:    config → house, http → a listening server.
 * Promise: while the house is sealed the edge answers health and says why, and 503 to everything else.
 * Source:  DESIGN sections 8 and 9.
 */
import { importJWK } from 'jose';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { type OpenHouse, openHouse } from './house.ts';
import { createApp } from './http/app.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { allHandlers } from './http/handlers/handlers.ts';
import { outsideKeys, ownKeys } from './http/issuer.ts';
import { createLog } from './http/log.ts';
import { createMetrics, createMetricsServer, type Metrics } from './http/metrics.ts';
import { type Listening, listen } from './http/server.ts';
import { createMemorySessions } from './http/session/memory.ts';
import { mintToken } from './http/token.ts';
import { edgePages } from './pages/edge-pages.tsx';
import { newSecret, SealedError } from './seal/seal.ts';
import { Unavailable } from './store/store.ts';
import { problem } from './vocabulary/problems.ts';

const DRAIN_MS = 10_000;
const AUDIENCE = 'candor';

export interface Service {
  readonly house: OpenHouse;
  readonly port: number;
  readonly url: string;
  token(wish: { readonly sub: string; readonly scope: string; readonly ttl?: number }): Promise<string>;
  /** A sign-in link for a customer's identifier. */
  link(self: string): Promise<string>;
  stop(): Promise<void>;
}

/** The issuer's name: the installation's origin without its log. */
export const issuerOf = (origin: string): string => `https://${origin.replace(/\/\d+$/, '')}`;

export async function startService(config: Config, clock: Clock = systemClock): Promise<Service> {
  const house = await openHouse(config, clock);
  const { keyring } = house;
  const { kid, jwk } = keyring.issuer();
  const { d: _private, ...open } = jwk as Record<string, unknown>;
  const jwks = { keys: config.issuer === undefined ? [{ ...open, kid, alg: 'EdDSA', use: 'sig' }] : [] };
  const digest = (text: string): string => Buffer.from(keyring.keyedHash('token', text)).toString('base64url');
  const sessions = createMemorySessions({ now: () => clock.now(), random: () => newSecret(), digest });
  const issuer = config.issuer?.issuer ?? issuerOf(keyring.origin);
  let stopping = false;
  const metrics = config.metricsPort === undefined ? undefined : createMetrics();
  const log = createLog(config.logLevel);
  const app = createApp({
    handlers: allHandlers(house, { digest }),
    authenticate: createAuthenticate({
      ...(config.issuer === undefined ? ownKeys(jwks as never) : outsideKeys(config.issuer.jwksUrl)),
      issuer,
      audience: config.issuer?.audience ?? AUDIENCE,
      subjectClaim: config.subjectClaim,
      now: () => clock.now(),
      digest,
      actorOf: (principal, role) => (role === 'self' ? { id: 'self', role } : { id: keyring.actorPseudonym(principal), role }),
    }),
    sessions,
    status: () => (stopping ? { state: 'stopping', notes: [] } : house.status()),
    now: () => clock.now(),
    baseUrl: house.settings.baseUrl,
    jwks: async () => jwks,
    log,
    ...(metrics === undefined ? {} : { observe: (line) => metrics.observe(line) }),
    explain,
    pages: edgePages({ timeZone: config.timeZone, ...(config.company === undefined ? {} : { company: config.company }) }),
  });
  const listening = await listen(app, { host: config.host, port: config.port });
  const closeMetrics = listenForMetrics(metrics, config);
  const url = config.baseUrl ?? `http://${config.host}:${listening.port}`;
  const key = (await importJWK({ ...jwk, alg: 'EdDSA' }, 'EdDSA')) as CryptoKey;
  return {
    house,
    port: listening.port,
    url,
    token: ({ sub, scope, ttl = 3600 }) => mintToken({ issuer, audience: AUDIENCE, kid, key, sub, scope, ttl, now: clock.now() }),
    link: async (self) => `${url}/me/enter/${(await sessions.invite(self)).code}`,
    stop: once(async () => {
      stopping = true;
      await drain(listening);
      closeMetrics();
      await house.close();
      log.flush();
    }),
  };
}

const drain = (listening: Listening): Promise<void> => listening.stop(DRAIN_MS);

function listenForMetrics(metrics: Metrics | undefined, config: Config): () => void {
  if (metrics === undefined) return () => undefined;
  const server = createMetricsServer(metrics).listen(config.metricsPort, config.host);
  return () => {
    metrics.stop();
    server.close();
  };
}

/** Faults of the store and the keys are told as such; everything else is ours. */
const explain = (fault: unknown) => (fault instanceof Unavailable ? problem('unavailable') : fault instanceof SealedError ? problem('sealed') : undefined);

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
