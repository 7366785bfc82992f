/**
 * A request that a proxy passes on to ask whether it may go on: `/v1/authorize`, whatever method, path, query and host
 * it came with.
 * Flow:    app (first of all), pipeline (the names) → here → the steps of every request.
 * Promise: what was asked for behind the proxy is dropped unread, so that it is neither judged nor logged; nothing
 *          counts but the token and the three headers. A session never opens this route, so its host protects nothing.
 * Source:  decision 0071.
 */
import type { IncomingMessage } from 'node:http';

const AUTHORIZE = '/v1/authorize';

export function takeAsForwarded(request: IncomingMessage, host: string): void {
  const url = request.url ?? '';
  if (!url.startsWith(AUTHORIZE) || !['', '/', '?'].includes(url.charAt(AUTHORIZE.length))) return;
  request.url = AUTHORIZE;
  request.method = 'GET';
  request.headers.host = host;
}

/** The names of a call that a proxy sets, as they came. */
export interface NamedInHeaders {
  readonly subject: string | undefined;
  readonly purpose: string | undefined;
  readonly aiSystem: string | undefined;
}

export const namedInHeaders = ({ headers }: IncomingMessage): NamedInHeaders => ({
  subject: textOf(headers['x-candor-subject']),
  purpose: textOf(headers['x-candor-purpose']),
  aiSystem: textOf(headers['x-candor-ai-system']),
});

/** Node reads headers as Latin-1, while identifiers are UTF-8; bytes that are neither name nobody. */
function textOf(value: string | readonly string[] | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return undefined;
  }
}
