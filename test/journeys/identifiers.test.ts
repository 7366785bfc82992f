import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, atTheConsole, question, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const person = { regimes: ['EU'], ageBand: 'adult' };

describe.each(engines)('people under the names that they and their systems use over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());
  const put = (subject: string, json: object): Promise<Told> =>
    service.call('PUT', `/v1/subjects/${encodeURIComponent(subject)}`, { json, scope: 'consent' });
  const consents = (subject: string, state: string): Promise<Told> =>
    service.call('POST', '/v1/consents', {
      json: {
        subject,
        purpose: 'support-drafts',
        state,
        ...(state === 'given' ? { notice: { key: 'support-notice' } } : {}),
      },
      scope: 'consent',
    });
  const reason = async (subject: string): Promise<unknown> =>
    (await service.call('POST', '/v1/checks', { json: question(subject), scope: 'use' })).body.reason;

  it('a no of John.Doe@Example.org is a no of john.doe@example.org', async () => {
    sure(await put('customer:john', { ...person, identifiers: ['email:john.doe@example.org'] }));
    sure(await consents('email:JOHN.DOE@example.org', 'given'));
    expect(await reason('email:john.doe@example.org')).toBe('consent-given');
    sure(await consents('email:John.Doe@Example.org', 'withdrawn'));
    for (const written of ['email:john.doe@example.org', 'email:John.Doe@Example.org', 'customer:john'])
      expect(await reason(written)).toBe('withdrawn');
  });

  it('an address or a number is one and the same however it is written, and its answer shows one form', async () => {
    const { body } = sure(
      await put('customer:jane', {
        ...person,
        identifiers: [
          'email:Jane@BÜCHER.example',
          'email:jane@xn--bcher-kva.example',
          'phone:0049 (30) 123-456',
          'phone:+49 30 123.456',
        ],
      }),
    );
    expect(body.identifiers).toEqual(['customer:jane', 'email:jane@xn--bcher-kva.example', 'phone:+4930123456']);
    for (const identifier of ['email:JANE@bücher.example', 'phone:+49-30-123456', 'phone:004930123456'])
      expect(
        (await service.call('POST', '/v1/subjects/lookup', { json: { identifier }, scope: 'consent' })).body.subject,
      ).toBe(body.subject);
    expect((await put('customer:other', { ...person, identifiers: ['email:JANE@bücher.example'] })).body.code).toBe(
      'identifier-taken',
    );
    expect((await put('customer:plus', { ...person, identifiers: ['email:jane+x@bücher.example'] })).status).toBe(201);
  });

  it.each(['auth0|5f7c8ec7', 'google-oauth2|1', 'waad|x@y.z', 'a/b?c=d&e#f', '50%', 'Zoë-株式会社'])(
    'the customer %s describes, says, is asked about and signs in as any other',
    async (id) => {
      const self = `customer:${id}`;
      sure(await put(self, person));
      sure(await says(service, 'given', self));
      expect(await reason(self)).toBe('consent-given');
      const own = sure(await service.call('GET', '/v1/me/ai-use', { self }));
      expect(own.body.subject).toBeDefined();
      const seen = await service.call('GET', `/v1/subjects/${encodeURIComponent(self)}/ai-use?reason=support`, {
        scope: 'audit',
      });
      expect(seen.status).toBe(200);
      sure(await says(service, 'withdrawn', self));
      expect(await reason(self)).toBe('withdrawn');
    },
  );

  it('two ways to encode the same letters are one customer; a look-alike is another', async () => {
    sure(await put('customer:Zoe\u0308', person));
    sure(await says(service, 'given', 'customer:Zo\u00eb'));
    expect(await reason('customer:Zoe\u0308')).toBe('consent-given');
    expect(await reason('customer:Zoe')).toBe('never-asked');
  });

  it.each(['customer:a b', 'customer:a\tb', 'customer:a\u200bb', `customer:${'a'.repeat(129)}`, 'customer:'])(
    '%j is nobody',
    async (subject) => {
      const told = await service.call('POST', '/v1/checks', { json: question(subject), scope: 'use' });
      expect([told.status, told.body.errors[0].code]).toEqual([422, 'identifier-not-normal']);
    },
  );

  it('somebody erased under one spelling stays erased under every other', async () => {
    sure(await put('customer:erin', { ...person, identifiers: ['email:Erin@example.org'] }));
    sure(await service.call('POST', '/v1/subjects/customer:erin/erasure', { json: {}, scope: 'admin' }));
    for (const written of [
      'email:Erin@example.org',
      'email:erin@example.org',
      'email:ERIN@EXAMPLE.ORG',
      'customer:erin',
    ])
      expect(await reason(written)).toBe('erased');
    expect((await put('customer:erin2', { ...person, identifiers: ['email:eRin@example.org'] })).body.code).toBe(
      'subject-erased',
    );
  });

  it('the desk finds a customer whose id looks like an address, and an address or a number in any writing', async () => {
    const headers = await atTheConsole(service, 'mara');
    const page = await service.call('GET', '/console/desk', { headers });
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const search = async (whom: string): Promise<number> =>
      (await service.call('POST', '/console/desk', { form: { csrf, whom }, headers })).status;
    for (const whom of ['waad|x@y.z', 'JANE@bücher.example', '42', '+49 30 123456', '0049 (30) 123456', 'Zoe\u0308'])
      expect([whom, await search(whom)]).toEqual([whom, 200]);
    for (const whom of ['nobody', 'nobody@example.org', '0049301234567', 'a b'])
      expect([whom, await search(whom)]).toEqual([whom, 422]);
  });
});
