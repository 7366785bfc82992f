/**
 * Connected systems in the console: whoever answers requests sees how each is, why it fails, and goes on by a form.
 * Source: decision 0101; decision 0103.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, aCustomer, aShop, atTheConsole, sure } from '../given/a-shop.ts';
import { aDataMap, aSureRequest, cellar, letters, workRounds } from '../given/connected-tasks.ts';
import { answersWell, aSystem } from '../given/http/a-system.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'omar' };
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe.each(dailyEngine)('the page of connected systems, over %s', (engine) => {
  let service: RunningService;
  let system: Awaited<ReturnType<typeof aSystem>>;
  let map: Awaited<ReturnType<typeof aDataMap>>;
  let clerk: { readonly cookie: string };
  beforeEach(async () => {
    system = await aSystem();
    map = await aDataMap([letters(system.url), cellar]);
    service = await aService({ engine, variables: map.variables });
    await aShop(service);
    clerk = await atTheConsole(service, 'clerk-1', ['requests']);
  });
  afterEach(async () => {
    await service.stop();
    system.stop();
    await map.drop();
  });

  const page = async (query = ''): Promise<string> =>
    sure(await service.call('GET', `/console/connected${query}`, { headers: { ...clerk, accept: 'text/html' } })).text;
  /** The part of one system, from its name to the next heading. */
  const partOf = (html: string, name: string): string =>
    textOf(html.split('<h3>').find((part) => textOf(part).trim().startsWith(name)) ?? '');
  const send = async (path: string, fields: Readonly<Record<string, string>> = {}) => {
    const csrf = /name="csrf" value="([^"]+)"/.exec(await page())?.[1] ?? '';
    return service.call('POST', `/console/connected${path}`, { form: { csrf, ...fields }, headers: clerk });
  };
  const rounds = () => workRounds(service, map.folder);

  it('says that nobody was asked yet, and then when a system answered last', async () => {
    expect(partOf(await page(), 'Letters')).toMatch(/Not asked yet.*A web service.*Last answer None yet/);
    await aSureRequest(service, 'access', ADA);
    await rounds();
    expect(partOf(await page(), 'Letters')).toMatch(/Works.*Last answer 2 November 2026.*Open tasks 0/);
    expect(partOf(await page(), 'Paper files')).toMatch(/Waits for somebody.*By hand.*Open tasks 1/);
  });

  it('says in words what fails, how often it was tried, and when it is tried again', async () => {
    system.answers((_, response) => void response.writeHead(401).end());
    const id = await aSureRequest(service, 'access', ADA);
    await rounds();
    const html = await page();
    expect(partOf(html, 'Letters')).toMatch(
      /Fails.*Last failure 2 November 2026.*It refused the account or its password\. · Tried once/,
    );
    expect(partOf(html, 'Letters: Find the data')).toMatch(/Failed It refused the account.*401.*Next try:/);
    expect(html).toContain(`href="/console/requests/${id}"`);
    expect(textOf(await page('?show=waits'))).not.toContain('Letters: Find the data');
  });

  it('asks a parked system again by a form', async () => {
    system.answers(
      (_, response) => void response.end(JSON.stringify({ subject: { customer: '43' }, complete: true, tables: [] })),
    );
    const id = await aSureRequest(service, 'access', ADA);
    await rounds();
    const [first] = (await page()).split('<h3>').slice(1);
    expect(textOf(first ?? '')).toMatch(/Letters.*Waits for somebody.*A row names somebody else\. Please look at it\./);
    system.answers(answersWell);
    const told = await send(`/${id}/letters/retry`);
    expect([told.status, told.headers.get('location')]).toEqual([303, '/console/connected']);
    await rounds();
    expect(partOf(await page(), 'Letters')).toContain('Works');
    const again = await send(`/${id}/letters/retry`);
    expect([again.status, again.text.includes('role="alert"')]).toEqual([422, true]);
  });

  it('takes what was done by hand, in words that the person reads, and none without', async () => {
    const id = await aSureRequest(service, 'access', ADA);
    await rounds();
    const without = await send(`/${id}/cellar/settle`, { words: ' ' });
    expect([without.status, textOf(without.text).includes('Say what was done there.')]).toEqual([422, true]);
    expect((await send(`/${id}/cellar/settle`, { words: 'Two letters of 2019, copied.' })).status).toBe(303);
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...officer }));
    const { systems } = sure(await service.call('GET', `/v1/requests/${id}/package`, officer)).body;
    expect(systems[1]).toMatchObject({ system: 'cellar', words: 'Two letters of 2019, copied.' });
    expect(partOf(await page(), 'Paper files')).toMatch(/Works.*Last answer 2 November/);
  });

  it('knows from a certificate that a system answered about somebody who is gone', async () => {
    const id = await aSureRequest(service, 'erasure', ADA);
    await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...officer, isHurried: true });
    await rounds();
    expect(partOf(await page(), 'Paper files: Erase the data')).toContain('To do by hand');
    expect((await send(`/${id}/cellar/settle`, { words: 'Shredded.' })).status).toBe(303);
    const isGone = async (): Promise<number> => {
      await rounds();
      return (await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).status;
    };
    await expect.poll(isGone, { timeout: 20_000 }).toBe(410);
    await rounds();
    const html = await page();
    expect(partOf(html, 'Letters')).toMatch(/Works.*Last answer 2 November 2026.*Open tasks 0/);
    expect(textOf(html)).toContain('No such task is open.');
  });

  it('keeps the tasks of a system that was taken away, so that somebody settles them', async () => {
    const id = await aSureRequest(service, 'access', ADA);
    await rounds();
    await map.write([letters(system.url)]);
    service = await service.again();
    expect(partOf(await page(), 'Paper files')).toMatch(/No longer connected.*Open tasks 1/);
    expect((await send(`/${id}/cellar/settle`, { words: 'Looked through it.' })).status).toBe(303);
    expect(await page()).not.toContain('Paper files');
  });

  it('shows many tasks a page at a time, each once, and counts them all', async () => {
    for (let at = 0; at < 30; at += 1) {
      await aCustomer(service, `customer:many-${at}`);
      await aSureRequest(service, 'access', `customer:many-${at}`);
    }
    await rounds();
    const seen: string[] = [];
    let query = '?show=waits&system=cellar';
    for (let pages = 0; pages < 4 && query !== ''; pages += 1) {
      const html = await page(query);
      seen.push(...[...html.matchAll(/<h3><a href="\/console\/requests\/(req_\w+)"/g)].map((found) => found[1] ?? ''));
      query = /more-link"><a href="\/console\/connected(\?[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    }
    expect([seen.length, new Set(seen).size]).toEqual([30, 30]);
    await map.write([]);
    service = await service.again();
    expect(partOf(await page(), 'Paper files')).toMatch(/Open tasks 30 Wait for somebody 30/);
  });
  it('the page of a copy says what is still open instead of offering an answer that would be refused', async () => {
    const id = await aSureRequest(service, 'access', ADA);
    await rounds();
    const request = async (): Promise<string> =>
      sure(await service.call('GET', `/console/requests/${id}`, { headers: { ...clerk, accept: 'text/html' } })).text;
    const open = await request();
    expect(textOf(open)).toContain('The answer waits for these connected systems: Paper files.');
    expect(open).not.toContain(`action="/console/requests/${id}/fulfil"`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(open)?.[1] ?? '';
    const form = { csrf, reason: 'Here it is.' };
    const early = await service.call('POST', `/console/requests/${id}/fulfil`, { form, headers: clerk });
    expect([early.status, textOf(early.text).includes('waits for these connected systems: Paper files.')]).toEqual([
      422,
      true,
    ]);
    expect((await send(`/${id}/cellar/settle`, { words: 'Two letters of 2019, copied.' })).status).toBe(303);
    expect(await request()).toContain(`action="/console/requests/${id}/fulfil"`);
  });

  it('an erasure is offered until the systems were asked, and not once more while one of them is at it', async () => {
    const id = await aSureRequest(service, 'erasure', ADA);
    const request = async (): Promise<string> =>
      sure(await service.call('GET', `/console/requests/${id}`, { headers: { ...clerk, accept: 'text/html' } })).text;
    expect(await request()).toContain(`action="/console/requests/${id}/fulfil"`);
    await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...officer, isHurried: true });
    await rounds();
    const open = await request();
    expect(textOf(open)).toContain('waits for these connected systems: Paper files.');
    expect(open).not.toContain(`action="/console/requests/${id}/fulfil"`);
  });
});

it('without any connected system the page says how one is connected', async () => {
  const service = await aService({ engine: 'sqlite' });
  const clerk = await atTheConsole(service, 'clerk-1', ['requests']);
  const { text } = sure(
    await service.call('GET', '/console/connected', { headers: { ...clerk, accept: 'text/html' } }),
  );
  expect(textOf(text)).toContain('No system is connected.');
  await service.stop();
});
