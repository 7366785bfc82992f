import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const titles = {
  en: 'How AI uses your data',
  de: 'Wie KI Ihre Daten nutzt',
  fr: 'Comment l’IA utilise vos données',
  es: 'Cómo usa la IA sus datos',
} as const;
const isIn = (text: string): string =>
  `${/<html lang="([\w-]+)"/.exec(text)?.[1]}: ${/<h1[^>]*>([^<]+)</.exec(text)?.[1]}`;

describe.each(engines)('the language of a person over %s', (engine) => {
  let service: RunningService;
  let ada: { readonly cookie: string };
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const subject of [ADA, BEN]) await described(subject, { regimes: ['EU'], ageBand: 'adult' });
    ada = await signedIn(service, ADA);
  });
  afterAll(() => service.stop());

  const described = async (subject: string, json: object) =>
    sure(await service.call('PUT', `/v1/subjects/${subject}`, { json, scope: 'consent' }));
  const me = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    service.call('GET', path, { headers: { ...ada, ...headers } });

  it('is English where nobody said otherwise, and what the browser sends where it says something', async () => {
    expect(isIn((await me('/me')).text)).toBe(`en: ${titles.en}`);
    expect(isIn((await me('/me', { 'accept-language': 'fr-CA, en;q=0.5' })).text)).toBe(`fr: ${titles.fr}`);
    expect(isIn((await me('/me', { 'accept-language': 'pt, es;q=0.8, en;q=0.5' })).text)).toBe(`es: ${titles.es}`);
    const json = await service.call('GET', '/v1/me/ai-use', { self: ADA, headers: { 'accept-language': 'de' } });
    expect(json.body).toMatchObject({ language: 'de' });
    expect(json.body.rights[0].title).toBe('Von einem Menschen prüfen lassen');
  });

  it('is the one on record for the person, whatever the browser sends', async () => {
    await described(ADA, { regimes: ['EU'], ageBand: 'adult', language: 'de' });
    expect(isIn((await me('/me', { 'accept-language': 'fr' })).text)).toBe(`de: ${titles.de}`);
    const json = await service.call('GET', '/v1/me/ai-use', { self: ADA, headers: { 'accept-language': 'fr' } });
    expect(json.body.language).toBe('de');
    const ben = await signedIn(service, BEN);
    expect(isIn((await service.call('GET', '/me', { headers: { ...ben, 'accept-language': 'fr' } })).text)).toBe(
      `fr: ${titles.fr}`,
    );
  });

  it('is the one named in the address, before everything else, and the browser remembers it for the next page', async () => {
    const named = await me('/me?language=es', { 'accept-language': 'fr' });
    expect(isIn(named.text)).toBe(`es: ${titles.es}`);
    const kept = named.headers.get('set-cookie') ?? '';
    expect(kept).toBe('__Host-candor-language=es; Path=/; HttpOnly; Secure; SameSite=Lax');
    const both = { cookie: `${ada.cookie}; ${kept.split(';')[0]}` };
    expect((await me('/me/choices', both)).text).toContain('<html lang="es">');
    expect((await me('/me/choices?language=fr', both)).text).toContain('<html lang="fr">');
    expect(
      (await service.call('GET', '/v1/me/ai-use?language=fr', { self: ADA, headers: both })).headers.get('set-cookie'),
    ).toBeNull();
    expect((await service.call('GET', '/v1/me/ai-use', { self: ADA, headers: both })).body.language).toBe('de');
  });

  it('says so in the record too, where a text is in another language', async () => {
    expect((await service.call('GET', '/v1/me/ledger?language=en', { self: ADA })).body.languageFallback).toBe(false);
    expect((await service.call('GET', '/v1/me/ledger?language=pt', { self: ADA })).body.languageFallback).toBe(true);
    expect((await me('/me/ledger?language=pt')).text).toContain('class="note"');
  });

  it('says so where there is no text in it', async () => {
    const page = (await me('/me?language=pt')).text;
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Some of this is not available in your language yet');
    expect((await me('/me?language=pt')).headers.get('set-cookie')).toBeNull();
    expect((await service.call('GET', '/v1/me/ai-use?language=pt', { self: ADA })).body.languageFallback).toBe(true);
  });

  it('is offered on every page as links under the names their speakers give them', async () => {
    for (const path of [
      '/me',
      '/me/choices',
      '/me/requests',
      '/me/requests/new?kind=access',
      '/me/ledger',
      '/me/messages',
    ]) {
      const { text } = await me(path);
      for (const language of ['en', 'de', 'fr', 'es']) {
        const href = `${path}${path.includes('?') ? '&amp;' : '?'}language=${language}`;
        expect(text, `${path} ${language}`).toContain(`href="${href}" lang="${language}" hreflang="${language}"`);
      }
      expect(text).toMatch(/lang="de" hreflang="de" aria-current="true">Deutsch</);
    }
  });

  it('is the one a letter is written in: the one the person asked in, or one that is named', async () => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await me('/me/requests/new')).text)?.[1] ?? '';
    const sent = await service.call('POST', '/me/requests', {
      headers: ada,
      form: { csrf, kind: 'rectification', message: 'Falsch.' },
    });
    expect(sent.text).toContain('Ihre Anfrage: Daten berichtigen');
    const { items } = (await service.call('GET', '/v1/me/requests', { self: ADA })).body;
    const path = `/me/requests/${items[0].id}`;
    const letter = (await me(path)).text;
    expect(letter).toContain('Guten Tag,');
    expect(letter).toContain('Ein Monat ab dem Tag, an dem die Anfrage ankam.');
    expect(letter).not.toContain('class="note"');
    expect((await me(`${path}?language=fr`)).text).toContain('Un mois à partir du jour où la demande est arrivée.');
  });

  it('is the one of the answer to a request that is refused, with its ground and the places to complain', async () => {
    const { items } = (await service.call('GET', '/v1/me/requests', { self: ADA })).body;
    const path = `/me/requests/${items[0].id}`;
    const json = { code: 'accurate-data', reason: 'Wir haben die Adresse mit dem Vertrag verglichen.' };
    sure(await service.call('POST', `/v1/requests/${items[0].id}/deny`, { json, scope: 'requests', sub: 'officer' }));
    const letter = (await me(path)).text;
    expect(letter).toContain('Wir haben nachgeprüft, und die Daten stimmen so.');
    expect(letter).toContain('Die Datenschutzbehörde dort, wo Sie wohnen oder arbeiten');
    expect((await me(`${path}?language=es`)).text).toContain(
      'Lo comprobamos, y los datos son correctos tal como están.',
    );
  });

  it('is the one of the same request as data', async () => {
    const { items } = (await service.call('GET', '/v1/me/requests', { self: ADA })).body;
    expect(items[0].clock.words).toContain('Ein Monat ab dem Tag');
    expect(items[0].denial).toMatchObject({
      words: expect.stringContaining('Wir haben nachgeprüft'),
      complaints: [{ regime: 'EU' }],
    });
    const french = await service.call('GET', `/v1/requests/${items[0].id}`, {
      scope: 'requests',
      headers: { 'accept-language': 'fr' },
    });
    expect(french.body.clock.words).toContain('Un mois à partir du jour');
  });

  it('is the one of the record too, sentence by sentence', async () => {
    const { items } = (await service.call('GET', '/v1/me/ledger?language=fr', { self: ADA })).body;
    expect(items.map(({ words }: { readonly words: string }) => words)).toContain(
      'Nous avons dit non à votre demande et vous avons dit pourquoi.',
    );
  });

  it('is kept where something fails, and on the way in', async () => {
    const french = { 'accept-language': 'fr', accept: 'text/html' };
    expect((await service.call('GET', '/me', { headers: french })).text).toMatch(
      /<html lang="fr">[\s\S]*Connectez-vous/,
    );
    expect((await me('/me/nowhere?language=de', { accept: 'text/html' })).text).toMatch(
      /<html lang="de">[\s\S]*Hier ist nichts/,
    );
    const { body } = sure(await service.call('POST', '/v1/links', { json: { subject: BEN }, scope: 'admin' }));
    const entrance = await service.call('GET', `${new URL(body.url).pathname}?language=es`);
    expect(entrance.text).toMatch(/<html lang="es">[\s\S]*Iniciar sesión/);
  });
});
