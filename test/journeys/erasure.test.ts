import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { ADA, aShop, BEN, check, question, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const MAIL = 'email:ada@example.org';
const officer = { scope: 'requests', sub: 'officer' };
const gone = [410, 'subject-erased'];

describe.each(engines)('an erasure from intake to certificate over %s', (engine) => {
  let service: RunningService;
  let request = { id: '', secret: '' };
  let subject = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    const told = await service.call('PUT', `/v1/subjects/${ADA}`, {
      json: { identifiers: [MAIL], regimes: ['EU'], ageBand: 'adult' },
      scope: 'consent',
    });
    subject = sure(told).body.subject;
    for (const person of [ADA, BEN]) {
      sure(await says(service, 'given', person));
      sure(await use(service, person));
    }
    service.clock.wind(60_000);
  });
  afterAll(() => service.stop());

  const codeOf = ({ status, body }: Told): unknown[] => [status, body.code];
  const fulfil = (): Promise<Told> =>
    service.call('POST', `/v1/requests/${request.id}/fulfil`, { json: { reason: 'You asked for it.' }, ...officer });

  it('the customer asks, and nothing is erased before who asks is made sure', async () => {
    const asked = await service.call('POST', '/v1/requests', { json: { kind: 'erasure', subject: MAIL }, ...officer });
    request = sure(asked).body;
    expect(asked.body).toMatchObject({ kind: 'erasure', secret: expect.any(String) });
    expect(codeOf(await fulfil())).toEqual([409, 'invalid-transition']);
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'erasure-asked' });
    sure(
      await service.call('POST', `/v1/requests/${request.id}/verify`, {
        json: { reason: 'Called back.', level: 'reasonable' },
        ...officer,
      }),
    );
  });

  it('it is carried out once', async () => {
    expect(sure(await fulfil()).body).toMatchObject({ id: request.id, state: 'fulfilled' });
    const again = await fulfil();
    expect([409, 410]).toContain(again.status);
  });

  it.each([ADA, MAIL])(
    'whoever asks about %s is told that the person is erased, and what happened anyway leaves nothing about them',
    async (who) => {
      expect((await check(service, who)).body).toMatchObject({ allowed: false, reason: 'erased', subject: null });
      expect((await use(service, who)).body).toMatchObject({
        allowed: false,
        reason: 'erased',
        subject: null,
        recorded: true,
      });
      const report = { ...question(who), mode: 'report', occurredAt: new Date(service.clock.now()).toISOString() };
      expect(codeOf(await service.call('POST', '/v1/uses', { json: report, scope: 'use' }))).toEqual(gone);
    },
  );

  it('no service and no officer brings them back or looks into what is left', async () => {
    const consent = { subject: ADA, purpose: 'support-drafts', state: 'given', notice: { key: 'support-notice' } };
    expect(codeOf(await service.call('POST', '/v1/consents', { json: consent, scope: 'consent' }))).toEqual(gone);
    const describing = { json: { regimes: ['EU'], ageBand: 'adult', language: 'en' }, scope: 'consent' };
    expect(codeOf(await service.call('PUT', `/v1/subjects/${ADA}`, describing))).toEqual(gone);
    expect(
      codeOf(
        await service.call('POST', `/v1/subjects/${ADA}/limits`, {
          json: { kind: 'objection', state: 'set' },
          scope: 'consent',
        }),
      ),
    ).toEqual(gone);
    for (const what of ['ai-use', 'ledger', 'evidence', 'data'])
      expect(codeOf(await service.call('GET', `/v1/subjects/${ADA}/${what}`, { scope: 'audit' })), what).toEqual(gone);
    for (const path of [`/v1/subjects/${ADA}`, `/v1/subjects/${ADA}/consents`, `/v1/subjects/${ADA}/limits`])
      expect(codeOf(await service.call('GET', path, { scope: 'consent' })), path).toEqual(gone);
  });

  it('the secret of the intake still opens the request and its certificate, and nobody else gets it', async () => {
    const headers = { 'request-secret': request.secret };
    expect((await service.call('GET', `/v1/requests/${request.id}`, { headers })).body).toMatchObject({
      state: 'fulfilled',
      kind: 'erasure',
    });
    const { body } = sure(await service.call('GET', `/v1/requests/${request.id}/certificate`, { headers }));
    expect(body).toMatchObject({ unreadableHere: expect.any(String), unreadableInBackups: expect.any(String) });
    expect(body.covers.length).toBeGreaterThan(0);
    expect(body.stays.map(({ ground }: { ground: string }) => ground)).toEqual(
      expect.arrayContaining(['erased-mark', 'certificate']),
    );
    expect(JSON.stringify(body)).not.toMatch(/customer:42|ada@/);
    const page = await service.call('GET', `/v1/requests/${request.id}/certificate`, {
      headers: { ...headers, accept: 'text/html' },
    });
    expect([page.status, page.text.includes('</html>')]).toEqual([200, true]);
    expect(
      (
        await service.call('GET', `/v1/requests/${request.id}/certificate`, {
          headers: { 'request-secret': `${request.secret.slice(1)}A` },
        })
      ).status,
    ).toBe(404);
  });

  it('who follows the changes learns of the erasure, and the ledger keeps places without contents', async () => {
    const { items } = (await service.call('GET', '/v1/changes?limit=100', { scope: 'use' })).body;
    expect(items).toContainEqual(expect.objectContaining({ what: 'erased', subject }));
    const entries = (await service.call('GET', '/v1/ledger/entries?limit=100', { scope: 'audit' })).body.items;
    const kinds = entries.map(({ kind }: { kind: string | null }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['person.erased', 'erasure.certified']));
    expect(entries.filter(({ erased }: { erased: boolean }) => erased).length).toBeGreaterThan(4);
    expect(JSON.stringify(entries)).not.toMatch(/customer:42|ada@/);
  });

  it('the evidence of everybody else is as good as before', async () => {
    const { body: bundle } = sure(await service.call('GET', '/v1/me/evidence', { self: BEN }));
    const keys = [parseVkey(bundle.vkey) as Vkey];
    expect(verifyBundle(Buffer.from(JSON.stringify(bundle)), { keys, source: 'the test' })).toMatchObject({
      findings: [],
      emptied: 0,
    });
    expect((await check(service, BEN)).body).toMatchObject({ allowed: true });
  });

  it('erased stays erased after a restart, and reading brings nobody back', async () => {
    service = await service.again();
    for (const path of ['ai-use', 'ledger', 'evidence', 'data', 'consents', 'limits', 'requests']) {
      const told = await service.call('GET', `/v1/me/${path}`, { self: ADA });
      expect(told.status, `${path} ${told.text}`).toBeLessThan(500);
      expect(told.text).not.toContain(subject);
    }
    expect((await check(service)).body).toMatchObject({ reason: 'erased' });
  });

  it('only their own act brings them back, as somebody new whom nothing links to who they were', async () => {
    service.clock.wind(60_000);
    sure(await says(service, 'given'));
    const answer = (await use(service)).body;
    expect(answer).toMatchObject({ allowed: true, reason: 'consent-given', recorded: true });
    expect(answer.subject).not.toBe(subject);
    expect((await check(service, MAIL)).body).toMatchObject({ allowed: false, reason: 'erased' });
    const { body: bundle } = sure(await service.call('GET', '/v1/me/evidence', { self: ADA }));
    expect(JSON.stringify(bundle)).not.toContain(subject);
    const keys = [parseVkey(bundle.vkey) as Vkey];
    expect(verifyBundle(Buffer.from(JSON.stringify(bundle)), { keys, source: 'the test' })).toMatchObject({
      findings: [],
      emptied: 0,
    });
    expect((await service.call('GET', '/v1/me/requests', { self: ADA })).body.items).toEqual([]);
  });
});
