/**
 * The way out for webhooks: one POST to one address.
 * Flow:    send-webhooks → here → guarded-call.ts → the receiver.
 * Promise: no redirect is followed, no answer is kept. A fault is told as a code.
 * Source:  decision 0074.
 */
import type { IncomingMessage } from 'node:http';
import { type Delivery, guardedCall } from './guarded-call.ts';
import { type AddressRules, type Resolve, resolveByDns } from './public-address.ts';

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
    const answering = await guardedCall(delivery, { rules, resolve, timeoutMs });
    if ('code' in answering) return failed(answering.code);
    finish(answering.response);
    return answered(answering.response);
  };
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
