/**
 * Calls over kept connections, and the few declarations that every proof starts from.
 * Flow:    prove/*.test.ts → here → the spawned service.
 */
import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

export type Call = (sent: Sent) => Promise<Answer>;

/** A caller on one service; `close` drops its connections. */
export function callerOf(url: string, token: string, most = 64): { readonly call: Call; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const call: Call = ({ method = 'POST', path, body, key }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      };
      const outgoing = request(`${url}${path}`, { method, agent, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      });
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  return { call, close: () => agent.destroy() };
}

/** The body of an answer that must be a good one. */
export function good<T>({ status, text }: Answer): T {
  if (status < 200 || status > 299) throw new Error(`${status} ${text}`);
  return JSON.parse(text) as T;
}

const said = (en: string) => ({ en });
export const purpose = 'suggestions';
export const aiSystem = 'suggester';

/** One AI system that may use purchases with a consent only. */
export async function declare(call: Call): Promise<void> {
  const declared = {
    name: said('Suggestions'),
    description: said('Suggests what may fit.'),
    dataCategories: ['purchases'],
  };
  const consent = { kind: 'marketing', legalBasis: { EU: 'consent' }, defaultNotice: 'asked' };
  const put = async (path: string, body: unknown): Promise<void> =>
    void good(await call({ method: 'PUT', path, body }));
  await put(`/v1/purposes/${purpose}`, { ...declared, ...consent });
  await put('/v1/notices/asked', {
    title: said('May we?'),
    body: said('We look at your purchases.'),
    purposes: [purpose],
  });
  await put(`/v1/ai-systems/${aiSystem}`, { ...declared, purposes: [purpose] });
}

export const scope = 'admin';
