/** What somebody meets who fills in our forms in a real browser, without a script: that it worked, or what did not. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { consoleScopes } from '../../src/vocabulary/scope.ts';
import { ADA, aShop, says, sure, use } from '../given/a-shop.ts';
import { axeFaults } from '../given/axe.ts';
import { aBrowser, aPage, hasBrowser, type Watched } from '../given/browser.ts';
import { aBank, contest, decline, NINA, OMAR } from '../given/review/a-review.ts';
import { aService, type RunningService } from '../given/service.ts';

const variables = {
  CANDOR_PRIVACY_URL: 'https://www.example.com/privacy',
  CANDOR_HELP_URL: 'https://www.example.com/help',
};

/** What the keyboard is at, and the title of the page: what a screen reader says first. */
const heard = (page: Page) =>
  page.evaluate(() => ({ at: document.activeElement?.id ?? '', title: document.title.split(' · ')[0] ?? '' }));

describe.runIf(hasBrowser)('a form in a real browser', () => {
  let service: RunningService;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let decision = '';
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite', variables });
    await aShop(service);
    const purpose = examples.find(({ endpoint }) => endpoint === 'putPurpose')?.body as object;
    const json = { ...purpose, defaultNotice: 'support-notice' };
    sure(await service.call('PUT', '/v1/purposes/support-drafts', { json, scope: 'registry', sub: 'officer' }));
    await aBank(service);
    sure(await says(service, 'given'));
    sure(await use(service));
    decision = await decline(service);
    browser = await aBrowser();
    watched = await aPage(browser);
    page = watched.page;
    await page.goto(await service.link(ADA));
    await pressed(page.locator('main button'));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });
  const pressed = (button: ReturnType<Page['locator']>) => Promise.all([page.waitForNavigation(), button.click()]);

  it('a switch on the page of AI use leads back to its own card, which says how it stands now', async () => {
    await page.goto(`${service.url}/me`);
    await pressed(page.locator('button.switch').first());
    expect(new URL(page.url()).pathname).toBe('/me');
    expect(await heard(page)).toEqual({ at: 'saved', title: 'How AI uses your data' });
    const said = page.getByRole('article', { name: 'Support assistant' }).getByRole('status');
    expect(await said.innerText()).toMatch(/^Saved\. You took back your yes on 2 November 2026$/);
    expect(await page.getByRole('status').count()).toBe(1);
  }, 60_000);

  it('so does a button among the choices, also one that covers everything', async () => {
    service.clock.wind(1000);
    await page.goto(`${service.url}/me/choices`);
    await pressed(page.getByRole('article', { name: 'Faster answers' }).getByRole('button', { name: /^Yes, I agree/ }));
    expect(await heard(page)).toEqual({ at: 'saved', title: 'Your choices' });
    expect(await page.getByRole('article', { name: 'Faster answers' }).getByRole('status').innerText()).toContain(
      'Saved. You agreed on 2 November 2026',
    );
    await pressed(page.locator('section:has(#more) button').first());
    expect([await heard(page), await page.getByRole('status').innerText()]).toEqual([
      { at: 'saved', title: 'Your choices' },
      'Saved.',
    ]);
  }, 60_000);

  it('a request whose answer is loaded again is filed once, and a second form files a second one', async () => {
    const count = async (): Promise<number> =>
      sure(await service.call('GET', '/v1/me/requests', { self: ADA })).body.items.length;
    const before = await count();
    const send = async (): Promise<void> => {
      await page.goto(`${service.url}/me/requests/new?kind=complaint`);
      await page.getByLabel(/^Your words/).fill('I waited too long.');
      await pressed(page.getByRole('button', { name: 'Send' }));
    };
    await send();
    const shown = await page.locator('main').innerText();
    await page.reload();
    expect([await page.locator('main').innerText(), await count()]).toEqual([shown, before + 1]);
    await send();
    expect(await count()).toBe(before + 2);
  }, 60_000);

  it('an amount that is none is refused at its field, heard first, and nothing that was typed is lost', async () => {
    await page.goto(`${service.url}/me/decisions/${decision}/contest`);
    await page.getByLabel('What do you want to say?').fill('My income is higher.');
    const income = page.getByLabel('Right value for Your income a month');
    await income.fill('abc');
    await pressed(page.getByRole('button', { name: 'Send' }));
    expect(await heard(page)).toEqual({ at: 'error', title: 'That did not work: I do not agree with this decision' });
    expect(await page.getByRole('alert').innerText()).toContain('Write it in digits, such as 1860.');
    const about = (name: string) => income.getAttribute(name);
    expect([await about('aria-invalid'), await about('aria-describedby'), await income.inputValue()]).toEqual([
      'true',
      'error correction-0-was',
      'abc',
    ]);
    const statement = page.getByLabel('What do you want to say?');
    expect([await statement.getAttribute('aria-invalid'), await statement.inputValue()]).toEqual([
      null,
      'My income is higher.',
    ]);
    await income.fill('2,400');
    await pressed(page.getByRole('button', { name: 'Send' }));
    expect(await page.locator('main').innerText()).toContain('Your income a month: it should be 2400');
  }, 60_000);

  it('a step at the console that is refused is heard first, too', async () => {
    const review = sure(await contest(service, await decline(service))).body.id;
    await page.goto(await service.consoleLink(NINA, consoleScopes));
    await pressed(page.locator('main button'));
    await page.goto(`${service.url}/console/reviews/${review}`);
    await pressed(page.getByRole('button', { name: 'I will review it' }));
    await pressed(page.getByRole('button', { name: 'Open the evidence' }));
    await page.evaluate(() => {
      for (const field of document.querySelectorAll('[required]')) field.removeAttribute('required');
    });
    await pressed(page.getByRole('button', { name: 'Record my view' }));
    expect([(await heard(page)).at, await axeFaults(page)]).toEqual(['error', []]);
    await page.getByRole('radio', { name: 'For the person' }).check();
    await page.getByLabel('Why?').fill('ok');
    await pressed(page.getByRole('button', { name: 'Record my view' }));
    const { at, title } = await heard(page);
    expect([at, title]).toEqual(['error', 'That did not work: Review: Loan check']);
  }, 60_000);

  it('a colleague is chosen from those who review, by name, and the review is theirs then', async () => {
    const review = sure(await contest(service, await decline(service))).body.id;
    await page.goto(`${service.url}/console/reviews/${review}`);
    await page.locator('summary', { hasText: 'Ask a colleague instead' }).click();
    const choice = page.getByLabel('Colleague', { exact: true });
    expect(await choice.locator('option').allInnerTexts()).toEqual(['Name of omar (omar)', 'Name of tara (tara)']);
    await choice.selectOption({ label: 'Name of omar (omar)' });
    await pressed(page.getByRole('button', { name: 'Ask them' }));
    expect(await page.locator('main').innerText()).toContain('A colleague has this review.');
    expect((await service.house.review(review))?.seats.first?.reviewer).toBe(service.house.actorOf(OMAR));
  }, 60_000);

  it('somebody on a phone stops an AI system above its decisions, and reads that it stopped', async () => {
    await page.setViewportSize({ width: 360, height: 700 });
    await page.goto(`${service.url}/console/systems/loan-check`);
    const top = async (name: string): Promise<number> =>
      (await page.getByRole('heading', { name, exact: true }).boundingBox())?.y ?? 0;
    expect(await top('Stop this AI system')).toBeLessThan(await top('Decisions it took part in'));
    await page.getByLabel('Why').fill('It declines people with a new job.');
    await pressed(page.getByRole('button', { name: 'Stop it now' }));
    expect([(await heard(page)).at, await page.getByRole('status').innerText()]).toEqual(['saved', 'Stopped']);
    await pressed(page.getByRole('button', { name: 'Let it run again' }));
    expect([(await heard(page)).at, await page.getByRole('status').innerText()]).toEqual(['saved', 'Running']);
    await page.goto(`${service.url}/console/systems/loan-check?done=stopped`);
    expect(await page.getByRole('status').count()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  }, 60_000);

  it('a day among many entries of the own record is one step away, and so is the way back', async () => {
    service.clock.wind(20 * 86_400_000);
    sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'complaint' }, self: ADA }));
    await page.goto(await service.link(ADA));
    await pressed(page.locator('main button'));
    await page.goto(`${service.url}/me/ledger`);
    const days = () => page.locator('tbody td[data-name="When"]').allInnerTexts();
    expect((await days())[0]).toContain('22 November 2026');
    await page.getByLabel('Go to a day').fill('2026-11-10');
    await pressed(page.getByRole('button', { name: 'Go', exact: true }));
    expect((await days())[0]).toContain('2 November 2026');
    expect(await page.getByLabel('Go to a day').inputValue()).toBe('2026-11-10');
    await pressed(page.getByRole('link', { name: 'Newest' }));
    expect((await days())[0]).toContain('22 November 2026');
  }, 60_000);

  it('what was written stands on the page that says that the session has ended', async () => {
    await page.goto(`${service.url}/me/requests/new?kind=complaint`);
    const words = 'It took three weeks.\nNobody told me why.';
    await page.getByLabel(/^Your words/).fill(words);
    service.clock.wind(2 * 3_600_000);
    await pressed(page.getByRole('button', { name: 'Send' }));
    expect((await heard(page)).title).toBe('Please sign in');
    expect(await page.getByRole('textbox', { name: 'What you had written' }).inputValue()).toBe(words);
    expect(await axeFaults(page)).toEqual([]);
  }, 60_000);

  it('of another site stands nowhere', async () => {
    const form = { csrf: 'x', kind: 'complaint', message: 'Words of somebody else.' };
    const headers = { accept: 'text/html', origin: 'https://elsewhere.example' };
    const told = await service.call('POST', '/me/requests', { form, headers });
    expect([told.status, told.text.includes('Words of somebody else')]).toEqual([403, false]);
  });

  it('stands on a page that leads to what the company says elsewhere, as far as it is configured', async () => {
    for (const path of ['/me/requests/new', '/v1/register', '/me/nowhere']) {
      await page.goto(`${service.url}${path}`);
      const foot = page.locator('footer');
      const link = (name: string) => foot.getByRole('link', { name, exact: true });
      expect(await link('Privacy notice').getAttribute('href')).toBe(variables.CANDOR_PRIVACY_URL);
      expect(await link('Help').getAttribute('href')).toBe(variables.CANDOR_HELP_URL);
      expect(await link('Accessibility').count()).toBe(0);
    }
  }, 60_000);
});
