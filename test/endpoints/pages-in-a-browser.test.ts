import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../openapi/endpoints.ts';
import { ADA, aShop, says, sure, use } from '../given/a-shop.ts';
import { axeFaults, overflowOf } from '../given/axe.ts';
import { aBrowser, aPage, hasBrowser, type Watched } from '../given/browser.ts';
import { aService, type RunningService } from '../given/service.ts';

describe('what the documentation page is made of', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
  });
  afterAll(() => service.stop());

  it('names only files of this service, all of which are there, and nothing inline', async () => {
    const { text, headers } = await service.call('GET', '/docs');
    const named = [...text.matchAll(/\s(?:src|href|action)="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(4);
    for (const path of named) {
      expect(path).toMatch(/^\/docs\/[a-z0-9.-]+$/);
      expect([path, (await service.call('GET', path)).status]).toEqual([path, 200]);
    }
    expect(text).not.toMatch(/<style|\sstyle=|<script>|\son[a-z]+=|https?:\/\/(?!www\.w3\.org)/);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
  });
});

describe.runIf(hasBrowser)('in a real browser', () => {
  let service: RunningService;
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    sure(await says(service, 'given'));
    sure(await use(service));
    browser = await aBrowser();
    watched = await aPage(browser);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });

  const expectQuiet = (): void => {
    expect(watched.complaints).toEqual([]);
    expect(watched.fetched.length).toBeGreaterThan(0);
    for (const url of watched.fetched)
      expect(url.startsWith(`${service.url}/`) || url.startsWith('data:'), url).toBe(true);
  };

  it('/docs shows every operation, asks nobody else for anything and breaks no rule of its policy', async () => {
    const { page } = watched;
    await page.goto(`${service.url}/docs`);
    await page.locator('.opblock').first().waitFor();
    // A long page is drawn where somebody looks, so they look from its beginning to its end.
    const seen = new Set<string>();
    for (let place = 0, end = 1; place < end; place += 300) {
      await page.evaluate((top) => scrollTo(0, top), place);
      await page.waitForTimeout(30);
      const ids = await page.locator('.opblock').evaluateAll((drawn) => drawn.map(({ id }) => id));
      for (const id of ids) seen.add(id.replace(/^operations-.*-/, ''));
      end = await page.evaluate(() => document.documentElement.scrollHeight);
    }
    const described = endpoints.filter(({ page: isPage }) => isPage !== true).map(({ id }) => id);
    expect([...seen].sort()).toEqual([...described].sort());
    await page.evaluate(() => scrollTo(0, 0));
    await page
      .locator('#operations-checks_and_uses-postCheck .opblock-summary-control, [id$="postCheck"] button')
      .first()
      .click();
    await page.locator('.opblock.is-open .opblock-body').first().waitFor();
    expectQuiet();
  }, 60_000);

  it('/docs has no fault that axe knows but those of the library, in a frame that people can find their way in', async () => {
    const { page } = watched;
    await page.goto(`${service.url}/docs`);
    await page.locator('.opblock').first().waitFor();
    // An operation is one button with a link in it, and groups are headings of the third level: its script draws so.
    const ofTheLibrary =
      /^(nested-interactive: <button [^>]*class="opblock-summary-control"|heading-order: <h3 class="opblock-tag")/;
    expect((await axeFaults(page)).filter((fault) => !ofTheLibrary.test(fault))).toEqual([]);
    expect([await page.locator('main').count(), await page.locator('h1').count()]).toEqual([1, 1]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    expectQuiet();
  }, 60_000);

  it('a customer comes in by a link, reads and chooses, and their browser asks nobody else for anything', async () => {
    const { page } = watched;
    await page.goto(await service.link(ADA));
    await page.locator('button').first().click();
    await page.waitForURL(`${service.url}/me`);
    for (const path of ['/me/choices', '/me/requests', '/me/requests/new', '/me/ledger', '/problems/not-found']) {
      await page.goto(`${service.url}${path}`);
      expect(await page.locator('h1').count()).toBe(1);
    }
    expectQuiet();
  }, 60_000);

  it('an answer that is no page is shown without a complaint', async () => {
    await watched.page.goto(`${service.url}/openapi.json`);
    await watched.page.goto(`${service.url}/favicon.ico`);
    expectQuiet();
  }, 60_000);
});
