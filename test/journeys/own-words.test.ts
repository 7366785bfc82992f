import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer, atTheConsole, signedIn, sure } from '../given/a-shop.ts';
import { aBank, contest, decline } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { csrfIn, throughLinkOf } from '../given/signing-in.ts';
import { unzipped } from '../given/unzipped.ts';

const officer = { scope: 'requests', sub: 'officer' } as const;
const HOSTILE = '<script>alert(1)</script> & "I" earn\n\nmore <b>than</b> that.';
const ESCAPED = '&lt;script>alert(1)&lt;/script> &amp; &quot;I&quot; earn\n\nmore &lt;b>than&lt;/b> that.';
const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/<blockquote class="own-words"[^>]*>([\s\S]*?)<\/blockquote>/g)].map(([, words = '']) => words);

describe.each(engines)('a letter quotes whoever asked, over %s', (engine) => {
  let service: RunningService;
  let people = 0;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  async function somebody(language = 'en'): Promise<string> {
    people += 1;
    const self = `customer:words-${people}`;
    await aCustomer(service, self);
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes: ['EU'], language }, scope: 'consent' }));
    return self;
  }
  const asks = async (self: string, json: object): Promise<string> =>
    sure(await service.call('POST', '/v1/me/requests', { json, self })).body.id;
  const step = async (id: string, name: string, json: object) =>
    sure(await service.call('POST', `/v1/requests/${id}/${name}`, { json, ...officer }));
  const letterTo = async (self: string, id: string): Promise<string> =>
    sure(await service.call('GET', `/me/requests/${id}`, { headers: await signedIn(service, self) })).text;

  it.each(['rectification', 'objection', 'restriction'])(
    'the words of a request for %s stand in its letter, as they were written and in their language',
    async (kind) => {
      const self = await somebody('de');
      const id = await asks(self, { kind, message: HOSTILE, language: 'de' });
      const open = await letterTo(self, id);
      expect(quoted(open)).toEqual([ESCAPED]);
      expect(open).toContain('<blockquote class="own-words" lang="de" dir="auto">');
      for (const words of ['<article class="card letter" lang="de">', 'Was Sie geschrieben haben', 'Guten Tag,'])
        expect(open).toContain(words);
      if (kind === 'rectification') await step(id, 'cancel', { reason: 'Auf Wunsch.' });
      else await step(id, 'fulfil', { reason: 'Erledigt.' });
      expect(quoted(await letterTo(self, id))).toEqual([ESCAPED]);
    },
  );

  it('somebody who disagrees twice reads both in the letters, each once', async () => {
    const self = await somebody();
    const [first, second] = [await decline(service, { subject: self }), await decline(service, { subject: self })];
    sure(await contest(service, first, { self, statement: 'I earn more.' }));
    sure(await contest(service, second, { self, statement: 'That was another person.' }));
    const { items } = sure(await service.call('GET', '/v1/me/requests', { self })).body;
    const letters = await Promise.all(items.map(({ id }: { id: string }) => letterTo(self, id)));
    expect(letters.flatMap(quoted)).toEqual(expect.arrayContaining(['I earn more.', 'That was another person.']));
    expect(letters.flatMap(quoted)).toHaveLength(2);
  });

  it('a request without words has no quotation: what our form notes by itself is no sentence of theirs', async () => {
    const self = await somebody();
    const decision = await decline(service, { subject: self });
    const headers = await signedIn(service, self);
    const page = sure(await service.call('GET', `/me/requests/new?kind=ai-explanation&about=${decision}`, { headers }));
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const form = { csrf, kind: 'ai-explanation', about: decision, message: '' };
    const sent = sure(await service.call('POST', '/me/requests', { form, headers }));
    expect(sent.text).not.toContain('own-words');
    const { items } = sure(await service.call('GET', '/v1/me/requests', { self })).body;
    expect(quoted(await letterTo(self, items[0].id))).toEqual([]);
  });

  it('what staff wrote for a person is never shown as theirs', async () => {
    const self = await somebody();
    const json = { subject: self, kind: 'objection', message: 'She called and is angry.' };
    const { id } = sure(await service.call('POST', '/v1/requests', { json, ...officer })).body;
    const letter = await letterTo(self, id);
    expect(letter).not.toContain('She called and is angry.');
    expect(quoted(letter)).toEqual([]);
  });

  it('what came through the link of somebody else says so', async () => {
    const self = await somebody();
    const session = await throughLinkOf(service, 'boss', { subject: self });
    const headers = { ...session };
    const csrf = csrfIn(await service.call('GET', '/me/requests/new?kind=complaint', { headers }));
    const form = { csrf, kind: 'complaint', message: 'Nobody answers me.' };
    const letter = sure(await service.call('POST', '/me/requests', { form, headers })).text;
    expect(quoted(letter)).toEqual(['Nobody answers me.']);
    expect(letter).toMatch(/<\/blockquote><p class="quiet">This was done through a sign-in link that/);
  });

  it('the package of a copy holds them, and nobody reads them once the person is erased', async () => {
    const self = await somebody();
    const id = await asks(self, { kind: 'access', message: 'All that you have, please.' });
    await step(id, 'verify', { level: 'account-reauth', reason: 'Signed in again.' });
    await step(id, 'fulfil', {});
    const { body } = sure(await service.call('GET', `/v1/requests/${id}/package`, officer));
    const told = body.letter.sections.flatMap(({ quotes = [] }: { quotes?: object[] }) => quotes);
    expect(told).toEqual([{ words: 'All that you have, please.', language: 'en' }]);
    const folder = await fetch(`${service.url}/me/requests/${id}/package`, { headers: await signedIn(service, self) });
    const files = await unzipped(new Uint8Array(await folder.arrayBuffer()));
    expect(quoted(String(files.get('letter.html')))).toEqual(['All that you have, please.']);
    const desk = await atTheConsole(service, 'officer', ['requests']);
    const shown = sure(await service.call('GET', `/console/requests/${id}/letter`, { headers: desk })).text;
    expect(quoted(shown)).toEqual(['All that you have, please.']);
    const gone = await asks(self, { kind: 'erasure', message: 'I have had enough.' });
    expect(quoted(await letterTo(self, gone))).toEqual(['I have had enough.']);
    await step(gone, 'verify', { level: 'reasonable', reason: 'Called back.' });
    await step(gone, 'fulfil', { reason: 'You asked for it.' });
    for (const each of [id, gone]) {
      const { text } = await service.call('GET', `/v1/requests/${each}/package`, officer);
      expect(text).not.toMatch(/All that you have|I have had enough/);
    }
  });
});
