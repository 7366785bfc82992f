/**
 * One permitted call: out to the upstream, its answer back.
 * Flow:    call (a permission, or a call about nobody) → here → upstream, pass-through.
 * Promise: gives how the use ended, in every case: whole, an error of the upstream, no answer, the caller gone, the
 *          permission ended. Errors of the upstream pass through as they are.
 */
import type { ServerResponse } from 'node:http';
import type { UseOutcome } from '../vocabulary/use.ts';
import { fromUpstream } from './headers.ts';
import { passThrough } from './pass-through.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { type Upstream, UpstreamSilent } from './upstream.ts';

interface Relaying {
  readonly target: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly bytes: Buffer | undefined;
  readonly response: ServerResponse;
  /** The permission; absent where a call uses nobody's data. */
  readonly use: { readonly id: string; readonly signal: AbortSignal } | undefined;
  /** Aborts when the caller goes. */
  readonly gone: AbortSignal;
  /** Called once the bytes have left and are needed no more. */
  readonly left: () => void;
}

interface Relayed {
  readonly outcome: UseOutcome;
  /** What the caller still has to hear. */
  readonly refusal?: Refusal;
}

export async function relay(
  { upstream, idleMs }: { readonly upstream: Upstream; readonly idleMs: number },
  { target, method, headers, bytes, response, use, gone, left }: Relaying,
): Promise<Relayed> {
  const permission = use?.signal;
  const signal = permission === undefined ? gone : AbortSignal.any([gone, permission]);
  try {
    const answer = await upstream.send(target, { method, headers, bytes, signal }).finally(left);
    const status = answer.statusCode ?? 502;
    if (status >= 300 && status < 400) {
      answer.on('error', () => undefined).destroy();
      return { outcome: 'failed', refusal: redirected };
    }
    response.writeHead(status, {
      ...(fromUpstream(answer.headers) as Record<string, string | string[]>),
      ...(use === undefined ? {} : { 'x-candor-use': use.id }),
    });
    return { outcome: await passThrough({ answer, response, permission, idleMs }) };
  } catch (fault) {
    if (permission?.aborted === true) return { outcome: 'stopped', refusal: refusalOf(permission.reason) };
    if (gone.aborted) return { outcome: 'stopped' };
    return { outcome: 'failed', refusal: fault instanceof UpstreamSilent ? silent : unreachable };
  }
}

const redirected = new Refusal({
  status: 502,
  code: 'upstream-redirects',
  message: 'The upstream sends callers elsewhere, and the gate does not follow.',
  next: 'Whoever runs the gate has to mend CANDOR_GATE_UPSTREAM.',
});
const unreachable = new Refusal({
  status: 502,
  code: 'upstream-unreachable',
  message: 'The upstream cannot be reached, or broke the connection.',
  next: 'Try again later; the use is recorded as failed.',
});
const silent = new Refusal({
  status: 504,
  code: 'upstream-silent',
  message: 'The upstream did not answer in time.',
  next: 'Try again later; the use is recorded as failed.',
});
