/**
 * A processor that speaks OpenDSR: what it can do, and calls whose answers it signed.
 * Flow:    opendsr-system.ts → here → guarded-call.ts → the processor.
 * Promise: nothing that it says of a request is parsed before its signature was checked with its certificate; the
 *          certificate comes from its own domain. The credential goes to the address of its API and to no other.
 * Source:  OpenDSR 2.0; decision 0142.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { OpendsrSystem } from '../../systems/system.ts';
import { type Guards, guardedCall } from '../guarded-call.ts';
import { fault, lastingFault, type SecretOf, SystemTrouble } from '../system-work.ts';
import { wholeAnswer } from '../whole-answer.ts';
import { Discovery } from './forms.ts';

export interface ProcessorSetup {
  readonly system: OpendsrSystem;
  readonly secret: SecretOf;
  readonly guards: Guards;
  readonly mostBytes: number;
  now(): number;
  isSigned(answer: { certificate: string; domain: string; at: number; body: Uint8Array; signature: string }): boolean;
}

interface Asking {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly body?: string;
}

interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** `requests` of today, or the name from before that processors go on to honour. */
export const requestsAt = ({ url, names = 'opendsr' }: OpendsrSystem, id?: string): string => {
  const path = names === 'opengdpr' ? 'opengdpr_requests' : 'requests';
  return `${url.replace(/\/$/, '')}/${path}${id === undefined ? '' : `/${id}`}`;
};

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? '';

/** Its domain, or what lies in it; or where its API is. */
export const isOfProcessor = ({ url, domain }: OpendsrSystem, other: string): boolean =>
  [hostOf(url), domain].includes(hostOf(other)) || hostOf(other).endsWith(`.${domain}`);

/** The whole answer; what is no answer of the processor ends the run. */
export async function askProcessor(setup: ProcessorSetup, { method, url, body = '' }: Asking): Promise<Told> {
  const { system, secret, guards, mostBytes } = setup;
  const isApi = URL.parse(url)?.origin === URL.parse(system.url)?.origin;
  const credential = system.secret === undefined || !isApi ? undefined : await secret(system.secret);
  if (typeof credential === 'object') throw new SystemTrouble(credential);
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'Candor-Systems/1',
    ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    ...(credential === undefined ? {} : { authorization: credential }),
  };
  const answering = await guardedCall({ url, method, headers, body, turn: 0 }, guards);
  if ('code' in answering) throw new SystemTrouble(fault(answering.code));
  const { statusCode: status = 0, headers: said } = answering.response;
  const whole = await wholeAnswer(answering, mostBytes);
  if ('failed' in whole) throw new SystemTrouble(whole);
  if (status >= 300 && status < 400) throw new SystemTrouble(lastingFault('redirect', [String(status)]));
  if (status === 401 || status === 403) throw new SystemTrouble(fault('credentials-refused', [String(status)]));
  const packed = said['content-encoding'] ?? 'identity';
  if (packed !== 'identity') throw new SystemTrouble(lastingFault('encoding-not-asked', [packed.slice(0, 40)]));
  return { status, headers: said, body: whole };
}

export const refused = (status: number): SystemTrouble =>
  // What it says is wrong with what was asked does not change by asking again.
  new SystemTrouble((status === 400 || status === 422 ? lastingFault : fault)('refused', [String(status)]));

export function parsed<S extends z.ZodType>(form: S, body: Buffer): z.output<S> {
  try {
    return form.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new SystemTrouble(lastingFault('form-unknown'));
  }
}

/** What it can do, with its certificate. */
export async function discovered(setup: ProcessorSetup): Promise<Discovery & { readonly pem: string }> {
  const url = `${setup.system.url.replace(/\/$/, '')}/discovery`;
  const { status, body } = await askProcessor(setup, { method: 'GET', url });
  if (status !== 200) throw refused(status);
  const discovery = parsed(Discovery, body);
  const { processor_certificate: at } = discovery;
  if (!isOfProcessor(setup.system, at)) throw new SystemTrouble(lastingFault('certificate-elsewhere'));
  const certificate = await askProcessor(setup, { method: 'GET', url: at });
  if (certificate.status !== 200) throw refused(certificate.status);
  return { ...discovery, pem: certificate.body.toString('latin1') };
}

/** Ends the run unless the processor signed it; headers go by either of their names. */
export function demandSigned({ system, isSigned, now }: ProcessorSetup, pem: string, { headers, body }: Told): void {
  const said = (name: string): string =>
    [headers[`x-opendsr-${name}`] ?? headers[`x-opengdpr-${name}`] ?? ''].flat().join('');
  const signature = said('signature');
  const { domain } = system;
  const isTheirs = said('processor-domain').toLowerCase() === domain;
  if (!isTheirs || !isSigned({ certificate: pem, domain, at: now(), body, signature }))
    throw new SystemTrouble(lastingFault('signature-wrong'));
}
