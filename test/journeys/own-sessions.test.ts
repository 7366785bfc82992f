import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, atTheConsole, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { aColleague, cookieOf, csrfIn, linkBy, mailTo, press, throughLinkOf } from '../given/signing-in.ts';

const MINUTE = 60_000;

describe.each(engines)('sessions of a person over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine, variables: { CANDOR_SESSION_IDLE: 'PT20M' } });
    await aShop(service);
    await aColleague(service, 'nina');
  });
  afterAll(() => service.stop());

  type Cookie = { readonly cookie: string };
  const opens = async (headers: Cookie, path = '/me'): Promise<boolean> =>
    (await service.call('GET', path, { headers: { ...headers } })).status === 200;
  const mine = async (self = ADA) => sure(await service.call('GET', '/v1/me/sessions', { self })).body.items;

  it('end when they are left alone, and go on while they are used, for an hour at most', async () => {
    const [left, used] = [await signedIn(service, ADA), await signedIn(service, ADA)];
    for (let passed = 0; passed < 45; passed += 15) {
      service.clock.wind(15 * MINUTE);
      expect(await opens(used), `after ${passed} minutes`).toBe(true);
    }
    expect(await opens(left)).toBe(false);
    service.clock.wind(15 * MINUTE);
    expect(await opens(used)).toBe(false);
    const idle = await signedIn(service, ADA);
    service.clock.wind(20 * MINUTE);
    expect(await opens(idle)).toBe(false);
  });

  it('are listed for their person only, each with its browser and how it began', async () => {
    const url = await linkBy(service, 'nina', { subject: ADA });
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    await press(service, url, { 'user-agent': agent });
    await signedIn(service, ADA);
    await signedIn(service, BEN);
    const items = await mine();
    expect(items).toHaveLength(2);
    expect(items.find((each: { ownLink: boolean }) => !each.ownLink)).toMatchObject({
      device: 'Firefox, Linux',
      linkBy: 'staff',
    });
    expect(await mine(BEN)).toHaveLength(1);
  });

  it('end one by one, and never for somebody else', async () => {
    service.clock.wind(1000);
    const [ada, ben] = [await signedIn(service, ADA), await signedIn(service, BEN)];
    const [newest] = await mine();
    expect((await service.call('DELETE', `/v1/me/sessions/${newest.id}`, { self: BEN })).status).toBe(404);
    expect(await opens(ada)).toBe(true);
    expect(sure(await service.call('DELETE', `/v1/me/sessions/${newest.id}`, { self: ADA })).body).toEqual({
      ended: 1,
    });
    expect([await opens(ada), await opens(ben)]).toEqual([false, true]);
    expect((await service.call('DELETE', `/v1/me/sessions/${newest.id}`, { self: ADA })).status).toBe(404);
  });

  it('all end at once, with the links that nobody has opened', async () => {
    const [one, two, ben] = [await signedIn(service, ADA), await signedIn(service, ADA), await signedIn(service, BEN)];
    const waiting = await linkBy(service, 'nina', { subject: ADA });
    expect(sure(await service.call('DELETE', '/v1/me/sessions', { self: ADA })).body.ended).toBeGreaterThanOrEqual(2);
    expect([await opens(one), await opens(two), await opens(ben)]).toEqual([false, false, true]);
    expect((await press(service, waiting)).status).toBe(410);
    expect(await mine()).toEqual([]);
  });

  it('can be ended on a page, by a customer and by staff', async () => {
    for (const [place, home, comes] of [
      ['/me/sessions', '/me', () => signedIn(service, ADA)],
      ['/console/sessions', '/console', () => atTheConsole(service, 'nina')],
    ] as const) {
      const [here, other] = [await comes(), await comes()];
      const page = await service.call('GET', place, { headers: { ...here } });
      expect(page.text).toContain('This browser');
      const csrf = csrfIn(page);
      const ids = [...page.text.matchAll(/name="id" value="([^"]+)"/g)].map(([, id]) => id ?? '');
      expect(new Set(ids).size).toBe(2);
      const foreign = await signedIn(service, BEN);
      expect(
        (await service.call('POST', `${place}/end-all`, { headers: { ...foreign }, form: { csrf } })).status,
      ).not.toBe(303);
      const ended = await service.call('POST', `${place}/end-all`, { headers: { ...here }, form: { csrf } });
      expect(ended.status).toBe(303);
      expect([await opens(here, home), await opens(other, home)]).toEqual([false, false]);
    }
  });
});

describe.each(engines)('coming in to a browser over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    await aColleague(service, 'nina');
  });
  afterAll(() => service.stop());

  const opens = async (headers: { readonly cookie: string }, path = '/me'): Promise<boolean> =>
    (await service.call('GET', path, { headers: { ...headers } })).status === 200;

  it('a new sign-in ends the one that this browser had', async () => {
    const old = await signedIn(service, ADA);
    const entered = await press(service, await service.link(BEN), { ...old });
    expect(entered.status).toBe(303);
    expect([await opens(old), await opens({ cookie: cookieOf(entered) })]).toEqual([false, true]);
    const console = await press(service, await service.consoleLink('nina', ['audit']), { cookie: cookieOf(entered) });
    expect(console.status).toBe(303);
    expect(await opens({ cookie: cookieOf(entered) })).toBe(false);
  });

  it('that was opened by a link of the house alone is the person’s own, and may take a copy', async () => {
    const json = { identifiers: ['email:ada@example.org'], regimes: ['EU'] };
    const scope = 'audit requests reviews registry reports consent';
    sure(await service.call('PUT', `/v1/subjects/${ADA}`, { json, scope, sub: 'officer' }));
    const sent = await service.call('POST', '/v1/links', {
      json: { subject: ADA, send: 'email' },
      scope: 'admin',
      sub: 'nina',
    });
    expect(sure(sent).body).toMatchObject({ sent: true });
    expect(sent.text).not.toContain('/me/enter/');
    const url = /https?:\/\/\S+\/me\/enter\/[\w-]+/.exec(mailTo(service, 'sign-in'))?.[0] ?? 'none';
    const own = { cookie: cookieOf(await press(service, url)) };
    expect((await service.call('GET', '/me/data', { headers: { ...own } })).status).toBe(200);
    const { items } = sure(await service.call('GET', '/v1/me/ledger', { self: ADA })).body;
    expect(items[0]).toMatchObject({ kind: 'link.opened', actor: { id: 'self', role: 'self' } });
    expect(JSON.stringify(items)).not.toContain(url.slice(url.lastIndexOf('/') + 1));
    const nobody = { subject: BEN, send: 'email' };
    expect((await service.call('POST', '/v1/links', { json: nobody, scope: 'admin' })).status).toBe(422);
    const through = await throughLinkOf(service, 'nina', { subject: ADA });
    expect((await service.call('GET', '/me/data', { headers: { ...through } })).status).toBe(403);
  });
});
