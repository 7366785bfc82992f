/**
 * One call through the gate: who calls, where to, with what, about whom; then a use, the upstream, the outcome.
 * Flow:    gate (a request) → here → client (use, outcome), relay.
 * Promise: nothing leaves before the permission stands in the ledger, and every permission gets its outcome. What is
 *          sent and answered is held while it passes and written nowhere.
 * Source:  decision 0070; decision 0058.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CandorClient } from '../../client/src/client.ts';
import { askToUse, type PermittedUse } from '../../client/src/use.ts';
import { bodyOfCall, type Room } from './body.ts';
import { toUpstream } from './headers.ts';
import { questionOfCall } from './question.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { relay } from './relay.ts';
import type { GateRoute } from './routes.ts';
import type { GateSettings } from './settings.ts';
import type { Upstream } from './upstream.ts';

export interface GateParts {
  readonly settings: GateSettings;
  readonly client: CandorClient;
  readonly upstream: Upstream;
  readonly isCaller: (headers: IncomingMessage['headers']) => boolean;
  /** The key of the upstream; throws where its file cannot be read. */
  readonly key: () => string | undefined;
  readonly room: Room;
  readonly recheckMs: number;
  readonly idleMs: number;
  /** Told when an outcome could not be recorded; the use then stands without an end. */
  readonly outcomeLost: () => void;
  /** Outcomes that are on their way, waited for when the gate stops. */
  readonly reporting: Set<Promise<void>>;
}

interface Arrived {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: GateRoute;
}

/** What has to be said instead of an answer of the upstream; undefined where that was passed on, or nobody listens. */
export async function take(parts: GateParts, arrived: Arrived): Promise<Refusal | undefined> {
  if (!parts.isCaller(arrived.request.headers)) return nobody;
  const gone = whenGone(arrived.response);
  // Read before a use is recorded, because without it nothing can leave.
  const key = parts.key();
  if (!arrived.route.isUse) return (await out(parts, arrived, { gone, key, left: () => undefined })).refusal;
  const { body, leave } = await bodyOfCall(arrived.request, { most: parts.settings.mostBytes, room: parts.room });
  if (body instanceof Refusal) return body;
  try {
    if (body.read.background === true) return background;
    const use = await askToUse(parts.client, questionOfCall(arrived.request.headers, body.read), {
      signal: gone,
      recheckMs: parts.recheckMs,
      onOutcomeLost: parts.outcomeLost,
    });
    return await underUse(parts, arrived, { gone, key, use, bytes: body.bytes, left: leave });
  } catch (fault) {
    return gone.aborted ? undefined : refusalOf(fault);
  } finally {
    leave();
  }
}

interface Leaving {
  readonly gone: AbortSignal;
  readonly key: string | undefined;
  readonly left: () => void;
  readonly use?: PermittedUse;
  readonly bytes?: Buffer;
}

async function underUse(
  parts: GateParts,
  arrived: Arrived,
  leaving: Leaving & { readonly use: PermittedUse },
): Promise<Refusal | undefined> {
  const { outcome, refusal } = await out(parts, arrived, leaving);
  // The caller has their answer and does not wait for this.
  const reported = leaving.use.end(outcome).finally(() => parts.reporting.delete(reported));
  parts.reporting.add(reported);
  return refusal;
}

function out({ settings, ...parts }: GateParts, { request, response, route }: Arrived, leaving: Leaving) {
  const { forwardsCredentials } = settings;
  return relay(parts, {
    target: route.target,
    method: request.method ?? 'POST',
    headers: toUpstream(request.headers, { key: leaving.key, forwardsCredentials }),
    bytes: leaving.bytes,
    response,
    use: leaving.use,
    gone: leaving.gone,
    left: leaving.left,
  });
}

function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

const nobody = new Refusal({
  status: 401,
  code: 'invalid_api_key',
  message: 'The gate does not know this caller.',
  next: 'Send a token of the gate as API key (Authorization: Bearer), or in X-Candor-Token.',
});
const background = new Refusal({
  status: 400,
  code: 'background-not-guarded',
  message: 'Work in the background goes on after its answer, where no withdrawal can stop it.',
  next: 'Send the call without "background": true.',
});
