/**
 * One signed call to S3-compatible storage.
 * Flow:    listing.ts, s3-system.ts → here → aws4fetch (signature version 4), guarded-call.ts → the storage.
 * Promise: the credential is read for each call, so that one that is withdrawn ends a run where it stands; so many
 *          bytes of an answer are read and no more. A fault is told as a code and a status, never with a key.
 * Source:  decision 0140.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { AwsV4Signer } from 'aws4fetch';
import type { S3System } from '../../systems/system.ts';
import { type Guards, guardedCall } from '../guarded-call.ts';
import { type ConnectedFault, fault, lastingFault, type SecretOf } from '../system-work.ts';
import { wholeAnswer } from '../whole-answer.ts';
import { within } from './storage-text.ts';

export interface Storage extends Guards {
  readonly system: S3System;
  /** Which of its two accounts. */
  readonly account: 'read' | 'erase';
  readonly secret: SecretOf;
  /** When the whole run is over, on the steady clock. */
  readonly endsAt: number;
}

export interface Asking {
  readonly method: 'GET' | 'DELETE';
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly mostBytes: number;
}

export interface StorageAnswer {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Account {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const NO_BODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** As the tools of AWS keep it: a line each for the access key, its secret, and the token of a session. */
function accountIn(text: string): Account | undefined {
  const said = (name: string) => new RegExp(`^\\s*${name}\\s*=\\s*(\\S+)\\s*$`, 'm').exec(text)?.[1];
  const [accessKeyId, secretAccessKey] = [said('aws_access_key_id'), said('aws_secret_access_key')];
  const sessionToken = said('aws_session_token');
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

function addressOf({ endpoint, bucket, style = 'path' }: S3System, { key = '', query = {} }: Asking): string {
  const base = new URL(endpoint);
  if (style === 'host') base.hostname = `${bucket}.${base.hostname}`;
  const path = [base.pathname.replace(/\/$/, ''), ...(style === 'host' ? [] : [bucket])].join('/');
  const search = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  const place = key.split('/').map(encoded).join('/');
  return `${base.origin}${path}/${place}${search.length === 0 ? '' : `?${search.join('&')}`}`;
}

export async function callStorage(storage: Storage, asking: Asking): Promise<StorageAnswer | ConnectedFault> {
  const { system, account, endsAt, ...guards } = storage;
  if (performance.now() > endsAt) return fault('timeout');
  const secret = await storage.secret(system[account]);
  if (typeof secret !== 'string') return secret;
  const known = accountIn(secret);
  if (known === undefined) return lastingFault('secret-unfit', [system[account]]);
  const { method, mostBytes } = asking;
  const signed = await new AwsV4Signer({
    ...known,
    method,
    url: addressOf(system, asking),
    region: system.region,
    service: 's3',
    headers: { 'x-amz-content-sha256': NO_BODY, 'accept-encoding': 'identity', 'user-agent': 'Candor-Systems/1' },
  }).sign();
  const headers = Object.fromEntries(signed.headers);
  const answering = await guardedCall({ url: signed.url.href, method, headers, body: '', turn: 0 }, guards);
  if ('code' in answering) return fault(answering.code);
  const { statusCode: status = 0 } = answering.response;
  const body = await wholeAnswer(answering, status >= 200 && status < 300 ? mostBytes : MOST_OF_A_FAULT);
  if (status < 200 || status >= 300) return refusedWith(answering.response, 'failed' in body ? '' : body.toString());
  return 'failed' in body ? body : { headers: answering.response.headers, body };
}

const MOST_OF_A_FAULT = 64 * 1024;

/** Codes of S3 have a meaning of their own; what they do not say, the status does. */
function refusedWith({ statusCode: status = 0 }: IncomingMessage, text: string): ConnectedFault {
  const [code = ''] = within(text, 'Code');
  const told = [String(status), ...(/^[A-Za-z]{1,40}$/.test(code) ? [code] : [])];
  if (status >= 300 && status < 400) return lastingFault('redirect', told);
  if (status === 401 || /^(InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken)$/.test(code))
    return fault('credentials-refused', told);
  if (status === 403) return fault('not-permitted', told);
  return fault('refused', told);
}
