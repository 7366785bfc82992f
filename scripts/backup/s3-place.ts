/**
 * A bucket of S3-compatible storage as a place for backups: signed calls, and long files in parts.
 * Flow:    place → here → aws4fetch (signature version 4) → the storage.
 * Promise: a file appears whole, when its last part has arrived; what fails leaves no parts behind, as far as the
 *          storage still answers. Memory holds three parts at most. A fault names the call and what the storage said,
 *          never a key.
 * Source:  docs/backups.md; decision 0118.
 */
import { AwsClient } from 'aws4fetch';
import type { Config } from '../../src/config.ts';
import { within } from '../../src/connectors/s3/storage-text.ts';
import { sha256 } from '../../src/seal/seal.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import type { BackupPlace } from './backup-place.ts';

/** Ten thousand parts are allowed, so that a file may have 312 GB. */
const PART_BYTES = 32 * 1024 * 1024;
const TRIES = 4;

interface Asking {
  readonly method: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

type Ask = (asking: Asking) => Promise<Response>;

export function s3Place(words: string, storage: Config['storage']): BackupPlace {
  const { bucket, prefix } = parted(words);
  const ask = asking(bucket, storage);
  return {
    words,
    list: () => listed(ask, prefix),
    put: (path, bytes) => put(ask, prefix + path, bytes),
    async *get(path) {
      const { body } = await ask({ method: 'GET', path: prefix + path });
      if (body !== null) yield* body;
    },
    async remove(path) {
      await ask({ method: 'DELETE', path: prefix + path });
    },
  };
}

function parted(words: string): { readonly bucket: string; readonly prefix: string } {
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/(.*?))?\/*$/.exec(words) ?? [];
  if (bucket === undefined) throw new Error(`${words} names no bucket. Say it as s3://bucket/folder.`);
  return { bucket, prefix: path === '' ? '' : `${path}/` };
}

function asking(
  bucket: string,
  { endpoint, region, accessKeyId, secretAccessKey, sessionToken }: Config['storage'],
): Ask {
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error('To reach s3:// storage, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries: TRIES,
    ...defined({ sessionToken }),
  });
  const base = (endpoint ?? `https://s3.${region}.amazonaws.com`).replace(/\/$/, '');
  return async ({ method, path = '', query = {}, body }) => {
    const url = new URL(`${base}/${bucket}/${path.split('/').map(encodeURIComponent).join('/')}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = { 'x-amz-content-sha256': Buffer.from(sha256(body ?? '')).toString('hex') };
    const answer = await reached(base, () => client.fetch(url.href, { method, headers, ...defined({ body }) }));
    if (!answer.ok) throw refused(`${method} ${bucket}/${path}`, answer.status, await answer.text());
    return answer;
  };
}

/** What the storage answers is tried again by the client; a connection that fails is tried again here. */
async function reached(base: string, work: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (fault) {
      if (tries < TRIES) continue;
      const { code = 'no connection' } = ((fault as Error).cause ?? {}) as { readonly code?: string };
      throw new Error(
        `The storage at ${base} cannot be reached (${code}). Look at AWS_ENDPOINT_URL_S3 and the network.`,
      );
    }
  }
}

function refused(call: string, status: number, text: string): Error {
  const code = within(text, 'Code')[0] ?? 'no reason';
  return new Error(
    `The storage answered ${call} with ${status} ${code}. Look at the bucket, its rights, and AWS_ACCESS_KEY_ID.`,
  );
}

async function listed(ask: Ask, prefix: string): Promise<readonly string[]> {
  const found: string[] = [];
  let token: string | undefined;
  do {
    const query = { 'list-type': '2', prefix, ...defined({ 'continuation-token': token }) };
    const xml = await (await ask({ method: 'GET', query })).text();
    found.push(...within(xml, 'Key').filter((key) => key.startsWith(prefix)));
    token = within(xml, 'NextContinuationToken')[0];
  } while (token !== undefined);
  return found.map((key) => key.slice(prefix.length));
}

async function put(ask: Ask, path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const parts = partsOf(bytes);
  const { value: first = Buffer.alloc(0) } = await parts.next();
  const { value: second, done } = await parts.next();
  if (done === true) await ask({ method: 'PUT', path, body: first });
  else
    await putInParts(
      ask,
      path,
      (async function* () {
        yield first;
        yield second;
        yield* parts;
      })(),
    );
}

async function putInParts(ask: Ask, path: string, parts: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> {
  const begun = await ask({ method: 'POST', path, query: { uploads: '' } });
  const [uploadId = ''] = within(await begun.text(), 'UploadId');
  try {
    const tags: string[] = [];
    for await (const body of parts) {
      const query = { partNumber: String(tags.length + 1), uploadId };
      const { headers } = await ask({ method: 'PUT', path, query, body });
      tags.push(headers.get('etag') ?? '');
    }
    const each = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
    const body = Buffer.from(`<CompleteMultipartUpload>${each.join('')}</CompleteMultipartUpload>`);
    const text = await (await ask({ method: 'POST', path, query: { uploadId }, body })).text();
    // It may begin with 200, to keep the connection, and say a fault all the same.
    if (text.includes('<Error>')) throw refused(`POST ${path}`, 200, text);
  } catch (fault) {
    await ask({ method: 'DELETE', path, query: { uploadId } }).catch(() => undefined);
    throw fault;
  }
}

/** Each of one length but the last. */
async function* partsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  let part = Buffer.allocUnsafe(PART_BYTES);
  let held = 0;
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; ) {
      const taken = piece.subarray(at, at + PART_BYTES - held);
      part.set(taken, held);
      at += taken.length;
      held += taken.length;
      if (held < PART_BYTES) continue;
      yield part;
      part = Buffer.allocUnsafe(PART_BYTES);
      held = 0;
    }
  }
  if (held > 0) yield part.subarray(0, held);
  return undefined;
}
