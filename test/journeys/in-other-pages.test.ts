/**
 * The example of examples/in-page in a real browser: a page of another origin, under a strict policy of its own, says
 * where AI is at work and takes the choice.
 * Source:  AI Act 50; decision 0128.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { root } from '../../src/root.ts';
import { ADA, aShop, check, says, sure } from '../given/a-shop.ts';
import { axeFaults, controlsOf, openAll, overflowOf, ringOf } from '../given/axe.ts';
import { aBrowser, aPage, hasBrowser, type Watched } from '../given/browser.ts';
import { aService, type RunningService } from '../given/service.ts';

/** A port that nobody has, since the origin of a page has to be configured before it is there. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.runIf(hasBrowser)('a page of the company, elsewhere', () => {
  let service: RunningService;
  let browser: Browser;
  let example: ChildProcess;
  let origin = '';
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    service = await aService({ engine: 'sqlite', variables: { CANDOR_PAGE_ORIGINS: origin } });
    await aShop(service);
    const purpose = examples.find(({ endpoint }) => endpoint === 'putPurpose')?.body as object;
    const json = { ...purpose, defaultNotice: 'support-notice' };
    sure(await service.call('PUT', '/v1/purposes/support-drafts', { json, scope: 'registry', sub: 'officer' }));
    const env = {
      ...process.env,
      PORT: String(port),
      CANDOR_URL: service.url,
      CANDOR_TOKEN: await service.token({ sub: 'shop-front', scope: 'passes' }),
      CUSTOMER: ADA.replace('customer:', ''),
    };
    example = spawn(process.execPath, [join(root, 'examples/in-page/server.mjs')], { env });
    await once(example.stdout ?? example, 'data');
    browser = await aBrowser();
  }, 60_000);
  beforeEach(async () => {
    await page?.close();
    service.clock.wind(1000);
    watched = await aPage(browser);
    page = watched.page;
  });
  afterAll(async () => {
    await browser?.close();
    example?.kill();
    await service.stop();
  });

  const opened = async (path = '/'): Promise<void> => {
    await page.goto(`${origin}${path}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
  };
  const status = () => page.getByRole('status');
  /** Goes there by the keyboard, as nobody else does. */
  const tabTo = async (name: RegExp): Promise<void> => {
    const at = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.textContent ?? '';
      });
    for (let steps = 0; steps < 30; steps += 1) {
      await page.keyboard.press('Tab');
      if (name.test(await at())) return;
    }
    throw new Error(`no Tab leads to ${name}`);
  };

  it('says that it is AI, what for and with what data, and asks nobody but Candor', async () => {
    await opened();
    const notice = page.getByRole('region', { name: 'AI is at work here: Support assistant' });
    const words = await notice.innerText();
    for (const part of ['This is an AI system', 'What for', 'Faster answers', 'What data it uses', 'Your messages'])
      expect(words).toContain(part);
    await page.getByRole('region', { name: 'Your choices' }).waitFor();
    expect(watched.complaints).toEqual([]);
    const asked = new Set(watched.fetched.map((address) => new URL(address).origin));
    expect(asked).toEqual(new Set([origin, new URL(service.url).origin]));
  }, 60_000);

  it('takes a yes and a no by keyboard alone, and the next check knows it', async () => {
    await opened();
    await tabTo(/^Yes, I agree: Faster answers$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => status().innerText()).toBe('Saved. You agreed on 2 November 2026');
    expect(await status().evaluate((each) => each.matches(':focus'))).toBe(true);
    expect((await check(service)).body.allowed).toBe(true);
    service.clock.wind(1000);
    await tabTo(/^Turn off: Faster answers$/);
    await page.keyboard.press('Space');
    await expect.poll(() => status().innerText()).toBe('Saved. You took back your yes on 2 November 2026');
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'withdrawn' });
    expect(watched.complaints).toEqual([]);
    const record = sure(await service.call('GET', '/v1/me/ledger', { self: ADA })).body.items;
    expect(record[0].payload.evidence).toContain(`On a page of ${origin}`);
  }, 60_000);

  it('is for everybody: axe finds nothing, the ring is seen, nothing sticks out, light and dark', async () => {
    sure(await says(service, 'given'));
    await page.close();
    page = await (await browser.newContext()).newPage();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 800 });
      await opened();
      await openAll(page);
      expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
      const own = [...(await controlsOf(page))].filter(([what]) => /choice|ways|details/.test(what));
      expect(own.length).toBeGreaterThan(0);
      for (const [what, place] of own) {
        const { strong, needed } = await ringOf(page, place);
        expect(strong, `${colorScheme} ${what}`).toBeGreaterThanOrEqual(needed);
      }
    }
  }, 120_000);

  it('speaks the language of the page around', async () => {
    for (const [language, title] of [
      ['de', 'Hier arbeitet KI: Support assistant'],
      ['fr', 'Ici travaille une IA : Support assistant'],
      ['es', 'Aquí trabaja una IA: Support assistant'],
    ] as const) {
      await opened(`/?language=${language}`);
      expect(await page.getByRole('region', { name: title }).getAttribute('lang')).toBe(language);
    }
  }, 60_000);

  it('a press that is refused says so, and everything stays as it is', async () => {
    sure(await says(service, 'given'));
    await opened();
    const press = () => page.getByRole('button', { name: /^Turn off/ }).click();
    const choices = `${service.url}/v1/page/choices**`;
    const ways = [
      [{ status: 404 }, 'That did not work. Nothing was changed.'],
      [{ status: 401 }, 'This page has been open for long. Load it again, then choose. Nothing was changed.'],
      [{ status: 503 }, /^We heard no answer, so it may not be saved\./],
      [undefined, /^We heard no answer, so it may not be saved\./],
    ] as const;
    for (const [answer, words] of ways) {
      await page.route(choices, (route) => {
        if (route.request().method() === 'OPTIONS' || answer === undefined) return route.abort();
        return route.fulfill({ ...answer, headers: { 'access-control-allow-origin': origin } });
      });
      await press();
      await expect.poll(() => status().innerText()).toMatch(words);
      expect(await page.getByText('You agreed on 2 November 2026').count()).toBe(1);
      await page.unroute(choices);
    }
    expect((await check(service)).body.allowed).toBe(true);
  }, 60_000);

  it('a press whose answer got lost is sent once more, and counts once', async () => {
    sure(await says(service, 'given'));
    const before = sure(await service.call('GET', '/v1/me/consents', { self: ADA })).body.items.length;
    await opened();
    let lost = 0;
    await page.route(`${service.url}/v1/page/choices**`, async (route) => {
      if (lost > 0 || route.request().method() === 'OPTIONS') return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: /^Turn off/ }).click();
    await expect.poll(() => status().innerText()).toMatch(/^Saved\./);
    const { items } = sure(await service.call('GET', '/v1/me/consents', { self: ADA })).body;
    expect([lost, items.length]).toEqual([1, before + 1]);
  }, 60_000);

  it('without script, without a pass and without an answer people read what the page says by itself', async () => {
    const words = ['An AI system drafts our answers.', 'Choose what AI may do with your data'];
    const readable = async (each: Page): Promise<void> => {
      for (const part of words) await each.getByText(part).waitFor({ state: 'visible' });
      expect(await each.getByRole('heading', { level: 2 }).count()).toBe(0);
    };
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(origin);
    await readable(plain);
    await context.close();
    await page.route('**/v1/page/notice**', (route) => route.fulfill({ status: 503 }));
    await page.goto(origin);
    await readable(page);
    await page.unroute('**/v1/page/notice**');
    await page.route(origin, async (route) => {
      const response = await route.fetch();
      return route.fulfill({ response, body: (await response.text()).replaceAll(/ pass="[^"]*"/g, '') });
    });
    await page.goto(origin);
    await readable(page);
  }, 60_000);
});
