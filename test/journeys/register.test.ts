import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const guide = 'Say that a person checked it.';
const system = {
  name: { en: 'Credit check', de: 'Kreditprüfung' },
  purposes: ['support-drafts'],
  dataCategories: ['messages'],
  logic: { en: 'It adds points for each answer.', de: 'Es zählt Punkte für jede Angabe.' },
  benefits: { en: 'You get an answer sooner.', de: 'Sie bekommen schneller eine Antwort.' },
  limitations: {
    en: 'It does not know why you missed a payment.',
    de: 'Es weiß nicht, warum Sie eine Zahlung versäumt haben.',
  },
  supportGuide: { sayThis: { en: guide } },
};

describe.each(engines)('the public register over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await service.call('PUT', '/v1/ai-systems/credit-check', { json: system, scope: 'registry' }));
  });
  afterAll(() => service.stop());

  const page = (path: string, language = 'en') =>
    service.call('GET', path, { headers: { accept: 'text/html', 'accept-language': language } });

  it('names every AI system to anybody, without a token, and nothing meant for staff', async () => {
    const { status, body, text } = await service.call('GET', '/v1/register');
    expect([status, body.items.map(({ key }: { key: string }) => key)]).toEqual([
      200,
      expect.arrayContaining(['credit-check', 'support-assistant']),
    ]);
    expect(text).not.toContain(guide);
    expect(text).not.toContain('supportGuide');
    expect(text).not.toMatch(/sub_|customer:/);
  });

  it('is what opens at the bare address', async () => {
    const { status, headers } = await service.call('GET', '/');
    expect([status, headers.get('location')]).toEqual([303, '/v1/register']);
  });

  it('tells one system with purpose, legal basis in plain words, benefits and limits', async () => {
    const { body } = await service.call('GET', '/v1/register/credit-check');
    expect(body).toMatchObject({
      name: 'Credit check',
      status: 'live',
      benefits: ['You get an answer sooner.'],
      limitations: ['It does not know why you missed a payment.'],
      purposes: [
        {
          key: 'support-drafts',
          bases: expect.arrayContaining([{ regime: 'EU', basis: 'consent', words: 'Only if you agree' }]),
        },
      ],
    });
    expect((await service.call('GET', '/v1/register/nothing-here')).status).toBe(404);
  });

  it('is a page in the language of the reader, with no script, and every way on it opens', async () => {
    const list = await page('/v1/register', 'de');
    expect(list.text).toContain('Die KI-Systeme, die wir nutzen');
    expect(list.text).not.toContain('<script');
    const one = await page('/v1/register/credit-check', 'de');
    expect(one.text).toContain('Es zählt Punkte für jede Angabe.');
    for (const [, href = ''] of one.text.matchAll(/<a class="button[^"]*" href="([^"]+)"/g)) {
      const { status } = await page(href.replaceAll('&amp;', '&'));
      expect([200, 401], href).toContain(status);
    }
  });

  it('says that a stopped system is stopped, and keeps a retired one at the end', async () => {
    sure(
      await service.call('POST', '/v1/ai-systems/credit-check/suspension', {
        json: { reason: { en: 'Wrong results were found.' } },
        scope: 'registry',
      }),
    );
    expect((await service.call('GET', '/v1/register/credit-check')).body.status).toBe('suspended');
    sure(await service.call('DELETE', '/v1/ai-systems/credit-check/suspension', { scope: 'registry' }));
    sure(
      await service.call('PUT', '/v1/ai-systems/credit-check', {
        json: { ...system, status: 'retired' },
        scope: 'registry',
      }),
    );
    const { items } = (await service.call('GET', '/v1/register')).body;
    expect(items.at(-1)).toMatchObject({ key: 'credit-check', status: 'retired' });
  });
});
