/**
 * More waits for staff than a page shows: what is due first stands there all the same, and is counted.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { ADA, aShop, atTheConsole, BEN, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, NINA } from '../given/review/a-review.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

/** More than a page shows. */
const MANY = 105;

describe.each(dailyEngine)('a console with more than fits over %s', (engine) => {
  let service: RunningService;
  let headers: { readonly cookie: string };
  const oldest = { request: '', review: '' };
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    await aBank(service);
    const asks = async (self: string): Promise<string> =>
      sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self })).body.id;
    const reviewed = async (): Promise<string> => sure(await contest(service, await decline(service))).body.id;
    oldest.request = await asks(BEN);
    service.clock.wind(DAY_MS);
    oldest.review = await reviewed();
    service.clock.wind(40 * DAY_MS);
    for (let count = 1; count <= MANY; count += 1) {
      await asks(ADA);
      await reviewed();
    }
    headers = await atTheConsole(service, NINA);
  }, 120_000);
  afterAll(() => service.stop());

  const page = async (path: string): Promise<string> => sure(await service.call('GET', path, { headers })).text;
  const first = (html: string, of: 'requests' | 'reviews'): string | undefined =>
    new RegExp(`/console/${of}/(re[a-z]_[0-9a-z]+)`).exec(html)?.[1];

  it.each([
    ['/console/requests', 'request'],
    ['/console/requests?show=late', 'request'],
    ['/console/reviews', 'review'],
    ['/console/reviews?show=late', 'review'],
  ] as const)('%s begins with the oldest, which is late', async (path, what) =>
    expect(first(await page(path), `${what}s`)).toBe(oldest[what]),
  );

  it.each(['requests', 'reviews'])('/console/%s says that there are more than it shows', async (list) => {
    const html = await page(`/console/${list}`);
    expect(html.match(new RegExp(`href="/console/${list}/re[a-z]_`, 'g'))).toHaveLength(100);
    expect(html).toContain('There are more than can be shown here.');
    expect(await page(`/console/${list}?show=late`)).not.toContain('There are more than can be shown here.');
  });

  it('the first page counts all of them and shows the late ones', async () => {
    const html = await page('/console');
    for (const [list, name] of [
      ['requests', 'Open requests'],
      ['reviews', 'Open reviews'],
    ]) {
      const lines = (await page(`/console/${list}/files/${list}.csv?show=waiting`)).trimEnd().split('\r\n').length - 1;
      expect(lines).toBeGreaterThan(MANY);
      expect(html).toMatch(new RegExp(`${name}</dt><dd>(?:<[^>]+>)*${lines}<`));
    }
    for (const id of [oldest.request, oldest.review]) expect(html).toContain(id);
  });
});
