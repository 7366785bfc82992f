/**
 * A method for each endpoint, with its types.
 * Flow:    whoever integrates → here → send → the service; models of the endpoints read the answer.
 * Promise: what comes back was declared and fits its model, or is a problem, or CandorUnavailable is thrown. Each POST
 *          carries an idempotency key, the same in every try.
 * Source:  docs/design.md 8; RFC 9457.
 */
import { type Endpoint, isModel } from '../../openapi/endpoint.ts';
import { ProblemModel } from '../../openapi/models/basics.ts';
import type { CallAnswer, CallInput, Failed, FileBody } from './answer.ts';
import { areas } from './endpoints.ts';
import { type Heard, type SendSettings, sendCall } from './send.ts';
import { CandorUnavailable } from './unavailable.ts';

export interface ClientSettings extends Partial<SendSettings> {
  /** Where Candor listens, such as https://privacy.example.com; a path in front of it is kept. */
  readonly url: string;
  /** A bearer token, or what fetches one; asked before every call, so that it may be renewed. */
  readonly token?: string | (() => string | Promise<string>);
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Chosen by you where your own work may be repeated; one is made where it is left out. */
  readonly idempotencyKey?: string;
  /** The language of the words in the answer, such as de. */
  readonly language?: string;
}

type Areas = typeof areas;
type NotCalled = { readonly page: true } | { readonly streams: true };
type Callable = { [K in keyof Areas]: Areas[K] extends NotCalled ? never : K }[keyof Areas];
type Call<E extends Endpoint> =
  Record<never, never> extends CallInput<E>
    ? (input?: CallInput<E>, options?: CallOptions) => Promise<CallAnswer<E>>
    : (input: CallInput<E>, options?: CallOptions) => Promise<CallAnswer<E>>;

/** One method for each endpoint of docs/openapi.json, called by its operation's name. */
export type CandorClient = { readonly [K in Callable]: Call<Areas[K]> };

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const DEFAULTS = { timeoutMs: 2000, deadlineMs: 5000, retries: 2 } as const;

export function createClient(settings: ClientSettings): CandorClient {
  const full = { ...DEFAULTS, ...settings, fetch: settings.fetch ?? globalThis.fetch };
  const calls = Object.entries(areas as Readonly<Record<string, Endpoint>>)
    .filter(([, endpoint]) => endpoint.page !== true && endpoint.streams !== true)
    .map(([name, endpoint]) => [
      name,
      (input?: AnyInput, options?: CallOptions) => call(endpoint, full, { input: input ?? {}, options: options ?? {} }),
    ]);
  return Object.freeze(Object.fromEntries(calls)) as CandorClient;
}

export const tokenOf = async ({ token }: ClientSettings): Promise<string | undefined> =>
  typeof token === 'function' ? token() : token;

type Full = ClientSettings & SendSettings;

async function call(
  endpoint: Endpoint,
  settings: Full,
  { input, options }: { readonly input: AnyInput; readonly options: CallOptions },
): Promise<CallAnswer<Endpoint>> {
  const token = await tokenOf(settings);
  const { body, type } = written(endpoint, input.body);
  const headers = new Headers({ accept: 'application/json' });
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (type !== undefined) headers.set('content-type', type);
  if (options.language !== undefined) headers.set('accept-language', options.language);
  if (endpoint.method === 'post') headers.set('idempotency-key', options.idempotencyKey ?? crypto.randomUUID());
  const init = { method: endpoint.method.toUpperCase(), headers, ...(body === undefined ? {} : { body }) };
  const heard = await sendCall(address(endpoint, settings.url, input), init, { ...settings, signal: options.signal });
  return understood(endpoint, heard);
}

function address(endpoint: Endpoint, base: string, { params = {}, query = {} }: AnyInput): URL {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    return name === endpoint.rest ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
  const url = new URL(`${base.replace(/\/+$/, '')}${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

function written(endpoint: Endpoint, body: unknown): { body?: string | Uint8Array<ArrayBuffer>; type?: string } {
  if (endpoint.raw !== undefined) {
    const file = body as FileBody;
    return { body: new Uint8Array(file.bytes), type: file.type };
  }
  return body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' };
}

function understood(endpoint: Endpoint, { status, headers, bytes }: Heard): CallAnswer<Endpoint> {
  const heard = {
    requestId: headers.get('request-id') ?? undefined,
    replayed: headers.get('idempotent-replayed') === 'true',
  };
  const shape = endpoint.replies[status];
  const type = headers.get('content-type') ?? '';
  if (shape === undefined) return { ...heard, ok: false, ...problemIn(status, bytes) };
  if (!isModel(shape)) return { ...heard, ok: true, status: status as never, body: { type, bytes } as never };
  const read = shape.safeParse(jsonIn(bytes));
  if (!read.success) throw new CandorUnavailable('not-understood', `its answer ${status} is not one of Candor's.`);
  return { ...heard, ok: true, status: status as never, body: read.data as never };
}

function problemIn(status: number, bytes: Uint8Array): Pick<Failed, 'status' | 'problem'> {
  const read = ProblemModel.safeParse(jsonIn(bytes));
  if (read.success && read.data.status === status) return { status: status as Failed['status'], problem: read.data };
  const why = status === 429 || status >= 500 ? 'busy' : 'not-understood';
  throw new CandorUnavailable(why, `its answer ${status} is no problem of Candor's.`);
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
