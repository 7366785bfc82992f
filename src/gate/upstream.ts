/**
 * One call to the upstream, as bytes.
 * Flow:    relay → here (node:http, node:https) → the upstream.
 * Promise: by node:http and not by `fetch`, which would unpack what is packed; a redirect is not followed, and what
 *          came once is never sent twice.
 */
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';

interface Call {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly bytes: Buffer | undefined;
  readonly signal: AbortSignal;
}

export interface Upstream {
  /** Throws UpstreamSilent, an AbortError, or what the network says. */
  send(target: URL, call: Call): Promise<IncomingMessage>;
  close(): void;
}

/** Nothing came for so long that the call counts as lost. */
export class UpstreamSilent extends Error {
  override readonly name = 'UpstreamSilent';
}

/** `silentMs` is how long the upstream may say nothing at all: models think long before their first word. */
export function openUpstream({ silentMs }: { readonly silentMs: number }): Upstream {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  return {
    send(target, { method, headers, bytes, signal }) {
      const length = bytes === undefined ? {} : { 'content-length': String(bytes.length) };
      const isSecure = target.protocol === 'https:';
      const options = {
        method,
        signal,
        headers: { ...headers, ...length } as Record<string, string | string[]>,
        agent: isSecure ? agents.https : agents.http,
        timeout: silentMs,
      };
      return new Promise((resolve, reject) => {
        const sent: ClientRequest = (isSecure ? overHttps : overHttp)(target, options, resolve);
        sent.once('timeout', () => sent.destroy(new UpstreamSilent(`nothing came for ${silentMs} ms`)));
        sent.on('error', reject);
        sent.end(bytes);
      });
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
