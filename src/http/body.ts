/**
 * Reads the body of a request: right kind, no encoding but where gzip is taken, not too large.
 * Flow:    pipeline → here → strict-json (JSON) or form (pages).
 * Promise: never more than the limit is kept in memory; a body of another kind is refused before it is read.
 * Source:  RFC 9110 sections 8.3, 8.4, 15.5.14; docs/promises.md 3.1.
 */
import type { IncomingMessage } from 'node:http';
import { gunzip } from 'node:zlib';
import { type Problem, problem } from '../vocabulary/problems.ts';

/** How large a body may be, and how many members it may have. */
const limits = {
  usual: { bytes: 100 * 1024, keys: 1000 },
  batch: { bytes: 1024 * 1024, keys: 20_000 },
  prompt: { bytes: 8 * 1024 * 1024, keys: 100_000 },
} as const;
export const limitOf = ({
  size = 'usual',
}: {
  readonly size?: keyof typeof limits;
}): (typeof limits)[keyof typeof limits] => limits[size];

type BodyKind = 'json' | 'form' | 'multipart';

const accepted: Readonly<Record<BodyKind, RegExp>> = {
  json: /^application\/json *(?:; *charset=(?:utf-8|"utf-8") *)?$/i,
  form: /^application\/x-www-form-urlencoded *(?:; *charset=(?:utf-8|"utf-8") *)?$/i,
  multipart:
    /^multipart\/form-data *; *boundary=(?:[A-Za-z0-9'()+_,./:=?-]{1,70}|"[A-Za-z0-9'()+_,./:=? -]{1,70}") *$/i,
};

/** `kind` is a form we parse, or the list of kinds of files that are taken; `packed`: with gzip, too. */
export function bodyKindFault(
  request: IncomingMessage,
  kind: BodyKind | readonly string[],
  packed = false,
): Problem | undefined {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers;
  const isPlain = encoding === undefined || encoding.toLowerCase() === 'identity';
  if (!isPlain && !(packed && isPacked(request))) return problem('unsupported-media-type');
  const fits =
    type !== undefined && (typeof kind === 'string' ? accepted[kind].test(type) : kind.includes(mediaTypeOf(type)));
  return fits ? undefined : problem('unsupported-media-type');
}

/** Without its parameters; of these only UTF-8 is said. */
export function mediaTypeOf(type: string): string {
  const [kind = '', charset, ...more] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isBare = charset === undefined || /^charset=(?:utf-8|"utf-8")$/.test(charset);
  return isBare && more.length === 0 ? kind : type.toLowerCase();
}

export const isPacked = ({ headers }: IncomingMessage): boolean =>
  headers['content-encoding']?.toLowerCase() === 'gzip';

/** Unpacks no more than `most` bytes, however much a small body would become. */
export const unpacked = (bytes: Buffer, most: number): Promise<Buffer | Problem> =>
  new Promise((resolve) => {
    gunzip(bytes, { maxOutputLength: most }, (fault, found) => {
      if (fault === null) resolve(found);
      else {
        const isTooLarge = 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';
        resolve(isTooLarge ? problem('payload-too-large') : problem('invalid-request', 'The body is no whole gzip.'));
      }
    });
  });

/** How much of a body that is too large is read and thrown away, so that the caller can still read the refusal. */
const mostDiscarded = 8 * 1024 * 1024;

/** Rejects only where the caller went away. */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | Problem> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > mostDiscarded) return Promise.resolve(problem('payload-too-large'));
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks = [];
      if (size > mostDiscarded) resolve(problem('payload-too-large'));
    });
    request.on('end', () => resolve(size > most ? problem('payload-too-large') : joined(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('the caller went away'));
    });
  });
}

const joined = (chunks: readonly Buffer[]): Buffer =>
  chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
