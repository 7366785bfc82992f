/**
 * Which failures an endpoint may answer: its own, and those that come with its kind.
 * Flow:    endpoint → here → document.ts, tests.
 * Promise: what is listed here is what the pipeline can refuse with before the handler, plus what the definition names.
 * Source:  docs/promises.md rule 21.
 */
import { type ProblemCode, problems } from '../src/vocabulary/problems.ts';
import { type Endpoint, scopesOf, staffScopesOf } from './endpoint.ts';

const withBody: readonly ProblemCode[] = [
  'malformed-json',
  'malformed-encoding',
  'json-too-complex',
  'duplicate-key',
  'payload-too-large',
  'unsupported-media-type',
  'validation-failed',
];
/** Where a standard knows one status for all that is wrong with a body. */
const withBodyByStandard: readonly ProblemCode[] = [
  ...withBody.filter((code) => code !== 'unsupported-media-type' && code !== 'validation-failed'),
  'invalid-request',
];
const withFile: readonly ProblemCode[] = ['payload-too-large', 'unsupported-media-type', 'validation-failed'];
const withPost: readonly ProblemCode[] = [
  'invalid-idempotency-key',
  'idempotency-key-reused',
  'idempotency-in-progress',
];

/** Opened by a token or session of somebody at work, and not by the person alone. */
const isForStaff = ({ who }: Endpoint): boolean =>
  staffScopesOf(who) !== undefined || scopesOf(who).some((scope) => scope !== 'self');

/**
 * By status, each with its codes in the order of the catalogue. 405, 408, 417, 421, 431, 500 and 503 can happen
 * anywhere.
 */
export function failsOf(endpoint: Endpoint): ReadonlyMap<number, readonly ProblemCode[]> {
  const codes = new Set<ProblemCode>(['malformed-request', 'invalid-query', ...(endpoint.fails ?? [])]);
  const add = (more: readonly ProblemCode[]): void => more.forEach((code) => void codes.add(code));
  if (endpoint.who === 'session') add(['sign-in-needed']);
  else if (endpoint.who === 'pass') add(['unauthenticated']);
  else if (staffScopesOf(endpoint.who) !== undefined) add(['sign-in-needed', 'insufficient-scope']);
  else if (endpoint.who !== 'public') add(['unauthenticated', 'insufficient-scope']);
  if (endpoint.page === true && endpoint.method === 'post') add(['csrf']);
  if (endpoint.params !== undefined) add(['validation-failed']);
  if (endpoint.query !== undefined && 'cursor' in endpoint.query.shape) add(['invalid-cursor']);
  if (endpoint.body !== undefined) add(endpoint.byStandard === true ? withBodyByStandard : withBody);
  if (endpoint.raw !== undefined) add(withFile);
  if (endpoint.method === 'post') add(withPost);
  // A repetition of what was recorded about somebody who was erased meanwhile.
  if (endpoint.method === 'post' && endpoint.records !== undefined) add(['subject-erased']);
  // Nobody at work acts, or looks, about themself.
  if (endpoint.records !== undefined && isForStaff(endpoint)) add(['separation-of-duty']);
  if (endpoint.pace !== undefined) add(['rate-limited']);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of Object.keys(problems) as ProblemCode[]) {
    if (codes.has(code)) byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  }
  return byStatus;
}
