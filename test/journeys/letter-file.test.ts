/** The letter that answers a request as a PDF: in the package, on the page of the person, at the console. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer, aShop, atTheConsole, BEN, signedIn, sure } from '../given/a-shop.ts';
import { printed, unspaced } from '../given/printed.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { unzipped } from '../given/unzipped.ts';

const officer = { scope: 'requests', sub: 'officer' } as const;
const HOSTILE = '<b>I</b> & "me": Dvořák, Привет\n\n) Tj ET 你好';

/** The words of the letter on a page, with its line breaks. */
const lettered = (html: string): string =>
  (/<article class="card letter"[^>]*>([\s\S]*?)<\/article>/.exec(html)?.[1] ?? '')
    .replaceAll(/<\/?[a-z][^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
/** On paper an address is written out beside its words; what cannot be drawn is no text. */
const drawn = (words: string): string => unspaced(words.replaceAll(/:\s*https:\/\/\S+/g, '').replaceAll('你好', ''));

describe.each(engines)('the letter as a file over %s', (engine) => {
  let service: RunningService;
  let people = 0;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    await aCustomer(service, BEN);
  }, 60_000);
  afterAll(() => service.stop());

  async function somebody(language: string, regimes: readonly string[] = ['EU']): Promise<string> {
    people += 1;
    const self = `customer:letter-${people}`;
    await aCustomer(service, self);
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes, language }, scope: 'consent' }));
    return self;
  }
  const step = async (id: string, name: string, json: object) =>
    sure(await service.call('POST', `/v1/requests/${id}/${name}`, { json, ...officer }));
  async function answered(self: string, language: string): Promise<string> {
    const json = { kind: 'access', message: HOSTILE, language };
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json, self })).body;
    await step(id, 'verify', { level: 'account-reauth', reason: 'Signed in again.' });
    await step(id, 'fulfil', {});
    return id;
  }
  const fetched = async (path: string, headers: Readonly<Record<string, string>>) => {
    const told = await fetch(`${service.url}${path}`, { headers, redirect: 'manual' });
    return { status: told.status, headers: told.headers, bytes: new Uint8Array(await told.arrayBuffer()) };
  };
  const file = (id: string, headers: { readonly cookie: string }) => fetched(`/me/requests/${id}/letter.pdf`, headers);

  it.each([
    ['en', 'Hello,'],
    ['de', 'Guten Tag,'],
    ['fr', 'Bonjour,'],
    ['es', 'Hola:'],
  ])(
    'in %s it has the words of the page and of the package, each in its place',
    async (language, greeting) => {
      const self = await somebody(language);
      const id = await answered(self, language);
      const headers = await signedIn(service, self);
      const files = await unzipped((await fetched(`/me/requests/${id}/package`, headers)).bytes);
      const pdf = files.get('letter.pdf') ?? Buffer.alloc(0);
      const [page, told] = [String(files.get('letter.html')), await printed(pdf)];
      expect(told.words).toContain(greeting);
      expect(drawn(told.words.split(/□|cannot be drawn/)[0] ?? '')).toContain(drawn(lettered(page)));
      expect([told.language, told.size]).toEqual([language, [595, 842]]);
      const headed = (role: string) =>
        told.elements.filter((each) => each.role === role).map(({ words }) => unspaced(words));
      expect(headed('H1')).toEqual([unspaced(told.title)]);
      const parts = [...page.matchAll(/<h2 class="letter-part">(.*?)<\/h2>/g)].map(([, words = '']) => unspaced(words));
      expect(headed('H2').length).toBeGreaterThan(3);
      expect(headed('H2')).toEqual(parts);
      expect(told.elements.find(({ role }) => role === 'BlockQuote')?.language).toBe(language);
      expect(String(files.get('index.html'))).toContain('href="letter.pdf"');
      const { files: listed } = JSON.parse(String(files.get('manifest.json')));
      const { bytes, sha256 } = listed.find(({ path }: { readonly path: string }) => path === 'letter.pdf');
      expect([bytes, sha256]).toEqual([pdf.length, createHash('sha256').update(pdf).digest('hex')]);
    },
    60_000,
  );

  it('is the same file for the person, for staff and in every package, today and later', async () => {
    const self = await somebody('de');
    const id = await answered(self, 'de');
    const headers = await signedIn(service, self);
    const first = await file(id, headers);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="${id}.pdf"`);
    service.clock.wind(60_000);
    const desk = await atTheConsole(service, 'officer', ['requests']);
    const others = [
      (await file(id, headers)).bytes,
      (await fetched(`/console/requests/${id}/letter.pdf`, desk)).bytes,
      (await unzipped((await fetched(`/me/requests/${id}/package`, headers)).bytes)).get('letter.pdf'),
    ];
    for (const bytes of others) expect(Buffer.from(bytes ?? []).equals(Buffer.from(first.bytes))).toBe(true);
    const { items } = sure(await service.call('GET', '/v1/me/ledger?limit=5', { self })).body;
    expect(items.map(({ kind }: { readonly kind: string }) => kind)).toContain('look.recorded');
    for (const path of [`/me/requests/${id}`, `/console/requests/${id}/letter`]) {
      const page = await service.call('GET', path, { headers: path.startsWith('/me') ? headers : desk });
      expect(page.text).toContain(`href="${path.replace('/letter', '')}/letter.pdf"`);
    }
  }, 60_000);

  it('is on the paper of the country whose law the request is under', async () => {
    const self = await somebody('en', ['US-CA']);
    const id = await answered(self, 'en');
    expect((await printed((await file(id, await signedIn(service, self))).bytes)).size).toEqual([612, 792]);
  });

  it('there is none of an open request, none for anybody else, and none of a person who was erased', async () => {
    const self = await somebody('en');
    const headers = await signedIn(service, self);
    const json = { kind: 'access' };
    const { id: open } = sure(await service.call('POST', '/v1/me/requests', { json, self })).body;
    const desk = await atTheConsole(service, 'officer', ['requests']);
    expect((await file(open, headers)).status).toBe(404);
    expect((await fetched(`/console/requests/${open}/letter.pdf`, desk)).status).toBe(409);
    for (const path of [`/me/requests/${open}`, `/console/requests/${open}/letter`]) {
      const page = await service.call('GET', path, { headers: path.startsWith('/me') ? headers : desk });
      expect(page.text).not.toContain('letter.pdf');
    }
    const id = await answered(self, 'en');
    expect((await file(id, await signedIn(service, BEN))).status).toBe(404);
    expect((await file(id, { cookie: '' })).status).toBe(401);
    const reader = await atTheConsole(service, 'auditor', ['audit']);
    expect((await fetched(`/console/requests/${id}/letter.pdf`, reader)).status).toBe(403);
    const { id: erasure } = sure(
      await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self }),
    ).body;
    await step(erasure, 'verify', { level: 'account-reauth', reason: 'Signed in again.' });
    await step(erasure, 'fulfil', { reason: 'As you asked.' });
    expect([401, 404]).toContain((await file(id, headers)).status);
    for (const each of [id, erasure])
      expect((await fetched(`/console/requests/${each}/letter.pdf`, desk)).status).toBe(410);
  }, 60_000);
});
