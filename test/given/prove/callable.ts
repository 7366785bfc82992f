/**
 * A service in a process of its own, called as the load of the tests calls one.
 * Flow:    test/prove → here → HTTP, with a token of the installation's own issuer.
 */
import type { Callable } from '../store/keyed-load.ts';
import { type Environment, tokenFor } from './spawned.ts';

export async function callableAt(url: string, environment: Environment): Promise<Callable> {
  const token = await tokenFor(environment, 'admin');
  return {
    async call(method, path, { json, headers = {} } = {}) {
      const sent = {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...headers,
          ...(json ? { 'content-type': 'application/json' } : {}),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      };
      const answer = await fetch(`${url}${path}`, sent);
      const text = await answer.text();
      const isJson = (answer.headers.get('content-type') ?? '').includes('json');
      return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
    },
  };
}
