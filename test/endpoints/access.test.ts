import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf, staffScopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { consoleScopes, type Scope, scopes } from '../../src/vocabulary/scope.ts';
import { ADA, aShop, atTheConsole, BEN, question, refusal, says, signedIn, sure, use } from '../given/a-shop.ts';
import { type Asking, aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

const asked = ({ who }: Endpoint): readonly Scope[] => scopesOf(who);
/** Being in charge lets nobody speak for a person. */
const lets = (endpoint: Endpoint, scope: Scope): boolean =>
  asked(endpoint).includes(scope) ||
  (scope === 'admin' && asked(endpoint).some((wanted) => wanted !== 'self' && wanted !== 'agent'));
const guarded = endpoints.filter((endpoint) => asked(endpoint).length > 0);
/** Every list of one's own things that is handed out in pages. */
const ownLists = guarded
  .filter(({ query, ...each }) => asked(each).includes('self') && query !== undefined && 'cursor' in query.shape)
  .map(({ path }) => path);
const nowhere: Readonly<Record<string, string>> = { id: 'x', key: 'UPPER', subject: 'x', log: 'x', index: 'x' };
const pathTo = ({ path }: Endpoint): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => nowhere[name] ?? 'x');

describe.each(dailyEngine)('who may do what over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const person of [ADA, BEN]) {
      sure(await says(service, 'given', person));
      for (let times = 0; times < 3; times += 1) sure(await use(service, person));
    }
  });
  afterAll(() => service.stop());
  const ask = (method: string, path: string, asking: Asking): Promise<Told> => service.call(method, path, asking);

  it.each(scopes)('a token for %s opens what asks for it, and nothing else', async (scope) => {
    const called = guarded.map(async (endpoint) => {
      const told = await ask(endpoint.method.toUpperCase(), pathTo(endpoint), {
        scope,
        ...(endpoint.body === undefined ? {} : { json: {} }),
      });
      // OTLP says its no by a number.
      const isRefused =
        endpoint.failsAs === 'otlp-status' ? told.status === 403 : told.body.code === 'insufficient-scope';
      return [endpoint.id, !isRefused && told.status !== 401];
    });
    expect(await Promise.all(called)).toEqual(guarded.map((endpoint) => [endpoint.id, lets(endpoint, scope)]));
  });

  it.each(consoleScopes)('a session of staff for %s opens the pages that ask for it, and no other', async (scope) => {
    const headers = await atTheConsole(service, 'staff-1', [scope]);
    const pages = endpoints.filter(({ who }) => staffScopesOf(who) !== undefined);
    const called = pages.map(async (endpoint) => {
      const told = await ask(endpoint.method.toUpperCase(), pathTo(endpoint), {
        headers,
        ...(endpoint.body === undefined ? {} : { form: { csrf: 'none' } }),
      });
      return [endpoint.id, told.status !== 401 && told.body.code !== 'insufficient-scope'];
    });
    expect(await Promise.all(called)).toEqual(
      pages.map(({ id, who }) => [id, staffScopesOf(who)?.includes(scope) === true]),
    );
    expect(pages.length).toBeGreaterThan(20);
  });

  it('a session is of a customer or of staff, and opens nothing of the other kind', async () => {
    const [ada, staff] = [await signedIn(service, ADA), await atTheConsole(service, 'staff-1')];
    for (const { id, who, method, path } of endpoints.filter(
      (endpoint) => endpoint.page === true && endpoint.who !== 'public',
    )) {
      const headers = staffScopesOf(who) === undefined ? staff : ada;
      const told = await ask(method.toUpperCase(), pathTo({ path } as Endpoint), {
        headers,
        ...(method === 'get' ? {} : { form: { csrf: 'none' } }),
      });
      expect([id, told.body.code]).toEqual([id, 'sign-in-needed']);
    }
  });

  it('every reason for not knowing who calls looks the same', async () => {
    const token = await service.token({ sub: 'shop', scope: 'use' });
    const [head = '', payload = '', signature = ''] = token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const wrong = [
      '',
      'Bearer',
      'Basic YTpi',
      'Bearer x.y.z',
      `Bearer ${none}.${payload}.`,
      `Bearer ${head}.${payload}.${signature.slice(1)}A`,
      `${token}`,
    ];
    const answers = await Promise.all(
      wrong.map((authorization) =>
        ask('GET', '/v1/purposes', { headers: authorization === '' ? {} : { authorization } }),
      ),
    );
    expect(new Set(answers.map((told) => JSON.stringify(refusal(told)))).size).toBe(1);
    for (const { status, headers } of answers)
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="candor"']);
    const old = await service.token({ sub: 'shop', scope: 'use', ttl: 1 });
    service.clock.wind(7000);
    expect((await ask('GET', '/v1/purposes', { headers: { authorization: `Bearer ${old}` } })).status).toBe(401);
  });

  it('a session opens no call, and a token opens no page', async () => {
    const session = await signedIn(service, ADA);
    expect((await ask('GET', '/v1/me/consents', { headers: session })).body.code).toBe('unauthenticated');
    expect((await ask('GET', '/me', { self: ADA })).body.code).toBe('sign-in-needed');
  });

  it.each(ownLists)('a cursor of somebody else is none for %s', async (path) => {
    const { next } = sure(await ask('GET', '/v1/me/ledger?limit=1', { self: ADA })).body;
    const stranger = await ask('GET', `${path}?cursor=${next}`, { self: BEN });
    expect([stranger.status, stranger.body.code]).toEqual([400, 'invalid-cursor']);
    const own = await ask('GET', `${path}?cursor=${next}`, { self: ADA });
    expect(own.status).toBe(path === '/v1/me/ledger' ? 200 : 400);
  });

  it('a cursor is for one caller, one list and one choice of filters', async () => {
    const list = '/v1/ledger/entries?limit=1';
    const { next } = sure(await ask('GET', list, { scope: 'audit', sub: 'anna' })).body;
    const codeOf = async (path: string, sub: string): Promise<unknown> =>
      (await ask('GET', `${path}&cursor=${next}`, { scope: 'audit', sub })).body.code;
    expect(await codeOf(list, 'anna')).toBeUndefined();
    expect(await codeOf(list, 'bert')).toBe('invalid-cursor');
    expect(await codeOf(`${list}&kind=use.allowed`, 'anna')).toBe('invalid-cursor');
    expect((await ask('GET', `/v1/changes?after=${next}`, { scope: 'use', sub: 'anna' })).body.code).toBe(
      'invalid-cursor',
    );
  });

  it('nobody acts for another person by naming them', async () => {
    const before = await service.house.ledger.size(0);
    for (const [path, json] of [
      ['/v1/me/consents', { purpose: 'support-drafts', state: 'withdrawn' }],
      ['/v1/me/limits', { kind: 'objection', state: 'set' }],
      ['/v1/me/requests', { kind: 'erasure' }],
    ] as const)
      expect((await ask('POST', path, { json: { ...json, subject: ADA }, self: BEN })).body.errors).toMatchObject([
        { pointer: '/subject', code: 'unknown-member' },
      ]);
    expect(await service.house.ledger.size(0)).toBe(before);
  });

  it('the key of one customer is not the key of another', async () => {
    const send = (self: string): Promise<Told> =>
      ask('POST', '/v1/me/requests', {
        json: { kind: 'access' },
        self,
        headers: { 'idempotency-key': 'a-key-that-both-chose' },
      });
    const [ada, ben] = [sure(await send(ADA)).body, sure(await send(BEN)).body];
    expect(ben.id).not.toBe(ada.id);
    expect(sure(await send(ADA)).body).toEqual(ada);
  });

  it("an erasure under somebody else's request erases nobody, and answers as for a request that is none", async () => {
    const { id } = sure(await ask('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: BEN })).body;
    const erase = (request: string): Promise<Told> =>
      ask('POST', `/v1/subjects/${ADA}/erasure`, { json: { request }, scope: 'admin' });
    const [theirs, missing] = [await erase(id), await erase('req_00000000000000000000000000')];
    expect(theirs.status).toBe(404);
    expect(refusal(theirs)).toEqual(refusal(missing));
    expect((await ask('POST', '/v1/checks', { json: question(), scope: 'use' })).body.allowed).toBe(true);
    const reason = 'Ben stays.';
    sure(await ask('POST', `/v1/requests/${id}/cancel`, { json: { reason }, scope: 'requests' }));
  });

  it('a permission in a batch that has ended is not given again, and its neighbours are', async () => {
    const batch = (): Promise<Told> =>
      ask('POST', '/v1/uses/batch', {
        json: { items: [question(ADA), question(BEN)] },
        scope: 'use',
        headers: { 'idempotency-key': 'a-batch-of-two' },
      });
    const first = sure(await batch()).body.results;
    service.clock.wind(1000);
    sure(await says(service, 'withdrawn', BEN));
    const again = sure(await batch()).body.results;
    expect(again[0]).toEqual(first[0]);
    expect(again[1]).toMatchObject({ status: 409, code: 'replay-superseded' });
  });
});
