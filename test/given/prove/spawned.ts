/**
 * Candor as a process of its own, built and started as in production, so that it can be killed and asked over real
 * HTTP.
 * Flow:    prove/*.test.ts → here → scripts/run.mjs start, which is `npm start`.
 * Promise: every process started here ends with the test; the time to ready is counted from before the spawn.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importJWK } from 'jose';
import { keystoreFile, readConfig } from '../../../src/config.ts';
import { issuerNameOf, mintToken } from '../../../src/http/token.ts';
import { findInstallation } from '../../../src/installation.ts';
import { root } from '../../../src/root.ts';
import { openKeyring, openMasterKeys } from '../../../src/seal/seal.ts';
import { openPostgresKeyStore } from '../../../src/store/keystore-postgres.ts';
import { openSqliteKeyStore } from '../../../src/store/keystore-sqlite.ts';

export type Environment = Readonly<Record<string, string>>;

export interface Spawned {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the spawn to the line that says it listens, without those in which others had the cores. */
  readonly readyMs: number;
  /** What it printed so far, where it is read here. */
  said(): string;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export const build = (): void => buildIn(root);

export function buildIn(release: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(release, 'scripts/run.mjs'), 'build'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

export interface Printing {
  /** Where both outputs of the process go, instead of being read here. */
  readonly output: number;
  /** How its address is found then. */
  readonly address: () => string | undefined;
}

export interface Spawning {
  readonly printing?: Printing;
  /** The folder of another release that was built there, instead of these sources. */
  readonly release?: string;
}

export async function spawnService(
  environment: Environment,
  { printing, release = root }: Spawning = {},
): Promise<Spawned> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(release, 'scripts/run.mjs'), 'start'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', printing?.output ?? 'pipe', printing?.output ?? 'pipe'],
  });
  running.add(child);
  const said: string[] = [];
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk) => void said.push(String(chunk)));
  const gone = once(child, 'exit').then(() => running.delete(child));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  const url = printing === undefined ? await listening(child) : await found(printing.address);
  return {
    url,
    pid: child.pid ?? 0,
    readyMs: performance.now() - begun - withheldMs(child.pid ?? 0),
    said: () => said.join(''),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** For how long the main thread was ready to run and did not get a core (Linux; elsewhere nothing is left out). */
function withheldMs(pid: number): number {
  try {
    const [, waitedNs] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waitedNs) / 1e6;
  } catch {
    return 0;
  }
}

async function found(address: Printing['address']): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const url = address();
    if (url !== undefined) return url;
    await pause(50);
  }
  throw new Error('The service did not start.');
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let [said, wrong] = ['', ''];
    child.stderr?.on('data', (chunk) => {
      wrong += String(chunk);
    });
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const [, url] = /^candor listening on (\S+)$/m.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${wrong}`)));
  });
}

/** A token of the installation's own issuer, made beside the running service. */
export async function tokenFor(environment: Environment, scope: string): Promise<string> {
  const config = readConfig(environment);
  if ('faults' in config) throw new Error(config.faults.join(', '));
  const { origin } = findInstallation(config);
  const master = openMasterKeys(config.masterKeyFile, { create: false });
  const file = keystoreFile(config);
  const url = config.keystoreUrl ?? config.databaseUrl ?? '';
  const store = file === undefined ? await openPostgresKeyStore(url) : openSqliteKeyStore(file);
  const now = Date.now();
  const keyring = await openKeyring({ store, master, origin, create: false, now });
  try {
    const { kid, jwk } = keyring.issuer();
    const key = (await importJWK({ ...jwk, alg: 'EdDSA' }, 'EdDSA')) as CryptoKey;
    return await mintToken({
      issuer: issuerNameOf(origin),
      audience: 'candor',
      kid,
      key,
      sub: 'prover',
      scope,
      ttl: 7200,
      now,
    });
  } finally {
    await keyring.close();
  }
}
