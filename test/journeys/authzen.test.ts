import { createLocalJWKSet, generateKeyPair, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { readConfig } from '../../src/config.ts';
import { ADA, aCustomer, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aService, dailyEngine, engines, type RunningService } from '../given/service.ts';

const BASE = 'https://privacy.example.org';
const assistant = { type: 'ai_system', id: 'support-assistant' };
const drafts = { name: 'support-drafts' };
const ada = { type: 'customer', id: '42' };
const ben = { type: 'customer', id: '43' };
const asked = { subject: assistant, action: drafts, resource: ada };

interface Heard {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the client knows nothing of our models.
  readonly body: any;
}

/** Somebody who passes interests on, which people in California stop with a signal. */
async function aPartner(service: RunningService): Promise<void> {
  const registry = { scope: 'registry', sub: 'officer' };
  const purpose = {
    name: { en: 'Partner offers' },
    description: { en: 'Shops that we work with get your interests.' },
    kind: 'sharing',
    dataCategories: ['messages'],
    legalBasis: { US: 'opt-out', EU: 'legitimate-interests' },
    saleOrShare: true,
  };
  sure(await service.call('PUT', '/v1/purposes/partner-offers', { json: purpose, ...registry }));
  const system = examples.find(({ endpoint }) => endpoint === 'putAiSystem')?.body as object;
  const json = { ...system, purposes: ['partner-offers'] };
  sure(await service.call('PUT', '/v1/ai-systems/partner-match', { json, ...registry }));
}

describe.each(engines)('a policy enforcement point that knows AuthZEN alone, over %s', (engine) => {
  let service: RunningService;
  let token = '';
  beforeAll(async () => {
    service = await aService({ engine, variables: { CANDOR_BASE_URL: BASE } });
    token = await service.token({ sub: 'gateway', scope: 'use' });
    await aShop(service);
    sure(await says(service, 'given', ADA));
    sure(await says(service, 'given', BEN));
    sure(await says(service, 'withdrawn', BEN));
  });
  afterAll(() => service.stop());

  /** Plain fetch, as a gateway would do it. */
  async function send(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Heard> {
    const answer = await fetch(`http://127.0.0.1:${service.port}/access/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
  }
  const decides = async (body: unknown): Promise<unknown> => {
    const heard = await send('evaluation', body);
    expect(heard.status, JSON.stringify(heard.body)).toBe(200);
    expect(heard.headers.get('content-type')).toMatch(/^application\/json/);
    return heard.body.decision;
  };
  const size = (): Promise<number> => service.house.ledger.size(0);

  describe('one evaluation', () => {
    it('allows what the person agreed to and refuses what they took back, and both are 200', async () => {
      expect(await decides(asked)).toBe(true);
      expect(await decides({ ...asked, resource: ben })).toBe(false);
      expect(await decides(asked)).toBe(true);
    });

    it('says why, for whoever runs the system and for the person, and what it rests on', async () => {
      const { body } = await send('evaluation', asked, { 'accept-language': 'de' });
      expect(body.context).toMatchObject({
        reason_admin: { code: 'consent-given', text: expect.any(String) },
        reason_user: { text: expect.any(String) },
        recorded: false,
        basis: 'consent',
        consent_record_id: expect.stringMatching(/^con_/),
        expires_at: expect.stringMatching(/^20\d\d-/),
      });
      const refused = (await send('evaluation', { ...asked, resource: ben })).body.context;
      expect(refused.reason_admin.code).toBe('withdrawn');
      expect((await send('evaluation', asked)).body.context.reason_user).not.toEqual(body.context.reason_user);
    });

    it('is the evaluation that a check makes', async () => {
      for (const resource of [ada, ben]) {
        const json = { subject: `customer:${resource.id}`, aiSystem: assistant.id, purpose: drafts.name };
        const check = sure(await service.call('POST', '/v1/checks', { json, scope: 'use' })).body;
        const { body } = await send('evaluation', { ...asked, resource });
        expect([body.decision, body.context.reason_admin.code]).toEqual([check.allowed, check.reason]);
        expect(body.context.evidence).toEqual(check.evidence);
      }
    });

    it('asks about the kinds of data that are named', async () => {
      const of = (categories: unknown) => decides({ ...asked, resource: { ...ada, properties: { categories } } });
      expect(await of(['messages'])).toBe(true);
      expect(await of(['health'])).toBe(false);
      expect(await of(['pd:EmailAddress'])).toBe(false);
    });

    it('counts a further jurisdiction', async () => {
      const { bases } = (await send('evaluation', { ...asked, context: { jurisdiction: 'US-CA' } })).body.context;
      expect(bases.map(({ regime }: { readonly regime: string }) => regime)).toEqual(['EU', 'US-CA']);
    });

    it('counts a privacy signal, in the context and as a header, in every evaluation and search', async () => {
      await aPartner(service);
      const subject = { type: 'ai_system', id: 'partner-match' };
      const action = { name: 'partner-offers' };
      const context = { jurisdiction: 'US-CA' };
      const body = { subject, action, resource: ada, context };
      const reason = async (more: object, headers = {}) =>
        (await send('evaluation', { ...body, context: { ...context, ...more } }, headers)).body.context.reason_admin
          .code;
      const signal = { 'sec-gpc': '1' };
      expect(await reason({ gpc: false })).toBe('legitimate-interests');
      expect([await reason({ gpc: true }), await reason({}, signal)]).toEqual(['opted-out', 'opted-out']);
      const many = { ...body, evaluations: [{}, { context }] };
      const decisions = async (headers = {}) =>
        (await send('evaluations', many, headers)).body.evaluations.map((each: Heard['body']) => each.decision);
      expect([await decisions(), await decisions(signal)]).toEqual([
        [true, true],
        [false, false],
      ]);
      for (const path of ['search/subject', 'search/resource', 'search/action']) {
        expect((await send(path, body)).body.results).toHaveLength(path === 'search/resource' ? 2 : 1);
        expect((await send(path, body, signal)).body.results).toEqual([]);
        expect((await send(path, { ...body, context: { ...context, gpc: true } })).body.results).toEqual([]);
      }
    });

    it.each([
      ['another kind of asker', { ...asked, subject: { type: 'user', id: 'support-assistant' } }, 'unknown-ai-system'],
      ['an asker that nobody declared', { ...asked, subject: { type: 'ai_system', id: 'x' } }, 'unknown-ai-system'],
      ['another kind of thing', { ...asked, resource: { type: 'record', id: '42' } }, 'unknown-subject'],
      ['an id that is nobody', { ...asked, resource: { type: 'customer', id: 'a b' } }, 'unknown-subject'],
      ['a purpose that nobody declared', { ...asked, action: { name: 'read' } }, 'unknown-purpose'],
      ['a name that is no key', { ...asked, action: { name: 'Can Read!' } }, 'unknown-purpose'],
    ])('refuses %s, with the reason', async (_what, body, code) => {
      const heard = await send('evaluation', body);
      expect([heard.status, heard.body.decision, heard.body.context.reason_admin.code]).toEqual([200, false, code]);
    });

    it('takes members that nobody knows, and a context that is not ours', async () => {
      expect(await decides({ ...asked, foo: 'bar', future: { nested: true } })).toBe(true);
      expect(await decides({ ...asked, context: { time: '2025-06-27T18:03-07:00', ip: '192.0.2.1' } })).toBe(true);
      const properties = { department: 'Sales', role: 'manager' };
      expect(
        await decides({
          subject: { ...assistant, properties },
          action: { ...drafts, properties: { method: 'GET' } },
          resource: { ...ada, properties: { status: 'active' }, more: 1 },
        }),
      ).toBe(true);
    });
  });

  describe('what is no evaluation', () => {
    const { subject, action, resource } = asked;
    it.each([
      ['without subject', { action, resource }],
      ['without action', { subject, resource }],
      ['without resource', { subject, action }],
      ['subject without type', { ...asked, subject: { id: 'x' } }],
      ['subject without id', { ...asked, subject: { type: 'ai_system' } }],
      ['action without name', { ...asked, action: {} }],
      ['resource without type', { ...asked, resource: { id: '42' } }],
      ['resource without id', { ...asked, resource: { type: 'customer' } }],
      ['subject as text', { ...asked, subject: 'alice' }],
      ['name as number', { ...asked, action: { name: 123 } }],
      ['context as text', { ...asked, context: 'x' }],
      ['context as null', { ...asked, context: null }],
      ['a list', [asked]],
      ['categories that are no list', { ...asked, resource: { ...ada, properties: { categories: 'messages' } } }],
      ['no category at all', { ...asked, resource: { ...ada, properties: { categories: [] } } }],
      ['a signal that is no yes or no', { ...asked, context: { gpc: 'yes' } }],
      ['a wish to record that is no yes or no', { ...asked, context: { record: 'true' } }],
      ['a jurisdiction that is none', { ...asked, context: { jurisdiction: 'California' } }],
      ['nothing', ''],
      ['broken JSON', '{"subject":'],
    ])('%s is 400', async (_what, body) => {
      const before = await size();
      for (const path of ['evaluation', 'evaluations']) {
        const { status, body: told, headers } = await send(path, body, { 'x-request-id': 'mine-1' });
        expect([status, told.decision]).toEqual([400, undefined]);
        expect(headers.get('x-request-id')).toBe('mine-1');
      }
      expect(await size()).toBe(before);
    });

    it('says where it is wrong', async () => {
      const { body } = await send('evaluation', { ...asked, action: { name: 123 } });
      expect(body).toMatchObject({
        code: 'invalid-request',
        errors: [{ pointer: '/action/name', code: 'wrong-type' }],
      });
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', ''])(
      'a body of the type %j is 400',
      async (type) => {
        for (const path of ['evaluation', 'evaluations', 'search/subject', 'search/resource', 'search/action'])
          expect((await send(path, asked, { 'content-type': type })).status).toBe(400);
      },
    );

    it('is 401 for nobody and 403 for whoever may not ask, with the id of the request', async () => {
      for (const path of ['evaluation', 'evaluations', 'search/subject', 'search/resource', 'search/action']) {
        const nobody = await send(path, asked, { authorization: '', 'x-request-id': 'abc 1' });
        expect([nobody.status, nobody.headers.get('x-request-id')]).toEqual([401, 'abc 1']);
        const authorization = `Bearer ${await service.token({ sub: 'auditor', scope: 'audit' })}`;
        expect((await send(path, asked, { authorization })).status).toBe(403);
      }
    });

    it('every other route keeps its own rules', async () => {
      const json = { subject: ADA, aiSystem: assistant.id, purpose: drafts.name, more: 1 };
      const told = await service.call('POST', '/v1/checks', { json, scope: 'use', headers: { 'x-request-id': 'a' } });
      expect([told.status, told.headers.get('x-request-id')]).toEqual([422, null]);
      const headers = { 'content-type': 'text/plain' };
      expect((await service.call('POST', '/v1/checks', { scope: 'use', headers })).status).toBe(415);
    });
  });

  it('the id of a request comes back as it was sent, and none is no fault', async () => {
    const id = 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716';
    expect((await send('evaluation', asked, { 'x-request-id': id })).headers.get('x-request-id')).toBe(id);
    expect((await send('evaluation', asked)).headers.get('x-request-id')).toBeNull();
  });

  it('the id comes back with faults of every kind, and none of them is a page', async () => {
    const at = (path: string, method: string, headers = {}) =>
      fetch(`http://127.0.0.1:${service.port}${path}`, {
        method,
        headers: { 'x-request-id': 'mine 2', accept: 'text/html', authorization: `Bearer ${token}`, ...headers },
        ...(method === 'POST' ? { body: 'x'.repeat(200_000) } : {}),
      });
    const json = { 'content-type': 'application/json' };
    for (const [answer, status] of [
      [await at('/access/v1/evaluation', 'GET'), 405],
      [await at('/access/v1/evaluation', 'OPTIONS'), 405],
      [await at('/access/v1/search/nothing', 'POST', json), 404],
      [await at('/access/v1/evaluation', 'POST', json), 413],
      [await at('/access/v1/evaluation', 'POST', { 'content-type': 'text/plain' }), 400],
      [await at('/access/v1/evaluation?x=1', 'POST', json), 400],
      [await at('/access/v1/evaluation', 'POST', { ...json, authorization: 'Bearer x' }), 401],
    ] as const)
      expect([answer.status, answer.headers.get('x-request-id'), answer.headers.get('content-type')]).toEqual([
        status,
        'mine 2',
        expect.stringMatching(/^application\/problem\+json/),
      ]);
  });

  it('names of any length that nobody knows are refused or find nothing, and are no fault', async () => {
    const long = 'x'.repeat(90_000);
    for (const odd of [long, '', '\u{1F600}'.repeat(20), '../../etc', "' or 1=1 --", ' 42', '42\n']) {
      for (const more of [
        { subject: { type: odd, id: 'a' } },
        { subject: { type: 'ai_system', id: odd } },
        { action: { name: odd } },
        { resource: { type: odd, id: '42' } },
        { resource: { type: 'customer', id: odd } },
      ])
        expect(await decides({ ...asked, ...more })).toBe(false);
      const resource = { type: 'customer', id: odd };
      expect((await send('search/action', { subject: assistant, resource })).body.results).toEqual([]);
      expect((await send('search/subject', { ...asked, subject: { type: odd } })).body.results).toEqual([]);
      expect((await send('search/resource', { ...asked, resource: { type: odd } })).body.results).toEqual([]);
    }
  });

  describe('a use', () => {
    it('is recorded only where the context says so, and its id stands in the decision', async () => {
      const before = await size();
      for (const context of [undefined, {}, { record: false }])
        await decides({ ...asked, ...(context && { context }) });
      expect(await size()).toBe(before);
      const { body } = await send('evaluation', { ...asked, context: { record: true, reference: 'ticket-7' } });
      expect(body).toMatchObject({
        decision: true,
        context: { recorded: true, evaluation_id: expect.stringMatching(/^use_/), ledger_seq: before },
      });
      const [newest] = sure(await service.call('GET', '/v1/me/ledger', { self: ADA })).body.items;
      expect(newest).toMatchObject({ id: body.context.evaluation_id, kind: 'use.allowed' });
      const outcome = await service.call('POST', `/v1/uses/${body.context.evaluation_id}/outcome`, {
        json: { outcome: 'finished' },
        scope: 'use',
      });
      expect(outcome.status).toBe(201);
    });

    it('that is refused is recorded, too, and says no', async () => {
      const { body } = await send('evaluation', { ...asked, resource: ben, context: { record: true } });
      expect(body).toMatchObject({ decision: false, context: { recorded: true, evaluation_id: expect.any(String) } });
      const [newest] = sure(await service.call('GET', '/v1/me/ledger', { self: BEN })).body.items;
      expect(newest).toMatchObject({ id: body.context.evaluation_id, kind: 'use.refused' });
    });

    it('of something else than data of a customer is refused and leaves nothing', async () => {
      const before = await size();
      for (const more of [{ subject: { type: 'user', id: 'a' } }, { resource: { type: 'record', id: '1' } }])
        expect((await send('evaluation', { ...asked, ...more, context: { record: true } })).body).toMatchObject({
          decision: false,
          context: { recorded: false },
        });
      expect(await size()).toBe(before);
    });

    it('that is sent again under its key is the same use', async () => {
      const body = { ...asked, context: { record: true } };
      const key = { 'idempotency-key': 'gateway-1' };
      const first = await send('evaluation', body, key);
      const again = await send('evaluation', body, key);
      expect(again.body).toEqual(first.body);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect((await send('evaluation', body)).body.context.evaluation_id).not.toBe(first.body.context.evaluation_id);
    });
  });

  describe('several evaluations', () => {
    const many = async (body: object): Promise<readonly { decision: boolean; context: Record<string, never> }[]> => {
      const heard = await send('evaluations', body);
      expect(heard.status, JSON.stringify(heard.body)).toBe(200);
      expect(heard.body.decision).toBeUndefined();
      return heard.body.evaluations;
    };
    const decisions = async (body: object) => (await many(body)).map(({ decision }) => decision);
    const yes = { resource: ada };
    const no = { resource: ben };
    const common = { subject: assistant, action: drafts };

    it('are answered in their order, as many as were asked', async () => {
      expect(await decisions({ ...common, evaluations: [yes, no, yes] })).toEqual([true, false, true]);
      expect(await decisions({ evaluations: [asked, { ...asked, resource: ben }] })).toEqual([true, false]);
      const evaluations = [{ action: drafts }, { action: { name: 'other' } }];
      expect(await decisions({ subject: assistant, resource: ada, evaluations })).toEqual([true, false]);
    });

    it('end with the first refusal, or the first permission, where that is wished', async () => {
      const ended = (evaluations_semantic: string) =>
        decisions({ ...common, evaluations: [yes, no, yes], options: { evaluations_semantic } });
      expect(await ended('execute_all')).toEqual([true, false, true]);
      expect(await ended('deny_on_first_deny')).toEqual([true, false]);
      expect(await ended('permit_on_first_permit')).toEqual([true]);
    });

    it('take the place of a whole member, never of a part of one', async () => {
      const resource = { ...ada, properties: { categories: ['health'] } };
      expect(await decisions({ ...common, resource, evaluations: [{}, yes] })).toEqual([false, true]);
      const context = { jurisdiction: 'US-CA' };
      const own = await many({ ...common, context, evaluations: [yes, { ...yes, context: { time: 'now' } }] });
      expect(own.map((each) => (each.context['bases'] as unknown as object[]).length)).toEqual([2, 1]);
    });

    it('that leave out a type, an id or a name have those of the top, and nothing else of it', async () => {
      const resource = { type: 'customer', properties: { categories: ['health'] } };
      const half = { resource: { id: ada.id } };
      expect(await decisions({ ...common, resource, evaluations: [half, { resource: { id: ben.id } }] })).toEqual([
        true,
        false,
      ]);
      const properties = { categories: ['health'] };
      expect(await decisions({ ...common, resource: ada, evaluations: [{}, { resource: { properties } }] })).toEqual([
        true,
        false,
      ]);
      expect(
        await decisions({
          subject: { type: 'ai_system' },
          action: drafts,
          resource: ada,
          evaluations: [{ subject: { id: assistant.id }, action: { properties: {} } }, { subject: { id: 'x' } }],
        }),
      ).toEqual([true, false]);
      const told = await many({
        ...common,
        resource: { type: 'customer' },
        evaluations: [{}, { resource: {} }, { resource: { id: null } }, { resource: [ada] }, yes],
      });
      expect(told.map(({ decision }) => decision)).toEqual([false, false, false, false, true]);
      expect(told[0]?.context).toMatchObject({ error: { status: 400, errors: [{ pointer: '/resource/id' }] } });
    });

    it('that lack something are refused in their place, and hinder no other', async () => {
      const told = await many({ ...common, evaluations: [yes, {}, { resource: 'x' }, { ...yes, action: 7 }, yes] });
      expect(told.map(({ decision }) => decision)).toEqual([true, false, false, false, true]);
      expect(told[1]?.context).toMatchObject({ recorded: false, error: { status: 400, code: 'invalid-request' } });
      const options = { evaluations_semantic: 'deny_on_first_deny' };
      expect(await decisions({ ...common, options, evaluations: [yes, {}, yes] })).toEqual([true, false]);
    });

    it('are one evaluation where there is none', async () => {
      for (const more of [{}, { evaluations: [] }]) {
        const { status, body } = await send('evaluations', { ...asked, ...more });
        expect([status, body.decision, body.evaluations]).toEqual([200, true, undefined]);
      }
    });

    it.each([
      ['an unknown semantic', { ...common, evaluations: [yes], options: { evaluations_semantic: 'first' } }],
      ['a list that is none', { ...asked, evaluations: 'x' }],
      ['one that is no object', { ...asked, evaluations: ['x'] }],
      ['a default of the wrong type', { ...common, resource: 'x', evaluations: [yes] }],
      ['none, and half a request', { ...common, evaluations: [] }],
    ])('%s is 400', async (_what, body) => expect((await send('evaluations', body)).status).toBe(400));

    it('are uses where their context says so, and after the last one nothing is recorded', async () => {
      const before = await size();
      const context = { record: true };
      const told = await many({ ...common, context, evaluations: [yes, { ...no, context: {} }, no] });
      expect(told.map((each) => each.context['recorded'])).toEqual([true, false, true]);
      expect(await size()).toBe(before + 2);
      const options = { evaluations_semantic: 'deny_on_first_deny' };
      expect(await decisions({ ...common, context, options, evaluations: [yes, no, yes, yes] })).toEqual([true, false]);
      expect(await size()).toBe(before + 4);
    });

    it('sent again under a key are the same uses', async () => {
      const body = { ...common, context: { record: true }, evaluations: [yes, yes] };
      const key = { 'idempotency-key': 'gateway-2' };
      const first = await send('evaluations', body, key);
      const [one, two] = first.body.evaluations;
      expect(one.context.evaluation_id).not.toBe(two.context.evaluation_id);
      expect((await send('evaluations', body, key)).body).toEqual(first.body);
    });
  });

  describe('a search', () => {
    const bySubject = { subject: { type: 'ai_system' }, action: drafts, resource: ada };
    const byAction = { subject: assistant, resource: ada };
    const byResource = { subject: assistant, action: drafts, resource: { type: 'customer' } };

    it('finds the AI systems that may use the data of a person', async () => {
      expect((await send('search/subject', bySubject)).body).toEqual({ results: [assistant] });
      expect((await send('search/subject', { ...bySubject, resource: ben })).body).toEqual({ results: [] });
    });

    it('finds what an AI system may do with it', async () => {
      expect((await send('search/action', byAction)).body).toEqual({ results: [drafts] });
      expect((await send('search/action', { ...byAction, resource: ben })).body).toEqual({ results: [] });
    });

    it('finds whom a training job may include, and nobody else', async () => {
      expect((await send('search/resource', byResource)).body).toEqual({ results: [ada] });
    });

    it('ignores the id of what is searched for', async () => {
      const subject = { type: 'ai_system', id: 'nobody' };
      expect((await send('search/subject', { ...bySubject, subject })).body.results).toEqual([assistant]);
      const resource = { type: 'customer', id: 'nobody' };
      expect((await send('search/resource', { ...byResource, resource })).body.results).toEqual([ada]);
      expect((await send('search/action', { ...byAction, action: { name: 'x' } })).body.results).toEqual([drafts]);
    });

    it('counts the kinds of data and the context, and records nothing', async () => {
      const before = await size();
      const health = { properties: { categories: ['health'] } };
      expect((await send('search/subject', { ...bySubject, resource: { ...ada, ...health } })).body.results).toEqual(
        [],
      );
      const resource = { type: 'customer', ...health };
      expect((await send('search/resource', { ...byResource, resource })).body.results).toEqual([]);
      const context = { jurisdiction: 'US-CA', record: true };
      for (const [path, body] of [
        ['search/subject', bySubject],
        ['search/action', byAction],
        ['search/resource', byResource],
      ] as const)
        expect((await send(path, { ...body, context })).status).toBe(200);
      expect(await size()).toBe(before);
    });

    it.each([
      ['search/subject', { ...bySubject, subject: { type: 'spaceship' } }],
      ['search/subject', { ...bySubject, resource: { type: 'record', id: '1' } }],
      ['search/subject', { ...bySubject, action: { name: 'read' } }],
      ['search/resource', { ...byResource, resource: { type: 'record' } }],
      ['search/resource', { ...byResource, subject: { type: 'user', id: 'alice' } }],
      ['search/resource', { ...byResource, subject: { type: 'ai_system', id: 'nobody' } }],
      ['search/action', { ...byAction, subject: { type: 'user', id: 'alice' } }],
      ['search/action', { ...byAction, resource: { type: 'spaceship', id: '1' } }],
    ])('%s for what nobody knows finds nothing: %j', async (path, body) => {
      const heard = await send(path, body);
      expect([heard.status, heard.body.results]).toEqual([200, []]);
    });

    it.each([
      ['search/subject', { subject: { type: 'ai_system' }, resource: ada }],
      ['search/subject', { ...bySubject, resource: { type: 'customer' } }],
      ['search/subject', { ...bySubject, subject: {} }],
      ['search/resource', { action: drafts, resource: { type: 'customer' } }],
      ['search/resource', { ...byResource, subject: { type: 'ai_system' } }],
      ['search/action', { subject: assistant }],
      ['search/action', { ...byAction, resource: { type: 'customer' } }],
      ['search/action', { ...byAction, page: { limit: 'x' } }],
      ['search/action', { ...byAction, page: { limit: -1 } }],
      ['search/action', { ...byAction, page: { limit: 1.5 } }],
      ['search/action', { ...byAction, page: { token: 7 } }],
      ['search/action', ''],
    ])('%s without what it needs is 400: %j', async (path, body) => {
      expect((await send(path, body)).status).toBe(400);
    });

    describe('in pages', () => {
      const people = [...Array(230).keys()].map((at) => `page-${at}`);
      beforeAll(async () => {
        const described = async (id: string): Promise<void> => {
          await aCustomer(service, `customer:${id}`);
          if (!id.endsWith('7')) sure(await says(service, 'given', `customer:${id}`));
        };
        // Several at once are recorded in one go.
        for (let at = 0; at < people.length; at += 23) await Promise.all(people.slice(at, at + 23).map(described));
        const link = { identifiers: ['customer:page-1-too', 'email:page-1@example.org'] };
        sure(
          await service.call('PUT', '/v1/subjects/customer:page-1', {
            json: { ...link, regimes: ['EU'], ageBand: 'adult', language: 'en' },
            scope: 'consent',
          }),
        );
        await service.call('POST', '/v1/subjects/customer:page-2/erasure', {
          json: { reason: 'They asked for it by post.' },
          scope: 'admin',
        });
      });
      const expected = ['42', 'page-1-too', ...people.filter((id) => !id.endsWith('7') && id !== 'page-2')].sort();

      async function walk(limit: number): Promise<readonly string[]> {
        const found: string[] = [];
        for (let page: object = { limit }; ; ) {
          const { status, body } = await send('search/resource', { ...byResource, page });
          expect(status).toBe(200);
          expect(body.page.count).toBe(body.results.length);
          expect(body.results.length).toBeLessThanOrEqual(limit);
          found.push(...body.results.map(({ id }: { id: string }) => id));
          if (body.page.next_token === '') return found;
          page = { limit, token: body.page.next_token };
        }
      }

      it.each([7, 50, 1000])('of %i everybody who may be included is found once', async (limit) => {
        expect([...(await walk(limit))].sort()).toEqual(expected);
      });

      it('somebody with two customer numbers is found under both, also one by one', async () => {
        expect([...(await walk(1))].sort()).toEqual(expected);
      });

      it('what nobody cut into pages is cut all the same, and says so', async () => {
        const { body } = await send('search/resource', byResource);
        expect(body.results).toHaveLength(100);
        expect(body.page.next_token).not.toBe('');
      });

      it('a token is for the same request and caller', async () => {
        const first = await send('search/resource', { ...byResource, page: { limit: 5 } });
        const page = { token: first.body.page.next_token };
        const next = await send('search/resource', { ...byResource, page });
        expect(next.status).toBe(200);
        expect(next.body.results).not.toContainEqual(first.body.results[0]);
        for (const other of [
          { ...byResource, action: { name: 'other' } },
          { ...byResource, context: { gpc: true } },
          { ...byResource, resource: { type: 'customer', properties: { categories: ['messages'] } } },
          { ...byResource, subject: { ...assistant, properties: { version: 2 } } },
        ]) {
          const told = await send('search/resource', { ...other, page });
          expect([told.status, told.body.code]).toEqual([400, 'invalid-cursor']);
        }
        expect((await send('search/subject', { ...bySubject, page })).status).toBe(400);
        const authorization = `Bearer ${await service.token({ sub: 'another', scope: 'use' })}`;
        expect((await send('search/resource', { ...byResource, page }, { authorization })).status).toBe(400);
        for (const token of ['x', '!', `${page.token}x`, page.token.slice(2)])
          expect((await send('search/resource', { ...byResource, page: { token } })).status).toBe(400);
      });

      it('who takes their consent back is not on the next page', async () => {
        const first = await send('search/resource', { ...byResource, page: { limit: 1 } });
        const { body } = await send('search/resource', {
          ...byResource,
          page: { token: first.body.page.next_token, limit: 1 },
        });
        const [{ id }] = body.results;
        sure(await says(service, 'withdrawn', `customer:${id}`));
        const again = await send('search/resource', {
          ...byResource,
          page: { token: first.body.page.next_token, limit: 1 },
        });
        expect(again.body.results[0].id).not.toBe(id);
      });

      it('of none only says how many there are, and where they begin', async () => {
        for (const [path, body] of [
          ['search/subject', bySubject],
          ['search/action', byAction],
        ] as const) {
          const none = await send(path, { ...body, page: { limit: 0 } });
          expect(none.body).toEqual({
            page: { next_token: expect.stringMatching(/./), count: 0, total: 1 },
            results: [],
          });
          const next = await send(path, { ...body, page: { token: none.body.page.next_token } });
          expect(next.body.results).toHaveLength(1);
          const nobody = await send(path, { ...body, resource: ben, page: { limit: 0 } });
          expect(nobody.body).toEqual({ page: { next_token: '', count: 0, total: 0 }, results: [] });
        }
        const all = (await send('search/resource', { ...byResource, page: { limit: 9 } })).body;
        const none = (await send('search/resource', { ...byResource, page: { limit: 0 } })).body;
        expect([none.results, none.page]).toEqual([[], { next_token: expect.stringMatching(/./), count: 0 }]);
        const page = { limit: 9, token: none.page.next_token };
        expect((await send('search/resource', { ...byResource, page })).body.results).toEqual(all.results);
        const later = { token: all.page.next_token };
        const [straight, after] = [
          (await send('search/resource', { ...byResource, page: later })).body,
          (await send('search/resource', { ...byResource, page: { ...later, limit: 0 } })).body,
        ];
        const on = await send('search/resource', { ...byResource, page: { token: after.page.next_token } });
        expect(on.body.results).toEqual(straight.results);
      });

      it('stand before what they count, in the bytes of the answer', async () => {
        const answer = await fetch(`http://127.0.0.1:${service.port}/access/v1/search/resource`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ ...byResource, page: { limit: 3 } }),
        });
        expect(await answer.text()).toMatch(/^\{"page":\{"next_token":"[^"]+","count":3\},"results":\[/);
      });

      it('a short search has one page, and its end is said where a page was asked for', async () => {
        for (const [path, body] of [
          ['search/subject', bySubject],
          ['search/action', byAction],
        ] as const) {
          const heard = await send(path, { ...body, page: { limit: 10 } });
          expect(heard.body.page).toEqual({ next_token: '', count: 1, total: 1 });
        }
      });

      it('how many there are at all is said where nobody else has to be looked at', async () => {
        const all = await send('search/resource', { ...byResource, page: { limit: 1000 } });
        expect(all.body.page).toEqual({
          next_token: '',
          count: all.body.results.length,
          total: all.body.results.length,
        });
        const some = await send('search/resource', { ...byResource, page: { limit: 5 } });
        expect(some.body.page).toEqual({ next_token: expect.stringMatching(/./), count: 5 });
        const none = await send('search/subject', { ...bySubject, subject: { type: 'spaceship' }, page: {} });
        expect(none.body).toEqual({ results: [], page: { next_token: '', count: 0, total: 0 } });
      });
    });
  });

  it('says where everything is, at the address that was configured, and to anybody', async () => {
    const answer = await fetch(`http://127.0.0.1:${service.port}/.well-known/authzen-configuration`, {
      headers: { 'x-request-id': 'who' },
    });
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([200, 'who']);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    const { signed_metadata, ...told } = (await answer.json()) as Record<string, string>;
    expect(signed_metadata).toMatch(/^[\w-]+(?:\.[\w-]+){2}$/);
    expect(told).toEqual({
      policy_decision_point: BASE,
      access_evaluation_endpoint: `${BASE}/access/v1/evaluation`,
      access_evaluations_endpoint: `${BASE}/access/v1/evaluations`,
      search_subject_endpoint: `${BASE}/access/v1/search/subject`,
      search_resource_endpoint: `${BASE}/access/v1/search/resource`,
      search_action_endpoint: `${BASE}/access/v1/search/action`,
      jwks_uri: `${BASE}/.well-known/jwks.json`,
    });
    for (const [name, url] of Object.entries(told))
      if (name.endsWith('_endpoint')) expect((await send(url.replace(`${BASE}/access/v1/`, ''), '')).status).toBe(400);
  });

  describe('what is signed about the service', () => {
    const read = async (path: string) => (await fetch(`http://127.0.0.1:${service.port}${path}`)).json();
    const published = async () => (await read('/.well-known/authzen-configuration')) as Record<string, string>;
    const keys = async () => createLocalJWKSet((await read('/.well-known/jwks.json')) as JSONWebKeySet);

    it('is what stands beside it, of the issuer under whose address the key is', async () => {
      const { signed_metadata = '', ...told } = await published();
      const { payload, protectedHeader } = await jwtVerify(signed_metadata, await keys(), { issuer: BASE });
      const { iat, ...claims } = payload;
      expect(claims).toEqual({ ...told, iss: told['policy_decision_point'] });
      expect(iat).toBe(Math.floor(service.house.now() / 1000));
      expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'authzen-metadata+jwt' });
    });

    it('is refused once anything of it was changed, or another key signed it', async () => {
      const [header = '', claims = '', signature = ''] = ((await published())['signed_metadata'] ?? '').split('.');
      const moved = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
      moved.access_evaluation_endpoint = 'https://elsewhere.example.org/access/v1/evaluation';
      const changed = Buffer.from(JSON.stringify(moved)).toString('base64url');
      const turned = Buffer.from(signature, 'base64url').map((byte, at) => (at === 0 ? byte ^ 1 : byte));
      const { privateKey } = await generateKeyPair('EdDSA');
      const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
      for (const forged of [
        `${header}.${changed}.${signature}`,
        `${header}.${claims}.${Buffer.from(turned).toString('base64url')}`,
        await new SignJWT(moved).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey),
      ])
        await expect(jwtVerify(forged, await keys())).rejects.toThrow('signature verification failed');
    });

    it('opens no door: it is no token', async () => {
      const authorization = `Bearer ${(await published())['signed_metadata']}`;
      expect((await send('evaluation', asked, { authorization })).status).toBe(401);
    });
  });
});

describe('a service that people see at an address with a path', () => {
  const seenAt = 'https://example.org/privacy/eu';
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine: dailyEngine[0] ?? 'sqlite', variables: { CANDOR_BASE_URL: `${seenAt}/` } });
  });
  afterAll(() => service.stop());
  const read = (path: string) =>
    fetch(`http://127.0.0.1:${service.port}/.well-known/authzen-configuration${path}`, {
      headers: { 'x-request-id': 'who' },
    });

  it('is found where the standard looks for it, and says the address that it was looked for under', async () => {
    const answer = await read('/privacy/eu');
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([200, 'who']);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    const { signed_metadata = '', ...told } = (await answer.json()) as Record<string, string>;
    expect(told['policy_decision_point']).toBe(seenAt);
    for (const [name, url] of Object.entries(told))
      if (name.endsWith('_endpoint')) expect(url.startsWith(`${seenAt}/access/v1/`)).toBe(true);
    const claims = JSON.parse(Buffer.from(signed_metadata.split('.')[1] ?? '', 'base64url').toString('utf8'));
    expect(claims).toMatchObject({ ...told, iss: seenAt });
  });

  it.each(['/privacy', '/eu', '/privacy/eu/', '/privacy/eu/de', '/Privacy/eu', '/', '/%3Fx', '/privacy%20/eu'])(
    'is not found at another path: %s',
    async (path) => expect((await read(path)).status).toBe(404),
  );

  it('is found without the path by whoever already stands behind it', async () => {
    expect(((await (await read('')).json()) as Record<string, string>)['policy_decision_point']).toBe(seenAt);
  });
});

it.each(['https://example.org/?tenant=1', 'https://example.org/#a', 'https://example.org/privacy?'])(
  '%s is no address to publish: a standard adds paths to it, and so do links',
  (address) =>
    expect(readConfig({ CANDOR_BASE_URL: address })).toEqual({ faults: [expect.stringContaining('CANDOR_BASE_URL')] }),
);
