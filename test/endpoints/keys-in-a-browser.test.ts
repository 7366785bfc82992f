import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleScopes } from '../../src/vocabulary/scope.ts';
import { ADA, sure } from '../given/a-shop.ts';
import { axeFaults, overflowOf } from '../given/axe.ts';
import { aBrowser, hasBrowser, signedInAtConsole, type Watched } from '../given/browser.ts';
import { aBank, NINA } from '../given/review/a-review.ts';
import { aService, type RunningService } from '../given/service.ts';

describe.runIf(hasBrowser)('the keys of the console in a real browser', () => {
  let service: RunningService;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aBank(service);
    for (const kind of ['access', 'portability', 'rectification'])
      sure(await service.call('POST', '/v1/me/requests', { json: { kind, message: 'Please.' }, self: ADA }));
    browser = await aBrowser();
    watched = await signedInAtConsole(browser, service, await service.consoleLink(NINA, consoleScopes));
    page = watched.page;
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });

  const requests = () => page.goto(`${service.url}/console/requests`);
  /** The row that has the focus, counted from one. */
  const row = (): Promise<number> =>
    page.evaluate(
      () => [...document.querySelectorAll('main tbody tr a')].indexOf(document.activeElement as Element) + 1,
    );
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('go from row to row, stop at the ends, and open the row', async () => {
    await requests();
    await press('j');
    expect(await row()).toBe(1);
    await press('j', 'j', 'j', 'j');
    expect(await row()).toBe(3);
    await press('k');
    expect(await row()).toBe(2);
    const href = await page.locator('main tbody tr a').nth(1).getAttribute('href');
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    expect(new URL(page.url()).pathname).toBe(href);
  }, 60_000);

  it('lead to the filters, or to the search where there is one', async () => {
    await requests();
    await press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('kind');
    await page.goto(`${service.url}/console/customers`);
    await press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  }, 60_000);

  it('do nothing while somebody types, or with a key of the browser held', async () => {
    await page.goto(`${service.url}/console/customers`);
    await press('/');
    await page.keyboard.type('jk/?');
    expect(await page.locator('main input[type=text]').inputValue()).toBe('jk/?');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    await requests();
    await press('Alt+j');
    expect(await row()).toBe(0);
  }, 60_000);

  it('are listed by a help that reads well, wide and narrow', async () => {
    await requests();
    await press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    expect(await help.innerText()).toContain('Next row');
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await overflowOf(page), await axeFaults(page)]).toEqual([width, 0, []]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await press('j');
    expect(await row()).toBe(0);
    await press('Escape');
    expect(await help.isVisible()).toBe(false);
    expect(watched.complaints).toEqual([]);
  }, 60_000);

  it('can be turned off in a browser, stay off there, and be turned on again without a key', async () => {
    await requests();
    await page.getByRole('button', { name: 'Keyboard' }).click();
    await page.getByRole('checkbox', { name: 'Use shortcuts in this browser' }).uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await press('j', '?');
    expect([await row(), await page.locator('#keys').isVisible()]).toEqual([0, false]);
    await requests();
    await press('j');
    expect(await row()).toBe(0);
    await page.getByRole('button', { name: 'Keyboard' }).click();
    await page.getByRole('checkbox', { name: 'Use shortcuts in this browser' }).check();
    await press('Escape', 'j');
    expect(await row()).toBe(1);
  }, 60_000);

  it('are not spoken of where scripts do not run', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const plain = await context.newPage();
    await plain.goto(`${service.url}/console/requests`);
    expect(await plain.locator('main tbody tr').count()).toBe(3);
    expect(await plain.getByText('Keyboard').filter({ visible: true }).count()).toBe(0);
    await context.close();
  }, 60_000);
});
