import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, atTheConsole, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, NINA } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

/**
 * Well-formed letter by letter, and thrown over by everything that writes dates: a variant or an extension twice, no
 * language at all.
 */
const tags = ['de-1996-1996', 'en-a-bbb-a-ccc', 'root'];
const evil = `<img src=x onerror=alert(1)>{{7*7}}\${7*7}<%=7*7%>{x, select, a{b}} it's '{' #`;

describe.each(engines)('what nobody sends by accident over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  const page = (path: string, headers: Readonly<Record<string, string>>) =>
    service.call('GET', path, { headers: { ...headers, accept: 'text/html' } });
  const csrfOn = async (path: string, headers: Readonly<Record<string, string>>): Promise<string> =>
    /name="csrf" value="([^"]+)"/.exec((await page(path, headers)).text)?.[1] ?? '';

  it.each(tags)('the language %s is refused where it is asked for, and never kept about a person', async (tag) => {
    const decision = await decline(service);
    for (const path of ['/v1/register', '/v1/pre-use-notices/loan-check'])
      expect((await service.call('GET', `${path}?language=${tag}`)).body.code, path).toBe('invalid-query');
    const explanation = `/v1/automated-decisions/${decision}/explanation?language=${tag}`;
    expect((await service.call('GET', explanation, { self: ADA })).body.code).toBe('invalid-query');
    const kept = await service.call('PUT', `/v1/subjects/${BEN}`, {
      json: { language: tag, regimes: ['EU'] },
      scope: 'consent',
    });
    expect([kept.status, kept.body.errors?.[0].pointer]).toEqual([422, '/language']);
  });

  it.each(tags)('a browser that wishes for %s is answered in English', async (tag) => {
    const told = await service.call('GET', '/v1/register', {
      headers: { 'accept-language': tag, accept: 'text/html' },
    });
    expect([told.status, told.text.includes('<html lang="en"')]).toEqual([200, true]);
  });

  it('a time that lies in the year 10000 by its offset is no time', async () => {
    const last = encodeURIComponent('9999-12-31T23:59:59-14:00');
    for (const [path, scope] of [
      [`/v1/reports/oversight?to=${last}`, 'reports'],
      [`/v1/ai-systems/loan-check/affected?to=${last}`, 'reviews'],
      [`/v1/reviews?dueBefore=${last}`, 'reviews'],
    ] as const)
      expect((await service.call('GET', path, { scope })).body.code, path).toBe('invalid-query');
    expect(
      (
        await service.call('GET', '/v1/reports/oversight?from=1970-01-01T00:00:00Z&to=9999-12-31T23:59:59Z', {
          scope: 'reports',
        })
      ).status,
    ).toBe(200);
  });

  it('a span that ends before it begins holds nothing, and opens nothing', async () => {
    await decline(service);
    const span = { from: '2030-01-01T00:00:00Z', to: '2020-01-01T00:00:00Z' };
    const query = new URLSearchParams(span);
    expect(
      sure(await service.call('GET', `/v1/ai-systems/loan-check/affected?${query}`, { scope: 'reviews' })).body.items,
    ).toEqual([]);
    expect((await service.call('GET', `/v1/reports/oversight?${query}`, { scope: 'reports' })).status).toBe(200);
    const opened = sure(
      await service.call('POST', '/v1/ai-systems/loan-check/reviews', { json: span, scope: 'registry' }),
    ).body;
    expect(opened).toEqual({ opened: 0, alreadyOpen: 0, erased: 0, own: 0, total: 0 });
  });

  it('a file whose name would be cut in the middle of a character is kept under the whole ones', async () => {
    const session = await signedIn(service, ADA);
    const decision = await decline(service);
    const parts = new FormData();
    parts.set('csrf', await csrfOn(`/me/decisions/${decision}/contest`, session));
    parts.set('statement', evil);
    parts.append('files', new File(['hello'], `..\\../x/\u202e${'a'.repeat(199)}😀.txt`, { type: 'text/plain' }));
    expect((await service.call('POST', `/me/decisions/${decision}/contest`, { parts, headers: session })).status).toBe(
      303,
    );
    const { files } = sure(await service.call('GET', '/v1/me/data', { self: ADA })).body;
    expect(files.map(({ name }: { name: string }) => name)).toEqual(['a'.repeat(199)]);
  });

  it('a note that would be cut in the middle of a character is kept up to the whole ones', async () => {
    const session = await atTheConsole(service, NINA);
    const form = { csrf: await csrfOn('/console/desk', session), whom: BEN, text: `${'a'.repeat(3999)}😀` };
    expect((await service.call('POST', '/console/desk/notes', { form, headers: session })).status).toBe(200);
    const { notes } = sure(
      await service.call('POST', '/v1/desk/search', { json: { subject: BEN }, scope: 'audit' }),
    ).body;
    expect(notes[0].text).toBe('a'.repeat(3999));
  });

  it.each(['constructor', 'toString'])('a form with a field called %s is refused', async (name) => {
    const session = await signedIn(service, ADA);
    const decision = await decline(service);
    const parts = new FormData();
    parts.set('csrf', await csrfOn(`/me/decisions/${decision}/contest`, session));
    parts.set('statement', 'I see it otherwise.');
    parts.set(name, 'x');
    expect((await service.call('POST', `/me/decisions/${decision}/contest`, { parts, headers: session })).status).toBe(
      422,
    );
  });

  it('what looks like a template or a tag stays the words it is, on every page and in every answer', async () => {
    const factor = {
      code: 'low-income',
      label: evil,
      value: evil,
      direction: 'against',
      weight: 0.7,
      method: 'linear-contribution',
    };
    const inputs = [{ name: 'income', label: evil, value: evil, category: 'income', source: evil }];
    const other = { name: 'income', label: evil, from: evil, to: evil, outcome: evil, feasible: true };
    const decision = await decline(service, {
      what: evil,
      outcome: evil,
      inputs,
      factors: [factor],
      counterfactuals: [other],
    });
    const said = { statement: evil, corrections: [{ name: 'income', value: evil }] };
    const review = sure(await contest(service, decision, said)).body.id;
    const [ada, nina] = [await signedIn(service, ADA), await atTheConsole(service, NINA)];
    const drawn = [
      ...['/me', `/me/decisions/${decision}`, `/me/reviews/${review}`, '/me/messages', '/me/ledger'].map(
        (path) => [path, ada] as const,
      ),
      ...[`/console/reviews/${review}`, '/console/reviews', `/console/decisions/${decision}`].map(
        (path) => [path, nina] as const,
      ),
    ];
    for (const [path, headers] of drawn) {
      const told = await page(path, headers);
      expect([path, told.status, told.text.includes('<img src=x')]).toEqual([path, 200, false]);
    }
    expect((await page(`/me/decisions/${decision}`, ada)).text).toContain('{{7*7}}${7*7}&lt;%=7*7%>{x, select, a{b}}');
    expect((await service.call('GET', `/v1/me/reviews/${review}`, { self: ADA })).text).toContain('{x, select, a{b}}');
  });
});
