/**
 * Two nodes on one PostgreSQL behind Caddy with the file of deploy/proxy, each a process of its own.
 * Flow:    test/prove/two-nodes-*.test.ts → here → spawned, caddy.
 * Promise: of the Caddyfile nothing is replaced; where certificates and the redirect of port 80 go is said in front.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { root } from '../../../src/root.ts';
import { defined } from '../../../src/vocabulary/defined.ts';
import { aFreePort } from '../http/a-free-port.ts';
import { type AnIssuer, anIssuer } from '../http/an-issuer.ts';
import { aMailServer } from '../mail-server.ts';
import { aDatabase } from '../postgres.ts';
import { type Environment, type Spawned, spawnService } from './spawned.ts';

/** What the composition of two nodes says beside their places. */
const { 'x-candor': one } = parse(readFileSync(join(root, 'deploy/compose.postgres.yaml'), 'utf8')) as {
  readonly 'x-candor': { readonly environment: Environment };
};
const composed = one.environment;

/** A release before this one, and the settings that it does not know. */
export interface Earlier {
  readonly folder: string;
  readonly unknown: readonly string[];
}

export interface BehindCaddy {
  readonly databaseUrl: string;
  readonly origin: string;
  /** Of the identity provider of this set-up. */
  token(scope: string): Promise<string>;
  /** Whose certificates a client has to believe. */
  authority(): Buffer;
  /** The node as it runs now. */
  running(which: number): Spawned;
  /** Of the earlier release, else of this one. */
  start(which: number, earlier?: Earlier): Promise<void>;
  /** One command of today's beside a node, with its environment. */
  command(which: number, ...words: readonly string[]): { readonly code: number | null; readonly said: string };
  stopNodes(): Promise<void>;
  stop(): Promise<void>;
}

/** What an operator answers, and what `npm run setup` writes then. */
interface Answers {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly origin: string;
  readonly issuer: AnIssuer;
  readonly smtpUrl: string;
}

function setUp({ folder, databaseUrl, origin, issuer, smtpUrl }: Answers): Environment {
  const secrets = join(folder, 'secrets');
  const given = {
    ...issuer.variables,
    CANDOR_BASE_URL: origin,
    CANDOR_ORIGIN: 'privacy.example.com',
    CANDOR_COMPANY: 'Example Bank',
    CANDOR_CONTACT: 'Example Bank; privacy@example.com; 1 Main Street, Berlin',
    CANDOR_BACKUP_TO: join(folder, 'backups'),
    CANDOR_MAIL_FROM: 'privacy@example.com',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'info',
    SMTP_URL: smtpUrl,
  };
  const words = [join(root, 'scripts/run.mjs'), 'setup', '--folder', secrets, '--yes'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    env: { PATH: process.env['PATH'] ?? '', ...given },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return parseEnv(readFileSync(join(secrets, 'candor.env'), 'utf8')) as Environment;
}

/** Set up as docs/deploying.md says it; only the places of the nodes are others than those of the composition. */
export async function behindCaddy(): Promise<BehindCaddy> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-caddy-'));
  const [{ url: databaseUrl, drop }, issuer, mails] = [await aDatabase(), await anIssuer(), await aMailServer()];
  const origin = `https://localhost:${await aFreePort()}`;
  const written = setUp({ folder, databaseUrl, origin, issuer, smtpUrl: mails.url });
  const nodes: Environment[] = [];
  for (const name of ['a', 'b'])
    nodes.push({
      ...written,
      CANDOR_STOP_AFTER: composed['CANDOR_STOP_AFTER'] ?? '',
      PORT: String(await aFreePort()),
      CANDOR_DATA_DIR: join(folder, name),
      CANDOR_WITNESS_DIR: join(folder, `${name}-witness`),
    });
  const environmentOf = (which: number): Environment => nodes[which] ?? {};
  const caddy = await startCaddy(folder, origin, nodes);
  const running: Spawned[] = [];
  const stopNodes = async (): Promise<void> => {
    for (const node of running.splice(0)) await node.stop();
  };
  return {
    ...{ databaseUrl, origin, stopNodes },
    token: (scope) => issuer.token({ sub: 'prover', scope }, Date.now()),
    authority: () => readFileSync(authorityIn(folder)),
    running(which) {
      const node = running[which];
      if (node === undefined) throw new Error('no such node');
      return node;
    },
    async start(which, earlier) {
      const known = Object.entries(environmentOf(which)).filter(([name]) => !earlier?.unknown.includes(name));
      running[which] = await spawnService(Object.fromEntries(known), defined({ release: earlier?.folder }));
    },
    command(which, ...words) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), ...words], {
        env: { PATH: process.env['PATH'] ?? '', ...environmentOf(which) },
        encoding: 'utf8',
      });
      return { code: status, said: `${stdout}${stderr}` };
    },
    async stop() {
      caddy.kill('SIGTERM');
      await stopNodes();
      await issuer.stop();
      await mails.stop();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const authorityIn = (folder: string): string => join(folder, 'caddy/pki/authorities/local/root.crt');

async function startCaddy(folder: string, origin: string, nodes: readonly Environment[]): Promise<ChildProcess> {
  const file = join(folder, 'Caddyfile');
  const storage = join(folder, 'caddy');
  const inFront = `{\n\tadmin off\n\tskip_install_trust\n\thttp_port ${await aFreePort()}\n\tstorage file_system ${storage}\n}\n`;
  writeFileSync(file, `${inFront}${readFileSync(join(root, 'deploy/proxy/Caddyfile'), 'utf8')}`);
  const env = {
    ...process.env,
    HOME: folder,
    CANDOR_HOST: new URL(origin).host,
    CANDOR_NODES: nodes.map(({ PORT }) => `127.0.0.1:${PORT}`).join(' '),
  };
  const caddy = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env, stdio: 'ignore' });
  for (let tries = 0; tries < 200 && !existsSync(authorityIn(folder)); tries += 1) await pause(50);
  return caddy;
}
