/**
 * Notices in a real browser: what is hard to read is said while somebody types, and a version is published with the
 * keyboard alone, with the script and without.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop } from '../given/a-shop.ts';
import { axeFaults, openAll, overflowOf } from '../given/axe.ts';
import { aBrowser, hasBrowser, signedInAtConsole, type Watched } from '../given/browser.ts';
import { aService, type RunningService } from '../given/service.ts';

const PATH = '/console/notices/notice/support-notice';

describe.runIf(hasBrowser)('notices in a real browser', () => {
  let service: RunningService;
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    browser = await aBrowser();
    watched = await signedInAtConsole(browser, service, await service.consoleLink('omar', ['registry']));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });

  it('says under the field what is hard to read as somebody types, and that it is easy once it is', async () => {
    const { page } = watched;
    await page.goto(`${service.url}${PATH}?language=en`);
    const field = page.locator('#write-body\\.en');
    const says = page.locator('[data-plain-of="body.en"]');
    await field.fill('Pursuant to the law we use your data.');
    await says.getByText('is stiff. Better:').waitFor();
    await field.fill('The law lets us use your data.');
    await says.getByText('Easy to read.').waitFor();
    expect(watched.complaints).toEqual([]);
  }, 60_000);

  it.each([true, false])(
    'a version is seen and published with the keyboard alone, with script: %s',
    async (script) => {
      const context = await browser.newContext({ javaScriptEnabled: script, locale: 'en' });
      await context.addCookies(await watched.page.context().cookies());
      const page = await context.newPage();
      await page.goto(`${service.url}${PATH}?language=en`);
      await page.locator('#write-body\\.en').focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(`We read every chat that you send us, with script ${script}.`);
      await page.getByRole('button', { name: 'See it as people will' }).focus();
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      await page.getByRole('button', { name: /^Publish version \d+$/ }).focus();
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      await page.getByRole('status').filter({ hasText: 'is published' }).waitFor();
      if (script) expect(await page.evaluate(() => document.activeElement?.id)).toBe('saved');
      await context.close();
    },
    60_000,
  );

  it.each([PATH, '/console/notices', '/console/settings'])(
    '%s is good to read, wide and narrow, light and dark',
    async (path) => {
      const { page } = watched;
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [1280, 320]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          await page.goto(`${service.url}${path}`);
          await openAll(page);
          expect([width, await overflowOf(page), await axeFaults(page)]).toEqual([width, 0, []]);
        }
      expect(watched.complaints).toEqual([]);
    },
    120_000,
  );
});
