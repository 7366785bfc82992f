/**
 * Two nodes on one PostgreSQL behind Caddy with the file of deploy/proxy, and 64 clients that come through it by TLS:
 * a node is killed, stopped and replaced under load, one after the other.
 * Source:  docs/deploying.md.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { aFreePort } from '../given/http/a-free-port.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { aiSystem, callerOf, declare, purpose, scope } from '../given/prove/calls.ts';
import { build, type Environment, type Spawned, spawnService, tokenFor } from '../given/prove/spawned.ts';
import { hasTool } from '../given/tool.ts';

const CLIENTS = 64;
/** Whoever sends the same again waits this long first. */
const AGAIN_MS = 50;

const folder = mkdtempSync(join(tmpdir(), 'candor-caddy-'));
let database: Awaited<ReturnType<typeof aDatabase>>;
let caddy: ChildProcess | undefined;
let [port, nodes]: [number, readonly Environment[]] = [0, []];
let running: Spawned[] = [];

/** Of the file nothing is replaced; where certificates and the redirect of port 80 go is said in front of it. */
async function startCaddy(): Promise<void> {
  const file = join(folder, 'Caddyfile');
  const storage = join(folder, 'caddy');
  const inFront = `{\n\tadmin off\n\tskip_install_trust\n\thttp_port ${await aFreePort()}\n\tstorage file_system ${storage}\n}\n`;
  writeFileSync(file, `${inFront}${readFileSync(join(root, 'deploy/proxy/Caddyfile'), 'utf8')}`);
  const env = {
    ...process.env,
    HOME: folder,
    CANDOR_HOST: `localhost:${port}`,
    CANDOR_NODES: nodes.map(({ PORT }) => `127.0.0.1:${PORT}`).join(' '),
  };
  caddy = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env, stdio: 'ignore' });
  const authority = join(storage, 'pki/authorities/local/root.crt');
  for (let tries = 0; tries < 200 && !existsSync(authority); tries += 1) await pause(50);
}

interface Sent {
  readonly path: string;
  readonly body: object;
  readonly key: string;
}
interface Answered {
  readonly body: { readonly id: string; readonly allowed?: boolean };
  readonly tries: number;
}
/** What clients saw: how often a call failed before it was answered, and the longest wait for an answer. */
const seen = { calls: 0, failed: new Map<string, number>(), longestMs: 0 };
let phase = 'both run';

function clientOf(token: string) {
  const ca = readFileSync(join(folder, 'caddy/pki/authorities/local/root.crt'));
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca });
  const once = ({ path, body, key }: Sent): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
      const outgoing = request(
        `https://localhost:${port}${path}`,
        { method: 'POST', agent, headers, timeout: 5000 },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          );
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
      outgoing.on('error', reject);
      outgoing.end(JSON.stringify(body));
    });
  /** Until it is answered, under the same key. */
  const send = async (sent: Sent): Promise<Answered> => {
    const begun = performance.now();
    for (let tries = 1; ; tries += 1) {
      const answer = await once(sent).catch((fault: NodeJS.ErrnoException) => ({
        status: 0,
        text: fault.code ?? fault.message,
      }));
      if (answer.status === 201) {
        seen.calls += 1;
        seen.longestMs = Math.max(seen.longestMs, performance.now() - begun);
        return { body: JSON.parse(answer.text) as Answered['body'], tries };
      }
      if (answer.status !== 0 && answer.status < 500) throw new Error(`${sent.path}: ${answer.status} ${answer.text}`);
      const why = `${phase}: ${answer.status === 0 ? answer.text : answer.status}`;
      seen.failed.set(why, (seen.failed.get(why) ?? 0) + 1);
      if (tries > 400) throw new Error(`never answered: ${why}`);
      await pause(AGAIN_MS);
    }
  };
  return { send, close: () => agent.destroy() };
}

interface Recorded {
  readonly subject: string;
  readonly uses: string[];
}

/** Gives, uses, takes back, uses: the first is allowed and the second is not, whichever node answers. */
async function oneClient(token: string, which: number, isOver: () => boolean): Promise<Recorded> {
  const { send, close } = clientOf(token);
  const subject = `customer:${which}`;
  const uses: string[] = [];
  /** What a service passes on says when it happened: a yes of unknown age does not answer an earlier no. */
  const consents = (state: 'given' | 'withdrawn') => {
    const occurredAt = new Date().toISOString();
    return send({ path: '/v1/consents', body: { subject, purpose, state, occurredAt }, key: crypto.randomUUID() });
  };
  const use = async (): Promise<boolean> => {
    const { body } = await send({ path: '/v1/uses', body: { subject, aiSystem, purpose }, key: crypto.randomUUID() });
    uses.push(body.id);
    return body.allowed === true;
  };
  while (!isOver()) {
    await consents('given');
    if (!(await use())) throw new Error(`${subject}: refused after a yes`);
    await consents('withdrawn');
    if (await use()) throw new Error(`${subject}: allowed after a withdrawal`);
  }
  close();
  return { subject, uses };
}

const start = async (which: number): Promise<void> => {
  const environment = nodes[which];
  if (environment === undefined) throw new Error('no such node');
  running[which] = await spawnService(environment);
};

describe.skipIf(!hasPostgres || !hasTool('caddy', 'version'))('two nodes behind Caddy', () => {
  beforeAll(async () => {
    build();
    database = await aDatabase();
    port = await aFreePort();
    const ports = [await aFreePort(), await aFreePort()];
    nodes = ['a', 'b'].map((name, at) => ({
      PORT: String(ports[at]),
      DATABASE_URL: database.url,
      CANDOR_DATA_DIR: join(folder, name),
      CANDOR_WITNESS_DIR: join(folder, `${name}-witness`),
      CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
      CANDOR_BASE_URL: `https://localhost:${port}`,
      CANDOR_TRUSTED_PROXIES: '127.0.0.1',
    }));
    await start(0);
    await start(1);
    await startCaddy();
  }, 180_000);
  afterAll(async () => {
    caddy?.kill('SIGTERM');
    for (const node of running) await node.stop();
    running = [];
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lose nothing and say nothing stale while one is killed, stopped and replaced; a call that failed succeeds when it is sent again', async () => {
    const token = await tokenFor(nodes[0] ?? {}, scope);
    const setting = callerOf(running[0]?.url ?? '', token);
    await declare(setting.call);
    setting.close();
    let isOver = false;
    const clients = Array.from({ length: CLIENTS }, (_, which) => oneClient(token, which, () => isOver));
    const all = Promise.all(clients);
    all.catch(() => {
      isOver = true;
    });
    const during = async (name: string, work: () => Promise<void>): Promise<void> => {
      phase = name;
      await work();
      await pause(3000);
    };
    await during('both run', async () => undefined);
    await during('a is killed', async () => running[0]?.kill());
    await during('a comes back', () => start(0));
    await during('a is stopped', async () => running[0]?.stop());
    await during('a is replaced', () => start(0));
    await during('b is stopped', async () => running[1]?.stop());
    await during('b is replaced', () => start(1));
    isOver = true;
    const recorded = await all;

    const uses = recorded.flatMap((each) => each.uses);
    const failed = [...seen.failed].map(([why, count]) => `${why} × ${count}`).join(', ');
    process.stdout.write(
      `${seen.calls} calls through Caddy, ${uses.length} uses; failed and sent again: ${failed || 'none'}; longest wait for an answer ${seen.longestMs.toFixed(0)} ms\n`,
    );
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ id: string }>('select id from uses');
    await client.end();
    expect(new Set(uses).size).toBe(uses.length);
    expect(rows.map(({ id }) => id).sort()).toEqual([...uses].sort());
    expect([...seen.failed.keys()].filter((why) => why.startsWith('both run'))).toEqual([]);
    expect(seen.longestMs).toBeLessThan(10_000);
    for (const node of running) await node.stop();
    running = [];
    for (const environment of nodes) {
      const words = [join(root, 'scripts/run.mjs'), 'verify', '--all'];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, {
        env: { PATH: process.env['PATH'] ?? '', ...environment },
        encoding: 'utf8',
      });
      expect([status, `${stdout}${stderr}`]).toEqual([0, expect.any(String)]);
    }
  }, 300_000);
});
