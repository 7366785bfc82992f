import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleScopes } from '../../src/vocabulary/scope.ts';
import { ADA, aCustomer, sure } from '../given/a-shop.ts';
import { axeFaults, overflowOf } from '../given/axe.ts';
import { aBrowser, aPage, hasBrowser, signedInAtConsole, type Watched } from '../given/browser.ts';
import { aBank, contest, decline, NINA } from '../given/review/a-review.ts';
import { aService, type RunningService } from '../given/service.ts';
import { aColleague } from '../given/signing-in.ts';

const widths = [1280, 360] as const;

describe.runIf(hasBrowser)('the console in a real browser', () => {
  let service: RunningService;
  let browser: Browser;
  let watched: Watched;
  let review = '';
  let request = '';
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aBank(service);
    review = sure(await contest(service, await decline(service), { corrections: [{ name: 'income', value: 2400 }] }))
      .body.id;
    request = sure(
      await service.call('POST', '/v1/me/requests', {
        json: { kind: 'access', message: 'Everything, please.' },
        self: ADA,
      }),
    ).body.id;
    for (const id of ['yan', 'zoe']) await aColleague(service, id);
    await erases('yan', 'customer:gone-soon');
    browser = await aBrowser();
    watched = await signedInAtConsole(browser, service, await service.consoleLink(NINA, consoleScopes));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });

  async function erases(sub: string, subject: string): Promise<void> {
    await aCustomer(service, subject);
    const told = await service.call('POST', `/v1/subjects/${subject}/erasure`, { json: {}, scope: 'admin', sub });
    expect(told.status).toBe(202);
  }

  /** Wide and narrow: nothing sticks out, nothing complains, everything is reachable by name. */
  async function expectGood(): Promise<void> {
    const { page } = watched;
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect([page.url(), width, await overflowOf(page)]).toEqual([page.url(), width, 0]);
      expect([page.url(), await axeFaults(page)]).toEqual([page.url(), []]);
    }
    expect(watched.complaints).toEqual([]);
    for (const url of watched.fetched) expect(url.startsWith(`${service.url}/`), url).toBe(true);
  }

  it.each([
    '',
    '/reviews',
    '/reviews?show=ended',
    '/requests',
    '/connected',
    '/desk',
    '/customers',
    '/systems',
    '/systems/loan-check',
    '/oversight',
    '/trust',
    '/trust?months=3&aiSystem=loan-check',
    '/reports',
    '/reports/requests?from=2026-01-01&to=2026-12-31&regime=EU',
    '/reports/processing',
    '/reports/assessments',
    '/confirmations',
    '/ledger',
    '/ledger?kind=uses&from=2026-11-02&to=2026-11-02&aiSystem=loan-check',
    '/ledger?actor=act_nobody&before=5',
    '/ledger/entries/0/1',
    '/ledger/entries/0/5?kind=people',
  ])(
    '/console%s is good to read, wide and narrow',
    async (path) => {
      await watched.page.goto(`${service.url}/console${path}`);
      await expectGood();
    },
    60_000,
  );

  it('what a colleague proposed is read, counted in the navigation, and confirmed by keyboard after a second yes', async () => {
    const { page } = watched;
    const waiting = async (count: number): Promise<void> => {
      const link = page.locator('nav a', { hasText: 'To confirm' });
      const words = (await link.innerText()).replaceAll(/\s+/g, ' ');
      expect(words).toMatch(count === 0 ? /^To confirm$/ : /^To confirm ?1 ?, one waits$/);
    };
    await page.goto(`${service.url}/console/requests`);
    await waiting(1);
    await page.getByRole('link', { name: /^To confirm/ }).focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const section = page.getByRole('region', { name: 'Erase everything about a person' });
    expect(await section.innerText()).toContain('Nobody can bring it back.');
    const confirm = section.getByRole('button', { name: 'Confirm' });
    await confirm.focus();
    await page.keyboard.press('Enter');
    // The browser asks for the second yes before anything is sent.
    expect(page.url()).toBe(`${service.url}/console/confirmations`);
    expect((await service.call('GET', '/v1/subjects/customer:gone-soon', { scope: 'consent' })).status).toBe(200);
    await section.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await confirm.focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await expectGood();
    expect(await page.locator('main').innerText()).toContain('Nothing waits for a second person.');
    expect(await page.locator('main table').innerText()).toContain('Confirmed');
    await waiting(0);
    expect((await service.call('GET', '/v1/subjects/customer:gone-soon', { scope: 'consent' })).status).toBe(410);
  }, 60_000);

  it('whoever proposed something sees that it waits for somebody else, and takes it back', async () => {
    await erases('yan', 'customer:stays');
    const own = await aPage(browser);
    await own.page.goto(await service.consoleLink('yan', consoleScopes));
    await own.page.locator('main button').click();
    await own.page.goto(`${service.url}/console/confirmations`);
    const section = own.page.getByRole('region', { name: 'Erase everything about a person' });
    expect(await section.innerText()).toContain('You proposed this, so a colleague decides.');
    expect(await section.getByRole('button').allInnerTexts()).toEqual(['Take it back']);
    await Promise.all([own.page.waitForNavigation(), section.getByRole('button').click()]);
    expect(await own.page.locator('main table').innerText()).toContain('Refused or taken back');
    expect((await service.call('GET', '/v1/subjects/customer:stays', { scope: 'consent' })).status).toBe(200);
    expect(own.complaints).toEqual([]);
    await own.page.close();
  }, 60_000);

  it('a request is, with every step opened', async () => {
    await watched.page.goto(`${service.url}/console/requests/${request}`);
    for (const summary of await watched.page.locator('main summary').all()) await summary.click();
    await expectGood();
  }, 60_000);

  it('a review is gone through with the keyboard alone, from taking it to its end', async () => {
    const { page } = watched;
    const press = async (name: string): Promise<void> => {
      const button = page.getByRole('button', { name, exact: true });
      await button.focus();
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      await expectGood();
    };
    await page.goto(`${service.url}/console/reviews/${review}`);
    await press('I will review it');
    await press('Open the evidence');
    service.clock.wind(45_000);
    await page.getByRole('radio', { name: 'For the person' }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Why?').focus();
    await page.keyboard.type('Her payslip of May shows an income above the line for this loan.');
    await press('Record my view');
    expect(await page.locator('main').innerText()).toContain('declined');
    service.clock.wind(45_000);
    await page.getByRole('radio', { name: /^The decision is changed/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('textbox', { name: 'The new result' }).focus();
    await page.keyboard.type('accepted');
    await page.getByLabel('Your reasons').focus();
    await page.keyboard.type('The payslip of May shows 2,400 a month, which is above the line for this loan.');
    await press('End the review');
    const ended = await page.locator('main').innerText();
    expect(ended).toContain('Counts as a decision by a person');
    expect(ended).toContain('The payslip of May shows 2,400 a month');
    expect(ended).not.toMatch(/in \d+ days/);
  }, 120_000);

  it('the desk finds somebody, and what helps them opens by keyboard', async () => {
    const { page } = watched;
    await page.goto(`${service.url}/console/desk`);
    await page.getByLabel('Customer').fill('42');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const summary = page.locator('summary', { hasText: 'Loan check' });
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('main').innerText()).toContain('It compares your income');
    await expectGood();
  }, 60_000);

  it('the first stop of the keyboard leads past the navigation', async () => {
    const { page } = watched;
    await page.goto(`${service.url}/console`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  }, 60_000);
});
