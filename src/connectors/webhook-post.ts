/**
 * The way out for webhooks: one POST to one address.
 * Flow:    send-webhooks → here → the receiver.
 * Promise: the name is looked up once, and what is connected to is an address that was checked; it is looked at again
 *          on the open connection before a byte is sent. No redirect is followed, no answer is kept, nothing takes
 *          longer than its time. A fault is told as a code.
 * Source:  decision 0074.
 */
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { type AddressRules, findTarget, type Resolve, resolveByDns, type Target } from './public-address.ts';

interface Delivery {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which try it is, so that another address of the same name gets its turn. */
  readonly turn: number;
}

export interface Delivered {
  /** The answer's status, where there was one. */
  readonly status: number | null;
  /** What went wrong; null for a 2xx. */
  readonly code: string | null;
  /** Milliseconds that the receiver asks us to wait. */
  readonly waitMs: number | null;
}

export type PostWebhook = (delivery: Delivery) => Promise<Delivered>;

interface Posting {
  readonly rules: AddressRules;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
/** An answer is read so far, and no further, so that the connection ends in order. */
const MOST_READ = 64 * 1024;
const READ_MS = 1000;

const failed = (code: string): Delivered => ({ status: null, code, waitMs: null });

export function webhookPost({ rules, resolve = resolveByDns, timeoutMs = TIMEOUT_MS }: Posting): PostWebhook {
  return async (delivery) => {
    const late = AbortSignal.timeout(timeoutMs);
    const target = await Promise.race([findTarget(delivery.url, { rules, resolve }), whenLate(late)]);
    if (typeof target === 'string') return failed(target);
    return sent(target, delivery, { rules, late });
  };
}

const whenLate = (late: AbortSignal): Promise<'timeout'> =>
  new Promise((done) => late.addEventListener('abort', () => done('timeout'), { once: true }));

interface Sending {
  readonly rules: AddressRules;
  readonly late: AbortSignal;
}

function sent({ url, addresses }: Target, delivery: Delivery, { rules, late }: Sending): Promise<Delivered> {
  const address = addresses[delivery.turn % addresses.length] ?? '';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const body = Buffer.from(delivery.body);
  const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)({
    host: address,
    // The certificate is the name's, whatever address it was found at.
    ...(isIP(name) === 0 ? { servername: name } : {}),
    port: url.port === '' ? undefined : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers: { ...delivery.headers, host: url.host, 'content-length': body.byteLength, connection: 'close' },
    agent: false,
    signal: late,
  });
  return new Promise((done) => {
    request.on('error', (fault) => done(failed(late.aborted ? 'timeout' : codeOf(fault))));
    request.on('response', (response) => {
      finish(response);
      done(answered(response));
    });
    whenConnected(request, (socket) => {
      // Whatever led us here, nothing is sent to an address that was not checked.
      if (rules.isOpen(socket.remoteAddress ?? '')) request.end(body);
      else request.destroy(Object.assign(new Error(), { code: 'address-not-public' }));
    });
  });
}

function whenConnected(request: ClientRequest, then: (socket: Socket) => void): void {
  request.on('socket', (socket) => {
    const event = 'encrypted' in socket ? 'secureConnect' : 'connect';
    socket.once(event, () => then(socket));
  });
}

/** The rest is read for a moment and dropped. */
function finish(response: IncomingMessage): void {
  let read = 0;
  const cut = setTimeout(() => response.destroy(), READ_MS);
  cut.unref();
  response.on('data', (bytes: Buffer) => {
    read += bytes.byteLength;
    if (read > MOST_READ) response.destroy();
  });
  response.on('error', () => undefined);
  response.on('close', () => clearTimeout(cut));
}

function answered({ statusCode: status = 0, headers }: IncomingMessage): Delivered {
  if (status >= 200 && status < 300) return { status, code: null, waitMs: null };
  const code = status >= 300 && status < 400 ? 'redirect' : 'refused';
  return {
    status,
    code,
    waitMs: status === 429 || status === 503 ? waitIn(headers['retry-after'], headers.date) : null,
  };
}

/** In seconds, or as a date by the receiver's own clock (RFC 9110, 10.2.3). */
function waitIn(asked: string | undefined, now: string | undefined): number | null {
  if (asked === undefined) return null;
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1000;
  const wait = Date.parse(asked) - Date.parse(now ?? '');
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/** As node names it, in our spelling; its message may hold the address. */
function codeOf(fault: unknown): string {
  const { code } = fault as { code?: unknown };
  return typeof code === 'string' ? code.toLowerCase().replaceAll('_', '-').slice(0, 64) : 'failed';
}
