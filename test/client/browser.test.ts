/**
 * What the browser helper sends, in a real browser on a page of somebody else's, through that page's own server.
 * Flow:    client/src/browser.ts → here, over a running service.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserSignals, sendSignals } from '../../client/src/browser.ts';
import { root } from '../../src/root.ts';
import { aBrowser, hasBrowser } from '../given/browser.ts';
import { aService, type RunningService } from '../given/service.ts';
import { gppOf } from '../given/signal/strings.ts';

const SHOPPER = 'customer:77';
const gpp = gppOf({ usca: { SaleOptOut: 1, SensitiveDataProcessing: [1, 0, 0, 0, 0, 0, 0, 0, 0] } });

describe('the helper for browsers', () => {
  let service: RunningService;
  let shop: Server;
  let address = '';
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await service.call('PUT', `/v1/subjects/${SHOPPER}`, { json: { regimes: ['US-CA'] }, scope: 'consent' });
    const script = stripTypeScriptTypes(readFileSync(join(root, 'client/src/browser.ts'), 'utf8'));
    shop = createServer(async (request, response) => {
      if (request.method === 'POST') {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part as Buffer);
        const json = { subject: SHOPPER, ...JSON.parse(Buffer.concat(parts).toString()) };
        const told = await service.call('POST', '/v1/signals', { json, scope: 'consent' });
        response.writeHead(told.status).end();
      } else if (request.url === '/browser.js')
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
      else response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>A shop</title>');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => shop.once('listening', resolve));
    address = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    shop.close();
    await service.stop();
  });

  it('sends nothing where nothing is said, waits for nobody for long, and never throws', async () => {
    expect(await browserSignals({})).toEqual({});
    expect(await browserSignals({ navigator: { globalPrivacyControl: 'yes' } })).toEqual({});
    const began = performance.now();
    const deaf = {
      __gpp: () => undefined,
      __tcfapi: () => {
        throw new Error('not loaded');
      },
    };
    expect(await browserSignals(deaf)).toEqual({});
    expect(performance.now() - began).toBeLessThan(5000);
    const broken = () => Promise.reject(new Error('offline'));
    const window = { navigator: { globalPrivacyControl: true } };
    expect(await sendSignals({ url: '/', fetch: broken, window })).toBe(false);
    expect(await sendSignals({ url: '/', fetch: broken, window: {} })).toBe(true);
  });

  it.skipIf(!hasBrowser)('in a browser that says no, the no arrives, once', async () => {
    const browser: Browser = await aBrowser();
    try {
      const page = await browser.newPage();
      await page.addInitScript((text) => {
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
        Object.assign(window, {
          __gpp: (_command: string, tell: (data: unknown, isSuccess: boolean) => void) =>
            tell({ gppString: text }, true),
        });
      }, gpp);
      await page.goto(address);
      for (let visit = 0; visit < 2; visit += 1)
        expect(
          // As text: what runs in the page is no module of ours.
          await page.evaluate(
            "import('/browser.js').then((helper) => helper.sendSignals({ url: '/privacy-signals' }))",
          ),
        ).toBe(true);
    } finally {
      await browser.close();
    }
    const { items } = (await service.call('GET', '/v1/me/limits', { self: SHOPPER })).body;
    expect(items.map(({ kind, source }: { kind: string; source?: string }) => [kind, source]).sort()).toEqual([
      ['opt-out-sale-share', 'gpp'],
      ['opt-out-sensitive', 'gpp'],
    ]);
  });
});
