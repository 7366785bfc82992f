/**
 * Spans of our own over OTLP (HTTP, JSON), one for each answered request, where a receiver is named.
 * Flow:    visit (each request) → here → the receiver of CANDOR_OTLP_TO, such as a collector.
 * Promise: says the template of a route, its method, status and time, and nothing about a person or a caller. Holds no
 *          request up: what a receiver does not take is dropped and counted.
 * Source:  decision 0109.
 */

import { newSecret } from '../seal/seal.ts';
import type { RequestLine } from '../vocabulary/request-line.ts';

interface OwnSpans {
  observe(line: RequestLine): void;
  /** How many could not be sent. */
  lost(): number;
  /** Sends what is left. */
  stop(): Promise<void>;
}

const MOST_WAITING = 2_048;
const EVERY_MS = 2_000;
const WAIT_MS = 3_000;
const SERVER = 2;
const ERROR = 2;

/** `now` in milliseconds since 1970. */
export function ownSpans(to: string, now: () => number): OwnSpans {
  let [waiting, lost]: [object[], number] = [[], 0];
  let sending: Promise<void> = Promise.resolve();
  const send = (): Promise<void> => {
    const spans = waiting;
    waiting = [];
    if (spans.length === 0) return sending;
    sending = sending.then(async () => {
      if (!(await taken(to, spans))) lost += spans.length;
    });
    return sending;
  };
  const timer = setInterval(() => void send(), EVERY_MS).unref();
  return {
    observe(line) {
      if (waiting.length < MOST_WAITING) waiting.push(spanOf(line, now()));
      else lost += 1;
    },
    lost: () => lost,
    async stop() {
      clearInterval(timer);
      await send();
    },
  };
}

/** Whether it was; a receiver that is slow or says no is told nothing again. */
async function taken(to: string, spans: readonly object[]): Promise<boolean> {
  const resource = { attributes: [text('service.name', 'candor')] };
  try {
    const answer = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'candor' }, spans }] }] }),
      redirect: 'manual',
      signal: AbortSignal.timeout(WAIT_MS),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const drawn = (bytes: number): string => Buffer.from(newSecret(bytes), 'base64url').toString('hex');
const nanoseconds = (ms: number): string => String(BigInt(Math.round(ms * 1_000)) * 1_000n);

function spanOf({ method, route, status, ms }: RequestLine, ended: number) {
  return {
    traceId: drawn(16),
    spanId: drawn(8),
    name: `${method} ${route}`,
    kind: SERVER,
    startTimeUnixNano: nanoseconds(ended - ms),
    endTimeUnixNano: nanoseconds(ended),
    attributes: [
      text('http.request.method', method),
      text('http.route', route),
      { key: 'http.response.status_code', value: { intValue: status } },
    ],
    status: status >= 500 ? { code: ERROR } : {},
  };
}
