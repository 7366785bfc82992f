/** Two whole stories in a real browser, told once and walked with a mouse, without script, and by keyboard alone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { consoleScopes } from '../../src/vocabulary/scope.ts';
import { aCustomer, aShop, says, sure, use } from '../given/a-shop.ts';
import { aBrowser, hasBrowser } from '../given/browser.ts';
import { type Hands, hands, type Way, ways } from '../given/hands.ts';
import { aBank, contest, decline, NINA } from '../given/review/a-review.ts';
import { aService, type RunningService } from '../given/service.ts';
import { layOut, unzipped } from '../given/unzipped.ts';

const LOOK_MS = 45_000;

describe.runIf(hasBrowser)('a whole story', () => {
  let service: RunningService;
  let browser: Browser;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite', variables: { CANDOR_COMPANY: 'Alder Bank' } });
    await aShop(service);
    const purpose = examples.find(({ endpoint }) => endpoint === 'putPurpose')?.body as object;
    const json = { ...purpose, defaultNotice: 'support-notice' };
    sure(await service.call('PUT', '/v1/purposes/support-drafts', { json, scope: 'registry', sub: 'officer' }));
    await aBank(service);
    browser = await aBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });

  const officer = async (id: string, step: string, json: object): Promise<void> =>
    void sure(await service.call('POST', `/v1/requests/${id}/${step}`, { json, scope: 'requests', sub: 'officer' }));
  const mainOf = ({ page }: Hands): Promise<string> => page.locator('main').innerText();
  const button = ({ page }: Hands, name: string): Locator => page.getByRole('button', { name, exact: true });
  const link = ({ page }: Hands, name: string | RegExp): Locator => page.getByRole('link', { name }).first();
  /** Somebody of their own for each way, with a yes, a use and a decision against them. */
  async function somebody(way: Way, story: string): Promise<string> {
    const person = `customer:${story}-${ways.indexOf(way)}`;
    await aCustomer(service, person);
    sure(await says(service, 'given', person));
    sure(await use(service, person));
    return person;
  }
  async function comesIn(who: Hands, address: string, to: string): Promise<void> {
    await who.page.goto(address);
    await who.follow(who.page.locator('main button').first());
    expect(new URL(who.page.url()).pathname).toBe(to);
  }

  it('by keyboard would notice a page that keeps it, hides it, sends it up or leaves somebody out', async () => {
    const me = await hands(browser, 'by keyboard alone');
    const bad = `<!doctype html><html lang="en"><title>Bad</title><style>
      main { display: flex; flex-direction: column-reverse } 
      :focus-visible { outline: 3px solid } #bare:focus { outline: none }</style>
      <main><a href="#1">One</a><a href="#2">Two</a><button id="bare">Three</button></main>
      <button id="kept">Four</button><a href="#5">Five</a>
      <script>onkeydown = (event) => void (event.target.id === 'kept' && event.preventDefault());</script>`;
    await me.page.route('**/*', (asked) =>
      asked.fulfill({
        contentType: 'text/html',
        body: asked.request().url().endsWith('/bad') ? bad : '<a href="/bad" style="outline: 3px solid">On</a>',
      }),
    );
    await me.page.goto('http://pages.example/');
    await me.follow(me.page.getByRole('link', { name: 'On' }));
    expect([...new Set(me.complaints)]).toEqual([
      '/bad: a "Two" stands above a "One", and comes after it',
      '/bad: button#bare "Three" shows no ring',
      '/bad: button#bare "Three" stands above a "Two", and comes after it',
      '/bad: the keyboard meets 4 of 5',
      expect.stringMatching(/^\/bad: button#kept "Four" at \d+, \d+ keeps the keyboard$/),
    ]);
    await me.close();
  });

  describe.each(ways)('of a customer, %s', (way) => {
    let me: Hands;
    let person = '';
    let folder = '';
    beforeAll(async () => {
      person = await somebody(way, 'mara');
      await decline(service, { subject: person });
      me = await hands(browser, way);
    });
    afterAll(async () => {
      if (folder !== '') rmSync(folder, { recursive: true });
      await me?.close();
    });
    const asksFor = async (kind: string, words: string): Promise<string> => {
      await me.follow(link(me, 'Your requests'));
      await me.follow(link(me, 'Ask for something'));
      await me.pick(me.page.getByLabel('What do you want?'), kind);
      await me.write(me.page.getByLabel(/^Your words/), words);
      await me.follow(button(me, 'Send'));
      const { items } = sure(await service.call('GET', '/v1/me/requests', { self: person })).body;
      return items[0].id;
    };

    it('signs in and understands why they were declined', async () => {
      await comesIn(me, await service.link(person), '/me');
      await me.follow(me.page.locator('a[href^="/me/decisions/"]').first());
      expect(await mainOf(me)).toContain('Your loan: declined');
      await me.press(me.page.locator('summary').nth(1));
      expect(await mainOf(me)).toContain('your application');
    });

    it('takes back a yes, and sees it bite', async () => {
      await me.follow(link(me, 'AI and your data'));
      await me.follow(me.page.locator('button.switch').first());
      expect(await me.page.getByRole('status').innerText()).toContain('Saved. You took back your yes');
      service.clock.wind(1000);
      expect((await use(service, person)).body.allowed).toBe(false);
      await me.follow(link(me, 'Your record'));
      expect(await mainOf(me)).toContain('asked for your data for “Faster answers” and was refused.');
    });

    it('does not agree with the decision, and reads that somebody looks at it', async () => {
      await me.follow(link(me, 'AI and your data'));
      await me.follow(me.page.locator('a[href$="/contest"]').first());
      await me.write(me.page.getByLabel('What do you want to say?'), 'My income is higher since May.');
      await me.write(me.page.getByLabel('Right value for Your income a month'), '2400');
      await me.follow(button(me, 'Send'));
      expect(await mainOf(me)).toContain('Your income a month: it should be 2400');
    });

    it('asks for a copy, downloads it and checks that nothing was changed', async () => {
      const id = await asksFor('Get a copy', 'Everything, please.');
      await officer(id, 'verify', { level: 'reasonable', reason: 'seen' });
      await officer(id, 'fulfil', { reason: 'done' });
      await me.follow(link(me, 'Your requests'));
      await me.follow(me.page.locator(`a[href="/me/requests/${id}"]`));
      const file = await me.fetch(link(me, /^Download everything/));
      folder = mkdtempSync(join(tmpdir(), 'candor-story-'));
      layOut(await unzipped(readFileSync(await file.path())), folder);
      const signedIn = me.page.url();
      await me.page.goto(pathToFileURL(join(folder, 'index.html')).href);
      if (way.endsWith('without script')) {
        expect(await mainOf(me)).toContain('Checking needs the script in this folder.');
      } else {
        await me.give(me.page.locator('#check-folder'), folder);
        await me.page.locator('#check[data-state="good"], #check[data-state="bad"]').waitFor();
        expect(await me.page.locator('#check-outcome').innerText()).toContain('Nothing was changed');
      }
      await me.page.goto(signedIn);
    });

    it('asks to be erased and is gone, and met nothing that stood in the way', async () => {
      const id = await asksFor('Delete it', 'All of it.');
      expect(await mainOf(me)).toContain('Your request');
      await officer(id, 'verify', { level: 'reasonably-high', reason: 'seen' });
      await officer(id, 'fulfil', { reason: 'done' });
      expect(me.complaints).toEqual([]);
      const left = me.page.waitForNavigation();
      await me.press(link(me, 'Your requests'));
      expect((await left)?.status()).toBe(401);
      expect((await service.call('GET', `/v1/subjects/${person}`, { scope: 'consent' })).status).toBe(410);
    });
  });

  describe.each(ways)('of an officer, %s', (way) => {
    let me: Hands;
    let person = '';
    const asked: Record<string, string> = {};
    let review = '';
    beforeAll(async () => {
      person = await somebody(way, 'olga');
      sure(await says(service, 'withdrawn', person));
      service.clock.wind(1000);
      expect((await use(service, person)).body.allowed).toBe(false);
      for (const kind of ['access', 'rectification']) {
        const json = { kind, message: 'Please do that for me.' };
        asked[kind] = sure(await service.call('POST', '/v1/me/requests', { json, self: person })).body.id;
      }
      // Whoever answered a request of theirs does not look at their decision again.
      const other = await somebody(way, 'omar');
      review = sure(await contest(service, await decline(service, { subject: other }), { self: other })).body.id;
      me = await hands(browser, way);
    });
    afterAll(() => me?.close());
    const takes = async (step: string, fill: (form: Locator) => Promise<void>): Promise<void> => {
      await me.press(me.page.locator('main summary').filter({ hasText: step }));
      const form = me.page.locator('form').filter({ has: button(me, step) });
      await fill(form);
      await me.follow(form.getByRole('button', { name: step, exact: true }));
    };
    const reason = (words: string) => (form: Locator) => me.write(form.getByLabel('In your own words'), words);

    it('signs in, and the work that is due leads to a request', async () => {
      await comesIn(me, await service.consoleLink(NINA, consoleScopes), '/console');
      await me.follow(me.page.locator(`main a[href="/console/requests/${asked['access']}"]`).first());
      expect(await mainOf(me)).toContain('Please do that for me.');
    });

    it('makes sure who asks, takes more time as the law allows, and answers', async () => {
      await takes('I have made sure who is asking', async (form) => {
        await me.pick(form.locator('select'), await form.locator('option').last().innerText());
        await reason('Their passport was seen.')(form);
      });
      await takes('More time is needed', reason('Many systems hold something.'));
      expect(await mainOf(me)).toContain('Many systems hold something.');
      await takes('Answer it', reason('All of it is in the letter.'));
      expect(await mainOf(me)).toContain('All of it is in the letter.');
    });

    it('refuses another on a ground that law knows', async () => {
      await me.follow(link(me, 'Requests'));
      await me.follow(me.page.locator(`main a[href="/console/requests/${asked['rectification']}"]`).first());
      await takes('Refuse it', async (form) => {
        await me.tick(form.getByRole('radio').nth(1));
        await reason('It was compared with what the employer confirmed.')(form);
      });
      expect(await mainOf(me)).toContain('It was compared with what the employer confirmed.');
    });

    it('decides about a decision that somebody does not agree with', async () => {
      await me.follow(link(me, 'Reviews'));
      await me.follow(me.page.locator(`main a[href="/console/reviews/${review}"]`).first());
      await me.follow(button(me, 'I will review it'));
      await me.follow(button(me, 'Open the evidence'));
      service.clock.wind(LOOK_MS);
      await me.tick(me.page.getByRole('radio', { name: 'For the person' }));
      await me.write(me.page.getByLabel('Why?'), 'Her payslip of May shows an income above the line for this loan.');
      await me.follow(button(me, 'Record my view'));
      service.clock.wind(LOOK_MS);
      await me.tick(me.page.getByRole('radio', { name: /^The decision is changed/ }));
      await me.write(me.page.getByRole('textbox', { name: 'The new result' }), 'accepted');
      await me.write(
        me.page.getByLabel('Your reasons'),
        'The payslip of May shows 2,400 a month, which is above the line for this loan.',
      );
      await me.follow(button(me, 'End the review'));
      expect(await mainOf(me)).toContain('Counts as a decision by a person');
    });

    it('stops an AI system, and lets it run again', async () => {
      await me.follow(link(me, 'AI systems'));
      await me.follow(link(me, 'Loan check'));
      await me.write(me.page.getByLabel('Why').first(), 'It declines people with a new job.');
      await me.follow(button(me, 'Stop it now'));
      expect(await me.page.getByRole('status').innerText()).toBe('Stopped');
      await me.follow(button(me, 'Let it run again'));
      expect(await me.page.getByRole('status').innerText()).toBe('Running');
    });

    it('writes the next version of a notice, sees it in every language, and publishes it', async () => {
      await me.follow(link(me, 'Consents and notices'));
      await me.follow(me.page.locator('main a[href="/console/notices/notice/support-notice"]'));
      const nth = ways.indexOf(way) + 1;
      const texts = {
        en: `A machine drafts answer ${nth} for you. A person reads it first.`,
        de: `Eine Maschine entwirft Antwort ${nth}. Ein Mensch liest sie zuerst.`,
        fr: `Une machine prépare la réponse ${nth}. Une personne la lit d’abord.`,
        es: `Una máquina prepara la respuesta ${nth}. Una persona la lee antes.`,
      };
      const more = me.page.locator('main summary').filter({ hasText: 'Other languages' });
      if ((await more.count()) > 0) await me.press(more);
      for (const [language, text] of Object.entries(texts)) {
        const field = me.page.locator(`[id="write-title.${language}"]`);
        if ((await field.inputValue()) === '') await me.write(field, `Help ${language}`);
        await me.write(me.page.locator(`[id="write-body.${language}"]`), text);
      }
      await me.follow(button(me, 'See it as people will'));
      const seen = await me.page.locator('section:has(#preview)').innerText();
      for (const text of Object.values(texts)) expect(seen).toContain(text);
      await me.follow(me.page.getByRole('button', { name: /^Publish version \d+$/ }));
      expect(await me.page.getByRole('status').filter({ hasText: 'is published' }).innerText()).toMatch(/Version \d+/);
      const { body } = sure(await service.call('GET', '/v1/notices/support-notice', { scope: 'registry' }));
      expect(body.body).toMatchObject(texts);
    });

    it('writes a notice that nobody had written, and publishes its first version', async () => {
      const key = `offers-${ways.indexOf(way)}`;
      await me.follow(link(me, 'Consents and notices'));
      await me.follow(link(me, 'Write a new notice'));
      await me.write(me.page.getByLabel('Short name'), key);
      await me.follow(button(me, 'Go on'));
      await me.write(me.page.locator('[id="write-title.en"]'), 'May AI draft your answers?');
      await me.write(me.page.locator('[id="write-body.en"]'), 'A machine drafts an answer. A person reads it first.');
      await me.follow(button(me, 'See it as people will'));
      expect(await me.page.locator('section:has(#preview)').innerText()).toContain('May AI draft your answers?');
      await me.follow(button(me, 'Publish version 1'));
      expect(await mainOf(me)).toContain('Version 1 is published.');
    });

    it('finds an odd use in the audit and proves its entry', async () => {
      await me.follow(link(me, 'Ledger audit'));
      await me.press(me.page.locator('main summary').filter({ hasText: 'Set filters' }));
      await me.pick(me.page.getByLabel('What', { exact: true }), 'Use refused');
      await me.follow(button(me, 'Show these'));
      await me.follow(me.page.locator('.audit-table a[href*="/console/ledger/entries/"]').first());
      expect(await mainOf(me)).toMatch(/Proved to be in the record[\s\S]*The hashes lead to the signed root/);
      const proof = await me.fetch(me.page.locator('main a[href$="/proof"]'));
      expect(JSON.parse(readFileSync(await proof.path(), 'utf8'))).toHaveProperty('leafHash');
      await me.follow(button(me, 'Check now'));
      expect(await me.page.getByRole('status').innerText()).toMatch(/\d/);
    });

    it('met nothing that stood in the way', () => {
      expect(me.complaints).toEqual([]);
    });
  });
});
