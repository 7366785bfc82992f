/**
 * Which headers go on to the upstream, and which come back.
 * Flow:    relay → here.
 * Promise: to the upstream goes what is on the list and nothing else, so that neither a credential nor the name of a
 *          person leaves in a header nobody thought of; cookies of the upstream, which belong to the gate, stay here.
 * Source:  RFC 9110 section 7.6.1 (hop-by-hop fields).
 */
import type { IncomingHttpHeaders } from 'node:http';

type Headers = Readonly<Record<string, string | readonly string[]>>;

const GOES_ON = /^(?:accept|accept-encoding|accept-language|content-type|idempotency-key|openai-beta|x-stainless-.*)$/;
const CREDENTIALS = /^(?:authorization|api-key|x-api-key|openai-organization|openai-project)$/;
const STAYS =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|set-cookie|alt-svc|strict-transport-security|x-candor-.*)$/;

export function toUpstream(
  headers: IncomingHttpHeaders,
  { key, forwardsCredentials }: { readonly key: string | undefined; readonly forwardsCredentials: boolean },
): Headers {
  const goesOn = (name: string): boolean => GOES_ON.test(name) || (forwardsCredentials && CREDENTIALS.test(name));
  const kept = withoutNamed(headers).filter(([name]) => goesOn(name));
  return { ...Object.fromEntries(kept), ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) };
}

export const fromUpstream = (headers: IncomingHttpHeaders): Headers =>
  Object.fromEntries(withoutNamed(headers).filter(([name]) => !STAYS.test(name)));

/** Whatever `Connection` names is for one hop, too. */
function withoutNamed(headers: IncomingHttpHeaders): readonly (readonly [string, string | readonly string[]])[] {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || named.includes(name) ? [] : [[name, value]],
  );
}
