/**
 * What may be called through the gate, and where it leads.
 * Flow:    call → here → the address of the upstream.
 * Promise: no open proxy: only paths of the list, only below the configured upstream, whatever the request names as its
 *          host. Of a query only `api-version` goes on, because keys travel in queries, too.
 */
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';
import type { GateSettings } from './settings.ts';

export interface GateRoute {
  /** For the log and the metrics; never holds what was sent. */
  readonly name: string;
  readonly target: URL;
  /** Whether data of somebody goes with it; the list of models is the one thing that is about nobody. */
  readonly isUse: boolean;
}

const MODELS = /^models(?:\/(?!\.+$)[A-Za-z0-9._:@-]{1,200})?$/;

export function routeOf(
  { upstream, paths }: Pick<GateSettings, 'upstream' | 'paths'>,
  { method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>,
): GateRoute | Refusal {
  const [, path = '', query = ''] = /^\/v1\/([^?#]*)(?:\?([^#]*))?$/.exec(url) ?? [];
  const isUse = paths.includes(path);
  if (!isUse && !MODELS.test(path)) return noSuchPath(paths);
  if (method !== (isUse ? 'POST' : 'GET')) return wrongMethod(isUse ? 'POST' : 'GET');
  const target = new URL(`${upstream.href.replace(/\/+$/, '')}/${path}`);
  const version = new URLSearchParams(query).get('api-version');
  if (version !== null) target.searchParams.set('api-version', version);
  return { name: isUse ? `/v1/${path}` : '/v1/models', target, isUse };
}

const noSuchPath = (paths: readonly string[]): Refusal =>
  new Refusal({
    status: 404,
    code: 'unknown-path',
    message: 'The gate does not let this path through.',
    next: `Call one of: ${paths.map((path) => `POST /v1/${path}`).join(', ')}, GET /v1/models. CANDOR_GATE_PATHS names more.`,
  });

const wrongMethod = (method: string): Refusal =>
  new Refusal({
    status: 405,
    code: 'method-not-allowed',
    message: 'The gate does not let this method through here.',
    next: `Call it with ${method}.`,
    headers: { allow: method },
  });
