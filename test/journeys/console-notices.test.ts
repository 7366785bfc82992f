/**
 * Consents and notices in the console: an officer sees who stands on which version, writes the next one, reads it as
 * people will, and publishes it; what is hard to read is said before and refused.
 * Source: decision 0127; decision 0116.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer, aShop, atTheConsole, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const PEOPLE = 12;
const PATH = '/console/notices/notice/support-notice';
const TITLE = 'What help with your questions means';
const BODY = 'We let a machine write a first answer. A person reads it before you do.';
const HARD =
  'Pursuant to the applicable provisions, the processing of your data is carried out, is overseen, is recorded and is evaluated by us and by others who act for us in many places.';

describe.each(engines)('consents and notices, over %s', (engine) => {
  let service: RunningService;
  let officer: { readonly cookie: string };
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (let at = 0; at < PEOPLE; at += 1) await saysYes(`customer:yes-${at}`);
    officer = await atTheConsole(service, 'omar', ['registry']);
  });
  afterAll(() => service.stop());

  async function saysYes(subject: string): Promise<void> {
    await aCustomer(service, subject);
    sure(await says(service, 'given', subject));
  }

  const open = async (path: string, language = 'en') =>
    sure(await service.call('GET', path, { headers: { ...officer, accept: 'text/html', 'accept-language': language } }))
      .text;
  const newest = async (): Promise<number> =>
    sure(await service.call('GET', '/v1/notices/support-notice', { scope: 'registry' })).body.version;
  async function send(step: string, fields: Readonly<Record<string, string>>) {
    const page = await open(PATH);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const form = {
      csrf,
      version: String(await newest()),
      'title.en': TITLE,
      'body.en': BODY,
      material: 'yes',
      ...fields,
    };
    return service.call('POST', `${PATH}/${step}`, { form, headers: { ...officer, accept: 'text/html' } });
  }

  it('the list says on which version people said yes, and withholds a number that is too small', async () => {
    const text = await open('/console/notices');
    expect(text).toMatch(/href="\/console\/notices\/notice\/support-notice"/);
    expect(text).toMatch(/href="\/console\/notices\/purpose\/support-drafts"/);
    expect(text).toContain(`<td data-name="Yes on the newest">${PEOPLE}</td>`);
    await saysYes('customer:yes-more');
  });

  it('a preview shows every language, what changed and that it is easy to read, and records nothing', async () => {
    const before = await newest();
    const { status, text } = await send('preview', {
      'title.de': 'Was Hilfe bei Fragen heißt',
      'body.de': 'Eine Maschine schreibt zuerst.',
    });
    expect([status, await newest()]).toEqual([200, before]);
    expect(text).toContain(`Version ${before + 1} as people will read it`);
    expect(text).toContain('Was Hilfe bei Fragen heißt');
    expect(text).toContain('Easy to read.');
    expect(text).toMatch(/<ins><span class="visually-hidden" lang="en"> put in: <\/span>/);
    expect(text).toContain(`Publish version ${before + 1}<`);
  });

  it('a preview says sentence by sentence what is hard to read, in the language of whoever reads', async () => {
    const { text } = await send('preview', { 'body.en': HARD });
    expect(text).toContain('Sentence 1 has 32 words; 25 are the most. Make two of it.');
    expect(text).toMatch(/Sentence 1: “[^”]+” is stiff\. Better: /);
    expect(text).toContain('Why these exact words, although they are hard to read?');
  });

  it('publishing leads back to the new version, said where it stands', async () => {
    const version = (await newest()) + 1;
    const told = await send('publish', {});
    expect([told.status, told.headers.get('location')]).toEqual([303, `${PATH}?done=${version}#saved`]);
    expect(await newest()).toBe(version);
    const text = await open(`${PATH}?done=${version}`);
    expect(text).toMatch(
      new RegExp(`<p id="saved" class="said" role="status" tabindex="-1">.*Version ${version} is published\\.`),
    );
    expect(await open(`${PATH}?done=${version + 5}`)).not.toContain('id="saved"');
    const published = sure(await service.call('GET', '/v1/notices/support-notice', { scope: 'registry' })).body;
    expect(published).toMatchObject({ title: { en: TITLE }, body: { en: BODY } });
  });

  it('whoever said yes to the version before stands there, and is no longer counted on the newest', async () => {
    const text = await open(PATH);
    expect(text).toMatch(/<td data-name="People who said yes">0<\/td>/);
    expect(text).toContain(`<td data-name="People who said yes">${PEOPLE + 1}</td>`);
  });

  it('what is hard to read is not published but with a reason, which stands in the version', async () => {
    const before = await newest();
    const refused = await send('publish', { 'body.en': HARD });
    expect([refused.status, await newest()]).toEqual([422, before]);
    expect(refused.text).toContain('It was not published, because it is hard to read.');
    const reason = 'The authority prescribes these exact words.';
    expect((await send('publish', { 'body.en': HARD, override: reason })).status).toBe(303);
    const published = sure(await service.call('GET', '/v1/notices/support-notice', { scope: 'registry' })).body;
    expect(published).toMatchObject({ version: before + 1, plainLanguageOverride: { reason } });
    expect((await send('publish', {})).status).toBe(303);
    const after = sure(await service.call('GET', '/v1/notices/support-notice', { scope: 'registry' })).body;
    expect(after).not.toHaveProperty('plainLanguageOverride');
  });

  it('nothing is published where nothing was changed, nor over a version that the writer did not see', async () => {
    const before = await newest();
    const same = await send('publish', {});
    expect([same.status, same.text.includes('Nothing was changed')]).toEqual([422, true]);
    const late = await send('publish', { version: String(before - 1), 'body.en': 'Other words.' });
    expect([late.status, late.text.includes(`Somebody published version ${before} meanwhile`)]).toEqual([422, true]);
    expect(late.text).toContain('Other words.');
    expect(await newest()).toBe(before);
  });

  it('two versions that the address names are compared', async () => {
    const text = await open(`${PATH}?from=1&to=2`);
    expect(text).toMatch(/<del><span class="visually-hidden" lang="en"> taken out: /);
    expect(text).toContain('<option value="1" selected>Version 1</option>');
  });

  it('what is hard to read is told by field to a page that asks while somebody writes, and nothing is kept', async () => {
    const before = await newest();
    const told = await send('plain', { 'body.en': HARD, 'body.de': 'Leicht.' });
    expect(Object.keys(JSON.parse(told.text).fields)).toEqual(['body.en']);
    expect(await newest()).toBe(before);
  });

  it('a purpose is published from its page as well, and keeps what the form has no field for', async () => {
    const path = '/console/notices/purpose/support-drafts';
    const before = sure(await service.call('GET', '/v1/purposes/support-drafts', { scope: 'registry' })).body;
    const csrf = /name="csrf" value="([^"]+)"/.exec(await open(path))?.[1] ?? '';
    const texts = { 'name.en': 'Answers to your questions', 'description.en': 'A machine writes a first answer.' };
    const form = { csrf, version: String(before.version), material: 'no', ...texts };
    const told = await service.call('POST', `${path}/publish`, { form, headers: { ...officer, accept: 'text/html' } });
    expect(told.status, told.text).toBe(303);
    const after = sure(await service.call('GET', '/v1/purposes/support-drafts', { scope: 'registry' })).body;
    expect(after).toMatchObject({ version: before.version + 1, name: { en: texts['name.en'] }, material: false });
    expect(after.legalBasis).toEqual(before.legalBasis);
    expect(after.dataCategories).toEqual(before.dataCategories);
  });

  it('opens to nobody who may not publish, and sends nothing without the token of its session', async () => {
    const clerk = await atTheConsole(service, 'clerk-1', ['requests', 'reviews', 'audit']);
    expect((await service.call('GET', PATH, { headers: { ...clerk, accept: 'text/html' } })).status).toBe(403);
    const before = await newest();
    const told = await send('publish', { csrf: 'none', 'body.en': 'Other words.' });
    expect([told.status, await newest()]).toEqual([403, before]);
  });

  describe('the first version of a notice', () => {
    const KEY = 'card-offers';
    const begins = (key: string, purpose = 'support-drafts') =>
      service.call('GET', `/console/notices/new?key=${key}&purpose=${purpose}`, {
        headers: { ...officer, accept: 'text/html' },
      });
    async function sends(step: string, fields: Readonly<Record<string, string>>) {
      const csrf = /name="csrf" value="([^"]+)"/.exec(await open('/console/notices'))?.[1] ?? '';
      const form = { csrf, version: '0', purpose: 'support-drafts', ...fields };
      return service.call('POST', `/console/notices/notice/${KEY}/${step}`, {
        form,
        headers: { ...officer, accept: 'text/html' },
      });
    }
    const texts = {
      'title.en': TITLE,
      'body.en': BODY,
      'title.de': 'Was Hilfe heißt',
      'body.de': 'Ein Mensch liest mit.',
    };

    it('begins with a short name and a purpose, and says what does not fit', async () => {
      expect(await open('/console/notices')).toContain('href="/console/notices/new"');
      expect(await open('/console/notices/new')).toMatch(/<option value="support-drafts"[^>]*>[^<]/);
      for (const [key, words] of [
        ['Card Offers', 'This short name does not fit.'],
        ['support-notice', 'There is a notice of this short name.'],
      ] as const) {
        const told = await begins(key);
        expect([told.status, told.text.includes(words), told.text.includes(`value="${key}"`)], key).toEqual([
          422,
          true,
          true,
        ]);
      }
      const { status, text } = await begins(KEY);
      expect(status).toBe(200);
      for (const part of [
        'id="write-title.en"',
        'id="write-body.fr"',
        '<input type="hidden" name="purpose" value="support-drafts"/>',
      ])
        expect(text).toContain(part);
      expect(text).not.toContain('What becomes of earlier answers?');
    });

    it('is seen in every language it was written in, and nothing is there before it is published', async () => {
      const seen = await sends('preview', texts);
      expect(seen.status).toBe(200);
      for (const words of ['Version 1 as people will read it', 'Was Hilfe heißt', TITLE, 'Publish version 1<'])
        expect(seen.text).toContain(words);
      expect((await service.call('GET', `/v1/notices/${KEY}`, { scope: 'registry' })).status).toBe(404);
      const done = await sends('publish', texts);
      expect([done.status, done.headers.get('location')]).toEqual([303, `/console/notices/notice/${KEY}?done=1#saved`]);
      expect(await open(`/console/notices/notice/${KEY}?done=1`)).toContain('Version 1 is published.');
      const { body } = sure(await service.call('GET', `/v1/notices/${KEY}`, { scope: 'registry' }));
      expect(body).toMatchObject({
        version: 1,
        purposes: ['support-drafts'],
        title: { en: TITLE, de: 'Was Hilfe heißt' },
      });
    });

    it('is not written over one that somebody published meanwhile, and none is made without a purpose', async () => {
      const again = await sends('publish', texts);
      expect([again.status, again.text.includes('Somebody published version 1 meanwhile.')]).toEqual([422, true]);
      const without = await service.call('GET', '/console/notices/notice/none-here', {
        headers: { ...officer, accept: 'text/html' },
      });
      expect(without.status).toBe(404);
      expect((await begins('other-offers', 'no-such-purpose')).text).not.toContain('id="write-title.en"');
    });
  });
});
