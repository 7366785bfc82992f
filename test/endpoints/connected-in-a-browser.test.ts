import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer } from '../given/a-shop.ts';
import { axeFaults, openAll, overflowOf } from '../given/axe.ts';
import { aBrowser, hasBrowser, signedInAtConsole, type Watched } from '../given/browser.ts';
import { aDataMap, aSureRequest, cellar, letters, workRounds } from '../given/connected-tasks.ts';
import { aSystem } from '../given/http/a-system.ts';
import { aService, type RunningService } from '../given/service.ts';

/** More than a page of tasks, some that failed, some that wait for somebody. */
const PEOPLE = 16;

describe.runIf(hasBrowser)('connected systems in a real browser', () => {
  let service: RunningService;
  let system: Awaited<ReturnType<typeof aSystem>>;
  let map: Awaited<ReturnType<typeof aDataMap>>;
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    system = await aSystem();
    system.answers(({ subject }, response) => {
      if (subject['customer']?.[0] === 'p-0') response.writeHead(401).end();
      else response.end('{"subject":{"customer":"43"},"complete":true,"tables":[]}');
    });
    map = await aDataMap([letters(system.url), cellar]);
    service = await aService({ engine: 'sqlite', variables: map.variables });
    for (let at = 0; at < PEOPLE; at += 1) {
      await aCustomer(service, `customer:p-${at}`);
      await aSureRequest(service, at % 4 === 1 ? 'erasure' : 'access', `customer:p-${at}`);
    }
    await workRounds(service, map.folder);
    browser = await aBrowser();
    watched = await signedInAtConsole(browser, service, await service.consoleLink('clerk-1', ['requests']));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
    system.stop();
    await map.drop();
  });

  it.each(['', '?show=failing', '?show=waits&system=letters', '?language=de'])(
    '/console/connected%s is good to read, wide and narrow, light and dark',
    async (query) => {
      const { page } = watched;
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [1280, 360]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          await page.goto(`${service.url}/console/connected${query}`);
          await openAll(page);
          expect([width, await overflowOf(page), await axeFaults(page)]).toEqual([width, 0, []]);
        }
      expect(watched.complaints).toEqual([]);
    },
    120_000,
  );

  it('a task that was done by hand is saved with the keyboard alone', async () => {
    const { page } = watched;
    await page.goto(`${service.url}/console/connected?language=en&show=waits&system=cellar`);
    const summary = page.locator('main summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('What was done there, and by whom').first().focus();
    await page.keyboard.type('Two letters of 2019 were copied.');
    const before = await page.locator('main summary').count();
    const send = page.getByRole('button', { name: 'Save it as done' }).first();
    await send.focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.goto(`${service.url}/console/connected?language=en&show=waits&system=cellar`);
    expect(await page.locator('main summary').count()).toBe(before - 1);
  }, 60_000);
});
