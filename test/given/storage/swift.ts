/**
 * Starts a throw-away S3-compatible storage, OpenStack Swift with its S3 API, and stops it again.
 * Flow:    tests of connected storage → here → four servers of Swift on this machine, below one folder.
 * Promise: signatures, versions and pages are Swift's own; nothing stays behind, also when this process is killed: the
 *          servers end when the pipe to their keeper closes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { AwsClient } from 'aws4fetch';
import { root } from '../../../src/root.ts';
import { aFreePort } from '../http/a-free-port.ts';

const servers = ['account', 'container', 'object', 'proxy'] as const;
const python = '/usr/bin/python3';
export const hasStorage = existsSync('/usr/bin/swift-ring-builder') && existsSync('/usr/bin/swift-proxy-server');

const ACCOUNT = 'shop:files';
const SECRET = 'secret-of-the-storage';
const REGION = 'eu-central-1';

const KEEPER = `program=$1; folder=$2; shift 2
for kind in "$@"; do ${python} "$program" "$kind" "$folder" >"$folder/$kind.log" 2>&1 & servers="$servers $!"; done
cat >/dev/null; kill -TERM $servers; wait $servers; rm -rf "$folder"`;

const filters = ['cache', 'listing_formats', 's3api', 'tempauth', 'copy', 'slo', 'versioned_writes', 'symlink'];
const entries: Readonly<Record<string, string>> = { cache: 'memcache' };
const more: Readonly<Record<string, string>> = {
  s3api: `location = ${REGION}\nmax_upload_part_num = 100\nmax_bucket_listing = 3\n`,
  tempauth: `user_${ACCOUNT.replace(':', '_')} = ${SECRET} .admin\n`,
  versioned_writes: 'allow_object_versioning = true\n',
};

function settingsOf(kind: (typeof servers)[number], folder: string, port: number): string {
  const own = `bind_ip = 127.0.0.1\nbind_port = ${port}\nworkers = 0\nswift_dir = ${folder}\nuser = ${process.getuid?.() === 0 ? 'root' : process.env['USER']}\nlog_level = ERROR\nlog_address = ${folder}/log\n`;
  if (kind !== 'proxy')
    return `[DEFAULT]\n${own}devices = ${folder}/disks\nmount_check = false\ndisable_fallocate = true\n[pipeline:main]\npipeline = ${kind}-server\n[app:${kind}-server]\nuse = egg:swift#${kind}\n`;
  const each = filters.map((name) => `[filter:${name}]\nuse = egg:swift#${entries[name] ?? name}\n${more[name] ?? ''}`);
  return `[DEFAULT]\n${own}[pipeline:main]\npipeline = ${filters.join(' ')} proxy-server\n[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\nerror_suppression_limit = 100000\n${each.join('')}`;
}

async function layOut(folder: string): Promise<number> {
  mkdirSync(join(folder, 'disks', 'one'), { recursive: true });
  const ends = 'swift_hash_path_suffix = test\nswift_hash_path_prefix = test\n';
  writeFileSync(join(folder, 'swift.conf'), `[swift-hash]\n${ends}[storage-policy:0]\nname = only\ndefault = yes\n`);
  let port = 0;
  for (const kind of servers) {
    port = await aFreePort();
    writeFileSync(join(folder, `${kind}.conf`), settingsOf(kind, folder, port));
    if (kind === 'proxy') continue;
    const ring = join(folder, `${kind}.builder`);
    for (const words of [['create', '2', '1', '0'], ['add', `r1z1-127.0.0.1:${port}/one`, '1'], ['rebalance']]) {
      const made = spawnSync('swift-ring-builder', [ring, ...words], { encoding: 'utf8' });
      if ((made.status ?? 2) > 1) throw new Error(`Swift makes no ring: ${made.stdout}${made.stderr}`);
    }
  }
  return port;
}

interface Said {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

export async function startSwift() {
  if (!hasStorage) throw new Error('This test needs Swift: guard it with describe.skipIf(!hasStorage).');
  // Objects have attributes that files in memory cannot have.
  const folder = mkdtempSync('/var/tmp/candor-swift-');
  const url = `http://127.0.0.1:${await layOut(folder)}`;
  const words = [join(root, 'test/given/storage/server.py'), folder, ...servers];
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', ...words], { stdio: ['pipe', 'ignore', 'ignore'] });
  const client = new AwsClient({
    accessKeyId: ACCOUNT,
    secretAccessKey: SECRET,
    region: REGION,
    service: 's3',
    retries: 0,
  });
  await answering(client, url, folder);
  const ask = async (method: string, path: string, said: Said = {}) => {
    const { body, type = 'text/plain' } = said;
    const headers = { 'content-type': type };
    const answer = await client.fetch(`${url}/${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text;
  };
  return {
    url,
    region: REGION,
    /** As the tools of AWS keep it. */
    credential: `[default]\naws_access_key_id = ${ACCOUNT}\naws_secret_access_key = ${SECRET}\n`,
    secret: SECRET,
    ask,
    /** A key as it is, which a URL would read as another path. */
    raw: (method: string, path: string, body: string) => rawCall(url, { method, path, body }),
    /** Whether a text stands in any file of the storage: objects, their versions, and the lists of them. */
    holds: (text: string): boolean =>
      readdirSync(join(folder, 'disks'), { recursive: true, withFileTypes: true }).some(
        (each) => each.isFile() && readFileSync(join(each.parentPath, each.name)).includes(text),
      ),
    stop: () =>
      new Promise<void>((done) => {
        keeper.on('exit', () => done());
        keeper.stdin.end();
      }),
  };
}
export type Swift = Awaited<ReturnType<typeof startSwift>>;

async function answering(client: AwsClient, url: string, folder: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    // Whoever asks before all four are there is refused; a bucket needs them all.
    const answer = await client.fetch(`${url}/first-bucket`, { method: 'PUT' }).catch(() => undefined);
    if (answer?.ok) return;
    const logs = (): string => servers.map((kind) => readFileSync(join(folder, `${kind}.log`), 'utf8')).join('\n');
    if (tries > 600) throw new Error(`Swift did not start: ${answer?.status} ${logs().slice(-2000)}`);
    await pause(100);
  }
}

/** Signed by the library of AWS, whose paths are not looked at as URLs. */
async function rawCall(url: string, { method, path, body }: { method: string; path: string; body: string }) {
  const { hostname, port, host } = new URL(url);
  const hash = createHash('sha256').update(body).digest('hex');
  const credentials = { accessKeyId: ACCOUNT, secretAccessKey: SECRET };
  const signer = new SignatureV4({ credentials, region: REGION, service: 's3', sha256: Sha256, uriEscapePath: false });
  const asked = { method, protocol: 'http:', hostname, path, headers: { host, 'x-amz-content-sha256': hash } };
  const { headers } = await signer.sign(asked);
  return new Promise<void>((done, fail) => {
    const call = request({ host: hostname, port, method, path, headers }, (answer) => {
      answer.resume();
      if (answer.statusCode === 200) done();
      else fail(new Error(`${method} ${path}: ${answer.statusCode}`));
    });
    call.on('error', fail);
    call.end(body);
  });
}
