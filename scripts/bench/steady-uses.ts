/**
 * Uses at a steady rate, whatever became of those before: a wait that one caller has is nobody else's.
 * Flow:    rows → here → a process that listens.
 * Promise: every answer is counted, and one that is not 201 ends the row.
 */
import { Agent, request } from 'node:http';
import { aboutPerson } from './a-house.ts';
import type { Child } from './child-process.ts';

const EVERY_MS = 20;

interface SteadyUses {
  /** Milliseconds that each answer took since the last time this was asked for. */
  taken(): readonly number[];
  stop(): Promise<void>;
}

export function steadyUses(to: Pick<Child, 'port' | 'token'>, people: number): SteadyUses {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const under = new Set<Promise<void>>();
  let [taken, asked, wrong]: [number[], number, Error | undefined] = [[], 0, undefined];
  const timer = setInterval(() => {
    const begun = performance.now();
    asked += 1;
    const one = sendUse(to, agent, JSON.stringify(aboutPerson(asked % people)))
      .then(() => void taken.push(performance.now() - begun))
      .catch((fault: Error) => {
        wrong ??= fault;
      })
      .finally(() => under.delete(one));
    under.add(one);
  }, EVERY_MS);
  return {
    taken() {
      if (wrong !== undefined) throw wrong;
      const before = taken;
      taken = [];
      return before;
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(under);
      agent.destroy();
    },
  };
}

const sendUse = ({ port, token }: Pick<Child, 'port' | 'token'>, agent: Agent, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const outgoing = request(
      { port, host: '127.0.0.1', path: '/v1/uses', method: 'POST', agent, headers },
      (answer) => {
        answer.resume().on('end', () => {
          if (answer.statusCode === 201) resolve();
          else reject(new Error(`A use was answered ${answer.statusCode}.`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
