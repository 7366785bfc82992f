/**
 * One call over HTTP: tried again where that is safe, given up in time.
 * Flow:    client → here → fetch → the service.
 * Promise: ends within `deadlineMs`, whatever the other side does: hangs, sends half an answer, or sends for ever.
 * Source:  docs/design.md 8; RFC 9110.
 */
import { askedToWait, isBusy, ownWait } from './retry.ts';
import { CandorUnavailable } from './unavailable.ts';

export interface SendSettings {
  readonly fetch: typeof globalThis.fetch;
  /** For one try, until the whole answer is read. */
  readonly timeoutMs: number;
  /** For all tries together. */
  readonly deadlineMs: number;
  /** Tries after the first. */
  readonly retries: number;
}

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** An answer is read up to here; no answer of the service to a service is longer. */
const MOST_BYTES = 64 * 2 ** 20;

/** Throws CandorUnavailable. */
export async function sendCall(
  url: URL,
  init: RequestInit,
  settings: SendSettings & { readonly signal?: AbortSignal | undefined },
): Promise<Heard> {
  const end = performance.now() + settings.deadlineMs;
  for (let attempt = 0; ; attempt += 1) {
    const tried = await once({ url, init, end }, settings);
    const isLast = attempt >= settings.retries;
    if (!(tried instanceof CandorUnavailable) && (!isBusy(tried.status) || isLast)) return tried;
    if (tried instanceof CandorUnavailable && (isLast || tried.why !== 'unreachable')) throw tried;
    const asked = tried instanceof CandorUnavailable ? null : tried.headers.get('retry-after');
    const wait = askedToWait(asked, Date.now()) ?? ownWait(attempt, Math.random);
    // Whoever is asked to wait longer than there is time says at once that there is no answer.
    if (performance.now() + wait >= end) {
      if (tried instanceof CandorUnavailable) throw tried;
      return tried;
    }
    await pause(wait, settings.signal);
  }
}

async function once(
  { url, init, end }: { readonly url: URL; readonly init: RequestInit; readonly end: number },
  { fetch, timeoutMs, signal }: SendSettings & { readonly signal?: AbortSignal | undefined },
): Promise<Heard | CandorUnavailable> {
  // A whole number of milliseconds, for the platform takes no other.
  const late = AbortSignal.timeout(Math.max(1, Math.ceil(Math.min(timeoutMs, end - performance.now()))));
  try {
    const both = signal === undefined ? late : AbortSignal.any([late, signal]);
    const response = await fetch(url, { ...init, redirect: 'manual', signal: both });
    return { status: response.status, headers: response.headers, bytes: await readAll(response) };
  } catch (fault) {
    if (signal?.aborted === true) throw new CandorUnavailable('stopped', 'the caller gave up.', fault);
    if (late.aborted) return new CandorUnavailable('timeout', `no answer within ${timeoutMs} ms.`, fault);
    if (fault instanceof CandorUnavailable) throw fault;
    return new CandorUnavailable('unreachable', 'nobody listens there, or the connection broke.', fault);
  }
}

async function readAll(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw new CandorUnavailable('not-understood', 'the answer does not end.');
    parts.push(part);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : new Uint8Array(Buffer.concat(parts));
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new CandorUnavailable('stopped', 'the caller gave up.'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
