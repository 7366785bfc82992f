/**
 * Every page that a person can open, found from the definitions, in both themes and all four languages: no fault that
 * axe knows, nothing sticks out at 320 pixels, and one sees where the keyboard is.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { languages } from '../../src/language/messages/catalogues.ts';
import { consoleScopes } from '../../src/vocabulary/scope.ts';
import { axeFaults, controlsOf, openAll, overflowOf, ringOf } from '../given/axe.ts';
import { aBrowser, hasBrowser } from '../given/browser.ts';
import { aSampleBank, DESK, MARA, type SampleBank } from '../given/sample-bank.ts';
import type { RunningService } from '../given/service.ts';

/** Files, and the documentation for programmers, which is drawn by Swagger UI. */
const noPage =
  /^\/(?:docs|assets|favicon|console\/.*\/files)|\.(?:csv|pdf)$|\/(?:evidence|proof|receipt|data)$|^\/me\/(?:files|requests\/\{id\}\/package)/;
const drawn = endpoints.filter(
  ({ method, path, page, readable }) => method === 'get' && (page === true || readable === true) && !noPage.test(path),
);
/** What leads to a sign-in provider, of which this company has none, so that they all show one failure. */
const isSamePage = (path: string): boolean => /\/sign-in\//.test(path);
/** So many addresses of a form, where a page leads to more. */
const MOST_A_FORM = 3;

const formOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}$`);
const endpointOf = (address: string): Endpoint | undefined => {
  const [path = ''] = address.split('?');
  return drawn.find((each) => each.path === path) ?? drawn.find((each) => formOf(each.path).test(path));
};

/** Each value that a member of a query may have, where it is one of a few. */
function variantsOf({ path, query }: Endpoint): readonly string[] {
  // What to choose is a matter of a purpose, which links of the page name.
  if (path === '/me/choices') return [];
  const shape = (query as { shape?: Readonly<Record<string, unknown>> } | undefined)?.shape ?? {};
  return Object.entries(shape).flatMap(([name, model]) => valuesOf(model).map((value) => `${path}?${name}=${value}`));
}
function valuesOf(model: unknown): readonly string[] {
  const { options, _def } = model as { options?: readonly unknown[]; _def?: { innerType?: unknown } };
  if (options !== undefined) return options.filter((each): each is string => typeof each === 'string' && each !== '');
  return _def?.innerType === undefined ? [] : valuesOf(_def.innerType);
}

/** The browsers of a customer and of a member of staff. */
interface Visit {
  readonly me: BrowserContext;
  readonly console: BrowserContext;
}
interface Pages {
  readonly me: Page;
  readonly console: Page;
}
const pagesOf = async ({ me, console }: Visit): Promise<Pages> => ({
  me: await me.newPage(),
  console: await console.newPage(),
});
const pageFor = (pages: Pages, address: string): Page => pages[address.startsWith('/console') ? 'console' : 'me'];
async function closed({ me, console }: Pages): Promise<void> {
  await me.close();
  await console.close();
}

interface Place {
  readonly address: string;
  /** Who asks where no session does. */
  readonly token?: string;
}

describe.runIf(hasBrowser)('the pages are for everybody', () => {
  let service: RunningService;
  let bank: SampleBank;
  let browser: Browser;
  let places: readonly Place[] = [];
  const visits = new Map<string, Visit>();

  beforeAll(async () => {
    bank = await aSampleBank();
    ({ service } = bank);
    browser = await aBrowser();
    const pages = await pagesOf(await visitIn('en'));
    places = await everyPlace(pages);
    await closed(pages);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function signedIn(language: string, link: string): Promise<BrowserContext> {
    const visit = await browser.newContext({ locale: language, reducedMotion: 'reduce' });
    const page = await visit.newPage();
    await page.goto(link);
    await Promise.all([page.waitForNavigation(), page.locator('main button').first().click()]);
    await page.goto(`${page.url()}?language=${language}`);
    await page.close();
    return visit;
  }
  async function visitIn(language: string): Promise<Visit> {
    const known = visits.get(language);
    if (known !== undefined) return known;
    const visit = {
      me: await signedIn(language, await service.link(MARA)),
      console: await signedIn(language, await service.consoleLink(DESK, consoleScopes)),
    };
    visits.set(language, visit);
    return visit;
  }

  /** Goes along the links of our own pages until no form is new, and adds what nothing leads to. */
  async function everyPlace(pages: Pages): Promise<readonly Place[]> {
    const found: Place[] = [];
    const times = new Map<string, number>();
    const starts = drawn.flatMap(startsOf);
    const queue = [...starts];
    const seen = new Set<string>(queue);
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      const endpoint = endpointOf(address);
      if (
        endpoint === undefined ||
        endpoint.path.startsWith('/v1/subjects') ||
        endpoint.path.startsWith('/v1/requests')
      )
        continue;
      const count = (times.get(endpoint.path) ?? 0) + 1;
      if (count > MOST_A_FORM && !starts.includes(address)) continue;
      times.set(endpoint.path, count);
      found.push({ address });
      if (endpoint.who === 'public' && endpoint.path.includes('enter')) continue;
      const page = pageFor(pages, address);
      await page.goto(`${service.url}${address}`);
      const hrefs = await page
        .locator('a[href^="/"]')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
      for (const href of hrefs) {
        const next = (href.split('#')[0] ?? '').replace(/[?&]language=\w+/, '');
        if (!seen.has(next)) queue.push(next);
        seen.add(next);
      }
    }
    const subject = [...seen].map((href) => /[?&]subject=(sub_\w+)/.exec(href)?.[1]).find(Boolean) ?? '';
    const customer = { address: `/console/customers/${subject}` };
    return [...found, customer, ...(await ofTokens(found)), ...(await ofNobody())];
  }
  const startsOf = (endpoint: Endpoint): readonly string[] =>
    endpoint.path.includes('{') || scopesOf(endpoint.who).length > 0 ? [] : [endpoint.path, ...variantsOf(endpoint)];

  /** Answers to programs that a person may read as a page, too. */
  async function ofTokens(found: readonly Place[]): Promise<readonly Place[]> {
    const idOf = (form: RegExp): string => found.map(({ address }) => form.exec(address)?.[1]).find(Boolean) ?? '';
    const decision = idOf(/^\/me\/decisions\/([^/?]+)/);
    expect(decision).not.toBe('');
    const token = await service.token({ sub: 'officer', scope: 'audit requests reports consent reviews' });
    return [
      ...[`/v1/subjects/${MARA}/ai-use?reason=support`, `/v1/automated-decisions/${decision}/explanation`],
      ...[`/v1/requests/${bank.erased}/certificate`, `/v1/requests/${bank.copied}/package`],
      ...drawn.map(({ path }) => path).filter((path) => path.startsWith('/v1/reports/')),
    ].map((address) => ({ address, token }));
  }

  /** The ways in, and what is shown where something fails. */
  async function ofNobody(): Promise<readonly Place[]> {
    const links = [await service.link(MARA), await service.consoleLink(DESK, consoleScopes)];
    return [
      ...links.map((link) => new URL(link).pathname),
      ...[
        `/me/consents/${bank.consent}`,
        '/me/enter/nosuchcodenosuchcodenosuchcode',
        '/me/address/nosuchcodenosuchcodenosuchcode',
      ],
      ...['/me/nowhere', '/console/nowhere', '/me?from=yesterday', '/console/ledger?from=yesterday'],
      ...['/me/requests/req_00000000000000000000000000', '/console/requests/req_00000000000000000000000000'],
      ...['/problems/not-found', '/problems/validation-failed', '/problems/rate-limited'],
    ].map((address) => ({ address }));
  }

  async function open(page: Page, { address, token }: Place): Promise<void> {
    await page.setExtraHTTPHeaders(token === undefined ? {} : { authorization: `Bearer ${token}` });
    await page.goto(`${service.url}${address}`);
    await openAll(page);
  }

  /** Wide in the light, narrow in the dark, so that every page is seen in both shapes and both themes. */
  async function faultsOf(page: Page, place: Place): Promise<readonly string[]> {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, place);
    const wide = await axeFaults(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: 'dark' });
    const over = await overflowOf(page);
    const narrow = await axeFaults(page);
    const found = [...new Set([...wide, ...narrow])];
    return (over > 0 ? [...found, `${over} pixels stand out`] : found).map((fault) => `${place.address}: ${fault}`);
  }

  it('every page that the definitions name is among them', () => {
    const left = drawn.filter(({ path, who }) => {
      const isOpened = places.some(({ address }) => endpointOf(address)?.path === path);
      return !isOpened && !isSamePage(path) && !scopesOf(who).includes('self');
    });
    expect(left.map(({ path }) => path)).toEqual([]);
    expect(places.length).toBeGreaterThan(60);
  });

  it.each(languages)(
    'in %s no page has a fault that axe knows, and none is wider than 320 pixels',
    async (language) => {
      const faults: string[] = [];
      const queue = [...places];
      const walk = async (): Promise<void> => {
        const pages = await pagesOf(await visitIn(language));
        for (let place = queue.shift(); place !== undefined; place = queue.shift())
          faults.push(...(await faultsOf(pageFor(pages, place.address), place)));
        await closed(pages);
      };
      await visitIn(language);
      await Promise.all([walk(), walk()]);
      expect(faults).toEqual([]);
    },
    300_000,
  );

  it.each(['light', 'dark'] as const)(
    'in the %s theme the ring of the keyboard stands out around every kind of control, by 3 to 1',
    async (colorScheme) => {
      const pages = await pagesOf(await visitIn('en'));
      const seen = new Set<string>();
      const weak: string[] = [];
      for (const place of places) {
        const page = pageFor(pages, place.address);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 1280, height: 900 });
        await open(page, place);
        for (const [kind, at] of await controlsOf(page)) {
          if (seen.has(kind)) continue;
          seen.add(kind);
          const { strong, needed } = await ringOf(page, at);
          if (strong < needed * 0.8) weak.push(`${place.address} ${kind}: ${strong} of ${needed}`);
        }
      }
      expect(seen.size).toBeGreaterThan(20);
      expect(weak).toEqual([]);
      await closed(pages);
    },
    300_000,
  );

  /** Sheets of paper that a browser prints of it. */
  async function sheetsOf(page: Page, address: string): Promise<number> {
    await page.goto(`${service.url}${address}`);
    const paper = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
    return paper.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  }

  it('on paper the page of AI use takes five sheets at most, and a letter two', async () => {
    const pages = await pagesOf(await visitIn('en'));
    const letters = places.filter(({ address }) => /^\/me\/requests\/req_/.test(address));
    expect(letters.length).toBeGreaterThan(1);
    for (const [address, most] of [['/me', 5], ...letters.map(({ address }) => [address, 2] as const)] as const) {
      const sheets = await sheetsOf(pages.me, address);
      expect([address, sheets > 0, sheets <= most ? 'few' : sheets]).toEqual([address, true, 'few']);
    }
    await closed(pages);
  });
});
