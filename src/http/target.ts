/**
 * Checks where a request wants to go: one host that is ours, one path that can be read in one way, no header said
 * twice.
 * Flow:    app (front) → here → router.
 * Promise: X-Forwarded-*, X-Original-URL and method overrides MUST NOT change anything; links are built from
 *          configuration.
 * Source:  RFC 9110 section 7.2, RFC 9112 section 3.2; docs/promises.md 3.1.
 */
import type { IncomingMessage } from 'node:http';
import { type Problem, problem } from '../vocabulary/problems.ts';

interface RequestTarget {
  readonly path: string;
  readonly query: string;
}
const hostForm = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9_.-]{1,253})(?::[0-9]{1,5})?$/i;

/** The names under which this machine calls itself. */
export const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** `hosts` are names without port; loopback names belong in it, because health checks use them. */
export function readTarget(request: IncomingMessage, hosts: ReadonlySet<string>): RequestTarget | Problem {
  const host = saysOnce(request) ? hostOf(request) : undefined;
  if (host === undefined) return problem('malformed-request');
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/i.exec(request.url ?? '');
  if (absolute !== null && absolute[1]?.toLowerCase() !== host.written) return problem('malformed-request');
  if (!hosts.has(host.name)) return problem('misdirected-request');
  const url = absolute === null ? (request.url ?? '') : absolute[2] || '/';
  if (!/^\/[\x21\x22\x24-\x5b\x5d-\x7e]*$/.test(url))
    return problem(/[^\x21-\x7e]/.test(url) ? 'malformed-encoding' : 'malformed-request');
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  if (path.includes('%') && !isDecodable(path)) return problem('malformed-encoding');
  return { path, query: mark < 0 ? '' : url.slice(mark + 1) };
}

/**
 * Node takes the first of two, a proxy in front may take the last. The lengths come first, because every request is
 * looked at.
 */
function saysOnce({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  let tokens = 0;
  let types = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const { length } = rawHeaders[at] ?? '';
    if (length !== 4 && length !== 12 && length !== 13) continue;
    const name = rawHeaders[at]?.toLowerCase();
    if (name === 'host') hosts += 1;
    else if (name === 'content-type') types += 1;
    else if (name === 'authorization') tokens += 1;
  }
  return hosts === 1 && tokens < 2 && types < 2;
}

function hostOf({ headers }: IncomingMessage): { readonly written: string; readonly name: string } | undefined {
  const written = headers.host?.toLowerCase() ?? '';
  const name = hostName(written);
  return name === undefined ? undefined : { written, name };
}

/** The name in a Host header that is in lower case, without its port. */
export const hostName = (written: string): string | undefined => hostForm.exec(written)?.[1];

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
