/**
 * Clients that give, use, take back and use, without a pause, and send what failed again under the same key.
 * Flow:    test/prove/two-nodes-*.test.ts → here → Caddy, by TLS.
 * Promise: an answer that is stale ends the load with an error: a refusal after a yes, a permission after a withdrawal.
 */
import { Agent, request } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { aiSystem, purpose } from './calls.ts';

export const CLIENTS = 64;
/** Whoever sends the same again waits this long first. */
const AGAIN_MS = 50;
const LASTS_MS = 3000;

interface Sent {
  readonly path: string;
  readonly body: string;
  readonly key: string;
}
type Answered = { readonly id: string; readonly allowed?: boolean };

export interface Phase {
  readonly name: string;
  calls: number;
  /** Calls that got no answer or a 5xx, and what was seen instead. */
  failures: number;
  readonly failed: Map<string, number>;
  /** The longest that anybody waited for an answer, all tries together. */
  longestMs: number;
}

export interface Load {
  /** Everything that is seen from here on belongs to this: the work, and a few seconds more. */
  during(name: string, work: () => Promise<void>): Promise<void>;
  readonly phases: readonly Phase[];
  /** Ends the load, and gives the ids of all uses that were answered. */
  end(): Promise<readonly string[]>;
}

interface To {
  readonly origin: string;
  readonly authority: Buffer;
  readonly token: string;
}

export function retryingClients(to: To): Load {
  const phases: Phase[] = [];
  const begin = (name: string): void =>
    void phases.push({ name, calls: 0, failures: 0, failed: new Map(), longestMs: 0 });
  begin('the first calls');
  let isOver = false;
  const seen = (): Phase => phases.at(-1) as Phase;
  const living = (which: number): Living => ({ subject: `customer:${which}`, isOver: () => isOver, seen });
  const all = Promise.all(Array.from({ length: CLIENTS }, (_, which) => oneClient(to, living(which))));
  all.catch(() => {
    isOver = true;
  });
  return {
    phases,
    async during(name, work) {
      begin(name);
      await work();
      await pause(LASTS_MS);
    },
    async end() {
      isOver = true;
      return (await all).flat();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One connection through the proxy. */
function clientOf({ origin, authority, token }: To) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: authority });
  const once = ({ path, body, key }: Sent): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
      const outgoing = request(`${origin}${path}`, { method: 'POST', agent, headers, timeout: 5000 }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return { once, close: () => agent.destroy() };
}

/** Until it is answered, under the same key. */
async function sendUntilAnswered(once: Once, sent: Sent, seen: () => Phase): Promise<Answered> {
  const begun = performance.now();
  for (let tries = 1; ; tries += 1) {
    const answer = await once(sent).catch(({ code, message }: NodeJS.ErrnoException) => ({
      status: 0,
      text: code ?? message,
    }));
    const now = seen();
    if (answer.status === 201) {
      now.calls += 1;
      now.longestMs = Math.max(now.longestMs, performance.now() - begun);
      return JSON.parse(answer.text) as Answered;
    }
    if (answer.status !== 0 && answer.status < 500) throw new Error(`${sent.path}: ${answer.status} ${answer.text}`);
    const why = whyNot(answer);
    now.failures += 1;
    now.failed.set(why, (now.failed.get(why) ?? 0) + 1);
    if (tries > 400) throw new Error(`never answered: ${now.name}: ${why}`);
    await pause(AGAIN_MS);
  }
}
type Once = ReturnType<typeof clientOf>['once'];

/** The code of Candor's own refusal; without one it is the proxy's. */
function whyNot({ status, text }: Answer): string {
  if (status === 0) return text;
  const [, code = 'of the proxy'] = /"code":"([a-z-]+)"/.exec(text) ?? [];
  return `${status} ${code}`;
}

interface Living {
  readonly subject: string;
  isOver(): boolean;
  seen(): Phase;
}

/** The first use is allowed and the second is not, whichever node answers. */
async function oneClient(to: To, { subject, isOver, seen }: Living): Promise<string[]> {
  const { once, close } = clientOf(to);
  const uses: string[] = [];
  const send = (path: string, body: object): Promise<Answered> =>
    sendUntilAnswered(once, { path, body: JSON.stringify(body), key: crypto.randomUUID() }, seen);
  /** What a service passes on says when it happened: a yes of unknown age does not answer an earlier no. */
  const consents = (state: 'given' | 'withdrawn') =>
    send('/v1/consents', { subject, purpose, state, occurredAt: new Date().toISOString() });
  const use = async (): Promise<boolean> => {
    const told = await send('/v1/uses', { subject, aiSystem, purpose });
    uses.push(told.id);
    return told.allowed === true;
  };
  while (!isOver()) {
    await consents('given');
    if (!(await use())) throw new Error(`${subject}: refused after a yes`);
    await consents('withdrawn');
    if (await use()) throw new Error(`${subject}: allowed after a withdrawal`);
  }
  close();
  return uses;
}

export const wordsOfPhases = (phases: readonly Phase[]): string =>
  phases
    .map(({ name, calls, failed, longestMs }) => {
      const again = [...failed].map(([why, count]) => `${why} × ${count}`).join(', ');
      return `${name}: ${calls} answered, failed and sent again: ${again || 'none'}, longest wait ${longestMs.toFixed(0)} ms\n`;
    })
    .join('');

/** The ids of all uses on record, as the database has them. */
export async function usesIn(databaseUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>('select id from uses');
  await client.end();
  return rows.map(({ id }) => id);
}
