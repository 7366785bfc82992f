/**
 * S3-compatible storage of somebody else, as a process of its own, behind a door that checks what S3 checks.
 * Flow:    tests → here (the signature, by the library of AWS; the hash of the body) → s3rver, which checks neither.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { root } from '../../src/root.ts';

export const BUCKET = 'backups';

export interface Storage {
  /** Below it lie the objects as files. */
  readonly folder: string;
  /** The variables that lead there. */
  readonly variables: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

// What the storage knows from its start.
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

export async function startStorage(): Promise<Storage> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-s3-'));
  const words = ['-d', folder, '-a', '127.0.0.1', '-p', '0', '--no-vhost-buckets', '--configure-bucket', BUCKET];
  const child = spawn(process.execPath, [join(root, 'node_modules/s3rver/bin/s3rver.js'), ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const door = doorBefore(await portOf(child));
  await once(door.listen(0, '127.0.0.1'), 'listening');
  const address = door.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    folder,
    variables: {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    async stop() {
      door.closeAllConnections();
      door.close();
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  let said = '';
  child.stdout?.on('data', (bytes) => {
    said += String(bytes);
  });
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const [, port] = /listening on [\d.]+:(\d+)/.exec(said) ?? [];
    if (port !== undefined) return Number(port);
    await pause(50);
  }
  throw new Error('The storage did not start.');
}

function doorBefore(port: number): Server {
  return createServer(async (asked, answer) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const fault = await faultIn(asked, body);
    if (fault !== undefined) {
      answer.writeHead(403).end(`<?xml version="1.0"?><Error><Code>${fault}</Code></Error>`);
      return;
    }
    const { method, url: path, headers } = asked;
    const on = request({ port, host: '127.0.0.1', method, path, headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    on.on('error', () => answer.writeHead(502).end());
    on.end(body);
  });
}

async function faultIn({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Promise<string | undefined> {
  const { authorization = '', host = '', 'x-amz-date': date, 'x-amz-content-sha256': hash } = headers;
  if (hash !== createHash('sha256').update(body).digest('hex')) return 'XAmzContentSHA256Mismatch';
  const [, region = ''] = /Credential=[^/]+\/\d+\/([^/]+)\/s3\/aws4_request/.exec(authorization) ?? [];
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(authorization) ?? [];
  const signed = names.split(';').filter((name) => name !== 'host' && name !== 'x-amz-date');
  const { pathname, searchParams } = new URL(url, `http://${host}`);
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)T(..)(..)(..)Z$/.exec(String(date)) ?? [];
  const { headers: expected } = await new SignatureV4({
    credentials,
    region,
    service: 's3',
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  }).sign(
    {
      method,
      protocol: 'http:',
      hostname: host,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: { host, ...Object.fromEntries(signed.map((name) => [name, String(headers[name])])) },
    },
    { signingDate: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) },
  );
  return expected['authorization'] === authorization ? undefined : 'SignatureDoesNotMatch';
}
