import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../openapi/endpoints.ts';
import { problems } from '../../src/vocabulary/problems.ts';
import { aListeningEdge, type House } from '../given/http/listening-edge.ts';

let house: House;
beforeAll(async () => {
  house = await aListeningEdge();
});
afterAll(() => house.stop());

const form = (values: Record<string, string>): string => new URLSearchParams(values).toString();
const sent = (path: string, values: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  house.call(path, {
    method: 'POST',
    body: form(values),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: house.url,
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
      ...headers,
    },
  });

async function aLink(): Promise<string> {
  const made = await house.call('/v1/links', { method: 'POST', scope: 'admin', json: { subject: 'customer:42' } });
  expect(made.status).toBe(201);
  const { url } = (await made.json()) as { url: string };
  expect(url).toMatch(/^https:\/\/privacy\.example\.org\/me\/enter\/[A-Za-z0-9_-]{43}$/);
  return url.slice(url.lastIndexOf('/') + 1);
}

async function aSession(): Promise<string> {
  const answer = await sent('/me/enter', { code: await aLink() });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me']);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] as string;
}

const tokenOf = async (cookie: string): Promise<string> =>
  /<\/title>(.*)$/.exec(await (await house.call('/me', { headers: { cookie } })).text())?.[1] ?? '';

describe('a customer comes in through a link', () => {
  it('opening the link, any number of times, shows a button and uses nothing up', async () => {
    const code = await aLink();
    for (let times = 0; times < 3; times += 1) {
      const page = await house.call(`/me/enter/${code}`);
      expect(page.status).toBe(200);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(await page.text()).toContain('<form method="post" action="/me/enter">');
    }
    expect((await sent('/me/enter', { code })).status).toBe(303);
  });
  it('pressing the button signs in once', async () => {
    const code = await aLink();
    const first = await sent('/me/enter', { code });
    expect(first.headers.get('set-cookie')).toMatch(
      /^__Host-candor=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await sent('/me/enter', { code })).status).toBe(410);
    expect((await house.call(`/me/enter/${code}`)).status).toBe(410);
  });
  it('a link lives ten minutes', async () => {
    const code = await aLink();
    house.clock.now += 10 * 60_000;
    expect((await sent('/me/enter', { code })).status).toBe(410);
  });
  it('a link is made by an administrator only', async () => {
    expect(
      (
        await house.call('/v1/links', {
          method: 'POST',
          scope: 'consent audit requests',
          json: { subject: 'customer:42' },
        })
      ).status,
    ).toBe(403);
  });
});

describe('a session belongs to one browser', () => {
  it('the page knows who it is, and nobody without the cookie sees it', async () => {
    const cookie = await aSession();
    house.seen.length = 0;
    expect((await house.call('/me', { headers: { cookie } })).status).toBe(200);
    expect(house.seen[0]?.caller).toMatchObject({ self: 'customer:42', actor: { role: 'self' } });
    const stranger = await house.call('/me', { headers: { accept: 'text/html' } });
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
  it('the cookie opens no API route', async () => {
    expect((await house.call('/v1/me/consents', { headers: { cookie: await aSession() } })).status).toBe(401);
  });
  it('two cookies of the name count as none', async () => {
    const cookie = await aSession();
    expect((await house.call('/me', { headers: { cookie: `${cookie}; ${cookie}` } })).status).toBe(401);
  });
  it('it ends after an hour, and at once on leaving', async () => {
    const cookie = await aSession();
    const csrf = await tokenOf(cookie);
    const left = await sent('/me/leave', { csrf }, { cookie });
    // Not "cookies": that would be those of every other site of the same domain, too.
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(left.headers.get('set-cookie')).toContain('__Host-candor=; Path=/; Max-Age=0');
    expect((await house.call('/me', { headers: { cookie } })).status).toBe(401);
    const second = await aSession();
    house.clock.now += 60 * 60_000;
    expect((await house.call('/me', { headers: { cookie: second } })).status).toBe(401);
  });
});

describe('a form from elsewhere changes nothing', () => {
  const choice = { action: 'withdraw', purpose: 'offers' };
  it('our own form with its token is taken', async () => {
    const cookie = await aSession();
    const answer = await sent('/me/choices', { ...choice, csrf: await tokenOf(cookie) }, { cookie });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me/choices']);
  });
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a site that fetch metadata calls another', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['an origin that is hidden, from an old browser', { origin: 'null', 'sec-fetch-site': 'none' }],
  ])('%s is refused', async (_what, headers) => {
    const cookie = await aSession();
    const csrf = await tokenOf(cookie);
    house.seen.length = 0;
    const answer = await sent('/me/choices', { ...choice, csrf }, { cookie, ...headers });
    expect(answer.status).toBe(403);
    expect(house.seen).toEqual([]);
  });
  it('the token of another session, or a wrong one, is refused', async () => {
    const cookie = await aSession();
    const other = await tokenOf(await aSession());
    expect((await sent('/me/choices', { ...choice, csrf: other }, { cookie })).status).toBe(403);
    expect((await sent('/me/choices', { ...choice, csrf: 'x' }, { cookie })).status).toBe(403);
    expect((await sent('/me/choices', choice, { cookie })).status).toBe(422);
  });
  it('a JSON body, a repeated field and an unknown field are refused', async () => {
    const cookie = await aSession();
    const csrf = await tokenOf(cookie);
    expect((await sent('/me/choices', {}, { cookie, 'content-type': 'application/json' })).status).toBe(415);
    expect((await sent('/me/choices', { ...choice, csrf, role: 'admin' }, { cookie })).status).toBe(422);
    const twice = await house.call('/me/choices', {
      method: 'POST',
      body: `${form({ ...choice, csrf })}&purpose=x`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: house.url,
        'sec-fetch-site': 'same-origin',
        cookie,
      },
    });
    expect(twice.status).toBe(422);
  });
});

describe('every problem has a page', () => {
  it.each(Object.keys(problems))('%s, as JSON and to read', async (code) => {
    const view = await house.call(`/problems/${code}`);
    expect(await view.json()).toEqual({ code, ...problems[code as keyof typeof problems] });
    const page = await house.call(`/problems/${code}`, {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('How to mend it');
  });
  it('an unknown one is 404, and a failure in a browser is a page without script', async () => {
    expect((await house.call('/problems/no-such-problem')).status).toBe(404);
    const page = await (await house.call('/nowhere', { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('<h1>Nothing here</h1>');
    expect(page).not.toMatch(/<script|style=|onclick/);
  });
});

describe('the documentation loads nothing from elsewhere', () => {
  it('its page has nothing inline and names only files of ours', async () => {
    const page = await house.call('/docs');
    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/<style|style="|<script>|https?:\/\/(?!www\.w3\.org)/);
    const files = [...text.matchAll(/(?:src|href)="([^"#][^"]*)"|(?:src|href)='([^']*)'/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      expect(file).toMatch(/^\/docs\//);
      expect((await house.call(file)).status, file).toBe(200);
    }
  });
  it('tokens are not stored and no validator is asked', async () => {
    const script = await (await house.call('/docs/swagger-ui-init.js')).text();
    expect(script).toContain('persistAuthorization: false');
    expect(script).toContain('validatorUrl: null');
  });
  it.each([
    '/docs/',
    '/docs/package.json',
    '/docs/..%2fpackage.json',
    '/docs/index.html',
    '/docs/swagger-ui-bundle.js.map',
    '/docs/log.bundle-sizes.swagger-ui.txt',
  ])('%s is not served', async (path) => {
    const { status } = await house.call(path);
    expect([404, 422]).toContain(status);
  });
  it('the description it shows is the committed one', async () => {
    const { openapi, paths } = (await (await house.call('/openapi.json')).json()) as { openapi: string; paths: object };
    expect(openapi).toMatch(/^3\.1/);
    expect(Object.keys(paths)).toEqual([
      ...new Set(endpoints.filter((endpoint) => endpoint.page !== true).map((endpoint) => endpoint.path)),
    ]);
  });
});

describe('every answer is protected', () => {
  it.each([
    '/livez',
    '/v1/purposes',
    '/nowhere',
    '/docs',
    '/me',
    '/problems/internal',
    '/openapi.json',
    '/.well-known/jwks.json',
    '/.well-known/gpc.json',
  ])('%s carries the headers', async (path) => {
    const { headers } = await house.call(path);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('https:');
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('content-type')).toMatch(/charset=utf-8/);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
  it('what is personal is never stored on the way, and pages need trusted types', async () => {
    expect((await house.call('/v1/me/consents', { scope: 'self' })).headers.get('cache-control')).toBe('no-store');
    expect((await house.call('/v1/subjects/customer:1', { scope: 'consent' })).headers.get('cache-control')).toBe(
      'no-store',
    );
    const me = await house.call('/me', { headers: { cookie: await aSession() } });
    expect(me.headers.get('cache-control')).toBe('no-store');
    expect(me.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
  });
});
