/**
 * The fixed journey: every example, what follows from it, every endpoint read, refused and closed; then a demo is read.
 * Flow:    openapi/endpoints, openapi/examples → here → client → replies.
 * Promise: the same asks in the same order against every checkout; they are those of the checkout that asks.
 */
import { type Endpoint, scopesOf, staffScopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { examples } from '../../openapi/examples.ts';
import { type Client, type Got, type HttpAsk, SUBJECT } from './client.ts';

type Params = Readonly<Record<string, string>>;
const REVIEWER = 'reviewer-1';
const LANGUAGES = ['en', 'de', 'fr', 'es'];

const nothing: Params = {
  id: 'req_00000000000000000000000000',
  key: 'nowhere',
  subject: 'customer:nowhere',
  log: '0',
  index: '999999',
  level: '9',
  tile: '000',
};

const titleOf = ({ method, path }: Endpoint): string => `${method.toUpperCase()} ${path}`;
const pathOf = ({ path }: Endpoint, params: Params): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? nothing[name] ?? 'x');
const endpointOf = (id: string): Endpoint => {
  const found = endpoints.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no endpoint ${id}.`);
  return found;
};

interface Signed {
  readonly person: string;
  readonly staff: string;
}

/** Who may call an endpoint, as the journey calls it. */
const callerOf = (endpoint: Endpoint, { person, staff }: Signed): HttpAsk => {
  if (endpoint.who === 'session') return { cookie: person };
  if (staffScopesOf(endpoint.who) !== undefined) return { cookie: staff };
  const [scope] = scopesOf(endpoint.who);
  if (scope === undefined) return {};
  return scopesOf(endpoint.who).includes('self')
    ? { self: SUBJECT }
    : { scope, ...(scope === 'reviews' ? { sub: REVIEWER } : {}) };
};

/** Every example in its order; gives the id that each made. */
export async function walkExamples(client: Client): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const { endpoint: id, params, body } of examples) {
    const endpoint = endpointOf(id);
    const [scope] = scopesOf(endpoint.who);
    const got = await client.ask(titleOf(endpoint), pathOf(endpoint, params ?? {}), {
      json: body,
      ...(scope === 'self' ? { self: SUBJECT } : scope === undefined ? {} : { scope }),
    });
    ids[id] = got.member('id');
  }
  return ids;
}

export async function signIn(client: Client, who: { readonly sub: string; readonly staff: string }): Promise<Signed> {
  const cookieOf = ({ headers }: Got): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const code = await client.running.code({ sub: who.sub });
  await client.ask('GET /me/enter/{code}', `/me/enter/${code}`);
  const person = cookieOf(await client.ask('POST /me/enter', '/me/enter', { form: { code } }));
  const own = await client.running.code({ staff: who.staff });
  const staff = cookieOf(await client.ask('POST /console/enter', '/console/enter', { form: { code: own } }));
  return { person, staff };
}

/** A decision is contested with a file, looked at, concluded; requests are answered, refused, called off. */
export async function walkOn(client: Client, ids: Record<string, string>): Promise<void> {
  const file = 'The parcel came back on Monday.';
  ids['file'] = (await client.ask('POST /v1/me/files', '/v1/me/files?name=note.txt', { file, self: SUBJECT })).member(
    'id',
  );
  const decision = ids['postDecision'] ?? '';
  const contest = `/v1/me/automated-decisions/${decision}/contest`;
  const said = {
    statement: 'It was no return.',
    evidence: [ids['file']],
    corrections: [{ name: 'topic', value: 'a delivery' }],
  };
  // The examples have put the decision before people already; that look is called off by nobody, so this is refused.
  const refused = await client.ask('POST /v1/me/automated-decisions/{id}/contest', contest, {
    json: said,
    self: SUBJECT,
  });
  const open = await client.ask('GET /v1/reviews', '/v1/reviews', { scope: 'reviews' });
  ids['review'] = refused.status < 300 ? refused.member('id') : (/"id":"(rev_\w+)"/.exec(open.text)?.[1] ?? '');
  for (const kind of ['erasure', 'rectification', 'objection', 'explanation']) {
    const json = { kind, subject: `customer:${SUBJECT}`, message: `Please: ${kind}.` };
    ids[kind] = (await client.ask('POST /v1/requests', '/v1/requests', { json, scope: 'requests' })).member('id');
  }
}

const STEPS: readonly (readonly [request: string, step: string, more: object])[] = [
  ['postRequest', 'verify', { level: 'signed-in' }],
  ['postRequest', 'extend', { code: 'complexity' }],
  ['postRequest', 'fulfil', {}],
  ['rectification', 'verify', { level: 'signed-in' }],
  ['rectification', 'deny', { code: 'manifestly-unfounded' }],
  ['rectification', 'appeal', {}],
  ['objection', 'pause', { code: 'identity' }],
  ['objection', 'resume', {}],
  ['objection', 'cancel', {}],
  ['explanation', 'verify', { level: 'signed-in' }],
  ['explanation', 'fulfil', {}],
];

export async function takeSteps(client: Client, ids: Readonly<Record<string, string>>): Promise<void> {
  for (const [request, step, more] of STEPS)
    await client.ask(`POST /v1/requests/{id}/${step}`, `/v1/requests/${ids[request]}/${step}`, {
      json: { reason: `Because of the ${step}.`, ...more },
      scope: 'requests',
    });
  const review = (step: string, json: object): Promise<Got> =>
    client.ask(`POST /v1/reviews/{id}/${step}`, `/v1/reviews/${ids['review']}/${step}`, {
      json,
      scope: 'reviews',
      sub: REVIEWER,
    });
  await review('assign', {});
  await review('view-evidence', {});
  await review('note-view', { view: 'change', words: 'The message speaks of a delivery.' });
  await review('second-opinion', { outcome: 'changed', reasons: 'I see it so, too.' });
  await review('conclude', {
    outcome: 'changed',
    newOutcome: 'delivery team',
    reasons: 'The message speaks of a delivery.',
  });
}

export async function eraseAtLast(client: Client, ids: Readonly<Record<string, string>>): Promise<void> {
  for (const [step, more] of [
    ['verify', { level: 'signed-in' }],
    ['fulfil', {}],
  ] as const)
    await client.ask(`POST /v1/requests/{id}/${step}`, `/v1/requests/${ids['erasure']}/${step}`, {
      json: { reason: 'As asked.', ...more },
      scope: 'requests',
    });
  for (const html of [{}, { html: true }] as const)
    await client.ask('GET /v1/requests/{id}/certificate', `/v1/requests/${ids['erasure']}/certificate`, {
      scope: 'requests',
      ...html,
    });
  await client.ask('POST /v1/subjects/{subject}/erasure', '/v1/subjects/customer:43/erasure', {
    json: {},
    scope: 'admin',
  });
  for (const path of ['ai-use', 'data', 'evidence', 'ledger'])
    await client.ask(`GET /v1/me/${path}`, `/v1/me/${path}`, { self: SUBJECT });
}

/** Loaded once and only by browsers, a route that takes a code, or one of a provider, which none is configured for. */
const UNREAD = [
  'getAsset',
  'getDocsFile',
  'showEnter',
  'showConsoleEnter',
  ...['', 'Console'].flatMap((of) => ['show', 'begin', 'answer'].map((what) => `${what}${of}SignIn`)),
];

/** Lists in the order of ids, which are drawn anew in every run; they are read where they hold one decision. */
export const IN_ORDER_OF_IDS = ['listAffected', 'showSystem'];

interface Reading {
  readonly params: (path: string) => Params;
  readonly signed: Signed;
  readonly but?: readonly string[];
}

export async function readAll(client: Client, { params, signed, but = [] }: Reading): Promise<void> {
  const unread = [...UNREAD, ...but];
  for (const endpoint of endpoints.filter(({ method, id }) => method === 'get' && !unread.includes(id))) {
    const path = pathOf(endpoint, params(endpoint.path));
    const caller = callerOf(endpoint, signed);
    const ask = (more: HttpAsk): Promise<Got> => client.ask(titleOf(endpoint), path, { ...caller, ...more });
    if (endpoint.page !== true) await ask({});
    if (endpoint.page !== true && endpoint.readable !== true) continue;
    for (const language of LANGUAGES) await ask({ language, html: true });
  }
}

/** What nobody has, what nobody may, and what is written badly: the problem answers of every endpoint. */
export async function refuseAll(client: Client, signed: Signed): Promise<void> {
  // Routes that take a code are held after a few tries a minute.
  for (const endpoint of endpoints.filter(({ pace, id }) => pace !== 'code' && !/^leave/.test(id))) {
    const path = pathOf(endpoint, nothing);
    const sends = endpoint.body === undefined ? {} : endpoint.page === true ? { form: { csrf: 'none' } } : { json: {} };
    await client.ask(titleOf(endpoint), path, { ...callerOf(endpoint, signed), ...sends });
    if (endpoint.who === 'public') continue;
    await client.ask(titleOf(endpoint), path, sends);
    if (scopesOf(endpoint.who).length > 0 && !scopesOf(endpoint.who).includes('use'))
      await client.ask(titleOf(endpoint), path, { ...sends, scope: 'use', only: true });
  }
}

export const shopParams =
  (ids: Readonly<Record<string, string>>) =>
  (path: string): Params => ({
    subject: `customer:${SUBJECT}`,
    log: '0',
    index: '1',
    level: '0',
    tile: `000.p/${path.includes('tile') ? 1 : ''}`,
    code: 'not-found',
    key: keyFor(path),
    aiSystem: 'support-assistant',
    file: ids['file'] ?? '',
    id: idFor(path, ids),
  });

function keyFor(path: string): string {
  if (/ai-systems|register|console/.test(path)) return 'support-assistant';
  if (path.includes('notices')) return 'support-notice';
  return path.includes('recip') ? 'example-hosting' : 'support-drafts';
}

function idFor(path: string, ids: Readonly<Record<string, string>>): string {
  if (path.includes('/reviews/')) return ids['review'] ?? '';
  if (path.includes('/holds/')) return ids['postHold'] ?? '';
  if (path.includes('/files/')) return ids['file'] ?? '';
  if (path.includes('/staff/')) return REVIEWER;
  if (path.includes('decisions')) return ids['postDecision'] ?? '';
  return (path.includes('consents') ? ids['postConsent'] : ids['postRequest']) ?? '';
}
