import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, says, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const DAY_MS = 86_400_000;

describe.each(engines)('what somebody said earlier than we wrote it down has one date over %s', (engine) => {
  let service: RunningService;
  let headers: { readonly cookie: string };
  let no: { readonly id: string };
  let yes: { readonly id: string };
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    yes = sure(await says(service, 'given')).body;
    // A letter that lay for eight days: taken back on the 3rd, written down on the 12th.
    service.clock.wind(10 * DAY_MS);
    const json = {
      subject: ADA,
      purpose: 'support-drafts',
      state: 'withdrawn',
      occurredAt: '2026-11-03T10:00:00.000Z',
    };
    no = sure(await service.call('POST', '/v1/consents', { json, scope: 'consent' })).body;
    service.clock.wind(5 * DAY_MS);
    headers = await signedIn(service, ADA);
  });
  afterAll(() => service.stop());

  const page = async (path: string): Promise<string> => sure(await service.call('GET', path, { headers })).text;

  it('the day on which it was said, on each of their pages', async () => {
    const shown = {
      use: await page('/me'),
      choices: await page('/me/choices'),
      record: await page('/me/ledger'),
      receipt: await page(`/me/consents/${no.id}`),
      ended: await page(`/me/consents/${yes.id}`),
    };
    for (const [name, text] of Object.entries(shown)) {
      expect(text, name).toContain('3 November 2026');
      expect(text, name).not.toContain('12 November 2026');
    }
  });

  it('the API says both: when it happened, and when it was written down', async () => {
    const { items } = sure(await service.call('GET', '/v1/me/ledger', { self: ADA })).body;
    const [taken, given] = items.filter(({ kind }: { kind: string }) => kind.startsWith('consent.'));
    expect([taken.happenedAt, taken.at.slice(0, 10)]).toEqual(['2026-11-03T10:00:00.000Z', '2026-11-12']);
    expect(given.happenedAt).toBe(given.at);
  });
});
