/**
 * A house with its edge, listening: what `npm start`, the demo and the tests run.
 * Flow:    config → house, http → a listening server.
 * Promise: while the house is sealed the edge answers health and says why, and 503 to everything else.
 * Source:  docs/design.md 8 and 9.
 */

import { once } from 'node:events';
import { type CryptoKey, importJWK, type JSONWebKeySet } from 'jose';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Actor, Role } from './facts/fact.ts';
import { type OpenHouse, openHouse, problemOf, settingsOf } from './house.ts';
import { createApp, type RequestListener } from './http/app.ts';
import { createAuthenticate } from './http/authenticate.ts';
import type { Edge } from './http/edge.ts';
import { allHandlers } from './http/handlers.ts';
import { outsideKeys, ownKeys } from './http/issuer.ts';
import { createLog, type ServiceLog } from './http/log.ts';
import { createMetrics, createMetricsServer, type Metrics } from './http/metrics.ts';
import { type Listening, listen } from './http/server.ts';
import { createSessions } from './http/session/kept-sessions.ts';
import { createMemorySessions } from './http/session/memory.ts';
import { issuerNameOf, mintToken } from './http/token.ts';
import { startSending } from './jobs/send-messages.ts';
import { callerOfSystem } from './ledger/batch.ts';
import { edgePages } from './pages/edge-pages.tsx';
import type { House } from './ports/house.ts';
import type { HouseSettings } from './ports/reads.ts';
import { type Keyring, newSecret, SealedError, sha256 } from './seal/seal.ts';
import { asStartFault } from './start-fault.ts';
import { Unavailable } from './store/store.ts';
import { defined } from './vocabulary/defined.ts';
import { staffIdentifier } from './vocabulary/identifier.ts';
import { type Problem, problem } from './vocabulary/problems.ts';
import type { Scope } from './vocabulary/scope.ts';

const DRAIN_MS = 10_000;
const AUDIENCE = 'candor';
/** Under which name the house records what it does by itself. */
const senderOfHouse = { caller: callerOfSystem, requestId: 'house' } as const;

export interface Service {
  readonly state: 'open';
  readonly house: OpenHouse;
  readonly port: number;
  readonly url: string;
  token(wish: { readonly sub: string; readonly scope: string; readonly ttl?: number }): Promise<string>;
  /** A sign-in link for an identifier. */
  link(self: string): Promise<string>;
  /** A sign-in link to the console, for the `sub` of a member of staff. */
  consoleLink(staff: string, scopes: readonly Scope[]): Promise<string>;
  stop(): Promise<void>;
}

interface SealedService {
  readonly state: 'sealed';
  /** What is missing or wrong, in a sentence. */
  readonly why: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A house that cannot be sure of its parts answers health only, and says on /readyz what is wrong. */
export async function startOrSeal(config: Config, clock: Clock = systemClock): Promise<Service | SealedService> {
  try {
    return await startService(config, clock);
  } catch (fault) {
    if (!(fault instanceof SealedError)) throw fault;
    return startSealed(config, fault, clock);
  }
}

interface Identity {
  readonly issuer: string;
  readonly jwks: { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  readonly kid: string;
  readonly key: CryptoKey;
}

async function identityOf(config: Config, keyring: Keyring): Promise<Identity> {
  const { kid, jwk } = keyring.issuer();
  const { d: _private, ...open } = jwk;
  const keys = config.issuer === undefined ? [{ ...open, kid, alg: 'EdDSA', use: 'sig' }] : [];
  const key = (await importJWK({ ...jwk, alg: 'EdDSA' }, 'EdDSA')) as CryptoKey;
  return { issuer: config.issuer?.issuer ?? issuerNameOf(keyring.origin), jwks: { keys }, kid, key };
}

/** For tests, which send messages themselves. */
interface Trying extends Pick<Edge, 'checkReplies'> {
  readonly sendsMessages?: boolean;
}

/**
 * Throws a SealedError where `startOrSeal` would answer health only. `checkReplies` is for tests: a reply that does not
 * fit its model is then a fault.
 */
export async function startService(
  config: Config,
  clock: Clock = systemClock,
  { sendsMessages = true, ...extra }: Trying = {},
): Promise<Service> {
  const house = await openHouse(config, clock);
  const identity = await identityOf(config, house.keyring);
  const digest = (text: string): string => Buffer.from(house.keyring.keyedHash('token', text)).toString('base64url');
  const actorOf = actorsOf(house);
  const sessions = createSessions(house.sessions, { now: () => clock.now(), random: newSecret, digest, actorOf });
  const metrics = config.metricsPort === undefined ? undefined : createMetrics();
  let stopping = false;
  const log = createLog(config.logLevel);
  watchUnfit(house, { log, metrics });
  const app = createApp({
    ...edgeBase(config, clock, log),
    ...extra,
    ...(metrics === undefined ? {} : { observe: metrics.observe }),
    handlers: allHandlers(house, { digest }),
    authenticate: authenticateFor({ config, clock, house, identity }),
    sessions,
    languageOf: (self) => languageOnRecord(house, self),
    hasLeft: (staff) => hasLeft(house, staff),
    isKnown: (holder) => isKnown(house, holder),
    status: () => (stopping ? { state: 'stopping', notes: [] } : house.status()),
    jwks: async () => identity.jwks,
  });
  const { listening, closeMetrics } = await listenOrClose(app, { config, house, metrics });
  const sending = sendsMessages ? sendingOf(house, log) : undefined;
  const url = config.baseUrl ?? `http://${config.host}:${listening.port}`;
  return {
    state: 'open',
    house,
    port: listening.port,
    url,
    token: ({ ttl = 3600, ...wish }) => mintToken({ ...wish, ...identity, audience: AUDIENCE, ttl, now: clock.now() }),
    link: async (self) => `${url}/me/enter/${(await sessions.invite(self)).code}`,
    consoleLink: async (staff, scopes) =>
      `${url}/console/enter/${(await sessions.invite(staffIdentifier(staff), scopes)).code}`,
    stop: onlyOnce(async () => {
      stopping = true;
      await listening.stop(DRAIN_MS);
      await sending?.stop();
      closeMetrics();
      await house.close();
      log.flush();
    }),
  };
}

/** Each row that does not fit is told once, and counted whenever it refuses somebody. */
function watchUnfit(
  { room: { bound }, walk }: OpenHouse,
  { log, metrics }: { readonly log: ServiceLog; readonly metrics: Metrics | undefined },
): void {
  for (const row of bound.report.rows()) log.alarm('state-does-not-fit', row);
  bound.report.listen((row) => log.alarm('state-does-not-fit', row));
  metrics?.gauge(
    'candor_rows_that_do_not_fit',
    'Rows that are not what this service wrote, as met so far.',
    () => bound.report.rows().length,
  );
  metrics?.gauge(
    'candor_views_walked_at_seconds',
    'When every view was last held against the ledger, in seconds since 1970.',
    () => (walk.lastRound()?.at ?? 0) / 1000,
  );
  metrics?.gauge('candor_state_refusals', 'How often such a row was met.', () => bound.report.count);
}

const sendingOf = (house: OpenHouse, log: ServiceLog) =>
  startSending(
    { house, outbox: house.outbox, mail: house.mail, sender: senderOfHouse },
    { report: (code, numbers) => log.notice(code, numbers) },
  );

async function languageOnRecord(house: House, self: string): Promise<string | undefined> {
  const { people } = await house.see([self]);
  const [person] = people;
  return person?.found === 'known' ? person.standing.language : undefined;
}

/** Somebody whom nobody described yet may come in: that is how the first ones begin. */
async function hasLeft(house: House, staff: string): Promise<boolean> {
  const [person] = (await house.see([staffIdentifier(staff)])).people;
  return person?.found === 'erased' || (person?.found === 'known' && person.standing.staff?.active === false);
}

/** Somebody of whom nothing is recorded may come in, too; whoever makes the link is told. */
async function isKnown(house: House, holder: string): Promise<boolean> {
  return (await house.see([holder])).people[0]?.found === 'known';
}

const edgeBase = (config: Config, clock: Clock, log: ServiceLog) => ({
  now: () => clock.now(),
  baseUrl: config.baseUrl ?? `http://${config.host}:${config.port}`,
  trustedProxies: config.trustedProxies,
  log,
  explain,
  pages: edgePages({ timeZone: config.timeZone, ...defined({ company: config.company }) }),
});

interface Authenticating {
  readonly config: Config;
  readonly clock: Clock;
  readonly house: OpenHouse;
  readonly identity: Identity;
}

/** A token is as hard to guess as its signature, so its hash needs no key. */
const fingerprint = (token: string): string => Buffer.from(sha256(token)).toString('base64url');

const authenticateFor = ({ config, clock, house, identity }: Authenticating) =>
  createAuthenticate({
    ...(config.issuer === undefined ? ownKeys(identity.jwks as JSONWebKeySet) : outsideKeys(config.issuer.jwksUrl)),
    issuer: identity.issuer,
    audience: config.issuer?.audience ?? AUDIENCE,
    subjectClaim: config.subjectClaim,
    now: () => clock.now(),
    digest: fingerprint,
    actorOf: actorsOf(house),
  });

const actorsOf =
  ({ keyring }: OpenHouse) =>
  (principal: string, role: Role): Actor =>
    role === 'self' ? { id: 'self', role } : { id: keyring.actorPseudonym(principal), role };

async function startSealed(config: Config, why: SealedError, clock: Clock): Promise<SealedService> {
  const log = createLog(config.logLevel);
  const digest = (text: string): string => text;
  const app = createApp({
    ...edgeBase(config, clock, log),
    handlers: allHandlers(sealedHouse(why, settingsOf(config)), { digest }),
    authenticate: () => problem('unauthenticated'),
    sessions: createMemorySessions({
      now: () => clock.now(),
      random: () => newSecret(),
      digest,
      actorOf: (id, role) => ({ id, role }),
    }),
    status: () => ({ state: 'sealed', notes: [why.message] }),
    jwks: async () => ({ keys: [] }),
  });
  const listening = await listen(app, config).catch((fault: unknown) => {
    throw asStartFault(fault, config);
  });
  return { state: 'sealed', why: why.message, port: listening.port, stop: onlyOnce(() => listening.stop(DRAIN_MS)) };
}

/** Every question to it is refused, so that nothing is ever allowed from a house in doubt. */
const sealedHouse = (why: SealedError, settings: HouseSettings): House =>
  new Proxy({ settings } as House, {
    get: (house, name) =>
      name === 'settings'
        ? house.settings
        : () => {
            throw why;
          },
  });

interface ToListen {
  readonly config: Config;
  readonly house: OpenHouse;
  readonly metrics: Metrics | undefined;
}

/** Where a port cannot be had, nothing stays open behind the fault. */
async function listenOrClose(app: RequestListener, { config, house, metrics }: ToListen) {
  let listening: Listening | undefined;
  try {
    listening = await listen(app, config);
    return { listening, closeMetrics: await listenForMetrics(metrics, config) };
  } catch (fault) {
    await listening?.stop(0);
    metrics?.stop();
    await house.close();
    throw asStartFault(fault, config);
  }
}

async function listenForMetrics(metrics: Metrics | undefined, config: Config): Promise<() => void> {
  if (metrics === undefined) return () => undefined;
  const server = createMetricsServer(metrics).listen(config.metricsPort, config.host);
  await once(server, 'listening');
  return () => {
    metrics.stop();
    server.close();
  };
}

/** Faults of the store and the keys are told as such; everything else is ours. */
const explain = (fault: unknown): Problem | undefined =>
  fault instanceof Unavailable ? problemOf(fault) : fault instanceof SealedError ? problem('sealed') : undefined;

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
