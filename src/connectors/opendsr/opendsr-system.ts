/**
 * A processor that is asked by OpenDSR for all of a person, or to erase them.
 * Flow:    work-tasks → here → processor.ts → the processor; its status is looked at again until it is completed.
 * Promise: the same request is the same message, so that whoever asks again after a kill makes no second one. What was
 *          not signed, is of another request, or ended otherwise is never taken for done.
 * Source:  OpenDSR 2.0; decision 0142.
 */
import type { OpendsrSystem } from '../../systems/system.ts';
import { HOUR_MS, SECOND_MS, timeOf } from '../../vocabulary/instant.ts';
import type { AddressRules, Resolve } from '../public-address.ts';
import { resolveByDns } from '../public-address.ts';
import {
  type ConnectedFault,
  type FoundInSystem,
  fault,
  lastingFault,
  type PersonNames,
  type Row,
  type SecretOf,
  SystemTrouble,
  type SystemWork,
} from '../system-work.ts';
import { Created, type Discovery, formats, RequestStatus } from './forms.ts';
import {
  askProcessor,
  demandSigned,
  discovered,
  isOfProcessor,
  type ProcessorSetup,
  parsed,
  refused,
  requestsAt,
} from './processor.ts';

interface OpendsrSetup extends Pick<ProcessorSetup, 'isSigned' | 'now'> {
  readonly system: OpendsrSystem;
  readonly request: { readonly id: string; readonly receivedAt: number; readonly regimes: readonly string[] };
  readonly secret: SecretOf;
  readonly rules: AddressRules;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
  /** The id for a text, always the same. */
  uuidFor(text: string): string;
  /** SHA-256 in hex. */
  hash(text: string): string;
}

const TIMEOUT_MS = 60_000;
const MOST_BYTES = 16 * 1024 * 1024;
const types = { customer: 'controller_customer_id', email: 'email' } as const;

type Work = 'access' | 'erasure';
type Known = Discovery & { readonly pem: string };

export function opendsrSystem(setup: OpendsrSetup): SystemWork {
  const { system, resolve = resolveByDns, timeoutMs = TIMEOUT_MS, mostBytes = MOST_BYTES, rules } = setup;
  const processor: ProcessorSetup = { ...setup, mostBytes, guards: { rules, resolve, timeoutMs } };
  const completed = async (person: PersonNames, work: Work): Promise<RequestStatus> => {
    const known = await discovered(processor);
    const id = setup.uuidFor(`${setup.request.id}.${system.key}.${work}`);
    const status =
      (await statusOf(processor, known, id)) ?? (await created(setup, processor, { known, id, person, work }));
    return demandCompleted(status, setup.now());
  };
  return {
    access: (person) =>
      told(async (): Promise<FoundInSystem> => {
        const { results_url: url, results_count: count = 0 } = await completed(person, 'access');
        if (url === undefined && count > 0) throw new SystemTrouble(lastingFault('half-an-answer'));
        return { tables: url === undefined ? [] : [{ name: system.domain, rows: [await resultsAt(processor, url)] }] };
      }),
    erase: (person) =>
      told(async () => {
        const { results_count: deleted } = await completed(person, 'erasure');
        return { tables: [{ name: system.domain, ...(deleted === undefined ? {} : { deleted }) }], kept: [] };
      }),
    // The specification has no words for a correction or a restriction.
    tell: async () => lastingFault('by-hand', [system.domain]),
  };
}

/** What the processor does not take of what it would be asked; nobody is named to it. */
export const checkProcessor = ({
  system,
  rules,
  resolve = resolveByDns,
  timeoutMs = TIMEOUT_MS,
  ...setup
}: Omit<OpendsrSetup, 'request'>): Promise<readonly string[] | ConnectedFault> =>
  told(async () => {
    const guards = { rules, resolve, timeoutMs };
    const known = await discovered({ ...setup, system, mostBytes: MOST_BYTES, guards });
    const works = (['access', 'erasure'] as const).filter(
      (work) => !known.supported_subject_request_types.includes(work),
    );
    const names = system.identities.filter((scheme) => formatOf(known, types[scheme]) === undefined);
    return [
      ...works.map((work) => `it takes no request of ${work}.`),
      ...names.map((scheme) => `it takes no ${types[scheme]}, neither in the clear nor as SHA-256.`),
    ];
  });

const formatOf = ({ supported_identities: supported }: Discovery, type: string) =>
  formats.find((each) => supported.some((one) => one.identity_type === type && one.identity_format === each));

async function told<T>(run: () => Promise<T>): Promise<T | ConnectedFault> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof SystemTrouble) return thrown.told;
    throw thrown;
  }
}

/** Nothing where the processor does not know the request. */
async function statusOf(setup: ProcessorSetup, { pem }: Known, id: string): Promise<RequestStatus | undefined> {
  const answer = await askProcessor(setup, { method: 'GET', url: requestsAt(setup.system, id) });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refused(answer.status);
  demandSigned(setup, pem, answer);
  const status = parsed(RequestStatus, answer.body);
  if (status.subject_request_id !== id) throw new SystemTrouble(lastingFault('wrong-person'));
  return status;
}

interface Creating {
  readonly known: Known;
  readonly id: string;
  readonly person: PersonNames;
  readonly work: Work;
}

async function created(
  { system, request, hash }: OpendsrSetup,
  processor: ProcessorSetup,
  { known, id, person, work }: Creating,
): Promise<RequestStatus> {
  if (!known.supported_subject_request_types.includes(work))
    throw new SystemTrouble(lastingFault('not-supported', [work]));
  const identities = identitiesOf(system, known, { person, hash });
  const body = JSON.stringify({
    regulation: request.regimes.some((each) => each.startsWith('US-')) ? 'ccpa' : 'gdpr',
    subject_request_id: id,
    subject_request_type: work,
    submitted_time: timeOf(request.receivedAt),
    subject_identities: identities,
  });
  const answer = await askProcessor(processor, { method: 'POST', url: requestsAt(system), body });
  if (answer.status !== 201) throw refused(answer.status);
  demandSigned(processor, known.pem, answer);
  const receipt = parsed(Created, answer.body);
  const isOfThis = Buffer.from(receipt.encoded_request, 'base64').equals(Buffer.from(body));
  if (receipt.subject_request_id !== id || !isOfThis) throw new SystemTrouble(lastingFault('wrong-person'));
  const { expected_completion_time } = receipt;
  return { subject_request_id: id, request_status: 'pending', expected_completion_time };
}

/** In the clear where it takes that, else as a hash; a kind of name that it does not take is left out. */
function identitiesOf(
  { identities }: OpendsrSystem,
  known: Known,
  { person, hash }: { readonly person: PersonNames; readonly hash: OpendsrSetup['hash'] },
) {
  const found = identities.flatMap((scheme) => {
    const type = types[scheme];
    const format = formatOf(known, type);
    if (format === undefined) return [];
    return person[scheme].map((name) => ({
      identity_type: type,
      identity_value: format === 'raw' ? name : hash(name),
      identity_format: format,
    }));
  });
  if (found.length === 0) throw new SystemTrouble(lastingFault('no-identity'));
  return found;
}

/** As it comes nearer it is looked at more often; what is late, once an hour. */
function demandCompleted(status: RequestStatus, now: number): RequestStatus {
  const { request_status: is, expected_completion_time: expected } = status;
  if (is === 'completed') return status;
  if (is === 'cancelled') throw new SystemTrouble(lastingFault('cancelled-there'));
  const left = Date.parse(expected) - now;
  const wait = left <= 0 ? HOUR_MS : Math.min(Math.max(left / 4, 5 * SECOND_MS), 12 * HOUR_MS);
  throw new SystemTrouble({ ...fault('not-ready', [is]), againAt: now + Math.round(wait) });
}

async function resultsAt(setup: ProcessorSetup, url: string): Promise<Row> {
  if (!isOfProcessor(setup.system, url)) throw new SystemTrouble(lastingFault('results-elsewhere'));
  const { status, headers, body } = await askProcessor(setup, { method: 'GET', url });
  if (status !== 200) throw refused(status);
  const type = headers['content-type'] ?? 'application/octet-stream';
  const from = { processor: setup.system.domain, type, bytes: body.byteLength };
  const text = body.toString('utf8');
  const isText = /^(text\/|application\/(json|xml)\b)/i.test(type) && Buffer.from(text, 'utf8').equals(body);
  return isText ? { ...from, text } : { ...from, base64: body.toString('base64') };
}
