/**
 * A real browser for pages: headless Chromium of this machine, with everything it fetched and complained about.
 * Flow:    test/endpoints/pages-in-a-browser → here → playwright-core → Chromium.
 * Promise: where no Chromium is installed, this is said loudly and the tests that need one are skipped; nothing is ever
 *          downloaded.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = [
  process.env['CHROMIUM'] || '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const found = places.find((place) => place !== '' && existsSync(place));

export const hasBrowser = found !== undefined;
if (!hasBrowser)
  process.stderr.write(
    '\nNo Chromium was found, so no page is opened in a real browser. Install one, or name it in CHROMIUM.\n',
  );

export const aBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: found ?? '', args: ['--no-sandbox', '--disable-gpu'] });

export interface Watched {
  readonly page: Page;
  /** Every address that was asked for, whoever asked. */
  readonly fetched: readonly string[];
  /** Errors of the console (refusals of the content-security policy too), of scripts, and requests that failed. */
  readonly complaints: readonly string[];
}

export async function aPage(browser: Browser): Promise<Watched> {
  const page = await browser.newPage();
  const fetched: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => void fetched.push(request.url()));
  page.on('requestfailed', (request) => {
    const { errorText = '' } = request.failure() ?? {};
    // Whoever goes on before an icon is there breaks its fetch off; what a policy blocks is told under another name.
    if (errorText !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()} ${response.status()}`);
  });
  page.on('pageerror', (fault) => void complaints.push(fault.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return { page, fetched, complaints };
}

/** Opens a sign-in link of staff and presses its button. */
export async function signedInAtConsole(browser: Browser, service: { readonly url: string }, link: string) {
  const watched = await aPage(browser);
  await watched.page.goto(link);
  await watched.page.locator('main button').click();
  await watched.page.waitForURL(`${service.url}/console`);
  return watched;
}
