import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../openapi/endpoints.ts';
import { examples } from '../../openapi/examples.ts';
import { createAddressCodes } from '../../src/http/session/addresses.ts';
import { composeMessage } from '../../src/language/message.ts';
import { languages } from '../../src/language/messages/catalogues.ts';
import { letterHtml, letterText } from '../../src/pages/message-letter.tsx';
import { messageTemplates } from '../../src/vocabulary/message.ts';
import { requestKinds } from '../../src/vocabulary/request.ts';
import { ADA, BEN, signedIn, sure } from '../given/a-shop.ts';
import { bracketed, textsOn, unbracketed } from '../given/brackets.ts';
import { aBrowser, aPage, hasBrowser, type Watched } from '../given/browser.ts';
import { type Asking, aService, type RunningService, type Told } from '../given/service.ts';
import { addressTools } from '../given/signing-in.ts';

/** Every text of the examples, the longest first: what a company published in English alone stays English. */
const published: readonly string[] = (function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
})(examples.map(({ body }) => body)).toSorted((one, other) => other.length - one.length);
const ofOurs = (text: string): string =>
  published
    .reduce((rest, each) => (each.length < 3 ? rest : rest.replaceAll(each, '')), text.replaceAll(/[⟦⟧]/g, ''))
    .trim();
/** Two words at least, which no name of a product and no key has. */
const isSentence = (text: string): boolean => /\p{L}{2,}[^\p{L}\d@/]+\p{L}{2,}/u.test(text);

const bodyOf = (endpoint: string): object =>
  bracketed(examples.find((each) => each.endpoint === endpoint)?.body) as object;

describe('every page in the language of brackets', () => {
  let service: RunningService;
  let ada: { readonly cookie: string };
  const requests: string[] = [];
  const visited: string[] = [];
  /** Each page again in a language that people speak. */
  const again = new Map<string, (language: string) => Promise<string>>();
  let decision = '';
  let consent = '';
  let uncontested = '';
  let review = '';
  let calledOff = '';
  let browser: Browser | undefined;
  let watched: Watched;

  const officer = (path: string, json: object): Promise<Told> =>
    service.call('POST', path, { json: bracketed(json), scope: 'requests', sub: 'officer' });
  const asked = async (kind: string): Promise<string> => {
    const { body } = sure(
      await service.call('POST', '/v1/me/requests', {
        json: { kind, message: '⟦please⟧', language: 'qps' },
        self: ADA,
      }),
    );
    requests.push(body.id);
    return body.id;
  };

  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    const purpose = { ...bodyOf('putPurpose'), defaultNotice: 'support-notice' };
    const free = { ...bodyOf('putPurpose'), kind: 'marketing', legalBasis: { EU: 'legitimate-interests' } };
    for (const [path, json] of [
      ['purposes/support-drafts', purpose],
      ['notices/support-notice', bodyOf('putNotice')],
      ['recipients/example-hosting', bodyOf('putRecipient')],
      ['ai-systems/support-assistant', bodyOf('putAiSystem')],
      ['purposes/offers', free],
      ['ai-systems/suggestions', { ...bodyOf('putAiSystem'), purposes: ['offers'] }],
      ['purposes/support-drafts', { ...purpose, defaultNotice: 'support-notice' }],
    ] as const)
      sure(await service.call('PUT', `/v1/${path}`, { json, scope: 'registry', sub: 'officer' }));
    for (const subject of [ADA, BEN])
      sure(
        await service.call('PUT', `/v1/subjects/${subject}`, {
          json: { regimes: ['EU'], ageBand: 'adult', language: 'qps' },
          scope: 'consent',
        }),
      );
    ada = await signedIn(service, ADA);
    await recorded();
    if (hasBrowser) await opened();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });

  /** A narrow phone, signed in. */
  async function opened(): Promise<void> {
    browser = await aBrowser();
    watched = await aPage(browser);
    await watched.page.setViewportSize({ width: 360, height: 740 });
    await watched.page.goto(await service.link(ADA));
    await watched.page.locator('main button').first().click();
    await watched.page.waitForURL(`${service.url}/me`);
  }

  /** A little of everything that can stand in a record. */
  async function recorded(): Promise<void> {
    const about = {
      subject: ADA,
      aiSystem: 'support-assistant',
      purpose: 'support-drafts',
      dataCategories: ['messages'],
    };
    await service.call('POST', '/v1/uses', { json: about, scope: 'use' });
    consent = sure(
      await service.call('POST', '/v1/me/consents', {
        json: { purpose: 'support-drafts', state: 'given', notice: { key: 'support-notice' } },
        self: ADA,
      }),
    ).body.id;
    await service.call('POST', '/v1/uses', { json: about, scope: 'use' });
    await service.call('POST', '/v1/uses', {
      json: { ...about, aiSystem: 'suggestions', purpose: 'offers' },
      scope: 'use',
    });
    sure(
      await service.call('POST', '/v1/me/limits', {
        json: { kind: 'objection', state: 'set', purpose: 'offers' },
        self: ADA,
      }),
    );
    const { body } = sure(
      await service.call('POST', '/v1/automated-decisions', {
        json: { ...bodyOf('postDecision'), adverse: true },
        scope: 'decide',
      }),
    );
    decision = body.id;
    await service.call('GET', `/v1/subjects/${ADA}/ai-use?reason=support`, { scope: 'audit', sub: 'officer' });
    const [access, why, correct] = [await asked('access'), await asked('ai-explanation'), await asked('rectification')];
    for (const id of [access, why, correct])
      await officer(`/v1/requests/${id}/verify`, { level: 'reasonable', reason: 'seen' });
    for (const id of [access, why]) sure(await officer(`/v1/requests/${id}/fulfil`, { reason: 'done' }));
    sure(await officer(`/v1/requests/${correct}/deny`, { code: 'accurate-data', reason: 'compared' }));
    await asked('restriction');
    const cancelled = await asked('objection');
    sure(await officer(`/v1/requests/${cancelled}/cancel`, { reason: 'asked' }));
    const corrections = [{ name: 'topic', value: '⟦a delivery⟧' }];
    const contest = { statement: '⟦I see it otherwise⟧', corrections };
    review = sure(
      await service.call('POST', `/v1/me/automated-decisions/${decision}/contest`, { json: contest, self: ADA }),
    ).body.id;
    const second = sure(
      await service.call('POST', '/v1/automated-decisions', { json: bodyOf('postDecision'), scope: 'decide' }),
    ).body.id;
    calledOff = sure(
      await service.call('POST', `/v1/me/automated-decisions/${second}/contest`, { json: contest, self: ADA }),
    ).body.id;
    sure(await service.call('POST', `/v1/me/reviews/${calledOff}/cancel`, { json: {}, self: ADA }));
    uncontested = second;
    await service.call('PUT', `/v1/subjects/${ADA}`, {
      json: { regimes: ['EU', 'UK', 'US-CA'], ageBand: 'adult', language: 'qps' },
      scope: 'consent',
    });
  }

  const shown = async (path: string): Promise<Told> => {
    const told = await service.call('GET', path, {
      headers: { ...ada, accept: 'text/html', 'accept-language': 'qps' },
    });
    visited.push(path);
    again.set(path, (language) => spoken(path, language, { headers: ada }));
    expect(told.text, path).toContain('<html lang="qps"');
    return told;
  };
  /** Nothing where a page keeps to another language, as a letter does that was written in the person's. */
  const spoken = async (path: string, language: string, asking: Asking): Promise<string> => {
    const headers = { ...asking.headers, accept: 'text/html', 'accept-language': language };
    const named = asking.scope === undefined ? inAddress(path, language) : path;
    const { text } = await service.call('GET', named, { ...asking, headers });
    if (asking.scope === undefined) expect(text, named).toContain(`<html lang="${language}"`);
    return text.includes(`<html lang="${language}"`) ? text : '';
  };
  const inAddress = (path: string, language: string): string => {
    const bare = path.replace(/language=\w+&?/, '');
    return `${bare}${bare.includes('?') ? '&' : '?'}language=${language}`.replace('?&', '?');
  };
  const byStaff = async (path: string, scope: string): Promise<Told> => {
    const told = await service.call('GET', path, {
      scope,
      sub: 'officer',
      headers: { accept: 'text/html', 'accept-language': 'qps' },
    });
    visited.push(path);
    again.set(path, (language) => spoken(path, language, { scope, sub: 'officer' }));
    expect(told.status, told.text).toBe(200);
    expect(told.text, path).toContain('<html lang="qps"');
    return told;
  };
  const expectNothingOutside = async (path: string): Promise<void> => {
    const { text } = await shown(path);
    expect({ [path]: unbracketed(text) }).toEqual({ [path]: [] });
  };

  it.each([
    '/me',
    '/me/choices',
    '/me/choices?purpose=offers',
    '/me/ledger',
    '/me/messages',
    '/me/sessions',
    '/me/requests',
    '/me/requests/new',
  ])('%s', expectNothingOutside);

  it.each(requestKinds)('the form for %s', (kind) => expectNothingOutside(`/me/requests/new?kind=${kind}`));

  it('the form to disagree, and second looks', async () => {
    await expectNothingOutside(`/me/decisions/${uncontested}/contest`);
    await expectNothingOutside(`/me/decisions/${decision}/contest`);
    for (const id of [review, calledOff]) await expectNothingOutside(`/me/reviews/${id}`);
    await expectNothingOutside('/me/reviews');
  });

  it('the receipt of a choice', () => expectNothingOutside(`/me/consents/${consent}`));

  it('the page of a decision', () => expectNothingOutside(`/me/decisions/${decision}`));

  it('every letter: open, answered, refused, cancelled', async () => {
    expect(requests.length).toBe(5);
    for (const id of requests) await expectNothingOutside(`/me/requests/${id}`);
  });

  it.each(['/v1/register', '/v1/register/support-assistant', '/v1/pre-use-notices/support-assistant'])(
    'what everybody can read: %s',
    expectNothingOutside,
  );

  it.each([
    '/me/nowhere',
    '/me/sign-in',
    '/me/sign-in/begin',
    '/me/sign-in/answer',
    '/problems/not-found',
    '/problems/validation-failed',
    '/me?language=qps&from=yesterday',
    '/me/requests/req_00000000000000000000000000',
  ])('what is shown where something fails: %s', expectNothingOutside);

  it('the way in and the way out', async () => {
    const { body } = sure(await service.call('POST', '/v1/links', { json: { subject: BEN }, scope: 'admin' }));
    await expectNothingOutside(new URL(body.url).pathname);
    await expectNothingOutside('/me/enter/nosuchcodenosuchcodenosuchcode');
    const codes = createAddressCodes(service.house.sessions, addressTools(service));
    await expectNothingOutside(`/me/address/${await codes.invite('email:somebody@example.org')}`);
  });

  it('the letter of a deletion', async () => {
    const { body } = sure(
      await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure', language: 'qps' }, self: BEN }),
    );
    sure(await officer(`/v1/requests/${body.id}/verify`, { level: 'reasonably-high', reason: 'seen' }));
    sure(await officer(`/v1/requests/${body.id}/fulfil`, { reason: 'done' }));
    const letter = await byStaff(`/v1/requests/${body.id}/certificate`, 'requests');
    expect(unbracketed(letter.text)).toEqual([]);
  });

  it('what staff see of the person', async () => {
    for (const [path, scope] of [
      [`/v1/subjects/${ADA}/ai-use?reason=support`, 'audit'],
      [`/v1/automated-decisions/${decision}/explanation`, 'audit'],
      [`/v1/requests/${requests[0]}/package`, 'requests'],
      ['/v1/reports/requests', 'reports'],
      ['/v1/reports/processing', 'reports'],
      ['/v1/reports/assessments', 'reports'],
      ['/v1/reports/breaches', 'reports'],
    ] as const) {
      const { text } = await byStaff(path, scope);
      expect({ [path]: unbracketed(text) }).toEqual({ [path]: [] });
    }
  });

  it.each(messageTemplates)('the message %s, as text and as a letter by mail', (template) => {
    const names = ['day', 'due', 'what', 'newOutcome', 'reasons', 'aiSystem', 'role', 'name', 'data', 'sources'];
    const ofRefusal = ['request', 'ground', 'words', 'complaint', 'law', 'appeal'];
    const values = {
      why: 'contested',
      outcome: 'changed',
      hasData: 'yes',
      hasSources: 'yes',
      hasWords: 'yes',
      hasComplaint: 'yes',
      ...{ by: 'agent', sure: 'no', asked: 'identity', clock: 'not_counted', moved: 'yes' },
      ...{ appealed: 'yes', canAppeal: 'yes', goesOn: 'yes', inPart: 'yes' },
      ...Object.fromEntries([...names, ...ofRefusal].map((name) => [name, `⟦${name}⟧`])),
    };
    const { title, text } = composeMessage('qps', template, values);
    const shown = { title, text, language: 'qps', link: '' };
    expect(unbracketed(letterHtml(shown))).toEqual([]);
    expect(unbracketed(`<title>${letterText(shown)}`)).toEqual([]);
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'no page in %s says anything in English, no day, no share, no sentence',
    async (language) => {
      const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
      const english = new RegExp(String.raw`\b\d{1,2} (?:${months})\b|\b(?:${months}) \d{1,2}, \d{4}|\b0\.\d`);
      const found: string[] = [];
      for (const [path, inLanguage] of again) {
        const known = new Set(
          textsOn(await inLanguage('en'))
            .map(ofOurs)
            .filter(isSentence),
        );
        // What was written to the person when it happened stays in the language of that day.
        for (const text of textsOn(await inLanguage(language)).filter((each) => !/[⟦⟧ÅÖÝÏ]|[áéíóú]{2}/u.test(each))) {
          const ours = ofOurs(text);
          if ((isSentence(ours) && known.has(ours)) || english.test(ours)) found.push(`${path}: ${text}`);
        }
      }
      expect(again.size).toBeGreaterThan(40);
      expect(found).toEqual([]);
    },
  );

  it('no page is left out', () => {
    // What is no page for a person: files, the description for programs, and the console of staff.
    const files =
      /^\/(?:docs|assets|favicon|console)|^\/me\/(?:data|evidence|files\/\{id\})$|^\/v1\/me\/ai-use$|^\/me\/requests\/\{id\}\/(?:package|letter\.pdf)$|\/consents\/\{id\}\/receipt$/;
    const drawn = endpoints.filter(
      ({ method, page, readable }) => method === 'get' && (page === true || readable === true),
    );
    const forms = drawn.map(({ path }) => path).filter((path) => !files.test(path));
    const seen = (form: string): boolean =>
      visited.some((path) => new RegExp(`^${form.replaceAll(/\{\w+\}/g, '[^/?]+')}(?:\\?|$)`).test(path));
    expect(forms.filter((form) => !seen(form))).toEqual([]);
  });

  describe.runIf(hasBrowser)('on a narrow phone, 360 pixels wide', () => {
    const places = (): readonly string[] => [
      ...[
        '/me',
        '/me/choices',
        '/me/ledger',
        '/me/messages',
        '/me/requests',
        '/me/requests/new?kind=human-review',
        `/me/decisions/${decision}`,
      ],
      ...[`/me/decisions/${uncontested}/contest`, '/me/reviews', `/me/reviews/${review}`],
      ...requests.map((id) => `/me/requests/${id}`),
      ...['/v1/register', '/me/nowhere', '/problems/not-found'],
    ];

    it.each([...languages, 'qps'])(
      'no page in %s is wider than the phone',
      async (language) => {
        const tooWide: string[] = [];
        for (const path of places()) {
          await watched.page.goto(`${service.url}${path}${path.includes('?') ? '&' : '?'}language=${language}`);
          const { width, lang } = await watched.page.evaluate(() => {
            for (const part of document.querySelectorAll('details')) part.open = true;
            return { width: document.documentElement.scrollWidth, lang: document.documentElement.lang };
          });
          if (width > 360) tooWide.push(`${path}: ${width}`);
          if (!path.startsWith('/problems')) expect(lang, path).toBe(language);
        }
        expect(tooWide).toEqual([]);
      },
      120_000,
    );

    it('a language chosen by its link stays chosen on the next page', async () => {
      const { page } = watched;
      await page.goto(`${service.url}/me?language=en`);
      await page.locator('nav.languages').getByText('Français').click();
      await page.waitForURL(`${service.url}/me?language=fr`);
      await page.locator('.nav a[href="/me/choices"]').click();
      await page.waitForURL(`${service.url}/me/choices`);
      expect(await page.locator('h1').textContent()).toBe('Vos choix');
    }, 60_000);
  });
});
