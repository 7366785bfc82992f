/**
 * Asks one thing over HTTP and keeps the reply in a form that two runs can be compared by.
 * Flow:    journey → here → the running service → placeholders → KeptReply.
 * Promise: a reply is kept whole: its status, every header but those of the connection, its body. Bytes that are no
 *          text are kept as their count.
 */
import { setTimeout } from 'node:timers/promises';
import { inSharedOrder } from './any-order.ts';
import type { KeptReply } from './compare.ts';
import { placeholders } from './placeholders.ts';
import type { Running } from './running.ts';

interface Who {
  /** A scope that opens it; asked with an administrator's token, which has them all, unless `only`. */
  readonly scope?: string;
  readonly only?: true;
  readonly sub?: string;
  /** The number of a person who calls for themselves. */
  readonly self?: string;
  readonly cookie?: string;
}
export interface HttpAsk extends Who {
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly language?: string;
  readonly html?: true;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Got {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** A member of the JSON body, an empty text where it has none. */
  member(name: string): string;
}

export interface Client {
  readonly replies: KeptReply[];
  readonly running: Running;
  ask(what: string, path: string, asking?: HttpAsk): Promise<Got>;
}

/** One token for all, because making one is a process of its own. */
const EVERY = 'admin';

/** Of the connection and of the moment, not of the reply. */
const LEFT_OUT = new Set(['date', 'content-length', 'etag', 'connection', 'keep-alive', 'x-request-id', 'request-id']);

/** `what` is the method and the path template: `GET /v1/subjects/{subject}`. */
export function clientFor(running: Running): Client {
  const tokens = new Map<string, Promise<string>>();
  const hide = placeholders(running.url);
  const replies: KeptReply[] = [];
  const tokenOf = (sub: string, scope: string): Promise<string> => {
    const name = `${sub} ${scope}`;
    const token = tokens.get(name) ?? running.token(sub, scope);
    tokens.set(name, token);
    return token;
  };
  return {
    replies,
    running,
    async ask(what, path, asking = {}) {
      const { scope, self, sub = 'shop' } = asking;
      const headers = new Headers(headersOf(asking));
      if (self !== undefined) headers.set('authorization', `Bearer ${await tokenOf(self, 'self')}`);
      else if (scope !== undefined)
        headers.set('authorization', `Bearer ${await tokenOf(sub, asking.only === true ? scope : EVERY)}`);
      const method = what.split(' ')[0] ?? 'GET';
      const body = bodyOf(asking);
      const sent = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
      const response = await fetch(`${running.url}${path}`, sent);
      const text = await textOf(response);
      const head = [...response.headers].filter(([name]) => !LEFT_OUT.has(name)).map(shownHeader);
      const asked = `${replies.length + 1} ${what} ${self ?? scope ?? (asking.cookie === undefined ? 'nobody' : 'signed in')}`;
      replies.push({
        asked: `${asked} ${asking.language ?? ''}`.trim(),
        // Once so that ids get their numbers in a shared order, and once for rows that differ in their ids alone.
        answer: inSharedOrder(what, hide([response.status, ...head, '', inSharedOrder(what, text)].join('\n'))),
      });
      if (method !== 'GET' && response.ok) await settled(running.url, () => tokenOf(SUBJECT, 'self'));
      return { status: response.status, text, headers: response.headers, member: (name) => memberOf(text, name) };
    },
  };
}

/** Whom the journey is about. */
export const SUBJECT = '42';
const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;

/**
 * Waits until every message to the person has been sent, because sending is recorded in between
 * whatever else happens.
 */
async function settled(url: string, token: () => Promise<string>): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const headers = { authorization: `Bearer ${await token()}` };
    const response = await fetch(`${url}/v1/me/messages`, { headers });
    if (!/"state":"waiting"/.test(await response.text())) return;
    await setTimeout(PAUSE_MS);
  }
}

function headersOf({ json, form, file, cookie, language, html, headers }: HttpAsk): Record<string, string> {
  return {
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(form === undefined ? {} : { 'sec-fetch-site': 'same-origin' }),
    ...(file === undefined ? {} : { 'content-type': 'text/plain' }),
    ...(cookie === undefined ? {} : { cookie }),
    ...(language === undefined ? {} : { 'accept-language': language }),
    ...(html === undefined ? {} : { accept: 'text/html' }),
    ...headers,
  };
}

const bodyOf = ({ json, form, file }: HttpAsk): string | URLSearchParams | undefined =>
  file ??
  (form === undefined ? undefined : new URLSearchParams(form)) ??
  (json === undefined ? undefined : JSON.stringify(json));

/** A stream goes on until somebody stops listening, and what it has said by then depends on when that is. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream') === true) {
    await response.body?.cancel();
    return '<a stream>';
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  return isText(response) ? bytes.toString() : `<${bytes.length} bytes>`;
}

const isText = ({ headers }: Response): boolean =>
  /text|json|xml|svg|javascript|^$/.test(headers.get('content-type') ?? '');

/** How many asks are left depends on how fast they came. */
const shownHeader = ([name, value]: [string, string]): string =>
  `${name}: ${name === 'ratelimit' ? value.replaceAll(/;(r|t)=\d+/g, ';$1=<n>') : value}`;

function memberOf(text: string, name: string): string {
  try {
    return String((JSON.parse(text) as Record<string, unknown>)[name] ?? '');
  } catch {
    return '';
  }
}
