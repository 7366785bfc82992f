import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, isModel, staffScopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { ADA, aShop, atTheConsole, question, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, NINA } from '../given/review/a-review.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

/** Pages whose tables are no lists, or whose list is whole elsewhere, with the reason. */
const withoutFile: Readonly<Record<string, string>> = {
  showStart: 'the first of each queue, which has a file',
  showReviewWork: 'the evidence of one review, for its reviewer alone',
  showDeskDecision: 'the data of one decision',
  showConsoleSessions: 'the own browsers of whoever reads it',
};
/** More than a page shows, and more than is read at once. */
const MANY = 205;

const isHtml = ({ replies }: Endpoint): boolean => {
  const reply = replies[200];
  return reply !== undefined && !isModel(reply) && reply.media.some((type) => type.startsWith('text/html'));
};
const pages = endpoints.filter(
  (endpoint) =>
    endpoint.method === 'get' &&
    endpoint.path.startsWith('/console') &&
    staffScopesOf(endpoint.who) !== undefined &&
    isHtml(endpoint),
);
const rowsOf = (text: string): readonly string[] => text.trimEnd().split('\r\n');
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]+\.(?:csv|json)(?:\?[^"]*)?)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe.each(dailyEngine)('the lists of the console as files over %s', (engine) => {
  let service: RunningService;
  let headers: { readonly cookie: string };
  const ids = { request: '', review: '', decision: '', run: '', subject: '', breach: '' };
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    await aBank(service);
    ids.decision = await decline(service);
    ids.review = sure(await contest(service, ids.decision)).body.id;
    const json = { kind: 'access', message: 'Everything, please.' };
    for (let count = 0; count < MANY; count += 1)
      ids.request = sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body.id;
    sure(
      await service.call('POST', '/v1/uses', {
        json: { ...question(), mode: 'report', occurredAt: '2026-11-02T08:00:00.000Z' },
        scope: 'use',
      }),
    );
    const run = { aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion: '+1.1' };
    ids.run = sure(await service.call('POST', '/v1/training-runs', { json: run, scope: 'use' })).body.id;
    const breach = { what: '=A list went astray.', noticedAt: '2026-11-01T08:00:00.000Z' };
    ids.breach = sure(await service.call('POST', '/v1/breaches', { json: breach, scope: 'requests' })).body.id;
    ids.subject = sure(await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).body.subject;
    headers = await atTheConsole(service, NINA);
  }, 120_000);
  afterAll(() => service.stop());

  const open = async (path: string) => sure(await service.call('GET', path, { headers }));
  const addressOf = ({ path }: Endpoint): string =>
    path
      .replace('{subject}', ids.subject)
      .replace('{area}/{key}', 'purpose/support-drafts')
      .replace('{key}', 'loan-check')
      .replace('{log}/{index}', '0/1')
      .replace('{report}', 'requests')
      .replace('{actor}', service.house.actorOf(NINA))
      .replace(
        '{id}',
        path.includes('reviews')
          ? ids.review
          : path.includes('decisions')
            ? ids.decision
            : path.includes('training')
              ? ids.run
              : path.includes('breaches')
                ? ids.breach
                : ids.request,
      );
  /** The looks of pages are recorded, which must not come between a page and its files. */
  const read = async (path: string): Promise<string> => (await open(path)).text;

  it.each(pages.filter(({ id }) => withoutFile[id] === undefined).map((page) => [page.path, page] as const))(
    '%s hands out every list that it shows',
    async (_path, page) => {
      if (page.path.endsWith('/letter')) return;
      const html = await read(addressOf(page));
      const isList = /<table|class="system-row"/.test(html);
      const links = linksIn(html);
      if (isList) expect(links.filter((href) => href.includes('.csv'))).not.toEqual([]);
      for (const href of links) {
        const told = await open(href);
        const [file = ''] = href.split('/').at(-1)?.split('?') ?? [];
        expect(told.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`);
        expect(told.headers.get('content-type')).toContain(file.endsWith('.csv') ? 'text/csv' : 'application/json');
        if (file.endsWith('.json')) JSON.parse(told.text);
        else expect(told.text).toMatch(/^"/);
      }
    },
  );

  it('hand out the whole list and not the page of it that is shown, each once', async () => {
    const html = await read('/console/requests?show=waiting&kind=access');
    expect(html.match(/href="\/console\/requests\/req_/g)).toHaveLength(100);
    const [head = '', ...rows] = rowsOf(await read('/console/requests/files/requests.csv?show=waiting&kind=access'));
    expect(head).toContain('"id","kind","state","receivedAt","dueAt"');
    expect(rows).toHaveLength(MANY);
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(MANY);
  });

  it('hold what the filters of the address leave', async () => {
    const of = async (query: string) => rowsOf(await read(`/console/requests/files/requests.csv?${query}`)).length - 1;
    expect(await of('show=waiting&kind=access')).toBe(MANY);
    expect(await of('show=waiting&kind=erasure')).toBe(0);
    expect(await of('show=ended')).toBe(0);
    expect(await of('show=late')).toBe(0);
    expect(await read('/console/requests?show=waiting&kind=access')).toContain(
      '/console/requests/files/requests.csv?show=waiting&amp;kind=access',
    );
    const reviews = async (query: string) => JSON.parse(await read(`/console/reviews/files/reviews.json?${query}`));
    expect((await reviews('show=waiting&aiSystem=loan-check')).items).toHaveLength(1);
    expect((await reviews('show=waiting&aiSystem=other')).items).toEqual([]);
    expect((await reviews('show=mine')).items).toEqual([]);
  });

  it.each([
    ['/console/reviews/files/reviews.json', '/v1/reviews', 'reviews'],
    ['/console/training/files/training-runs.json', '/v1/training-runs', 'audit'],
    [
      '/console/oversight/uses-without-permission/files/uses-without-permission.json?months=12',
      '/v1/uses-without-permission/uses',
      'audit',
    ],
    ['/console/systems/loan-check/files/decisions.json', '/v1/ai-systems/loan-check/affected', 'reviews'],
    ['/console/confirmations/files/confirmations.json', '/v1/proposals', 'confirm'],
    ['/console/connected/files/tasks.json', '/v1/tasks', 'requests'],
    ['/console/breaches/files/breaches.json', '/v1/breaches', 'requests'],
  ])('%s holds the items of the API', async (file, api, scope) => {
    const told = sure(await service.call('GET', api, { scope, sub: NINA })).body as unknown as {
      readonly items: unknown;
    };
    expect(JSON.parse(await read(file)).items).toEqual(told.items);
  });

  it('take no cell for a formula', async () => {
    expect(await read('/console/training/files/training-runs.csv')).toContain(`"'+1.1"`);
    expect(await read('/console/breaches/files/breaches.csv')).toContain(`"'=A list went astray."`);
  });

  it('about one person are handed out after the look is recorded, and to nobody who may not open the page', async () => {
    const path = `/console/customers/${ids.subject}/files/looks.csv`;
    const count = async (): Promise<number> => rowsOf(await read(path)).length;
    const before = await count();
    expect(await count()).toBe(before + 1);
    const clerk = await atTheConsole(service, NINA, ['requests']);
    for (const closed of [path, '/console/reviews/files/reviews.csv', '/console/training/files/training-runs.json'])
      expect((await service.call('GET', closed, { headers: clerk })).status).toBe(403);
  });
});
