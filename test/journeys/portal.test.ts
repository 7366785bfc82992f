import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, aShop, BEN, check, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const csrfOf = ({ text }: Told): string =>
  /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? `none in ${text.slice(0, 500)}`;

describe.each(engines)('the pages of a customer over %s', (engine) => {
  let service: RunningService;
  let ada: { readonly cookie: string };
  let csrf = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    // A yes is only offered beside its text, so the purpose names the notice that belongs to it.
    const json = {
      ...(examples.find(({ endpoint }) => endpoint === 'putPurpose')?.body as object),
      defaultNotice: 'support-notice',
    };
    sure(await service.call('PUT', '/v1/purposes/support-drafts', { json, scope: 'registry', sub: 'officer' }));
  });
  afterAll(() => service.stop());

  it('a link opens as often as a scanner likes and lets in once', async () => {
    const { body } = sure(await service.call('POST', '/v1/links', { json: { subject: ADA }, scope: 'admin' }));
    const path = new URL(body.url).pathname;
    const code = path.slice(path.lastIndexOf('/') + 1);
    for (let opened = 0; opened < 3; opened += 1) expect((await service.call('GET', path)).status).toBe(200);
    const entered = await service.call('POST', '/me/enter', { form: { code } });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/me']);
    expect(entered.headers.get('set-cookie')).toMatch(
      /^__Host-candor=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Lax$/,
    );
    ada = { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' };
    expect((await service.call('POST', '/me/enter', { form: { code } })).status).toBe(410);
    expect((await service.call('GET', path)).status).toBe(410);
  });

  it('the first page answers how AI uses their data, with nothing that a script could run in', async () => {
    const page = await service.call('GET', '/me', { headers: ada });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Support assistant');
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toContain('no-store');
  });

  it('a yes and a no on the page of choices work at once', async () => {
    csrf = csrfOf(await service.call('GET', '/me/choices', { headers: ada }));
    const choose = (action: string): Promise<Told> =>
      service.call('POST', '/me/choices', { headers: ada, form: { csrf, purpose: 'support-drafts', action } });
    const yes = await choose('agree');
    expect(yes.status, yes.text).toBe(303);
    expect((await check(service)).body).toMatchObject({ allowed: true, reason: 'consent-given' });
    service.clock.wind(1000);
    expect((await choose('withdraw')).status).toBe(303);
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'withdrawn' });
  });

  it('a form from elsewhere, without its word, or for somebody else does nothing', async () => {
    const before = await service.house.ledger.size(0);
    const form = { purpose: 'support-drafts', action: 'agree' };
    expect(
      (await service.call('POST', '/me/choices', { headers: ada, form: { ...form, csrf: 'x'.repeat(43) } })).body.code,
    ).toBe('csrf');
    const foreign = await service.call('POST', '/me/choices', {
      headers: { ...ada, origin: 'https://evil.example' },
      form: { ...form, csrf },
    });
    expect(foreign.body.code).toBe('csrf');
    const ben = await signedIn(service, BEN);
    expect((await service.call('POST', '/me/choices', { headers: ben, form: { ...form, csrf } })).body.code).toBe(
      'csrf',
    );
    expect(await service.house.ledger.size(0)).toBe(before);
  });

  it('a request is sent, seen, and taken back by whoever sent it only', async () => {
    const sent = await service.call('POST', '/me/requests', {
      headers: ada,
      form: { csrf, kind: 'complaint', message: 'Something is not right.' },
    });
    expect([200, 303], sent.text).toContain(sent.status);
    const { items } = (await service.call('GET', '/v1/me/requests', { self: ADA })).body;
    const path = `/me/requests/${items[0].id}`;
    expect((await service.call('GET', path, { headers: ada })).status).toBe(200);
    const ben = await signedIn(service, BEN);
    const theirs = csrfOf(await service.call('GET', '/me/choices', { headers: ben }));
    expect((await service.call('POST', `${path}/cancel`, { headers: ben, form: { csrf: theirs } })).status).toBe(404);
    expect((await service.call('POST', `${path}/cancel`, { headers: ada, form: { csrf } })).status).toBe(303);
    expect((await service.call('GET', `/v1/requests/${items[0].id}`, { scope: 'requests' })).body.state).toBe(
      'cancelled',
    );
    expect((await service.call('POST', `${path}/cancel`, { headers: ada, form: { csrf } })).status).toBe(409);
  });

  it('leaving ends the session for good', async () => {
    const left = await service.call('POST', '/me/leave', { headers: ada, form: { csrf } });
    expect([left.status, left.headers.get('clear-site-data')]).toEqual([200, '"cache", "storage"']);
    expect((await service.call('GET', '/me', { headers: ada })).status).toBe(401);
  });
});
