import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const body = {
  title: { en: 'May we pick offers for you?', de: 'Dürfen wir Angebote für Sie auswählen?' },
  body: {
    en: 'An AI system reads your orders and picks offers.',
    de: 'Ein KI-System liest Ihre Bestellungen und wählt Angebote aus.',
  },
  purposes: ['offers'],
};
const stiff = {
  ...body,
  body: { ...body.body, de: 'Wir lesen Ihre Bestellungen. Die Verarbeitung erfolgt gemäß unseren Regeln.' },
};
const reason = 'The authority prescribes this sentence.';

describe.each(engines)('a notice that nobody would understand, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
  });
  afterAll(() => service.stop());

  const put = (json: unknown): Promise<Told> =>
    service.call('PUT', '/v1/notices/offers-notice', { json, scope: 'registry', sub: 'officer' });
  const get = (): Promise<Told> =>
    service.call('GET', '/v1/notices/offers-notice', { scope: 'registry', sub: 'officer' });

  it('is refused with each sentence, its reason and the way to mend it, and nothing is published', async () => {
    const told = await put(stiff);
    expect(told.status).toBe(422);
    expect(told.headers.get('content-type')).toContain('application/problem+json');
    expect(told.body).toMatchObject({
      code: 'not-plain-enough',
      errors: [
        {
          pointer: '/body/de',
          code: 'legal-word',
          fix: expect.stringContaining('Verarbeitung (alles, was man mit Daten tut)'),
        },
        {
          pointer: '/body/de',
          code: 'stiff-word',
          message: expect.stringContaining('Die Verarbeitung erfolgt gemäß unseren Regeln.'),
          fix: 'Say “nach”.',
        },
      ],
    });
    expect((await get()).status).toBe(404);
    expect((await service.call('GET', told.body.type, {})).status).toBe(200);
  });

  it('is published once it is mended', async () => {
    expect(await put(body)).toMatchObject({ status: 201, body: { version: 1 } });
    expect((await get()).body).not.toHaveProperty('plainLanguage');
  });

  it('is published with a reason, which everybody can read afterwards with what was said against it and who did it', async () => {
    expect((await put({ ...stiff, plainLanguageOverride: { reason: 'why not' } })).body).toMatchObject({
      code: 'validation-failed',
    });
    const told = await put({ ...stiff, plainLanguageOverride: { reason } });
    expect(told).toMatchObject({
      status: 201,
      body: { version: 2, warnings: expect.arrayContaining(['not-plain-enough']) },
    });
    expect((await get()).body).toMatchObject({
      plainLanguageOverride: { reason },
      plainLanguage: {
        overriddenBy: { id: expect.any(String), role: expect.any(String) },
        findings: [
          { pointer: '/body/de', measure: 'legal-word', sentence: 2 },
          { pointer: '/body/de', measure: 'stiff-word', sentence: 2 },
        ],
      },
    });
    expect(await put({ ...stiff, plainLanguageOverride: { reason } })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
  });

  it('is named in the public register with its reason, and never by whose hand', async () => {
    const system = { name: { en: 'Chooser' }, purposes: ['offers'], dataCategories: ['orders'] };
    expect((await service.call('PUT', '/v1/ai-systems/chooser', { json: system, scope: 'registry' })).status).toBe(201);
    const told = await service.call('GET', '/v1/register/chooser');
    expect(told.body.notPlain).toEqual([
      {
        what: 'notice',
        key: 'offers-notice',
        version: 2,
        reason,
        role: expect.any(String),
        publishedAt: expect.any(String),
      },
    ]);
    expect((await service.call('GET', '/v1/register/chooser', { headers: { accept: 'text/html' } })).text).toContain(
      reason,
    );
  });

  it('is forgotten with the next plain version', async () => {
    expect(await put(body)).toMatchObject({ status: 201, body: { version: 3 } });
    expect((await get()).body).not.toHaveProperty('plainLanguage');
  });
});
