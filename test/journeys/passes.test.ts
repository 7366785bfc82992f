/**
 * A page of the company shows where AI is at work, and takes the choice there: what its pass opens, and what it never
 * opens.
 * Source:  AI Act 50; decision 0128.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../openapi/endpoints.ts';
import { ADA, aShop, BEN, check, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const SHOP = 'https://shop.example.com';
const OTHER = 'https://other.example.com';
const PURPOSE = 'support-drafts';

describe.each(engines)('a pass for a page over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine, variables: { CANDOR_PAGE_ORIGINS: `${SHOP}, ${OTHER}` } });
    await aShop(service);
    const purpose = sure(await service.call('GET', `/v1/purposes/${PURPOSE}`, { scope: 'registry' })).body;
    const { name, description, kind, legalBasis, dataCategories } = purpose;
    const json = { name, description, kind, legalBasis, dataCategories, defaultNotice: 'support-notice' };
    sure(await service.call('PUT', `/v1/purposes/${PURPOSE}`, { json, scope: 'registry', sub: 'officer' }));
  });
  afterAll(() => service.stop());

  const made = (more: object = {}, sub = 'shop-front'): Promise<Told> => {
    const json = { subject: ADA, aiSystem: 'support-assistant', origin: SHOP, ...more };
    return service.call('POST', '/v1/passes', { json, scope: 'passes', sub });
  };
  const aPass = async (more: object = {}): Promise<string> => sure(await made(more)).body.pass;
  const on = (pass: string, origin: string | undefined = SHOP) => ({
    authorization: `Bearer ${pass}`,
    ...(origin === undefined ? {} : { origin }),
  });
  const shown = (pass: string, origin?: string): Promise<Told> =>
    service.call('GET', '/v1/page/notice', { headers: on(pass, origin) });
  const pressed = (pass: string, json: object, headers: object = {}): Promise<Told> =>
    service.call('POST', '/v1/page/choices', { json, headers: { ...on(pass), ...headers } });
  const newest = async (subject = ADA) =>
    sure(await service.call('GET', `/v1/subjects/${subject}/ledger?limit=3`, { scope: 'audit', sub: 'auditor' })).body
      .items as readonly {
      readonly kind: string;
      readonly words: string;
      readonly actor: { readonly role: string; readonly through?: object };
      readonly payload: { readonly evidence?: string; readonly notice?: object; readonly channel?: string };
    }[];
  const entry = async (kind: string, subject = ADA) => (await newest(subject)).find((each) => each.kind === kind);

  it('shows what the person’s own pages show, in their language, and the standing of a check', async () => {
    const { body } = sure(await shown(await aPass()));
    expect(body).toMatchObject({
      title: 'AI is at work here: Support assistant',
      disclosure: 'This is an AI system: a computer program, not a person.',
      language: 'en',
    });
    expect(body.choices).toMatchObject([{ purpose: PURPOSE, allowed: false, notice: { key: 'support-notice' } }]);
    const german = sure(await service.call('GET', '/v1/page/notice?language=de', { headers: on(await aPass()) })).body;
    expect(german).toMatchObject({ title: 'Hier arbeitet KI: Support assistant', language: 'de' });
  });

  it('a yes and a no are acts of the person, with where they were made and who vouched for them', async () => {
    const pass = await aPass();
    service.clock.wind(1000);
    const yes = sure(
      await pressed(pass, { action: 'agree', purpose: PURPOSE, notice: { key: 'support-notice', version: 1 } }),
    );
    expect(yes.body.said).toMatch(/^Saved\. You agreed on 2 November 2026$/);
    expect([yes.body.notice.choices[0].allowed, (await check(service)).body.allowed]).toEqual([true, true]);
    const given = await entry('consent.given');
    expect(given).toMatchObject({
      actor: { id: 'self', role: 'self', through: { id: service.house.actorOf('shop-front'), role: 'service' } },
      payload: {
        channel: 'self',
        evidence: `On a page of ${SHOP}, where the AI system support-assistant is at work.`,
        notice: { key: 'support-notice', version: 1 },
      },
    });
    expect(given?.words).toContain(
      'This was done on a page of ours. Who you are was said by: another service of ours.',
    );
    service.clock.wind(1000);
    sure(await pressed(pass, { action: 'withdraw', purpose: PURPOSE }));
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'withdrawn' });
    const own = sure(await service.call('GET', '/v1/me/ai-use', { self: ADA })).body;
    expect([own.signIns, own.systems[0].choice.purposes[0].reason]).toEqual([[], 'withdrawn']);
  });

  it('a browser that says no by its privacy signal is heard on that page, too, once and with where it was', async () => {
    const CARA = 'customer:7';
    sure(await service.call('PUT', `/v1/subjects/${CARA}`, { json: { regimes: ['US-CA'] }, scope: 'consent' }));
    const pass = await aPass({ subject: CARA });
    const signal = { 'sec-gpc': '1', ...on(pass) };
    const before = await newest(CARA);
    expect(before.some(({ kind }) => kind === 'limit.set')).toBe(false);
    service.clock.wind(1000);
    const told = sure(await service.call('GET', '/v1/page/notice', { headers: signal }));
    sure(await service.call('GET', '/v1/page/notice', { headers: signal }));
    expect(told.headers.get('vary')).toMatch(/Sec-GPC/);
    expect(told.headers.get('vary')).toMatch(/Origin/);
    const set = (await newest(CARA)).filter(({ kind }) => kind === 'limit.set');
    expect(set).toMatchObject([
      {
        payload: { kind: 'opt-out-sale-share', source: 'gpc', channel: 'self' },
        actor: { through: { role: 'service' } },
      },
    ]);
    expect(set[0]?.payload.evidence).toContain(`GET /v1/page/notice, on a page of ${SHOP}`);
  });

  it('the same press sent twice counts once', async () => {
    const pass = await aPass();
    const headers = { 'idempotency-key': 'a-press' };
    service.clock.wind(1000);
    const press = () => pressed(pass, { action: 'refuse', purpose: PURPOSE }, headers);
    const [first, second] = [sure(await press()), sure(await press())];
    expect(second.body.recorded).toEqual(first.body.recorded);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('opens nothing from another origin, from none, changed, or run out', async () => {
    const pass = await aPass();
    const last = pass.endsWith('A') ? 'B' : 'A';
    for (const [with_, from] of [
      [pass, OTHER],
      [pass, undefined],
      [pass, 'null'],
      [`${pass.slice(0, -3)}${last}${pass.slice(-2)}`, SHOP],
      ['cdp_AAAA', SHOP],
      [await service.token({ sub: '42', scope: 'self' }), SHOP],
    ] as const) {
      const headers = on(with_, from);
      if (from === undefined) delete (headers as { origin?: string }).origin;
      const told = await service.call('GET', '/v1/page/notice', { headers });
      expect([told.status, told.body.code]).toEqual([401, 'unauthenticated']);
    }
    service.clock.wind(15 * 60_000 - 1);
    sure(await shown(pass));
    service.clock.wind(1);
    expect((await shown(pass)).status).toBe(401);
    expect((await pressed(pass, { action: 'agree', purpose: PURPOSE })).status).toBe(401);
  });

  it('opens no other route', async () => {
    const headers = on(await aPass());
    for (const { method, path, who, page } of endpoints) {
      if (who === 'pass' || who === 'public' || page === true) continue;
      const address = path.replaceAll(/\{\w+\}/g, 'nowhere');
      expect((await service.call(method.toUpperCase(), address, { headers })).status, address).toBe(401);
    }
  });

  it('lets nobody choose about what the AI system of the page does not do', async () => {
    const told = await pressed(await aPass(), { action: 'refuse', purpose: 'something-else' });
    expect([told.status, told.body.code]).toEqual([404, 'not-found']);
  });

  it('is made for a customer, a published AI system and a configured origin only, by who may', async () => {
    const refusals = [
      [{ subject: 'sub_00000000000000000000000000' }, 422, 'not-a-customer'],
      [{ origin: 'https://elsewhere.example' }, 422, 'unknown-origin'],
      [{ aiSystem: 'nowhere' }, 404, undefined],
    ] as const;
    for (const [more, status, code] of refusals) {
      const told = await made(more);
      expect([told.status, told.body.errors?.[0]?.code]).toEqual([status, code]);
    }
    const json = { subject: ADA, aiSystem: 'support-assistant', origin: SHOP };
    expect((await service.call('POST', '/v1/passes', { json, scope: 'consent use' })).status).toBe(403);
  });

  it('works for nobody about themself at work', async () => {
    const own = sure(await made({ subject: 'customer:clerk' }, 'clerk')).body.pass;
    const told = await pressed(own, { action: 'refuse', purpose: PURPOSE });
    expect([told.status, told.body.code]).toEqual([403, 'separation-of-duty']);
  });

  it('ends with the access of whoever made it, and with that of the person', async () => {
    const pass = await aPass({ subject: BEN });
    sure(await shown(pass));
    const json = { principal: 'shop-front' };
    sure(await service.call('POST', '/v1/revocations', { json, scope: 'access', sub: 'boss' }));
    expect((await shown(pass)).status).toBe(401);
  });

  it('from before an erasure brings nobody back', async () => {
    const pass = sure(await made({ subject: BEN }, 'another-front')).body.pass;
    service.clock.wind(1000);
    sure(await service.call('POST', `/v1/subjects/${BEN}/erasure`, { json: {}, scope: 'admin', sub: 'boss' }));
    const told = await pressed(pass, { action: 'agree', purpose: PURPOSE });
    expect([told.status, told.body.code]).toEqual([410, 'subject-erased']);
  });

  it('a browser hears beforehand what it may send, of configured origins and these two routes alone', async () => {
    const asks = (path: string, origin: string) =>
      fetch(`${service.url}${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
      });
    const allowed = await asks('/v1/page/notice', SHOP);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, SHOP]);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    for (const [path, origin] of [
      ['/v1/page/notice', 'https://elsewhere.example'],
      ['/v1/page/notice', 'null'],
      ['/v1/me/consents', SHOP],
      ['/v1/checks', SHOP],
    ] as const) {
      const told = await asks(path, origin);
      expect([told.status, told.headers.get('access-control-allow-origin')], `${path} ${origin}`).toEqual([405, null]);
    }
    const read = await service.call('GET', '/v1/register', { headers: { origin: SHOP } });
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
    const refused = await service.call('GET', '/v1/page/notice', { headers: { origin: SHOP } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, SHOP]);
  });
});
