/**
 * Checks where a request wants to go: one host that is ours, one path that can be read in one way.
 * Flow:    app (front) → here → router.
 * Promise: X-Forwarded-*, X-Original-URL and method overrides MUST NOT change anything; links are built from configuration.
 * Source:  RFC 9110 section 7.2, RFC 9112 section 3.2; RELIABILITY 3.1.
 */
import type { IncomingMessage } from 'node:http';
import { type Problem, problem } from '../vocabulary/problems.ts';

export interface Target {
  readonly path: string;
  readonly query: string;
}
export type Aimed = { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly refusal: Problem };

const refuse = (code: 'malformed-request' | 'malformed-encoding' | 'misdirected-request'): Aimed => ({ ok: false, refusal: problem(code) });
const hostForm = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9_.-]{1,253})(?::[0-9]{1,5})?$/i;

/** `hosts` are names without port; loopback names belong in it, because health checks use them. */
export function aim(request: IncomingMessage, hosts: ReadonlySet<string>): Aimed {
  const host = onlyHost(request);
  if (host === undefined) return refuse('malformed-request');
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/i.exec(request.url ?? '');
  if (absolute !== null && absolute[1]?.toLowerCase() !== host.written) return refuse('malformed-request');
  if (!hosts.has(host.name)) return refuse('misdirected-request');
  const url = absolute === null ? (request.url ?? '') : absolute[2] || '/';
  if (!/^\/[\x21\x22\x24-\x5b\x5d-\x7e]*$/.test(url)) return refuse(/[^\x21-\x7e]/.test(url) ? 'malformed-encoding' : 'malformed-request');
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  if (path.includes('%') && !isDecodable(path)) return refuse('malformed-encoding');
  return { ok: true, target: { path, query: mark < 0 ? '' : url.slice(mark + 1) } };
}

function onlyHost(request: IncomingMessage): { readonly written: string; readonly name: string } | undefined {
  const { rawHeaders } = request;
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host') count += 1;
  const written = request.headers.host?.toLowerCase() ?? '';
  const name = hostForm.exec(written)?.[1];
  return count === 1 && name !== undefined ? { written, name } : undefined;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
