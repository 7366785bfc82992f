import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop } from '../given/a-shop.ts';
import { aBrowser, hasBrowser } from '../given/browser.ts';
import type { AProvider } from '../given/http/a-provider.ts';
import { aService, type RunningService } from '../given/service.ts';
import { signInClients } from '../given/sign-in-clients.ts';

/** Everything in it waits for pages of two servers, on a machine that may be busy. */
const PATIENCE = 180_000;

describe.runIf(hasBrowser)('signing in by OpenID Connect in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-sign-in-'));
  let service: RunningService;
  let provider: AProvider;
  let browser: Browser;
  beforeAll(async () => {
    const clients = await signInClients(folder, {
      'ada@example.com': { customer_no: '42' },
      nina: { groups: ['privacy-office'] },
    });
    ({ provider } = clients);
    service = await aService({ engine: 'sqlite', variables: clients.variables });
    service.clock.set(Date.now());
    await aShop(service);
    browser = await aBrowser();
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
    await provider.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    { place: 'me', login: 'ada@example.com', wanted: '/me/choices', script: true },
    { place: 'console', login: 'nina', wanted: '/console/requests', script: false },
  ] as const)(
    '$login opens $wanted, signs in, goes on there, and signs out here and at the provider (script: $script)',
    async ({ place, login, wanted, script }) => {
      const context = await browser.newContext({ javaScriptEnabled: script });
      context.setDefaultTimeout(PATIENCE / 2);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/content security policy|refused/i.test(message.text())) complaints.push(message.text());
      });
      expect((await page.goto(`${service.url}${wanted}`))?.status()).toBe(401);
      await page.getByRole('link', { name: 'Sign in', exact: true }).click();
      await page.waitForURL(`${provider.issuer}/interaction/*`);
      await page.locator('input[name="login"]').fill(login);
      await page.locator('input[name="password"]').fill('any');
      await page.locator('button[type="submit"]').click();
      await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' });
      await page.locator('button[type="submit"]').click();
      await page.waitForURL(`${service.url}${wanted}`);
      expect(await page.locator('h1').count()).toBe(1);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
      await page.getByRole('link', { name: /^Sign out at/ }).click();
      await page.locator('button[value="yes"]').click();
      await page.waitForURL(`${service.url}/${place}/sign-in`);
      // Both are over: the page is closed again, and the provider asks who it is.
      expect((await page.goto(`${service.url}${wanted}`))?.status()).toBe(401);
      await page.getByRole('link', { name: 'Sign in', exact: true }).click();
      await page.locator('input[name="login"]').waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    },
    PATIENCE,
  );
});
