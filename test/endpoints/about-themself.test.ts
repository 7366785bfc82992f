import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Endpoint, scopesOf, staffScopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { classOf } from '../../src/facts/facts.ts';
import { readBodyOf } from '../../src/http/reply.ts';
import { isProblem } from '../../src/vocabulary/problems.ts';
import { requestSteps } from '../../src/vocabulary/request.ts';
import { consoleScopes } from '../../src/vocabulary/scope.ts';
import { ADA, atTheConsole, sure } from '../given/a-shop.ts';
import { aBank, contest, declined, end, NINA, OMAR, own, staff, step, TARA } from '../given/review/a-review.ts';
import { bodyFrom, schemaOf } from '../given/review/canaries.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';
import { throughLinkOf } from '../given/signing-in.ts';

interface Story {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who was erased is nobody that is known, so nobody can say whether it is them who is to come back. */
const aboutNobodyKnown = new Set(['lookupSubject']);

const recordsAboutSomebody = ({ records = [] }: Endpoint): boolean =>
  records.some((kind) => classOf(kind, true) === 'person' || kind === 'person.erased');
/** A page for every step of a request is as many pages. */
const eachStep = (endpoint: Endpoint): readonly Endpoint[] =>
  endpoint.path.includes('{step}')
    ? requestSteps.map((step) => ({ ...endpoint, path: endpoint.path.replace('{step}', step) }))
    : [endpoint];
const atWork = endpoints
  .filter(
    (endpoint) =>
      recordsAboutSomebody(endpoint) &&
      !aboutNobodyKnown.has(endpoint.id) &&
      (staffScopesOf(endpoint.who) !== undefined || scopesOf(endpoint.who).some((scope) => scope !== 'self')),
  )
  .flatMap(eachStep);
/** A colleague who came in to the console by a link of hers. */
const BY_HER_LINK = 'tara-by-a-link-of-nina';
/** Steps that have to come before a step of a request. */
const before: Readonly<Record<string, readonly string[]>> = { resume: ['verify', 'pause'], appeal: ['verify', 'deny'] };
const stepBodies: Readonly<Record<string, object>> = {
  verify: { level: 'reasonably-high', reason: 'She answered two questions.' },
  extend: { reason: 'There are many files to go through.' },
  pause: { code: 'identity', reason: 'We asked for a proof of who she is.' },
  resume: { reason: 'She told us which account.' },
  deny: { code: 'accurate-data', reason: 'We compared the address with the contract.' },
  fulfil: {},
  cancel: { reason: 'She no longer needs it.' },
  appeal: { reason: 'She does not agree.' },
};

const question = { subject: ADA, aiSystem: 'loan-check', purpose: 'loans', dataCategories: ['income'] };

const named = { 'x-candor-subject': ADA, 'x-candor-purpose': 'loans', 'x-candor-ai-system': 'loan-check' };
const guardrail = {
  input_type: 'request',
  additional_provider_specific_params: { subject: ADA, purpose: 'loans', aiSystem: 'loan-check' },
};
/** What answers in the form of others says its no as they want it. */
const inTheFormOfOthers = new Set(['getAuthorize', 'postGuardrail', 'postTraces']);

const evaluation = {
  subject: { type: 'ai_system', id: 'loan-check' },
  action: { name: 'loans' },
  resource: { type: 'customer', id: ADA.replace('customer:', ''), properties: { categories: ['income'] } },
  context: { record: true },
};

describe.each(dailyEngine)('nobody acts about themself over %s', (engine) => {
  let service: RunningService;
  let subject = '';
  const sessions: Record<string, string> = {};

  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    // In the year in which Colorado wants people told.
    service.clock.wind(76 * 86_400_000);
    await livesIn('UK');
    await staff(service, NINA, { own: [ADA] });
    subject = sure(await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).body.subject;
    for (const who of [NINA, TARA]) sessions[who] = (await atTheConsole(service, who)).cookie;
    const json = { staff: { id: TARA, scopes: consoleScopes } };
    sessions[BY_HER_LINK] = (await throughLinkOf(service, NINA, json)).cookie;
  });
  afterAll(() => service.stop());

  /** How many entries stand in the person's own record. */
  const length = async (): Promise<number> => (await service.house.chain(subject, { limit: 1 })).items[0]?.n ?? 0;

  const livesIn = async (...regimes: readonly string[]): Promise<void> => {
    const json = { regimes, ageBand: 'adult', language: 'en' };
    sure(await service.call('PUT', `/v1/subjects/${ADA}`, { json, scope: 'consent' }));
  };

  /** Colorado wants the person told of an outcome like this one. */
  async function toBeTold(): Promise<string> {
    await livesIn('US-CO');
    const json = declined({ decidedAt: '2027-01-15T17:00:00.000Z' });
    const { id } = sure(await service.call('POST', '/v1/automated-decisions', { json, scope: 'decide' })).body;
    await livesIn('UK');
    return id;
  }

  const decide = async (): Promise<string> =>
    sure(await service.call('POST', '/v1/automated-decisions', { json: declined(), scope: 'decide' })).body.id;

  const aUse = async (): Promise<string> =>
    sure(await service.call('POST', '/v1/uses', { json: question, scope: 'use' })).body.id;

  async function aRequest(kind: string, steps: readonly string[]): Promise<string> {
    await livesIn(...(kind === 'rectification' ? ['EU', 'US-CO'] : ['UK']));
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind }, self: ADA })).body;
    for (const each of steps)
      sure(
        await service.call('POST', `/v1/requests/${id}/${each}`, {
          json: stepBodies[each] ?? {},
          scope: 'requests',
          sub: OMAR,
        }),
      );
    return id;
  }

  /** A request by letter whose extension she has not been told. */
  async function anUntold(): Promise<Story> {
    await livesIn('UK');
    const json = { kind: 'access', subject: ADA };
    const asked = { scope: 'requests', sub: OMAR };
    const { id } = sure(await service.call('POST', '/v1/requests', { json, ...asked })).body;
    const reason = 'There are four systems to look in.';
    sure(await service.call('POST', `/v1/requests/${id}/extend`, { json: { reason }, ...asked }));
    const { untold } = sure(await service.call('GET', `/v1/requests/${id}`, asked)).body;
    return { params: { id }, body: { how: 'letter', message: untold[0].message } };
  }

  /** A review as far as the step needs it; whoever is tried holds a seat where anybody may. */
  async function aReview(upTo: string): Promise<{ readonly id: string; readonly file: string }> {
    const file = sure(
      await service.call('POST', '/v1/me/files', { file: { type: 'text/plain', bytes: 'A payslip.' }, self: ADA }),
    ).body.id;
    const { id } = sure(await contest(service, await decide(), { evidence: [file] })).body;
    if (upTo === 'assign') return { id, file };
    sure(await step(service, id, { step: 'assign', by: 'officer', body: { reviewer: TARA, seat: seatFor(upTo) } }));
    if (upTo === 'view-evidence') return { id, file };
    sure(await step(service, id, { step: 'view-evidence', by: TARA }));
    service.clock.wind(60_000);
    if (upTo === 'note-view') return { id, file };
    sure(await step(service, id, { step: 'note-view', by: TARA, body: own }));
    return { id, file };
  }
  const seatFor = (upTo: string): string => (upTo === 'second-opinion' ? 'second' : 'first');

  let spans = 0;
  /** A call of a model that was about her, as a library tells it. */
  function aSpan(): object {
    spans += 1;
    const nanoseconds = `${service.house.now() - 1000}000000`;
    const said = {
      'gen_ai.operation.name': 'chat',
      'candor.subject': ADA,
      'candor.purpose': 'loans',
      'candor.ai_system': 'loan-check',
    };
    return {
      traceId: spans.toString(16).padStart(32, '0'),
      spanId: spans.toString(16).padStart(16, '0'),
      name: 'chat',
      startTimeUnixNano: nanoseconds,
      endTimeUnixNano: nanoseconds,
      attributes: Object.entries(said).map(([key, stringValue]) => ({ key, value: { stringValue } })),
    };
  }

  /** What a connected system still has to do for a request; where it is to be tried again, it has failed. */
  const byTheHouse = async (kind: 'task.open' | 'task.move', input: object): Promise<object> => {
    const caller = { principal: 'system', actor: { id: 'act_system', role: 'system' as const }, scopes: ['admin'] };
    const made = await service.house.record(kind, input as never, { caller, requestId: 'a-task' });
    if (isProblem(made)) throw new Error(JSON.stringify(made));
    return readBodyOf(made) as object;
  };
  const systems = [{ key: 'letters', name: 'Letters', kind: 'http' }];

  /** Whoever asks for the tasks of a correction reads what was wrong. */
  async function aCorrection(): Promise<Story> {
    const request = await aRequest('rectification', ['verify']);
    const rectified = [{ what: 'Street', from: 'Old Road 1', to: 'New Road 2', told: [] }];
    const answer = { request, step: 'fulfil', treeSize: await service.house.ledger.size(0), rectified };
    await byTheHouse('task.open', { request, systems, answer });
    return { params: { id: request } };
  }

  async function aTask(last: string): Promise<Story> {
    const request = await aRequest('access', ['verify']);
    const system = 'letters';
    await byTheHouse('task.open', { request, systems });
    if (last === 'retry') {
      const { lease } = (await byTheHouse('task.move', { request, system, move: 'begin' })) as {
        readonly lease: string;
      };
      const failed = { move: 'fail', lease, code: 'unreachable', details: [], isLasting: true };
      await byTheHouse('task.move', { request, system, ...failed });
    }
    return { params: { id: request, system }, body: last === 'settle' ? { words: 'Looked through it.' } : {} };
  }

  /** What a colleague would end, and somebody else has to confirm. */
  async function aProposal(): Promise<string> {
    const caller = {
      principal: OMAR,
      actor: { id: service.house.actorOf(OMAR), role: 'admin' as const },
      scopes: ['admin'],
    };
    const input = { act: 'hold.lift', about: ADA, wish: { subject: ADA, hold: await aHold() } } as const;
    const made = await service.house.record('proposal.make', input, { caller, requestId: 'a-proposal' });
    if (isProblem(made)) throw new Error(JSON.stringify(made));
    return (readBodyOf(made) as { readonly proposal: string }).proposal;
  }

  /** A run that their data is to go into. */
  async function aTraining(): Promise<Story> {
    const json = { aiSystem: 'loan-check', purpose: 'loans', modelVersion: 'v1' };
    const { id } = sure(await service.call('POST', '/v1/training-runs', { json, scope: 'use' })).body;
    const { subject } = sure(await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).body;
    return { params: { id }, body: { subjects: [subject] } };
  }

  const aHold = async (): Promise<string> => {
    const json = { items: [{ kind: 'decisions' }], ground: 'art17-3-e-legal-claims', reason: 'A claim is open.' };
    return sure(await service.call('POST', `/v1/subjects/${ADA}/holds`, { json, scope: 'registry', sub: OMAR })).body
      .id;
  };

  /** What has to stand before, and the body; by the path, so that pages share it with the calls they stand for. */
  async function storyOf({ path, id }: Endpoint): Promise<Story> {
    const last = path.split('/').at(-1) ?? '';
    if (path.includes('/reviews/{id}')) {
      const words: Record<string, object> = {
        assign: { reviewer: TARA },
        'note-view': path.startsWith('/console') ? { ...own, view: 'for-person' } : own,
        'second-opinion': { outcome: 'upheld', reasons: end('upheld').reasons },
        conclude: end('upheld'),
      };
      return { params: await aReview(path.includes('files') ? 'view-evidence' : last), body: words[last] ?? {} };
    }
    if (path.includes('/tasks/{system}/')) return aTask(last);
    if (path === '/v1/requests/{id}/tasks') return aCorrection();
    if (path.includes('/untold/{id}') || path === '/v1/requests/{id}/given') return anUntold();
    if (path.includes('/requests/{id}')) {
      const isRead = ['package', 'package.zip', 'letter', 'letter.pdf'].includes(last);
      const steps = isRead ? ['verify', 'fulfil'] : (before[last] ?? (last === '{id}' ? [] : ['verify']));
      return {
        params: {
          id: await aRequest(
            last === 'deny' || last === 'appeal' ? 'rectification' : 'access',
            last === 'verify' ? [] : steps,
          ),
        },
        body: stepBodies[last] ?? {},
      };
    }
    if (path.includes('/holds/{id}')) return { params: { id: await aHold() } };
    if (path.includes('/proposals/{id}')) return { params: { id: await aProposal() } };
    if (path.includes('/confirmations/{id}')) return { params: { id: await aProposal() }, body: { sure: 'yes' } };
    if (path.endsWith('/training-runs/{id}/included')) return aTraining();
    if (path.includes('/uses/{id}')) return { params: { id: await aUse() }, body: { outcome: 'finished' } };
    if (path.includes('/staff/')) {
      const body = { name: 'Ada', roles: ['reviewer'], training: [], authority: [], active: true, own: [] };
      return { params: { id: NINA }, body };
    }
    const bodies: Record<string, () => Promise<object>> = {
      putSubject: async () => ({
        regimes: ['UK'],
        ageBand: 'adult',
        // Another one than they have: to describe them as they are records nothing.
        language: ['de', 'fr'][(await length()) % 2],
      }),
      postConsent: async () => ({ subject: ADA, purpose: 'loans', state: 'refused' }),
      // The opt-out of a sale, as a consent platform of California says it.
      postSignals: async () => ({ subject: ADA, gpp: 'DBABrw~CAACAAAAAABA.QA~BQQQAABA.QA' }),
      postLimit: async () => ({ kind: 'restriction', state: 'set' }),
      postHold: async () => ({
        items: [{ kind: 'decisions' }],
        ground: 'legal-obligation',
        reason: 'We must keep it.',
      }),
      postRequest: async () => ({ kind: 'access', subject: ADA }),
      postReview: async () => ({ decision: await decide(), why: 'asked-by-staff' }),
      postDecision: async () => declined(),
      postUse: async () => question,
      sendHandOver: async () => ({ decision: await decide() }),
      postLink: async () => ({ subject: ADA }),
      eraseSubject: async () => ({}),
      postEvaluation: async () => evaluation,
      postEvaluations: async () => ({ evaluations: [evaluation] }),
      postUseBatch: async () => ({ items: [question] }),
      postGuardrail: async () => guardrail,
      postTraces: async () => ({ resourceSpans: [{ scopeSpans: [{ spans: [aSpan()] }] }] }),
      postNoticeShown: async () => ({
        subject: ADA,
        aiSystem: 'loan-check',
        purpose: 'loans',
        language: 'en',
        how: 'page',
        acknowledged: true,
      }),
      postAdverseNoticeGiven: async () => ({ how: 'letter' }),
      addNote: async () => ({ subject: ADA, text: 'She called on Monday.' }),
      searchDesk: async () => ({ subject: ADA }),
      openReviews: async () => ({
        from: '2026-01-01T00:00:00.000Z',
        reason: { en: `The system was stopped ${await decide()}` },
      }),
    };
    const decision = path.includes('adverse')
      ? { id: await toBeTold() }
      : path.includes('decision')
        ? { id: await decide() }
        : {};
    const made = await bodies[id]?.();
    const headers = id === 'getAuthorize' ? { headers: named } : {};
    return { params: decision, ...headers, ...(made === undefined ? {} : { body: made }) };
  }

  async function send(who: string, endpoint: Endpoint, story: Story): Promise<Told> {
    const params: Readonly<Record<string, string>> = { subject: ADA, key: 'loan-check', ...story.params };
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? 'x');
    const known = { subject: [ADA], whom: [ADA], decision: [''], purpose: ['loans'], aiSystem: ['loan-check'] };
    const made = endpoint.body === undefined ? undefined : bodyFrom(schemaOf(endpoint.body as z.ZodType), known);
    const filled = endpoint.method === 'get' ? undefined : (story.body ?? made);
    const address = endpoint.id === 'listEntries' ? `${path}?subject=${ADA}` : path;
    if (staffScopesOf(endpoint.who) === undefined)
      return service.call(endpoint.method.toUpperCase(), address, {
        ...(filled === undefined ? {} : { json: filled }),
        ...(story.headers === undefined ? {} : { headers: story.headers }),
        scope: 'admin',
        sub: who,
      });
    const headers = { cookie: sessions[who] ?? '', accept: 'text/html' };
    if (endpoint.method === 'get') return service.call('GET', address, { headers });
    const { text } = await service.call('GET', '/console/desk', { headers });
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const words = { whom: ADA, text: 'A note of Monday.', reason: 'She asked on Monday.' };
    const taken = schemaOf(endpoint.body as z.ZodType).properties ?? {};
    const fields = Object.entries({ ...words, ...(filled as object) }).filter(([name]) => name in taken);
    const form = Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
    return service.call('POST', address, { headers, form: { ...form, csrf } });
  }

  /** The erasure comes last, because it ends the matter. */
  const inOrder = [...atWork].sort(
    (one, other) => Number(one.id === 'eraseSubject') - Number(other.id === 'eraseSubject'),
  );
  /** Pages that did something for somebody else. */
  const did = new Set<string>();

  it.each(inOrder.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s',
    async (_title, endpoint) => {
      const story = await storyOf(endpoint);
      const stood = await length();
      const refused = await send(NINA, endpoint, story);
      expect(await length(), refused.text.slice(0, 400)).toBe(stood);
      if (staffScopesOf(endpoint.who) !== undefined) {
        const byLink = await send(BY_HER_LINK, endpoint, story);
        expect(await length(), byLink.text.slice(0, 400)).toBe(stood);
        await send(TARA, endpoint, story);
        if ((await length()) !== stood) did.add(`${endpoint.method} ${endpoint.path}`);
        return;
      }
      // A list of many leaves theirs out; a review shows to whoever has no seat how far it is and no more.
      const tells = ['getReview', 'openReviews'].includes(endpoint.id) || inTheFormOfOthers.has(endpoint.id);
      if (!tells) expect(refused.text).toMatch(/separation-of-duty|not-assigned/);
      // The description of a member of staff stands in their own record.
      if (endpoint.id === 'putStaff') return;
      const done = await send(TARA, endpoint, story);
      expect([done.status < 300, (await length()) !== stood], `${done.status} ${done.text.slice(0, 400)}`).toEqual([
        true,
        true,
      ]);
    },
  );

  it('is tried with every call and page that records something about a person', () => {
    expect(atWork.length).toBeGreaterThan(50);
    // What is refused her, and whoever came in by her link, is done for a colleague.
    expect([...did].length, [...did].join('\n')).toBeGreaterThan(15);
  });
});
