/**
 * Customers in the console: one person's whole picture, and every look at it in the record of that person.
 * Source: docs/design.md 8; docs/console.md.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, atTheConsole, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe.each(dailyEngine)('customers in the console, over %s', (engine) => {
  let service: RunningService;
  let auditor: { readonly cookie: string };
  let page = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA }));
    auditor = await atTheConsole(service, 'omar', ['audit', 'reports']);
    page = String((await search(ADA)).headers.get('location'));
  });
  afterAll(() => service.stop());

  const open = (path: string, headers: Readonly<Record<string, string>> = auditor) =>
    service.call('GET', path, { headers: { ...headers, accept: 'text/html' } });
  async function search(whom: string) {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await open('/console/customers')).text)?.[1] ?? '';
    return service.call('POST', '/console/customers', { form: { csrf, whom }, headers: auditor });
  }
  const looks = async (): Promise<number> => {
    const { body } = sure(await service.call('GET', '/v1/me/ledger?limit=100', { self: ADA }));
    return body.items.filter(({ kind }: { kind: string }) => kind === 'look.recorded').length;
  };

  it('leads to an address that names the person by pseudonym only', () =>
    expect(page).toMatch(/^\/console\/customers\/sub_[0-9a-z]{26}$/));

  it('shows choices, uses, requests, and where to go on', async () => {
    const { text } = sure(await open(page));
    for (const title of ['This person', 'What AI systems did', 'Choices and limits', 'Requests', 'Who looked'])
      expect(textOf(text)).toContain(title);
    expect(textOf(text)).toMatch(/Known as .*customer:/);
    expect(textOf(text)).toMatch(/Get a copy/);
    expect(textOf(text)).toMatch(/Language English/);
    expect(text).toContain(`href="/console/ledger?subject=${page.split('/').at(-1)}"`);
  });

  it('every search and every opening stands in the record of the person, and the page counts them by day', async () => {
    const before = await looks();
    await open(page);
    await open(page);
    await search(ADA);
    expect(await looks()).toBe(before + 3);
    expect(textOf((await open(page)).text)).toMatch(
      new RegExp(`2 November 2026 Privacy team act_\\w+ An audit ${before + 4} `),
    );
  });

  it('the person reads them as one line with how often, on their own page', async () => {
    const { text } = await open('/me', await signedIn(service, ADA));
    expect(textOf(text)).toMatch(
      /our privacy team looked at your record\. Reason: a check of our own work\. \d+ times/,
    );
  });

  it('a search that finds nobody says so beside the search, and keeps what was typed', async () => {
    const told = await search('customer:nobody-at-all');
    expect(told.status).toBe(422);
    expect(told.text).toContain('Nobody was found.');
    expect(told.text).toContain('value="customer:nobody-at-all"');
  });

  it('a pseudonym of nobody is not found, and nobody comes in without the scope', async () => {
    expect((await open('/console/customers/sub_00000000000000000000000000')).status).toBe(404);
    const clerk = await atTheConsole(service, 'clerk-1', ['requests']);
    expect((await open(page, clerk)).status).toBe(403);
    expect((await open(`/console/customers/${BEN}`, clerk)).status).toBe(403);
  });
});
