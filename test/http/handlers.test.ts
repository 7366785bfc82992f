import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../openapi/endpoints.ts';
import { allHandlers } from '../../src/http/handlers.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { type HouseInMemory, houseInMemory } from '../given/http/house-in-memory.ts';
import { aListeningEdge, digest, edgeSessions, type House } from '../given/http/listening-edge.ts';

const clock = { now: Date.parse('2026-11-23T10:00:00.000Z') };
let house: HouseInMemory;
let edge: House;

const text = (en: string) => ({ en });
interface Sent {
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}
const send = async (call: string, scope: string, { json, headers = {} }: Sent = {}) => {
  const [method = '', path = ''] = call.split(' ');
  const answer = await edge.call(path, { method, scope, headers, ...defined({ json }) });
  const body = await answer.text();
  return {
    status: answer.status,
    body: body.startsWith('{') ? JSON.parse(body) : body,
    media: answer.headers.get('content-type'),
  };
};
const get = (path: string, scope: string, headers: Record<string, string> = {}) =>
  send(`GET ${path}`, scope, { headers });
const post = (path: string, scope: string, json: unknown) => send(`POST ${path}`, scope, { json });

const question = { subject: 'customer:42', aiSystem: 'chooser', purpose: 'offers' };
const decision = {
  ...question,
  decidedAt: '2026-11-23T09:00:00.000Z',
  what: 'Loan',
  outcome: 'declined',
  adverse: true,
  aiRole: 'sole',
  output: { value: 0.5 },
  inputs: [{ name: 'amount', label: 'Amount', value: 10, category: 'purchases' }],
  factors: [],
  counterfactuals: [],
  modelVersion: 'm1',
  humanInvolvement: { role: 'none' },
};

beforeAll(async () => {
  house = houseInMemory(clock);
  edge = await aListeningEdge({
    handlers: allHandlers(house, { digest, sessions: edgeSessions() }),
    definitions: endpoints,
  });
  await send('PUT /v1/notices/welcome', 'registry', {
    json: { title: text('Welcome'), body: text('We use AI.'), purposes: ['offers'] },
  });
  const offers = {
    name: text('Offers'),
    description: text('Offers'),
    kind: 'ai-inference',
    legalBasis: { EU: 'consent' },
    dataCategories: ['purchases'],
    defaultNotice: 'welcome',
  };
  await send('PUT /v1/purposes/offers', 'registry', { json: offers });
  await send('PUT /v1/ai-systems/chooser', 'registry', {
    json: { name: text('Chooser'), purposes: ['offers'], dataCategories: ['purchases'] },
  });
});
afterAll(() => edge.stop());

describe('a company and one person', () => {
  it('reads back what was published, the newest first, and one version of it', async () => {
    expect((await get('/v1/purposes', 'use')).body.items).toMatchObject([{ key: 'offers', version: 1 }]);
    expect(await get('/v1/ai-systems/chooser?version=1', 'use')).toMatchObject({
      status: 200,
      body: { suspended: null },
    });
    expect((await get('/v1/notices/welcome?version=2', 'use')).status).toBe(404);
  });

  it('answers a check from what is recorded, and a batch item by item', async () => {
    expect((await post('/v1/checks', 'use', question)).body).toMatchObject({
      allowed: false,
      recorded: false,
      reason: 'never-asked',
    });
    const batch = await post('/v1/checks/batch', 'use', { items: [question, { subject: 'nobody at all' }] });
    expect(batch.body.results).toMatchObject([{ reason: 'never-asked' }, { code: 'validation-failed' }]);
  });

  it('records a consent of the person and lists it to them and to staff', async () => {
    const given = await post('/v1/me/consents', 'self', { purpose: 'offers', state: 'given', method: 'button' });
    expect(given.status).toBe(201);
    expect((await get('/v1/me/consents', 'self')).body.items).toMatchObject([{ id: given.body.id, state: 'given' }]);
    expect((await get('/v1/subjects/customer:42/consents', 'consent')).body.items).toHaveLength(1);
    expect(await get(`/v1/consents/${given.body.id}`, 'consent')).toMatchObject({
      status: 200,
      body: { proof: { purpose: 'offers' } },
    });
    expect(await get('/v1/subjects/customer:42', 'consent')).toMatchObject({
      status: 200,
      body: { identifiers: ['customer:42'] },
    });
  });

  it('permits one use and each item of a batch, and repeats a batch under its key', async () => {
    expect(await post('/v1/uses', 'use', question)).toMatchObject({
      status: 201,
      body: { allowed: true, recorded: true },
    });
    const headers = { 'idempotency-key': 'batch-1' };
    const first = await send('POST /v1/uses/batch', 'use', { json: { items: [question, {}] }, headers });
    expect(first.body.results).toMatchObject([{ allowed: true }, { code: 'validation-failed' }]);
    const again = await send('POST /v1/uses/batch', 'use', { json: { items: [question, {}] }, headers });
    expect(again.body.results[0]).toEqual(first.body.results[0]);
  });

  it('reads a decision back as it was reported', async () => {
    const recorded = await post('/v1/automated-decisions', 'decide', decision);
    expect(recorded.status).toBe(201);
    expect((await get(`/v1/automated-decisions/${recorded.body.id}`, 'decide')).body).toMatchObject({
      what: text('Loan'),
      modelVersion: 'm1',
    });
    expect((await get('/v1/me/automated-decisions', 'self')).body.items).toHaveLength(1);
  });
});

describe('answers about a person', () => {
  it('tells the person everything, as JSON and as a page', async () => {
    const { status, body } = await get('/v1/me/ai-use', 'self');
    expect(status).toBe(200);
    expect(body).toMatchObject({ systems: [{ key: 'chooser', uses: { allowed: 2 } }], automatedDecisions: [{}] });
    expect((await get('/v1/me/ai-use', 'self', { accept: 'text/html' })).media).toContain('text/html');
    expect((await get('/v1/me/data', 'self')).body).toMatchObject({
      identifiers: ['customer:42'],
      uses: [{}, {}],
      consents: [{}],
    });
    expect((await get('/v1/me/ledger?limit=2', 'self')).body.items).toHaveLength(2);
    expect((await get('/v1/me/evidence', 'self')).status).toBe(200);
  });

  it('writes an officer down before showing anything, and the person reads of it', async () => {
    expect(await get('/v1/subjects/customer:42/ai-use?reason=support', 'audit')).toMatchObject({
      status: 200,
      body: { looks: [{ reason: 'support' }] },
    });
    expect((await get('/v1/subjects/customer:42/ledger', 'audit')).status).toBe(200);
    expect((await get('/v1/subjects/customer:42/data', 'audit')).body.looks).toHaveLength(3);
    expect((await get('/v1/subjects/customer:42/evidence', 'audit')).status).toBe(200);
    expect((await get('/v1/subjects/customer:nobody/data', 'audit')).status).toBe(404);
  });

  it('gives somebody unknown an empty answer without making them known', async () => {
    const token = await edge.token('self', 'stranger');
    const before = house.world.facts.length;
    const answer = await edge.call('/v1/me/ai-use', { headers: { authorization: `Bearer ${token}` } });
    expect(await answer.json()).toMatchObject({ automatedDecisions: [], proof: { entries: 0 } });
    expect(house.world.facts).toHaveLength(before);
  });

  it('follows a list page by page and refuses a cursor under other filters', async () => {
    const { body } = await get('/v1/me/ledger?limit=1', 'self');
    const next = await get(`/v1/me/ledger?limit=2&cursor=${body.next}`, 'self');
    expect(next.body.items[0].index).toBeLessThan(body.items[0].index);
    expect((await get(`/v1/me/consents?cursor=${body.next}`, 'self')).body).toMatchObject({ code: 'invalid-cursor' });
  });

  it('shows auditors entries without the content about a person, and with it after a recorded look', async () => {
    const open = await get('/v1/ledger/entries?kind=consent.given', 'audit');
    expect(open.body.items[0]).not.toHaveProperty('payload');
    const looked = await get('/v1/ledger/entries?kind=consent.given&subject=customer:42', 'audit');
    expect(looked.body.items[0]).toHaveProperty('payload');
    expect((await get('/v1/ledger/entries/0/0', 'audit')).status).toBe(200);
    expect((await get('/v1/ledger/entries/0/0/proof', 'audit')).status).toBe(200);
    expect((await get('/v1/ledger/consistency?from=0', 'audit')).status).toBe(200);
    expect(await (await edge.call('/ledger/0/checkpoint')).text()).toBe('note\n');
    expect((await edge.call('/ledger/0/tile/0/000')).status).toBe(200);
  });
});

describe('requests', () => {
  it('are filed, read with the secret, verified, fulfilled, and answered with a package', async () => {
    const filed = await post('/v1/requests', 'requests', { kind: 'access', subject: 'customer:42' });
    expect(filed.status).toBe(201);
    const { id, secret } = filed.body;
    expect((await edge.call(`/v1/requests/${id}`, { headers: { 'request-secret': secret } })).status).toBe(200);
    expect((await edge.call(`/v1/requests/${id}`, { headers: { 'request-secret': 'x'.repeat(30) } })).status).toBe(404);
    expect((await get(`/v1/requests/${id}/package`, 'requests')).body).toMatchObject({ code: 'invalid-transition' });
    expect(
      (await post(`/v1/requests/${id}/verify`, 'requests', { reason: 'Passport', level: 'reasonable' })).status,
    ).toBe(200);
    expect(await post(`/v1/requests/${id}/fulfil`, 'requests', { reason: 'Answered' })).toMatchObject({
      status: 200,
      body: { state: 'fulfilled' },
    });
    const first = await get(`/v1/requests/${id}/package`, 'requests');
    expect(first.body).toMatchObject({
      kind: 'access',
      data: { identifiers: ['customer:42'] },
      aiUse: { systems: [{}] },
    });
    await post('/v1/uses', 'use', question);
    expect((await get(`/v1/requests/${id}/package`, 'requests')).body).toEqual(first.body);
    expect((await get(`/v1/requests/${id}/package`, 'requests', { accept: 'text/html' })).media).toContain('text/html');
    expect((await get('/v1/requests?kind=access', 'requests')).body.items).toHaveLength(1);
  });

  it('of somebody themselves are listed to them', async () => {
    const asked = await post('/v1/me/requests', 'self', { kind: 'erasure' });
    expect(asked.status).toBe(201);
    expect((await get('/v1/me/requests', 'self')).body.items).toHaveLength(2);
    expect((await get('/v1/changes', 'use')).status).toBe(200);
  });
});

describe('without a disk', () => {
  it('an officer sees nothing whose look could not be recorded', async () => {
    house.fail('look.take');
    expect((await get('/v1/subjects/customer:42/data', 'audit')).status).toBe(503);
  });
});
