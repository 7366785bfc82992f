import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aCustomer, aShop, BEN, says, signedIn, sure, use } from '../given/a-shop.ts';
import { aBank, contest, decline } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const CY = 'customer:44';
const officer = { scope: 'requests', sub: 'officer' };
const registry = { scope: 'registry', sub: 'officer' };
const ownReason = {
  name: { en: 'Keeps your account safe' },
  description: { en: 'We look for payments that are not yours.' },
  kind: 'ai-inference',
  legalBasis: { EU: 'legitimate-interests' },
  dataCategories: ['payments'],
};

describe.each(engines)('what a person is told is true for this person, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    await aBank(service);
    await aCustomer(service, CY);
    await publish('guard', { legitimateInterest: { interest: { en: 'Stopping fraud' } } });
    await publish('guard-weighed', {
      legitimateInterest: { interest: { en: 'Stopping fraud' }, assessmentRef: 'LIA-7' },
    });
  });
  afterAll(() => service.stop());

  async function publish(key: string, more: object) {
    sure(await service.call('PUT', `/v1/purposes/${key}`, { json: { ...ownReason, ...more }, ...registry }));
    const system = { name: { en: key }, purposes: [key], dataCategories: ['payments'] };
    sure(await service.call('PUT', `/v1/ai-systems/${key}`, { json: system, ...registry }));
  }
  const mine = async (self = ADA) => sure(await service.call('GET', '/v1/me/ai-use', { self })).body;
  const page = async (path: string, self = ADA) =>
    (await service.call('GET', path, { headers: await signedIn(service, self) })).text;
  async function answered(kind: string, { self = ADA, more = {} }: { self?: string; more?: object } = {}) {
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind, ...more }, self })).body;
    const step = async (name: string, json: object) =>
      sure(await service.call('POST', `/v1/requests/${id}/${name}`, { json, ...officer }));
    await step('verify', { level: 'account-reauth', reason: 'Signed in again.' });
    await step('fulfil', { reason: 'Here it is.' });
    return sure(await service.call('GET', `/v1/requests/${id}/package`, officer)).body;
  }

  it('says that interests were weighed only where the assessment is named, and lists what is missing', async () => {
    const { systems } = await mine();
    const of = (key: string) => systems.find((system: { key: string }) => system.key === key);
    const codes = (key: string) => of(key).completeness.map(({ code }: { code: string }) => code);
    expect(of('guard').choice.words).toBe('We do this in our own interest. You can object.');
    expect(of('guard-weighed').choice.words).toContain('We weighed our own interest against yours.');
    expect(codes('guard')).toContain('legitimate-interest-not-assessed');
    expect(codes('guard-weighed')).not.toContain('legitimate-interest-not-assessed');
  });

  it('offers to object and to allow again where nothing rests on a yes, and asks for no agreement', async () => {
    sure(
      await service.call('POST', '/v1/me/limits', {
        json: { kind: 'objection', purpose: 'guard', state: 'set' },
        self: CY,
      }),
    );
    const text = await page('/me/choices?purpose=guard', CY);
    const card = text.slice(text.indexOf('id="purpose-guard"'), text.indexOf('id="purpose-guard-weighed"'));
    expect(card).not.toContain('Yes, I agree');
    expect(card).toContain('Allow again');
  });

  it('says after an objection to our own reasons what still goes on because of a yes, with the button', async () => {
    sure(await says(service, 'given', CY));
    sure(await service.call('POST', '/v1/me/limits', { json: { kind: 'objection', state: 'set' }, self: CY }));
    const text = await page('/me/choices', CY);
    expect(text).toContain('Everything that rests on our own reasons');
    expect(text).toContain('This still goes on, because you agreed to it:');
    expect((await use(service, CY)).body).toMatchObject({ allowed: true });
  });

  it('offers on the form what the law of the person knows, and takes every other kind all the same', async () => {
    const text = await page('/me/requests/new');
    expect(text).toContain('value="access"');
    expect(text).not.toContain('value="optout-sale-share"');
    expect(text).not.toContain('value="dsr-appeal"');
    const json = { kind: 'optout-sale-share' };
    expect(sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body.dueAt).toBeTruthy();
  });

  it('says that reasons were noted later where they were, and not above it that nothing was added', async () => {
    await decline(service, { decidedAt: '2026-09-01T08:00:00.000Z', counterfactuals: [] });
    const { letter } = await answered('ai-explanation');
    expect(letter.lead).toContain('Where it was noted only later, we say so.');
    expect(JSON.stringify(letter)).not.toContain('No reason was added afterwards');
    expect(JSON.stringify(letter)).not.toMatch(/published basis|ounterfactual was recorded/);
  });

  it('is silent about weights in the data file, and lets a person take only what they provided', async () => {
    const data = sure(await service.call('GET', '/v1/me/data', { self: ADA })).text;
    expect(data).toContain('low-income');
    expect(data).not.toMatch(/"weight"|linear-contribution/);
    const taken = (await answered('portability')).data;
    expect(taken.decisionInputs[0].inputs[0]).toMatchObject({ name: 'income', value: 1200 });
    expect(JSON.stringify(taken)).not.toMatch(/factors|"output"|outcome|low-income|\b0\.31\b/);
  });

  it('says where an open review stands, and does not invite to contest again', async () => {
    const decision = await decline(service, { subject: BEN });
    const { id } = sure(await contest(service, decision, { self: BEN })).body;
    for (const path of ['/me', `/me/decisions/${decision}`]) {
      const text = await page(path, BEN);
      expect(text).toContain(`/me/reviews/${id}`);
      expect(text).toContain('You get the answer and the reasons by');
      expect(text).not.toContain(`href="/me/decisions/${decision}/contest" class="button main"`);
      expect(text).not.toMatch(new RegExp(`class="button main" href="/me/decisions/${decision}/contest"`));
    }
  });

  it('gives a German erasure request a German certificate, which says what it covers and who was told', async () => {
    sure(await says(service, 'given', BEN));
    sure(await use(service, BEN));
    const json = { kind: 'erasure', language: 'de' };
    const { id, secret } = sure(await service.call('POST', '/v1/me/requests', { json, self: BEN })).body;
    const verified = { level: 'account-reauth', reason: 'Signed in again.' };
    sure(await service.call('POST', `/v1/requests/${id}/verify`, { json: verified, ...officer }));
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: { reason: 'Done.' }, ...officer }));
    const headers = { accept: 'text/html', 'request-secret': secret };
    const { text } = sure(await service.call('GET', `/v1/requests/${id}/certificate`, { headers }));
    expect(text).toContain('haben Sie uns gebeten, Ihre Daten zu löschen');
    expect(text).toContain('nicht bekannt, ob sie davon wissen');
    expect(text).toContain('Es umfasst nicht unsere anderen Systeme');
    expect(text).toContain('<html lang="de">');
    expect(text).not.toContain('dsr-appeal');
  });

  it('says in a copy what is covered and what is not', async () => {
    const { letter } = await answered('access');
    const text = JSON.stringify(letter);
    expect(text).toContain('It does not cover our other systems');
    expect(text).not.toMatch(/all your data|files hold everything/i);
  });
});
