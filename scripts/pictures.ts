/**
 * `npm run pictures`: the pictures of README and docs/console.md, taken anew of the running demo in a real browser.
 * Flow:    command line → scripts/link (a sign-in link each) → Chromium → docs/pictures.
 * Promise: real pages of the sample company as they are, without script; a page that does not answer well ends the
 *          command and leaves the old pictures.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { root } from '../src/root.ts';
import { command } from './command-line/command.ts';

const HELP = `Takes the pictures of README and docs/console.md anew, of the running demo (npm run demo), in headless Chromium.

  npm run pictures

  --browser <program>  default: /usr/bin/chromium
  --into <folder>      default: docs/pictures
  --help               this text

Exit: 0 taken · 1 the demo or the browser is not there, or a page failed · 2 the command cannot be understood.
`;

/** As wide as a desk, and as much of a page as one sees without scrolling. */
const SIZE = { width: 1280, height: 880 } as const;
/** Small enough that all of them together stay below a megabyte, and large enough to be read. */
const QUALITY = 60;
const SCALE = 0.75;
/** A repository keeps every picture that was ever in it. */
const MOST_BYTES = 60_000;

/** Each page of the console that the navigation leads to, under the name of its picture. */
const consolePages: readonly (readonly [name: string, path: string])[] = [
  ['start', '/console'],
  ['reviews', '/console/reviews'],
  ['requests', '/console/requests'],
  ['breaches', '/console/breaches'],
  ['connected', '/console/connected'],
  ['desk', '/console/desk'],
  ['customers', '/console/customers'],
  ['confirmations', '/console/confirmations'],
  ['systems', '/console/systems'],
  ['notices', '/console/notices'],
  ['oversight', '/console/oversight'],
  ['trust', '/console/trust'],
  ['reports', '/console/reports'],
  ['staff', '/console/staff'],
  ['settings', '/console/settings'],
];

const linkFor = (...who: readonly string[]): string =>
  JSON.parse(
    execFileSync(process.execPath, [join(root, 'scripts/run.cjs'), 'link', '--demo', '--json', ...who], {
      encoding: 'utf8',
    }),
  ).url;

async function signedIn(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await Promise.all([page.waitForNavigation(), page.locator('main button').first().click()]);
  return page;
}

type Going = Promise<{ status(): number } | null>;

/** What stands there once a page was gone to, by its address or by a link of the page before. */
async function pictureOf(page: Page, going: Going): Promise<Buffer> {
  const told = await going;
  if (told?.status() !== 200) throw new Error(`${page.url()} answered ${told?.status()}.`);
  const taken = await page.screenshot({ type: 'jpeg', quality: QUALITY });
  if (taken.length > MOST_BYTES) throw new Error(`${page.url()} makes a picture of ${taken.length} bytes.`);
  return taken;
}

const to = (page: Page, path: string): Going => page.goto(new URL(path, page.url()).href);

async function along(page: Page, link: string): Going {
  const [told] = await Promise.all([page.waitForNavigation(), page.locator(link).first().click()]);
  return told;
}

async function takeAll(program: string): Promise<ReadonlyMap<string, Buffer>> {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({
      viewport: SIZE,
      deviceScaleFactor: SCALE,
      locale: 'en',
      colorScheme: 'light',
    });
    const person = await signedIn(context, linkFor('--sub', '1001'));
    const use = await pictureOf(person, to(person, '/me'));
    const why = await pictureOf(person, along(person, 'a[href^="/me/decisions/"]'));
    const staff = await signedIn(context, linkFor('--staff', 'credit-desk-1'));
    const audit = await pictureOf(staff, to(staff, '/console/ledger'));
    const pages = new Map<string, Buffer>();
    for (const [name, path] of consolePages) pages.set(`console-${name}.jpg`, await pictureOf(staff, to(staff, path)));
    return new Map([['ai-use.jpg', use], ['decision.jpg', why], ['ledger-audit.jpg', audit], ...pages]);
  } finally {
    await browser.close();
  }
}

export const main = command({
  help: HELP,
  options: { browser: { type: 'string' }, into: { type: 'string' } },
  async run({ values }) {
    const into = values.into ?? join(root, 'docs/pictures');
    const pictures = await takeAll(values.browser ?? '/usr/bin/chromium');
    mkdirSync(into, { recursive: true });
    for (const [name, bytes] of pictures) {
      writeFileSync(join(into, name), bytes);
      process.stdout.write(`${name} ${Math.round(bytes.length / 1000)} kB\n`);
    }
    return 0;
  },
});
