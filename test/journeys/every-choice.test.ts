import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { aCustomer, aShop, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const bodyOf = (endpoint: string): object => examples.find((one) => one.endpoint === endpoint)?.body as object;
const stops = ['objection', 'objection-marketing', 'restriction', 'opt-out-sale-share', 'opt-out-profiling'] as const;

/** What each form on the page would send. */
const formsIn = (text: string): readonly Readonly<Record<string, string>>[] =>
  [...text.matchAll(/<form[^>]*action="\/me\/choices"[^>]*>(.*?)<\/form>/gs)].map(([, inside = '']) =>
    Object.fromEntries(
      [...inside.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  );

describe.each(engines)('every button of the page of choices over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    const purpose = bodyOf('putPurpose');
    const own = { ...purpose, legalBasis: { EU: 'legitimate-interests' }, forMarketing: true, saleOrShare: true };
    const put = (path: string, json: object) =>
      service.call('PUT', path, { json, scope: 'registry', sub: 'officer' }).then(sure);
    await put('/v1/purposes/without-text', { ...purpose, forMarketing: true, saleOrShare: true });
    await put('/v1/purposes/own-reasons', own);
    const system = bodyOf('putAiSystem') as { readonly purposes: readonly string[] };
    const purposes = [...system.purposes, 'without-text', 'own-reasons'];
    await put('/v1/ai-systems/support-assistant', { ...system, purposes });
  });
  afterAll(() => service.stop());

  it.each(stops)('works where %s stands over everything', async (kind) => {
    const self = `customer:stopped-by-${kind}`;
    await aCustomer(service, self);
    const setLimit = async (): Promise<void> => {
      const limit = { kind, state: 'set', occurredAt: new Date(service.clock.now()).toISOString() };
      sure(await service.call('POST', `/v1/subjects/${self}/limits`, { json: limit, scope: 'consent' }));
    };
    await setLimit();
    const headers = await signedIn(service, self);
    const page = await service.call('GET', '/me/choices', { headers });
    const forms = formsIn(page.text);
    expect(forms.length).toBeGreaterThan(1);
    for (const form of forms) {
      const told = await service.call('POST', '/me/choices', { headers, form });
      expect([told.status, told.body?.detail], JSON.stringify(form)).toEqual([303, undefined]);
      service.clock.wind(1000);
      await setLimit();
    }
  });

  it.each(stops)('ends %s of one use where it stands beside it, and nothing else', async (kind) => {
    const self = `customer:one-use-by-${kind}`;
    await aCustomer(service, self);
    for (const more of [{}, { purpose: 'own-reasons' }]) {
      const json = { kind, state: 'set', ...more };
      sure(await service.call('POST', `/v1/subjects/${self}/limits`, { json, scope: 'consent' }));
    }
    const headers = await signedIn(service, self);
    const rows = async () => {
      const { text } = await service.call('GET', '/me/choices', { headers });
      const start = text.indexOf('id="limits"');
      return start < 0
        ? []
        : formsIn(text.slice(start)).filter(({ action, limit }) => action === 'lift' && limit === kind);
    };
    const standing = async () => (await rows()).map(({ purpose = 'everything' }) => purpose).sort();
    expect(await standing()).toEqual(['everything', 'own-reasons']);
    service.clock.wind(1000);
    const form = (await rows()).find(({ purpose }) => purpose === 'own-reasons') ?? {};
    expect((await service.call('POST', '/me/choices', { headers, form })).status).toBe(303);
    expect(await standing()).toEqual(['everything']);
  });
});
