import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aCustomer, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, declined, NINA, OMAR, own, staff, step, TARA } from '../given/review/a-review.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';
import { aColleague, type Browser, csrfIn, linkBy, press, throughLinkOf } from '../given/signing-in.ts';

const all = ['audit', 'requests', 'reviews', 'reports', 'registry', 'confirm'];
const refusedAs = (told: Told): unknown => [told.status, told.body.code ?? /failure|"code"/.test(told.text)];

describe.each(engines)('whoever made the link of a session, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    for (const id of ['zoe', 'yan', 'max']) await aColleague(service, id);
  });
  afterAll(() => service.stop());

  const consoleOf = (who: string, maker: string): Promise<Browser> =>
    throughLinkOf(service, maker, { staff: { id: who, scopes: all } });
  const sends = async (as: Browser, path: string, form: Readonly<Record<string, string>> = {}): Promise<Told> => {
    const csrf = csrfIn(await service.call('GET', '/console', { headers: { ...as } }));
    return service.call('POST', path, { headers: { ...as }, form: { csrf, ...form } });
  };
  const opens = (as: Browser, path: string): Promise<Told> => service.call('GET', path, { headers: { ...as } });
  const by = (sub: string, scope = 'admin') => ({ scope, sub });
  const aRequest = async (kind: string, subject: string, sub: string): Promise<string> =>
    sure(await service.call('POST', '/v1/requests', { json: { kind, subject }, ...by(sub) })).body.id;
  const verifies = (id: string, sub: string) =>
    service.call('POST', `/v1/requests/${id}/verify`, {
      json: { level: 'reasonably-high', reason: 'She answered two questions.' },
      ...by(sub),
    });

  it('is the one whom nothing in it may be about, also under a second record of theirs', async () => {
    for (const each of ['customer:max', 'customer:max-at-home']) await aCustomer(service, each);
    sure(
      await service.call('PUT', '/v1/staff/max', {
        json: { name: 'max', roles: ['officer'], own: ['customer:max-at-home'] },
        ...by('founder'),
      }),
    );
    const entriesOf = async (whom: string) =>
      sure(await service.call('GET', `/v1/subjects/${whom}/ledger`, by('auditor', 'audit'))).body.items.length;
    const session = await consoleOf('zoe', 'max');
    for (const whom of ['customer:max', 'customer:max-at-home']) {
      const request = await aRequest('complaint', whom, 'shop');
      const before = await entriesOf(whom);
      const pages = [
        await sends(session, '/console/desk', { whom }),
        await sends(session, '/console/desk/notes', { whom, text: 'A good customer.' }),
        await opens(session, `/console/requests/${request}`),
        await sends(session, `/console/requests/${request}/fulfil`, { reason: 'It is as they say.' }),
      ];
      for (const told of pages) expect([403, 422], told.text.slice(0, 300)).toContain(told.status);
      expect(await entriesOf(whom)).toBe(before + 1);
      expect((await opens(await consoleOf('zoe', 'zoe'), `/console/requests/${request}`)).status).toBe(200);
    }
  });

  it('reads no verdict that they have to judge, at work or on the pages of the customer', async () => {
    const decision = await decline(service, { outcome: 'canary-verdict' });
    const review = sure(await contest(service, decision)).body.id;
    sure(await step(service, review, { step: 'assign', by: 'officer', body: { reviewer: NINA } }));
    const asAda = await throughLinkOf(service, NINA, { subject: ADA });
    const desk = await consoleOf('zoe', NINA);
    for (const path of [`/me/decisions/${decision}`, '/me', '/me/ledger'])
      expect((await opens(asAda, path)).text, path).not.toContain('canary-verdict');
    const atDesk = await sends(desk, '/console/desk', { whom: ADA });
    for (const told of [atDesk, await opens(desk, `/console/decisions/${decision}`)])
      expect(told.text).not.toContain('canary-verdict');
    const open = await consoleOf('zoe', 'zoe');
    expect((await opens(open, `/console/decisions/${decision}`)).text).toContain('canary-verdict');
    expect((await service.call('GET', '/v1/me/ai-use', { self: ADA })).text).toContain('canary-verdict');
  });

  it('who had seen the result by a link of theirs is no reviewer of it', async () => {
    const decision = await decline(service);
    const review = sure(await contest(service, decision)).body.id;
    sure(await opens(await consoleOf('zoe', OMAR), `/console/decisions/${decision}`));
    const assigned = await step(service, review, { step: 'assign', by: 'officer', body: { reviewer: OMAR } });
    expect(refusedAs(assigned)).toEqual([403, 'separation-of-duty']);
    await throughLinkOf(service, TARA, { subject: ADA });
    const other = await step(service, review, { step: 'assign', by: 'officer', body: { reviewer: TARA } });
    expect(refusedAs(other)).toEqual([403, 'separation-of-duty']);
  });

  it('cannot sit on both seats of a review, nor judge what they decided', async () => {
    const two = await aService({ engine });
    try {
      await aBank(two, { mode: 'after-the-fact', reviewers: 2 });
      await staff(two, 'ute');
      const review = sure(await contest(two, await decline(two))).body.id;
      const seats = [
        ['tara', 'first'],
        ['ute', 'second'],
      ] as const;
      for (const [reviewer, seat] of seats)
        sure(await step(two, review, { step: 'assign', by: 'officer', body: { reviewer, seat } }));
      const works = async (who: string) => {
        const session = await throughLinkOf(two, OMAR, { staff: { id: who, scopes: all } });
        const sent = async (name: string, form: Readonly<Record<string, string>> = {}) => {
          const csrf = csrfIn(await two.call('GET', '/console', { headers: { ...session } }));
          const headers = { ...session };
          return two.call('POST', `/console/reviews/${review}/${name}`, { headers, form: { csrf, ...form } });
        };
        const viewed = await sent('view-evidence');
        two.clock.wind(45_000);
        return [viewed, await sent('note-view', { ...own, view: 'for-person' })] as const;
      };
      expect((await works('tara')).map(({ status }) => status)).toEqual([303, 303]);
      for (const told of await works('ute')) expect(told.text).toContain('colleague');
      const row = sure(await two.call('GET', `/v1/reviews/${review}`, { scope: 'reviews', sub: 'auditor' })).body;
      expect(row.seats.second.viewedAt).toBeUndefined();

      const decided = { decidedAt: '2026-11-02T08:30:00.000Z', humanInvolvement: { role: 'decided', by: OMAR } };
      const json = declined({ aiRole: 'advisory', ...decided });
      const theirs = await two.call('POST', '/v1/automated-decisions', { json, scope: 'decide' });
      const again = sure(await contest(two, sure(theirs).body.id)).body.id;
      sure(await step(two, again, { step: 'assign', by: 'officer', body: { reviewer: TARA } }));
      const session = await throughLinkOf(two, OMAR, { staff: { id: TARA, scopes: all } });
      const csrf = csrfIn(await two.call('GET', '/console', { headers: { ...session } }));
      const path = `/console/reviews/${again}/view-evidence`;
      const told = await two.call('POST', path, { headers: { ...session }, form: { csrf } });
      expect(told.status, told.text.slice(0, 300)).toBe(422);
      sure(await step(two, again, { step: 'view-evidence', by: TARA }));
    } finally {
      await two.stop();
    }
  });

  it('nobody destroys or hands out in it: that needs a sign-in of one’s own', async () => {
    const session = await consoleOf('zoe', 'yan');
    for (const kind of ['erasure', 'access', 'portability']) {
      const subject = `customer:step-up-${kind}`;
      await aCustomer(service, subject);
      const id = await aRequest(kind, subject, 'shop');
      sure(await verifies(id, 'shop'));
      const told = await sends(session, `/console/requests/${id}/fulfil`, { reason: 'As asked.', sure: 'yes' });
      expect([told.status, /link that somebody else made/.test(told.text)]).toEqual([422, true]);
      const open = sure(await service.call('GET', `/v1/requests/${id}`, by('auditor', 'requests'))).body;
      expect(open.state).toBe('verified');
      const done = await sends(await consoleOf('zoe', 'zoe'), `/console/requests/${id}/fulfil`, {
        reason: 'As asked.',
        sure: 'yes',
      });
      expect(done.status).toBe(303);
    }
  });

  it('is no second person, and neither is anybody who came in by a link', async () => {
    await aCustomer(service, 'customer:four');
    const erased = (sub: string) =>
      service.call('POST', '/v1/subjects/customer:four/erasure', { json: {}, ...by(sub) });
    const { proposal } = (await erased('yan')).body;
    const confirms = async (as: Browser) => sends(as, `/console/confirmations/${proposal}/confirm`, { sure: 'yes' });
    expect((await confirms(await consoleOf('zoe', 'yan'))).text).toContain('A second person is needed');
    expect((await confirms(await consoleOf('zoe', 'max'))).text).toContain('link that somebody else made');
    expect((await service.call('GET', '/v1/subjects/customer:four', { scope: 'consent' })).status).toBe(200);
    expect((await confirms(await consoleOf('zoe', 'zoe'))).status).toBe(303);
    expect((await service.call('GET', '/v1/subjects/customer:four', { scope: 'consent' })).status).toBe(410);
  });

  it('a request for an erasure that one person has entered and verified alone is no second person', async () => {
    const enters = async (subject: string) => {
      await aCustomer(service, subject);
      return aRequest('erasure', subject, 'yan');
    };
    const erases = (subject: string, request: string, sub = 'yan') =>
      service.call('POST', `/v1/subjects/${subject}/erasure`, { json: { request }, ...by(sub) });
    const alone = await enters('customer:alone');
    sure(await verifies(alone, 'yan'));
    expect((await erases('customer:alone', alone)).status).toBe(202);
    const fulfil = { json: { reason: 'As asked.' }, ...by('yan') };
    const asked = await service.call('POST', `/v1/requests/${alone}/fulfil`, fulfil);
    expect([asked.status, asked.body.act, asked.text.slice(0, 200)]).toEqual([
      202,
      'subject.erase',
      expect.any(String),
    ]);
    const together = await enters('customer:together');
    sure(await verifies(together, 'max'));
    expect((await erases('customer:together', together)).status).toBe(201);
    await aCustomer(service, 'customer:linked');
    const session = await consoleOf('max', 'yan');
    const linked = await aRequest('erasure', 'customer:linked', 'yan');
    expect((await sends(session, `/console/requests/${linked}/verify`, verified)).status).toBe(303);
    expect((await erases('customer:linked', linked)).status).toBe(202);
    expect((await erases('customer:linked', linked, 'zoe')).status).toBe(201);
  });

  it('who refused a request decides about its appeal under no other name', async () => {
    await aCustomer(service, 'customer:appeal');
    sure(
      await service.call('PUT', '/v1/subjects/customer:appeal', {
        json: { regimes: ['EU', 'US-CO'], ageBand: 'adult', language: 'en' },
        scope: 'consent',
      }),
    );
    const id = await aRequest('rectification', 'customer:appeal', 'shop');
    sure(await verifies(id, 'shop'));
    const session = await consoleOf('zoe', 'yan');
    const no = { code: 'accurate-data', reason: 'We compared the address with the contract.' };
    expect((await sends(session, `/console/requests/${id}/deny`, no)).status).toBe(303);
    const appeals = { json: { reason: 'I do not agree.' }, ...by('shop') };
    sure(await service.call('POST', `/v1/requests/${id}/appeal`, appeals));
    for (const sub of ['yan', 'zoe'])
      expect((await service.call('POST', `/v1/requests/${id}/deny`, { json: no, ...by(sub) })).status, sub).toBe(409);
    sure(await service.call('POST', `/v1/requests/${id}/deny`, { json: no, ...by('max') }));
  });

  it('who is ended, or has left, is out of the sessions that their links began', async () => {
    await aColleague(service, 'gone');
    const [atWork, asCustomer] = [
      await consoleOf('zoe', 'gone'),
      await throughLinkOf(service, 'gone', { subject: ADA }),
    ];
    const unopened = await linkBy(service, 'gone', { staff: { id: 'zoe', scopes: all } });
    expect([(await opens(atWork, '/console')).status, (await opens(asCustomer, '/me')).status]).toEqual([200, 200]);
    const ended = { json: { principal: 'gone' }, ...by('founder') };
    sure(await service.call('POST', '/v1/revocations', ended));
    expect([(await opens(atWork, '/console')).status, (await opens(asCustomer, '/me')).status]).toEqual([401, 401]);
    expect((await press(service, unopened)).status).toBe(410);
  });
});

const verified = { level: 'reasonably-high', reason: 'She answered two questions.' };

describe('the service behind the company’s own sign-in', () => {
  it('makes links that are a sign-in of one’s own, and no other service does', async () => {
    const service = await aService({ engine: 'sqlite', variables: { CANDOR_SIGN_IN_SERVICE: 'sign-in' } });
    try {
      await aBank(service);
      for (const [maker, status] of [
        ['sign-in', 200],
        ['another-service', 403],
      ] as const) {
        const headers = { ...(await throughLinkOf(service, maker, { subject: ADA })) };
        expect((await service.call('GET', '/me/data', { headers })).status).toBe(status);
      }
      const { items } = sure(await service.call('GET', '/v1/me/ledger', { self: ADA })).body;
      const made = items.filter(({ kind }: { readonly kind: string }) => kind === 'link.made');
      expect(made.map(({ actor }: { readonly actor: { readonly id: string } }) => actor.id)).toContain(
        service.house.actorOf('sign-in'),
      );
    } finally {
      await service.stop();
    }
  });
});
