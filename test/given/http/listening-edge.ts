/** A small edge that listens: real endpoints, real tokens, handlers that say what reached them. */

import { createHash, randomBytes } from 'node:crypto';
import { type CryptoKey, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import type { Endpoint } from '../../../openapi/endpoint.ts';
import * as answers from '../../../openapi/endpoints/answers.ts';
import * as checks from '../../../openapi/endpoints/checks.ts';
import * as ledger from '../../../openapi/endpoints/ledger.ts';
import * as pages from '../../../openapi/endpoints/pages.ts';
import * as people from '../../../openapi/endpoints/people.ts';
import * as registry from '../../../openapi/endpoints/registry.ts';
import * as requests from '../../../openapi/endpoints/requests.ts';
import * as service from '../../../openapi/endpoints/service.ts';
import { createApp } from '../../../src/http/app.ts';
import { createAuthenticate } from '../../../src/http/authenticate.ts';
import { type AnyContext, type Bound, on } from '../../../src/http/bind.ts';
import type { Edge, Status } from '../../../src/http/edge.ts';
import { listen } from '../../../src/http/server.ts';
import { createMemorySessions } from '../../../src/http/session/memory.ts';
import { mintToken } from '../../../src/http/token.ts';
import type { RequestLine } from '../../../src/vocabulary/request-line.ts';
import { rawExchange } from './raw-exchange.ts';

export const issuer = 'https://candor.invalid/0123456789abcdef';
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
export const random = (): string => randomBytes(32).toString('base64url');

export interface Clock {
  now: number;
}

export interface House {
  readonly port: number;
  readonly url: string;
  readonly clock: Clock;
  readonly key: CryptoKey;
  readonly seen: AnyContext[];
  readonly lines: RequestLine[];
  readonly faults: string[];
  status: Status;
  token(scope: string, sub?: string): Promise<string>;
  call(path: string, init?: RequestInit & { readonly scope?: string; readonly json?: unknown }): Promise<Response>;
  raw(bytes: string | Buffer): Promise<string>;
  stop(): Promise<void>;
}

const checkAnswer = {
  subject: null,
  notice: null,
  allowed: false,
  recorded: false,
  reason: 'never-asked',
  basis: 'consent',
  bases: [],
  evidence: [],
  obligations: [],
  assumptions: [],
  until: null,
  explanation: { customer: 'You were never asked.', officer: 'Never asked.' },
} as const;
const useAnswer = {
  ...checkAnswer,
  recorded: true,
  id: 'use_01h455vb4pex5vsknk084sn02q',
  entry: { log: 0, index: 0, leafHash: `${'A'.repeat(43)}=`, checkpoint: 'x' },
} as const;
const purpose = {
  key: 'p',
  version: 1,
  publishedAt: '2026-01-01T08:00:00.000Z',
  name: { en: 'P' },
  description: { en: 'P' },
  kind: 'service',
  legalBasis: {},
  dataCategories: ['x'],
  onlineService: true,
  material: true,
} as const;
const consent = {
  id: 'con_01h455vb4pex5vsknk084sn02q',
  subject: null,
  purpose: 'p',
  purposeVersion: 1,
  state: 'given',
  effect: 'consent',
  at: '2026-01-01T08:00:00.000Z',
  warnings: [],
} as const;

/** What each fake endpoint answers; the context that reached it is kept in `seen`. */
function fakes(seen: AnyContext[]): readonly Bound[] {
  const keep = (context: AnyContext): void => void seen.push(context);
  const keeping =
    <const A>(answer: A) =>
    (context: AnyContext): A => {
      keep(context);
      return answer;
    };
  return [
    on(checks.postCheck)(keeping({ status: 200, body: checkAnswer })),
    on(checks.postCheckBatch)(keeping({ status: 200, body: { results: [] } })),
    on(checks.postUse)(keeping({ status: 201, body: useAnswer })),
    on(registry.getPurpose)(keeping({ status: 200, body: purpose })),
    on(registry.listPurposes)(keeping({ status: 200, body: { items: [], next: null } })),
    on(registry.putPurpose)(keeping({ status: 201, body: purpose })),
    on(registry.resumeAiSystem)(
      keeping({ status: 200, body: { key: 'a', suspended: false, at: purpose.publishedAt } }),
    ),
    on(people.postConsent)(keeping({ status: 201, body: consent })),
    on(people.getSubject)((context) => {
      keep(context);
      if (context.params.subject === 'customer:broken')
        throw Object.assign(new Error('secret text person@example.org'), { code: 'SQLITE_BUSY' });
      return {
        status: 200,
        body: {
          subject: 'sub_01h455vb4pex5vsknk084sn02q',
          identifiers: [],
          regimes: ['EU'],
          ageBand: null,
          language: null,
        },
      };
    }),
    on(requests.getRequest)(keeping({ status: 404, text: 'none' })),
    on(ledger.getTile)(keeping({ status: 200, bytes: new Uint8Array(32), media: 'application/octet-stream' })),
    on(answers.listMyConsents)(keeping({ status: 200, body: { items: [], next: null } })),
    on(pages.showMe)((context) => {
      keep(context);
      return { status: 200, text: `<!doctype html><title>Me</title>${context.csrf}` };
    }),
    on(pages.sendChoice)(keeping({ see: '/me/choices' })),
  ];
}

const definitions: readonly Endpoint[] = [
  checks.postCheck,
  checks.postCheckBatch,
  checks.postUse,
  registry.getPurpose,
  registry.listPurposes,
  registry.putPurpose,
  registry.resumeAiSystem,
  people.postConsent,
  people.getSubject,
  people.postLink,
  requests.getRequest,
  ledger.getTile,
  answers.listMyConsents,
  pages.showMe,
  pages.sendChoice,
  pages.showEnter,
  pages.enter,
  pages.leave,
  ...Object.values(service),
];

/** Sessions of an edge, in memory. */
export const edgeSessions = (now: () => number = Date.now) =>
  createMemorySessions({ now, random, digest, actorOf: (id, role) => ({ id, role }) });

export async function aListeningEdge(changes: Partial<Edge> = {}): Promise<House> {
  const { privateKey, publicKey } = await generateKeyPair('Ed25519');
  const clock: Clock = { now: Date.parse('2026-11-23T10:00:00.000Z') };
  const now = (): number => clock.now;
  const seen: AnyContext[] = [];
  const lines: RequestLine[] = [];
  const faults: string[] = [];
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' }] };
  const house = { status: { state: 'ready', notes: [] } as Status };
  const authenticate = createAuthenticate({
    issuer,
    audience: 'candor',
    algorithms: ['EdDSA'],
    key: createLocalJWKSet(jwks),
    subjectClaim: 'sub',
    now,
    digest,
    actorOf: (principal, role) => ({ id: digest(principal).slice(0, 16), role }),
  });
  const app = createApp({
    handlers: fakes(seen),
    definitions,
    authenticate,
    sessions: edgeSessions(now),
    status: () => house.status,
    now,
    baseUrl: 'https://privacy.example.org',
    jwks: async () => jwks,
    log: { request: (line) => void lines.push(line), fault: (line) => void faults.push(JSON.stringify(line)) },
    allowances: {
      public: { points: 1000, seconds: 60 },
      code: { points: 1000, seconds: 60 },
      guesses: { points: 1000, seconds: 60 },
    },
    checkReplies: true,
    ...changes,
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 0, keepAliveMs: 90_000 });
  const url = `http://127.0.0.1:${listening.port}`;
  const token = (scope: string, sub = 'svc-1'): Promise<string> =>
    mintToken({ issuer, audience: 'candor', kid: 'k1', key: privateKey, sub, scope, ttl: 3600, now: clock.now });
  return Object.assign(house, {
    port: listening.port,
    url,
    clock,
    key: privateKey,
    seen,
    lines,
    faults,
    token,
    call: async (
      path: string,
      init: RequestInit & { readonly scope?: string; readonly json?: unknown } = {},
    ): Promise<Response> => {
      const { scope, json, ...rest } = init;
      const headers = new Headers(rest.headers);
      if (scope !== undefined)
        headers.set('authorization', `Bearer ${await token(scope, scope === 'self' ? '42' : 'svc-1')}`);
      if (json !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
      return fetch(`${url}${path}`, {
        redirect: 'manual',
        ...rest,
        headers,
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
    },
    raw: (bytes: string | Buffer): Promise<string> => rawExchange(listening.port, bytes),
    stop: () => listening.stop(500),
  });
}
