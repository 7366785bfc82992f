/**
 * Reports in the console: whoever holds the scope reads, prints and saves them without a token.
 * Source: docs/law.md 8; docs/console.md.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, atTheConsole, sure } from '../given/a-shop.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe.each(dailyEngine)('reports in the console, over %s', (engine) => {
  let service: RunningService;
  let officer: { readonly cookie: string };
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const kind of ['access', 'erasure'])
      sure(await service.call('POST', '/v1/me/requests', { json: { kind }, self: ADA }));
    officer = await atTheConsole(service, 'omar', ['reports']);
  });
  afterAll(() => service.stop());

  const open = async (path: string, accept = 'text/html') =>
    sure(await service.call('GET', path, { headers: { ...officer, accept } }));
  const api = async (path: string) => sure(await service.call('GET', path, { scope: 'reports' }));
  /** The moment at which an answer was made is the only thing in which two answers over the same days differ. */
  const withoutMoment = ({ generatedAt: _, ...rest }: Record<string, unknown>): object => rest;

  it.each([
    ['requests', 'Requests and their answers'],
    ['processing', 'Records of processing'],
    ['assessments', 'Worksheets for impact assessments'],
  ])('the navigation leads to the reports, and %s is one of them', async (name, title) => {
    expect((await open('/console')).text).toContain('href="/console/reports"');
    expect((await open('/console/reports')).text).toContain(`href="/console/reports/${name}"`);
    expect((await open(`/console/reports/${name}`)).text).toContain(`<h1>${title}</h1>`);
  });

  it('counts whole days in the zone of the installation, the last one included', async () => {
    const day = '2026-11-02';
    expect(textOf((await open(`/console/reports/requests?from=${day}&to=${day}`)).text)).toMatch(/Received 2 /);
    const before = (await open('/console/reports/requests?from=2026-11-01&to=2026-11-01')).text;
    expect(textOf(before)).toMatch(/From 1 November 2026 to 1 November 2026.*Received 0 /);
    expect(textOf((await open(`/console/reports/requests?from=${day}&to=${day}&regime=US-CA`)).text)).toMatch(
      /Received 0 /,
    );
  });

  it.each(['requests', 'processing', 'assessments'])('saves %s as JSON, the same as the API gives', async (name) => {
    const span = 'from=2026-11-01&to=2026-11-30';
    const file = await open(`/console/reports/files/${name}.json?${span}`, '*/*');
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}.json"`);
    const same = await api(`/v1/reports/${name}?from=2026-11-01T00:00:00.000Z&to=2026-12-01T00:00:00.000Z`);
    expect(withoutMoment(JSON.parse(file.text))).toEqual(withoutMoment(same.body));
  });

  it.each([
    ['processing.csv', '/v1/reports/processing.csv'],
    ['assessments.csv', '/v1/reports/assessments.csv'],
    ['request-log.csv', '/v1/reports/requests.csv'],
  ])('saves %s, the same table as the API gives', async (file, path) => {
    const told = await open(`/console/reports/files/${file}?from=2026-11-01&to=2026-11-30`, '*/*');
    expect(told.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(told.text).toBe((await api(`${path}?from=2026-11-01T00:00:00.000Z&to=2026-12-01T00:00:00.000Z`)).text);
  });

  it('saves the figures about requests as a table, a row a kind', async () => {
    const { text } = await open('/console/reports/files/requests.csv?from=2026-11-02&to=', '*/*');
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toContain('"metric","received","complied"');
    expect(rows.find((row) => row.startsWith('"delete"'))).toMatch(/^"delete","1","0","0","1","0",/);
  });

  it('the files that a page offers are of the days that it shows', async () => {
    const { text } = await open('/console/reports/requests?from=2026-11-02&to=2026-11-02&regime=EU');
    expect(text).toContain(
      'href="/console/reports/files/requests.csv?from=2026-11-02&amp;to=2026-11-02&amp;regime=EU"',
    );
  });

  it('opens to nobody who lacks the scope', async () => {
    const clerk = await atTheConsole(service, 'clerk-1', ['requests']);
    for (const path of ['/console/reports', '/console/reports/requests', '/console/reports/files/requests.json']) {
      const told = await service.call('GET', path, { headers: { ...clerk, accept: 'text/html' } });
      expect([path, told.status]).toEqual([path, 403]);
    }
    const start = await service.call('GET', '/console', { headers: { ...clerk, accept: 'text/html' } });
    expect(start.text).not.toContain('/console/reports');
  });
});
