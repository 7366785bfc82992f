/**
 * The whole service, listening, over a fresh house: one call a test, nothing faked.
 * Flow:    test/journeys, test/suites/wire → here → src/service.ts over SQLite or PostgreSQL.
 * Promise: every reply is held to its model and to the content types that are declared for it; nothing is shared with
 *          another service and nothing stays behind.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, windUpClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { type Service, startService } from '../../src/service.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { mustBeDeclared } from './http/declared-types.ts';
import { rawExchange } from './http/raw-exchange.ts';
import { aFilledDatabase, hasPostgres } from './postgres.ts';

export type Engine = 'sqlite' | 'postgresql';
export const engines: readonly Engine[] = [
  ...((process.env['DIALECTS'] || 'sqlite,postgres').includes('sqlite') ? (['sqlite'] as const) : []),
  ...(hasPostgres ? (['postgresql'] as const) : []),
];
/**
 * For tests that take long on both: SQLite every day, PostgreSQL among the long proofs (vitest.prove.config.ts, which
 * finds them by this name). A machine that has only the other engine takes that one.
 */
export const dailyEngine: readonly Engine[] = engines
  .filter((engine) => engine === (process.env['DAILY_ENGINE'] ?? 'sqlite'))
  .concat(engines)
  .slice(0, 1);

export interface Asking {
  readonly json?: unknown;
  /** The fields of a form, sent as a browser sends our own. */
  readonly form?: Readonly<Record<string, string>>;
  /** A file as it stands, of this type. */
  readonly file?: { readonly type: string; readonly bytes: string | Uint8Array };
  /** The fields of a form with files, as a browser sends one. */
  readonly parts?: FormData;
  /** Scopes of a service or an officer; `sub` names it. */
  readonly scope?: string;
  readonly sub?: string;
  /** The `customer:…` that calls for itself. */
  readonly self?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes an erasure that is under way for the answer; otherwise it is waited for where the answer says to look. */
  readonly isHurried?: boolean;
}

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, an empty object where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies freely, the models are checked by the edge.
  readonly body: any;
}

export interface RunningService extends Service {
  readonly engine: Engine;
  readonly clock: ReturnType<typeof windUpClock>;
  /** Where its data lies. */
  readonly dataDir: string;
  /** `admin` and the like as scopes; never fails by itself. */
  call(method: string, path: string, asking?: Asking): Promise<Told>;
  raw(bytes: string | Buffer): Promise<string>;
  /** Stops, starts again over the same data, and gives the service that runs now. */
  again(): Promise<RunningService>;
}

/** More of the configuration, by the names of its variables. */
type Variables = Readonly<Record<string, string>>;

interface Place {
  readonly engine: Engine;
  readonly folder: string;
  readonly databaseUrl?: string;
  readonly variables?: Variables;
  drop(): Promise<void>;
}

const START = Date.parse('2026-11-02T09:00:00.000Z');

export async function aService({
  engine,
  clock,
  variables,
  reached = async (url) => url,
}: {
  readonly engine: Engine;
  readonly clock?: ReturnType<typeof windUpClock>;
  readonly variables?: Variables;
  /** How the database is reached, where something stands in between. */
  readonly reached?: (databaseUrl: string) => Promise<string>;
}): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-service-'));
  const database = engine === 'postgresql' ? await aFilledDatabase() : undefined;
  const drop = async (): Promise<void> => {
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  const databaseUrl = database === undefined ? undefined : await reached(database.url);
  return running({ engine, folder, drop, ...defined({ databaseUrl, variables }) }, clock ?? windUpClock(START));
}

async function running(place: Place, clock: ReturnType<typeof windUpClock>): Promise<RunningService> {
  const service = await startService(configOf(place), clock satisfies Clock, {
    checkReplies: true,
    sendsMessages: false,
  });
  return {
    ...service,
    engine: place.engine,
    dataDir: join(place.folder, 'data'),
    clock,
    call: (method, path, asking = {}) => patiently(service, { method, path, asking }),
    raw: async (bytes) => declaredIn(bytes, await rawExchange(service.port, bytes)),
    async stop() {
      await service.stop();
      await place.drop();
    },
    async again() {
      await service.stop();
      return running(place, clock);
    },
  };
}

function configOf({ folder, databaseUrl, variables }: Place) {
  const config = readConfig({
    CANDOR_DATA_DIR: join(folder, 'data'),
    CANDOR_WITNESS_DIR: join(folder, 'witness'),
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...variables,
    ...defined({ DATABASE_URL: databaseUrl }),
  });
  if ('faults' in config) throw new Error(config.faults.join('\n'));
  return config;
}

/** The first answer on the wire, where the first line of what was sent names a route. */
function declaredIn(bytes: string | Buffer, told: string): string {
  const [, method, address = ''] = /^([A-Z]+) (\/\S*) HTTP/.exec(bytes.toString('latin1')) ?? [];
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(told)?.[1] ?? 0);
  const type = /^content-type: *(.+)\r$/im.exec(told.split('\r\n\r\n')[0] ?? '')?.[1] ?? null;
  if (method !== undefined && status >= 200) mustBeDeclared({ method, address, status, type });
  return told;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly asking: Asking;
}

/** As whoever has to wait would do it: ask where the answer says, then read what was asked for. */
async function patiently(service: Service, sent: Sent): Promise<Told> {
  let told = await asked(service, sent);
  const { look, request } = told.body as { readonly look?: string; readonly request?: string };
  if (told.status !== 202 || look === undefined || sent.asking.isHurried === true) return told;
  const see = (path: string) => asked(service, { method: 'GET', path, asking: { scope: 'requests' } });
  while (told.status === 202) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    told = await see(look);
  }
  return sent.path.endsWith('/fulfil') ? see(`/v1/requests/${request}`) : { ...told, status: 201 };
}

async function asked(service: Service, { method, path, asking }: Sent): Promise<Told> {
  const { json, form, file, parts, scope, self, sub = 'shop' } = asking;
  const headers = new Headers(asking.headers);
  if (self !== undefined)
    headers.set(
      'authorization',
      `Bearer ${await service.token({ sub: self.replace(/^customer:/, ''), scope: 'self' })}`,
    );
  else if (scope !== undefined) headers.set('authorization', `Bearer ${await service.token({ sub, scope })}`);
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (form !== undefined || parts !== undefined) headers.set('sec-fetch-site', 'same-origin');
  if (file !== undefined) headers.set('content-type', file.type);
  const sent =
    file?.bytes ??
    parts ??
    (form === undefined ? undefined : new URLSearchParams(form)) ??
    (json === undefined ? undefined : JSON.stringify(json));
  const body = sent === undefined ? {} : { body: sent as BodyInit };
  const answer = await fetch(`http://127.0.0.1:${service.port}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...body,
  });
  mustBeDeclared({ method, address: path, status: answer.status, type: answer.headers.get('content-type') });
  const text = await textOf(answer);
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: /[/+]json\b/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : {},
  };
}

/** A stream does not end by itself: of one, its first event. */
async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== 'text/event-stream' || answer.body === null) return answer.text();
  let text = '';
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    if (text.includes('\n\n')) break;
  }
  return text;
}
