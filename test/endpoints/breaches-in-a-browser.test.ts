/**
 * Breaches in a real browser: written down with the keyboard alone, with script and without, and good to read.
 * Source: GDPR 33; WCAG 2.2.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, sure } from '../given/a-shop.ts';
import { axeFaults, openAll, overflowOf } from '../given/axe.ts';
import { aBrowser, hasBrowser, signedInAtConsole, type Watched } from '../given/browser.ts';
import { aService, type RunningService } from '../given/service.ts';

const LIST = '/console/breaches';

describe.runIf(hasBrowser)('breaches in a real browser', () => {
  let service: RunningService;
  let browser: Browser;
  let watched: Watched;
  let path = '';
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    const noticedAt = new Date(service.clock.now() - 80 * 3_600_000).toISOString();
    const json = { what: 'A backup lay open on a server.', noticedAt, regimes: ['EU', 'UK'] };
    path = `${LIST}/${sure(await service.call('POST', '/v1/breaches', { json, scope: 'requests' })).body.id}`;
    browser = await aBrowser();
    watched = await signedInAtConsole(browser, service, await service.consoleLink('omar', ['requests']));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });

  it.each([true, false])(
    'a breach is written down with the keyboard alone, with script: %s',
    async (script) => {
      const context = await browser.newContext({ javaScriptEnabled: script, locale: 'en' });
      await context.addCookies(await watched.page.context().cookies());
      const page = await context.newPage();
      await page.goto(`${service.url}${LIST}?language=en`);
      await page.getByLabel('What happened').focus();
      await page.keyboard.type(`A list went astray, with script ${script}.`);
      await page
        .getByLabel('When you noticed it')
        .fill(new Date(service.clock.now() - 3_600_000).toISOString().slice(0, 16));
      await page.getByRole('button', { name: 'Record this breach' }).focus();
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      await page.getByRole('status').filter({ hasText: 'The breach is recorded.' }).waitFor();
      await context.close();
    },
    60_000,
  );

  it.each(['the list', 'one breach', 'the first page'])(
    '%s is good to read, wide and narrow, light and dark',
    async (which) => {
      const { page } = watched;
      const address = which === 'the list' ? LIST : which === 'one breach' ? path : '/console';
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [1280, 320]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          await page.goto(`${service.url}${address}`);
          await openAll(page);
          expect([width, await overflowOf(page), await axeFaults(page)]).toEqual([width, 0, []]);
        }
      expect(watched.complaints).toEqual([]);
    },
    120_000,
  );
});
