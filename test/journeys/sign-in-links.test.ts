import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { ADA, aShop, check, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';
import { aColleague, type Browser, csrfIn, linkBy, press, throughLinkOf } from '../given/signing-in.ts';

describe.each(engines)('a sign-in link that somebody else made, over %s', (engine) => {
  let service: RunningService;
  let ada: Browser;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    await aColleague(service, 'nina');
    ada = await throughLinkOf(service, 'nina', { subject: ADA });
  });
  afterAll(() => service.stop());

  const entries = async (): Promise<
    readonly { kind: string; actor: { id: string; through?: { id: string } }; words: string }[]
  > => sure(await service.call('GET', '/v1/me/ledger', { self: ADA })).body.items;
  const actorOf = (staff: string): string => service.house.actorOf(staff);
  const sends = async (path: string, form: Readonly<Record<string, string>>, as = ada): Promise<Told> => {
    const csrf = csrfIn(await service.call('GET', '/me/choices', { headers: { ...as } }));
    return service.call('POST', path, { headers: { ...as }, form: { csrf, ...form } });
  };

  it('is on record with who made it and for whom, and so is its opening', async () => {
    const found = await entries();
    expect(found.find(({ kind }) => kind === 'link.made')).toMatchObject({ actor: { id: actorOf('nina') } });
    expect(found.find(({ kind }) => kind === 'link.opened')).toMatchObject({
      actor: { id: 'self', role: 'self', through: { id: actorOf('nina'), role: 'admin' } },
    });
  });

  it('marks every act that is done through it, in the ledger, in the answer about AI and on the page', async () => {
    sure(await service.call('POST', '/v1/me/consents', { json: consent('given'), self: ADA }));
    service.clock.wind(1000);
    expect((await sends('/me/choices', { purpose: 'support-drafts', action: 'withdraw' })).status).toBe(303);
    expect((await check(service)).body.reason).toBe('withdrawn');
    const found = await entries();
    const withdrawn = found.find(({ kind }) => kind === 'consent.withdrawn');
    expect(withdrawn?.actor).toMatchObject({ id: 'self', through: { id: actorOf('nina') } });
    expect(withdrawn?.words).toContain('sign-in link that an administrator made');
    expect(found.find(({ kind }) => kind === 'consent.given')?.actor).toEqual({ id: 'self', role: 'self' });
    const { signIns } = sure(await service.call('GET', '/v1/me/ai-use', { self: ADA })).body;
    expect(signIns[0]).toMatchObject({ role: 'admin', own: false, acts: 1, openedAt: expect.any(String) });
    const officer = sure(await service.call('GET', `/v1/subjects/${ADA}/ledger`, { scope: 'audit' })).body.items;
    expect(officer.find((each: { kind: string }) => each.kind === 'consent.withdrawn').actor.through.id).toBe(
      actorOf('nina'),
    );
    const page = await service.call('GET', '/me', { headers: { ...ada } });
    expect(page.text).toContain('One entry of your record was made through it.');
    expect(page.text).toContain('You came in by a link that an administrator made.');
    const own = await service.call('GET', '/me', { headers: { ...(await signedIn(service, ADA)) } });
    expect(own.text).not.toContain('You came in by a link');
  });

  it('is proved by the evidence that anybody can check offline', async () => {
    const { body, text } = await service.call('GET', '/v1/me/evidence', { self: ADA });
    const checked = verifyBundle(Buffer.from(text), { keys: [parseVkey(body.vkey) as Vkey], source: 'the test' });
    expect(checked.findings).toEqual([]);
    expect(checked.entries).toBeGreaterThan(3);
  });

  it('lets nobody ask for a deletion or a copy, or take one', async () => {
    for (const path of ['/me/data', '/me/evidence'])
      expect((await service.call('GET', path, { headers: { ...ada } })).status, path).toBe(403);
    for (const kind of ['erasure', 'access', 'portability'])
      expect((await sends('/me/requests', { kind })).status, kind).toBe(403);
    expect((await service.call('GET', '/v1/me/requests', { self: ADA })).body.items).toEqual([]);
    const own = await signedIn(service, ADA);
    expect((await service.call('GET', '/me/data', { headers: { ...own } })).status).toBe(200);
  });

  it('made at the machine names the operator', async () => {
    await throughLinkOf(service, 'operator', { subject: ADA });
    const made = (await entries()).find(({ kind }) => kind === 'link.made');
    expect(made).toMatchObject({ actor: { id: actorOf('operator') }, payload: { by: 'operator' } });
  });

  it('for somebody of whom nothing is known marks their first act, and makes nobody known by itself', async () => {
    const eve = 'customer:never-seen';
    const browser = await throughLinkOf(service, 'nina', { subject: eve });
    expect((await service.call('GET', `/v1/subjects/${eve}`, { scope: 'consent' })).status).toBe(404);
    expect((await sends('/me/requests', { kind: 'complaint', message: 'Hello.' }, browser)).status).toBeLessThan(400);
    const { signIns } = sure(await service.call('GET', '/v1/me/ai-use', { self: eve })).body;
    expect(signIns).toMatchObject([{ role: 'admin', own: false, acts: expect.any(Number) }]);
  });

  it('to the console marks what a colleague does through it, but not what somebody does by their own', async () => {
    const json = { staff: { id: 'nina', scopes: ['audit', 'requests', 'reviews', 'reports', 'registry'] } };
    const looks = async (maker: string) => {
      const cookie = await throughLinkOf(service, maker, json);
      const csrf = csrfIn(await service.call('GET', '/console/desk', { headers: { ...cookie } }));
      const form = { csrf, whom: ADA };
      sure(await service.call('POST', '/console/desk', { headers: { ...cookie }, form }));
      return (await entries()).find(({ kind }) => kind === 'look.recorded')?.actor;
    };
    expect(await looks('zoe')).toMatchObject({ id: actorOf('nina'), through: { id: actorOf('zoe') } });
    expect(await looks('nina')).not.toHaveProperty('through');
  });

  it('is used up by the first who presses the button, however it was made', async () => {
    const url = await linkBy(service, 'nina', { subject: ADA });
    expect((await press(service, url)).status).toBe(303);
    expect((await press(service, url)).status).toBe(410);
  });
});

const consent = (state: string) => ({ purpose: 'support-drafts', state, notice: { key: 'support-notice' } });
