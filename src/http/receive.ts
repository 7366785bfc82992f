/**
 * Brings the body of a request into the form that its endpoint describes: JSON, a form, a form with files, or a file.
 * Flow:    pipeline → here → body (bytes), strict-json, query, multipart → bind (model).
 * Promise: the kind is checked before a byte is read and the size while it is read.
 * Source:  docs/promises.md rule 21 and 3.1.
 */
import type { IncomingMessage } from 'node:http';
import type { Endpoint, RawBody, SentFile } from '../../openapi/endpoint.ts';
import { isProblem, type Problem, problem } from '../vocabulary/problems.ts';
import { checkPart } from './bind.ts';
import { bodyKindFault, isPacked, limitOf, mediaTypeOf, readBody, unpacked } from './body.ts';
import { readMultipart } from './multipart.ts';
import { readPairs } from './query.ts';
import { parseStrictJson } from './strict-json.ts';

interface Received {
  readonly value: unknown;
  /** What tells one request from another under the same idempotency key. */
  readonly text: () => string;
}

const noBody: Received = { value: undefined, text: () => '' };

export async function receive(endpoint: Endpoint, request: IncomingMessage): Promise<Received | Problem> {
  const received = await receivedAs(endpoint, request);
  return endpoint.byStandard === true && isProblem(received) ? byStandard(received) : received;
}

/** What a standard has one status for; the places in the body that are wrong are named all the same. */
export function byStandard(refused: Problem): Problem {
  const isPlain = refused.problem === 'unsupported-media-type' || refused.problem === 'validation-failed';
  return isPlain ? problem('invalid-request', refused.detail, refused.errors) : refused;
}

async function receivedAs(endpoint: Endpoint, request: IncomingMessage): Promise<Received | Problem> {
  if (endpoint.raw !== undefined) return receiveFile(endpoint.raw, request);
  if (endpoint.body === undefined) return noBody;
  const isMultipart = endpoint.uploads !== undefined && /^multipart\//i.test(request.headers['content-type'] ?? '');
  const kind = isMultipart ? 'multipart' : endpoint.page === true ? 'form' : 'json';
  const fault = bodyKindFault(request, kind);
  if (fault !== undefined) return fault;
  const most = limitOf(endpoint);
  const body = await readBody(request, most.bytes + (isMultipart ? (endpoint.uploads?.most ?? 0) : 0));
  if (isProblem(body)) return body;
  const parsed = await parsedAs(kind, {
    bytes: body,
    keys: most.keys,
    type: request.headers['content-type'] ?? '',
  });
  if (isProblem(parsed)) return parsed;
  const checked = checkPart('body', endpoint.body, parsed.value);
  return isProblem(checked)
    ? checked
    : { value: checked.value, text: () => body.toString(isMultipart ? 'base64' : 'utf8') };
}

interface Unparsed {
  readonly bytes: Buffer;
  readonly keys: number;
  readonly type: string;
}

async function parsedAs(
  kind: 'json' | 'form' | 'multipart',
  { bytes, keys, type }: Unparsed,
): Promise<{ readonly value: unknown } | Problem> {
  if (kind === 'multipart') return readMultipart(bytes, type);
  if (kind === 'json') return parseStrictJson(bytes, keys);
  const pairs = readPairs(bytes.toString('utf8'), 'form');
  return isProblem(pairs) ? pairs : { value: pairs };
}

async function receiveFile(raw: RawBody, request: IncomingMessage): Promise<Received | Problem> {
  const fault = bodyKindFault(request, raw.types, raw.unpacked !== undefined);
  if (fault !== undefined) return fault;
  const sent = await readBody(request, raw.most);
  if (isProblem(sent)) return sent;
  const body = isPacked(request) ? await unpacked(sent, raw.unpacked ?? 0) : sent;
  if (isProblem(body)) return body;
  const file: SentFile = { type: mediaTypeOf(request.headers['content-type'] ?? ''), bytes: body };
  return { value: file, text: () => `${file.type}\n${body.toString('base64')}` };
}
