/**
 * Starts a processor that speaks OpenDSR, with a key and a certificate of its own.
 * Flow:    tests of OpenDSR → here → processor.ts as a process, openssl.
 * Promise: it ends when this process does.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../src/root.ts';

export const DOMAIN = 'processor.example';
export const CREDENTIAL = 'Bearer token-of-the-processor';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly authorization: string;
}

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

function openssl(folder: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${words[0]}: ${stderr}`);
}

/** Good for whatever time a test has; `req -x509` would begin now. */
function certified(folder: string): void {
  const ca =
    '[ca]\ndefault_ca=x\n[x]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nx509_extensions=e\n';
  const rest = `[p]\ncommonName=supplied\n[e]\nsubjectAltName=DNS:${DOMAIN}\n[req]\ndistinguished_name=n\n[n]\n`;
  writeFileSync(join(folder, 'settings'), ca + rest);
  writeFileSync(join(folder, 'index'), '');
  writeFileSync(join(folder, 'serial'), '01');
  openssl(folder, 'genrsa', '-out', 'key.pem', '2048');
  openssl(folder, 'genrsa', '-out', 'other-key.pem', '2048');
  openssl(folder, 'req', '-new', '-key', 'key.pem', '-subj', `/CN=${DOMAIN}`, '-config', 'settings', '-out', 'csr.pem');
  const times = ['-startdate', '20200101000000Z', '-enddate', '20900101000000Z'];
  const words = ['-batch', '-selfsign', '-notext', '-config', 'settings', '-keyfile', 'key.pem', '-in', 'csr.pem'];
  openssl(folder, 'ca', ...words, ...times, '-out', 'certificate.pem');
}

export async function startProcessor() {
  const folder = mkdtempSync(join(tmpdir(), 'candor-processor-'));
  certified(folder);
  const words = [join(root, 'test/given/opendsr/processor.ts'), folder, DOMAIN];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (text) => done(/\d+/.exec(String(text))?.[0] ?? ''));
    child.once('exit', (code) => fail(new Error(`The processor ended with ${code}.`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  const is = async (how: object) => {
    const answer = await fetch(`${origin}/as`, { method: 'POST', body: JSON.stringify(how) });
    return (await answer.json()) as {
      log: Asked[];
      requests: { id: string; type: string; status: string; identities: object[] }[];
    };
  };
  return {
    origin,
    url: `${origin}/v2`,
    /** How it behaves from now on, and what was asked of it so far. */
    is,
    stop: () =>
      new Promise<void>((done) => {
        child.on('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          done();
        });
        child.kill();
      }),
  };
}
export type Processor = Awaited<ReturnType<typeof startProcessor>>;
