/**
 * A guard for the official OpenAI client and everything else that takes a `fetch`.
 * Flow:    new OpenAI({ fetch: guardFetch(…) }) → here → use → the model's API.
 * Promise: a call leaves only under a permission that stands in the ledger; whose data it is stands in the headers
 *          X-Candor-Subject, X-Candor-Purpose and X-Candor-AI-System of the call, which do not leave with it, or was
 *          told to the guard. Reading the list of models is the one call that uses nobody's data.
 * Source:  decision 0059.
 */
import type { CandorClient } from './client.ts';
import { guardedStream } from './guarded-stream.ts';
import { HEADERS, type KnownBefore, questionFrom, questionInHeaders } from './question.ts';
import { ConsentRefused } from './refused.ts';
import { askToUse, outcomeOf, type PermittedUse, type UseOptions } from './use.ts';

export interface FetchGuard extends KnownBefore {
  readonly client: CandorClient;
  readonly options?: UseOptions;
  /** What is guarded; the global one where it is left out. */
  readonly fetch?: typeof globalThis.fetch;
}

export function guardFetch({
  client,
  options,
  fetch = globalThis.fetch,
  ...known
}: FetchGuard): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'GET' && /\/models(?:\/[^/]+)?$/.test(new URL(request.url).pathname)) return fetch(request);
    const headers = new Headers(request.headers);
    const named = questionInHeaders(headers);
    for (const name of Object.values(HEADERS)) headers.delete(name);
    try {
      const use = await askToUse(client, questionFrom(known, named), { ...options, signal: request.signal });
      return await under(use, request, (signal) => fetch(new Request(request, { headers, signal })));
    } catch (fault) {
      if (fault instanceof ConsentRefused) return refusal(403, fault.reason, fault.message);
      if (fault instanceof Error && fault.name === 'CandorUnavailable')
        return refusal(503, 'candor-unavailable', fault.message);
      throw fault;
    }
  };
}

async function under(
  use: PermittedUse,
  request: Request,
  call: (signal: AbortSignal) => Promise<Response>,
): Promise<Response> {
  try {
    const response = await call(AbortSignal.any([request.signal, use.signal]));
    if (!response.ok || response.body === null) {
      await use.end(response.ok ? 'finished' : 'failed');
      return response;
    }
    const { status, statusText, headers } = response;
    return new Response(guardedStream(response.body, use), { status, statusText, headers });
  } catch (fault) {
    await use.end(outcomeOf(fault, request.signal, use.signal));
    throw fault;
  }
}

/** In the form that the official client turns into its own errors; it is told not to try again. */
const refusal = (status: number, code: string, message: string): Response =>
  Response.json(
    { error: { message, type: 'candor_refused', param: null, code } },
    { status, headers: { 'x-should-retry': 'false' } },
  );
