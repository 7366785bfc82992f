/**
 * A house with its edge, listening: what `npm start`, the demo and the tests run.
 * Flow:    config → house, http → a listening server.
 * Promise: while the house is sealed the edge answers health and says why, and 503 to everything else.
 * Source:  docs/design.md 8 and 9.
 */

import { once } from 'node:events';
import { publicUrl } from './address.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { backupsOf } from './composed/backups.ts';
import { tasksOf } from './composed/connected.ts';
import { gateBeside } from './composed/gate-beside.ts';
import { tellNumbers, tellState } from './composed/numbers.ts';
import { type OwnIssuer, ownIssuer } from './composed/own-issuer.ts';
import { problemOf } from './composed/recording.ts';
import { reportsOf } from './composed/reports.ts';
import { AUDIENCE, authenticateFor, outsideIssuer, signInOf, whatTheHouseKnows } from './composed/signing-in.ts';
import { webhooksOf } from './composed/webhooks.ts';
import type { Config } from './config.ts';
import { type OpenHouse, openHouse, settingsOf } from './house.ts';
import { createApp, type RequestListener } from './http/app.ts';
import { createChangeStreams } from './http/change-streams.ts';
import type { Edge } from './http/edge.ts';
import { allHandlers } from './http/handlers.ts';
import { createLog, type ServiceLog } from './http/log.ts';
import type { Metrics } from './http/metrics.ts';
import { type NeedsTwo, withSecondPerson } from './http/record/second-person.ts';
import { watchSecurity } from './http/security-watch.ts';
import { type Listening, listen } from './http/server.ts';
import type { AddressCodes } from './http/session/addresses.ts';
import type { createSessions } from './http/session/kept-sessions.ts';
import { createMemorySessions } from './http/session/memory.ts';
import { metadataSigner } from './http/signed-metadata.ts';
import { mintToken } from './http/token.ts';
import { startDigests } from './jobs/send-digests.ts';
import { startSending } from './jobs/send-messages.ts';
import { type SendingWebhooks, startWebhooks } from './jobs/send-webhooks.ts';
import { startTasks } from './jobs/work-tasks.ts';
import { callerOfSystem } from './ledger/batch.ts';
import { edgePages } from './pages/edge-pages.tsx';
import type { House } from './ports/house.ts';
import type { HouseSettings } from './ports/reads.ts';
import { newSecret, SealedError } from './seal/seal.ts';
import { asStartFault } from './start-fault.ts';
import { defined } from './vocabulary/defined.ts';
import { staffIdentifier } from './vocabulary/identifier.ts';
import { DAY_MS } from './vocabulary/instant.ts';
import { problem } from './vocabulary/problems.ts';
import { proposalLifeDays } from './vocabulary/proposal.ts';
import type { Scope } from './vocabulary/scope.ts';

const DRAIN_MS = 10_000;
/** Under which name the house records what it does by itself. */
const senderOfHouse = { caller: callerOfSystem, requestId: 'house' } as const;

export interface Service {
  readonly state: 'open';
  readonly house: OpenHouse;
  readonly port: number;
  readonly url: string;
  /** Where the gate listens, where there is one. */
  readonly gatePort: number | undefined;
  token(wish: { readonly sub: string; readonly scope: string; readonly ttl?: number }): Promise<string>;
  /** A sign-in link for an identifier, made in this process for whoever started it: no fact stands behind it. */
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

/** For tests, which send messages and changes themselves. */
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
  const identity = await ownIssuer(config, house.keyring, () => clock.now());
  const known = { config, clock, house, identity, digest: digestBy(house) };
  const doors = signInOf(known);
  const metrics = await metricsOf(config, (numbers) => tellNumbers(house, config, numbers));
  const { log, reporting, observe } = reportsOf(config, house, metrics);
  const ending = endingAfter(config.stopAfterMs);
  const outside = outsideIssuer(config, clock, { log, metrics });
  const security = watchSecurity({ house, to: config.securityLog, metrics });
  const webhooks = webhooksOf(config, house);
  const tools = {
    ...known,
    ...doors,
    streams: createChangeStreams(house),
    webhooks: webhooks.ways,
    signMetadata: metadataSigner(identity.signing, () => clock.now()),
  };
  const app = createApp({
    ...edgeBase(config, clock, log),
    ...extra,
    handlers: allHandlers(withSecondPerson(security.watching, needsTwoIn(house, config)), tools),
    authenticate: authenticateFor({ ...known, ...doors, outside, accepted: security.accepted }),
    security,
    ...whatTheHouseKnows(house, { ...doors, signInService: config.signInService }),
    ...statusOf(house, outside, ending.isStopping),
    jwks: async () => identity.jwks(),
    observe,
  });
  const token = tokensOf(identity, clock);
  const { listening, gate, closeMetrics } = await listenOrClose(app, { config, house, token, clock, log, metrics });
  const sending = await sendingOf(house, { config, log, ...doors, webhooks, wanted: sendsMessages });
  return {
    state: 'open',
    house,
    ...reachedAt(config, { port: listening.port, gatePort: gate?.port, sessions: doors.sessions }),
    token,
    stop: onlyOnce(async () => {
      await ending.begin();
      outside?.stop();
      tools.streams.stop();
      await stopAll({ gate, listening, sending, closeMetrics, reporting, house, security });
    }),
  };
}

/** What counts is loaded only where somebody reads the numbers. */
async function metricsOf(config: Config, tell: (metrics: Metrics) => void): Promise<Metrics | undefined> {
  if (config.metricsPort === undefined) return undefined;
  const { createMetrics } = await import('./http/metrics.ts');
  const metrics = createMetrics();
  tell(metrics);
  return metrics;
}

/** It says that it ends, and goes on answering for a while, so that a proxy looks elsewhere before it is gone. */
function endingAfter(ms: number) {
  let stopping = false;
  return {
    isStopping: () => stopping,
    async begin(): Promise<void> {
      stopping = true;
      await new Promise((resolve) => setTimeout(resolve, ms));
    },
  };
}

interface Running {
  readonly gate: { stop(grace: number): Promise<void> } | undefined;
  readonly listening: Listening;
  readonly sending: { stop(): Promise<void> } | undefined;
  readonly closeMetrics: () => void;
  readonly reporting: { stop(): Promise<void> };
  readonly house: OpenHouse;
  readonly security: { stop(): Promise<void> };
}

/** The edge first, so that nothing new comes in; then what works by itself; then the house. */
async function stopAll({ gate, listening, sending, ...rest }: Running): Promise<void> {
  const { closeMetrics, reporting, house, security } = rest;
  await Promise.all([gate?.stop(DRAIN_MS), listening.stop(DRAIN_MS)]);
  await sending?.stop();
  closeMetrics();
  await reporting.stop();
  await house.close();
  await security.stop();
}

const tokensOf =
  ({ issuer, signing }: OwnIssuer, clock: Clock): Service['token'] =>
  async ({ ttl = 3600, ...wish }) =>
    mintToken({ ...wish, ...(await signing()), issuer, audience: AUDIENCE, ttl, now: clock.now() });

interface Reached extends Pick<Service, 'port' | 'gatePort'> {
  readonly sessions: ReturnType<typeof createSessions>;
}

function reachedAt(config: Config, { sessions, ...ports }: Reached) {
  const url = publicUrl(config, ports.port);
  return { ...ports, url, ...linksAt(url, sessions) };
}

/** Links for tests, the demo and commands on this machine; the API makes others and records them. */
const linksAt = (url: string, sessions: ReturnType<typeof createSessions>): Pick<Service, 'link' | 'consoleLink'> => ({
  link: async (self) => `${url}/me/enter/${(await sessions.invite(self)).code}`,
  consoleLink: async (staff, scopes) =>
    `${url}/console/enter/${(await sessions.invite(staffIdentifier(staff), { scopes })).code}`,
});

interface WaysOut {
  readonly config: Config;
  readonly log: ServiceLog;
  readonly codes: AddressCodes;
  readonly webhooks: { readonly sending: SendingWebhooks };
  readonly wanted: boolean;
}

/** Messages to people, the digest for staff, changes to other services, backups, and the work of connected systems. */
async function sendingOf(
  house: OpenHouse,
  { config, log, codes, webhooks, wanted }: WaysOut,
): Promise<{ stop(): Promise<void> } | undefined> {
  if (!wanted) return undefined;
  const tasks = await tasksOf(config, house);
  const { outbox, mail } = house;
  const codeFor = (identifier: string) => codes.invite(identifier);
  const senders = [
    startSending(
      { house, outbox, mail, sender: senderOfHouse, codeFor },
      { report: (code, numbers) => log.notice(code, numbers) },
    ),
    startWebhooks(webhooks.sending, { report: (code) => log.notice(code) }),
    backupsOf(config, { log, now: systemClock.now }),
    startDigests({ house, digests: house.digests, mail, digest: config.digest, report: (code) => log.notice(code) }),
    ...(tasks === undefined ? [] : [startTasks(tasks, { report: (code) => log.notice(code) })]),
  ];
  return { stop: async () => void (await Promise.all(senders.map((sender) => sender?.stop()))) };
}

/**
 * By itself, four eyes are asked for where two members of staff are there who could. Whoever has left counts for as
 * long as a proposal would wait for them, so that nobody comes to act alone by having a colleague leave.
 */
const needsTwoIn = (house: OpenHouse, { fourEyes }: Config): NeedsTwo => {
  if (fourEyes !== 'auto') return () => fourEyes === 'on';
  return () => house.access.staffSince('officer', house.now() - proposalLifeDays * DAY_MS).length >= 2;
};

const edgeBase = (config: Config, clock: Clock, log: ServiceLog) => ({
  now: () => clock.now(),
  baseUrl: publicUrl(config, config.port),
  trustedProxies: config.trustedProxies,
  log,
  explain: problemOf,
  pages: edgePages({
    timeZone: config.timeZone,
    links: config.pageLinks,
    ...defined({ company: config.company }),
  }),
});

const stoppingStatus = { state: 'stopping', notes: [] } as const;

const statusOf = (
  house: OpenHouse,
  outside: ReturnType<typeof outsideIssuer>,
  isStopping: () => boolean,
): Pick<Edge, 'state' | 'status'> => ({
  state: () => (isStopping() ? 'stopping' : 'open'),
  status: () => (isStopping() ? stoppingStatus : (outside?.told(house.status()) ?? house.status())),
});

const digestBy =
  ({ keyring }: OpenHouse) =>
  (text: string): string =>
    Buffer.from(keyring.keyedHash('token', text)).toString('base64url');

async function startSealed(config: Config, why: SealedError, clock: Clock): Promise<SealedService> {
  const log = createLog(config.logLevel);
  const digest = (text: string): string => text;
  const sessions = createMemorySessions({
    now: () => clock.now(),
    random: () => newSecret(),
    digest,
    actorOf: (id, role) => ({ id, role }),
  });
  const app = createApp({
    ...edgeBase(config, clock, log),
    handlers: allHandlers(sealedHouse(why, settingsOf(config)), { digest, sessions }),
    authenticate: () => problem('unauthenticated'),
    sessions,
    status: () => ({ state: 'sealed', notes: [why.message] }),
    jwks: async () => ({ keys: [] }),
  });
  const metrics = await metricsOf(config, (numbers) => tellState(numbers, () => 'sealed'));
  const { listening, closeMetrics } = await listenSealed(app, config, metrics).catch((fault: unknown) => {
    throw asStartFault(fault, config);
  });
  const stop = onlyOnce(async () => {
    closeMetrics();
    await listening.stop(DRAIN_MS);
  });
  return { state: 'sealed', why: why.message, port: listening.port, stop };
}

async function listenSealed(app: RequestListener, config: Config, metrics: Metrics | undefined) {
  const listening = await listen(app, config);
  try {
    return { listening, closeMetrics: await listenForMetrics(metrics, config) };
  } catch (fault) {
    await listening.stop(0);
    throw fault;
  }
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

interface ToListen extends Omit<Parameters<typeof gateBeside>[1], 'port'> {
  readonly config: Config;
  readonly house: OpenHouse;
}

/** Where a port cannot be had, nothing stays open behind the fault. */
async function listenOrClose(app: RequestListener, { config, house, ...beside }: ToListen) {
  const { metrics } = beside;
  let listening: Listening | undefined;
  let gate: Awaited<ReturnType<typeof gateBeside>>;
  try {
    listening = await listen(app, config);
    gate = await gateBeside(config, { ...beside, port: listening.port });
    return { listening, gate, closeMetrics: await listenForMetrics(metrics, config) };
  } catch (fault) {
    await gate?.stop(0);
    await listening?.stop(0);
    metrics?.stop();
    await house.close();
    throw asStartFault(fault, config);
  }
}

async function listenForMetrics(metrics: Metrics | undefined, config: Config): Promise<() => void> {
  if (metrics === undefined) return () => undefined;
  const { createMetricsServer } = await import('./http/metrics.ts');
  const server = createMetricsServer(metrics).listen(config.metricsPort, config.host);
  await once(server, 'listening');
  server.on('error', () => undefined);
  return () => {
    metrics.stop();
    server.close();
  };
}

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
