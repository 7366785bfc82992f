/**
 * One call to one address outside, guarded: what webhooks and connected systems have in common.
 * Flow:    webhook-post.ts, http-system.ts, s3 → here → the receiver.
 * Promise: the name is looked up once, and what is connected to is an address that was checked; it is looked at again
 *          on the open connection before a byte is sent. No redirect is followed, nothing takes longer than its time.
 *          A fault is told as a code.
 * Source:  decision 0074.
 */
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { type AddressRules, findTarget, type Resolve, type Target } from './public-address.ts';

export interface Delivery {
  readonly url: string;
  /** POST where nothing is said. */
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which try it is, so that another address of the same name gets its turn. */
  readonly turn: number;
}

export interface Guards {
  readonly rules: AddressRules;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
}

/** The beginning of an answer, or why there is none. `late` ends reading it, too. */
type Answering = { readonly response: IncomingMessage; readonly late: AbortSignal } | { readonly code: string };

export async function guardedCall(delivery: Delivery, { rules, resolve, timeoutMs }: Guards): Promise<Answering> {
  const late = AbortSignal.timeout(timeoutMs);
  const target = await Promise.race([findTarget(delivery.url, { rules, resolve }), whenLate(late)]);
  if (typeof target === 'string') return { code: target };
  return sent(target, delivery, { rules, late });
}

const whenLate = (late: AbortSignal): Promise<'timeout'> =>
  new Promise((done) => late.addEventListener('abort', () => done('timeout'), { once: true }));

interface Sending {
  readonly rules: AddressRules;
  readonly late: AbortSignal;
}

function sent({ url, addresses }: Target, delivery: Delivery, { rules, late }: Sending): Promise<Answering> {
  const address = addresses[delivery.turn % addresses.length] ?? '';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const { method = 'POST' } = delivery;
  const body = Buffer.from(delivery.body);
  // Storage that is not told of an empty body waits for one.
  const length = method === 'GET' ? {} : { 'content-length': body.byteLength };
  const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)({
    host: address,
    // The certificate is the name's, whatever address it was found at.
    ...(isIP(name) === 0 ? { servername: name } : {}),
    port: url.port === '' ? undefined : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method,
    headers: { ...delivery.headers, host: url.host, ...length, connection: 'close' },
    agent: false,
    signal: late,
  });
  return new Promise((done) => {
    request.on('error', (fault) => done({ code: late.aborted ? 'timeout' : codeOf(fault) }));
    request.on('response', (response) => done({ response, late }));
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

/** As node names it, in our spelling; its message may hold the address. */
function codeOf(fault: unknown): string {
  const { code } = fault as { code?: unknown };
  return typeof code === 'string' ? code.toLowerCase().replaceAll('_', '-').slice(0, 64) : 'failed';
}
