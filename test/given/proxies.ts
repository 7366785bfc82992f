/**
 * Debian's nginx and caddy with the examples of the documentation, before a service that counts.
 * Flow:    test/gate/proxies.test.ts → here → examples/gateways.
 * Promise: of an example only the addresses and the token are replaced.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../src/root.ts';
import { aFreePort } from './http/a-free-port.ts';

const binaries = { nginx: '/usr/sbin/nginx', caddy: '/usr/bin/caddy' } as const;
export type ProxyName = keyof typeof binaries;
/** Those that are installed here. */
export const proxies = (Object.keys(binaries) as ProxyName[]).filter((name) => existsSync(binaries[name]));

/** A service behind a proxy, which keeps the headers of every request that reaches it. */
export async function aServiceBehind() {
  const seen: Record<string, string | string[] | undefined>[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.end('done');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { seen, port: (server.address() as AddressInfo).port, stop: () => void server.close() };
}

interface Wish {
  readonly candorPort: number;
  readonly servicePort: number;
  readonly token: string;
}

/** Waits until it answers. */
export async function aProxy(name: ProxyName, { candorPort, servicePort, token }: Wish) {
  const folder = mkdtempSync(join(tmpdir(), `candor-${name}-`));
  const port = await aFreePort();
  const written = readFileSync(
    join(root, 'examples', 'gateways', name === 'nginx' ? 'nginx.conf' : 'Caddyfile'),
    'utf8',
  )
    .replaceAll('127.0.0.1:8000', `127.0.0.1:${port}`)
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${candorPort}`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${servicePort}`)
    .replaceAll('a-token-with-the-scope-use', token);
  const child = name === 'nginx' ? startNginx(folder, written) : startCaddy(folder, written);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries += 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      break;
    await pause(50);
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function startNginx(folder: string, servers: string): ChildProcess {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  const file = join(folder, 'nginx.conf');
  const own = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;`;
  writeFileSync(file, `${own}\nevents {}\nhttp { access_log off; ${temporary}\n${servers}\n}\n`);
  return spawn(binaries.nginx, ['-c', file, '-p', folder, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
}

function startCaddy(folder: string, written: string): ChildProcess {
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${written}`);
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return spawn(binaries.caddy, ['run', '--config', file, '--adapter', 'caddyfile'], { stdio: 'ignore', env });
}
