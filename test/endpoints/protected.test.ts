/**
 * The protecting headers of every kind of answer, whole: written down here a second time, and nothing beside them.
 * Source:  ASVS 5.0 chapter 3; docs/design.md 12 (content-security policy).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { ADA, aShop, atTheConsole, signedIn } from '../given/a-shop.ts';
import { type Asking, aService, type RunningService, type Told } from '../given/service.ts';

const everywhere = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const closed = "default-src 'none';base-uri 'none';frame-ancestors 'none'";
const policies: Readonly<Record<string, { readonly policy: string; readonly referrer: string }>> = {
  api: { policy: `${closed};form-action 'none'`, referrer: 'no-referrer' },
  page: {
    policy: `${closed};script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';require-trusted-types-for 'script'`,
    referrer: 'same-origin',
  },
  docs: {
    policy: `${closed};script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;connect-src 'self';form-action 'none'`,
    referrer: 'no-referrer',
  },
};
/** What an answer says of itself, which is different from one to another and protects nobody. */
const OF_THE_ANSWER = new Set([
  'allow',
  'cache-control',
  'connection',
  'content-disposition',
  'content-language',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'link',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'request-id',
  'retry-after',
  'set-cookie',
  'transfer-encoding',
  'vary',
  'www-authenticate',
  // For a proxy: a stream is passed on as it comes.
  'x-accel-buffering',
  'x-request-id',
]);

const protecting = (told: Told): Readonly<Record<string, string>> =>
  Object.fromEntries([...told.headers].filter(([name]) => !OF_THE_ANSWER.has(name)));
const expected = (kind: string) => ({
  ...everywhere,
  ...(kind === 'shared' ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
  'content-security-policy': policies[kind === 'shared' ? 'api' : kind]?.policy,
  'referrer-policy': policies[kind === 'shared' ? 'api' : kind]?.referrer,
});

describe('every answer carries the headers of its kind and no other', () => {
  let service: RunningService;
  let customer: Readonly<Record<string, string>>;
  let officer: Readonly<Record<string, string>>;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    customer = await signedIn(service, ADA);
    officer = await atTheConsole(service, 'officer');
  });
  afterAll(() => service.stop());

  /** Pages and what they are made of keep the policy of pages, whatever is answered; so does whatever is HTML. */
  const kindOf = ({ headers }: Told, { path, page, crossOrigin }: Endpoint): string => {
    if (crossOrigin === true) return 'shared';
    if (path.startsWith('/docs')) return 'docs';
    const isPage = page === true || (headers.get('content-type') ?? '').includes('html');
    return isPage ? 'page' : 'api';
  };
  const answered = (endpoint: Endpoint, asking: Asking): Promise<Told> =>
    service.call(endpoint.method.toUpperCase(), endpoint.path.replaceAll(/\{\w+\}/g, 'nowhere'), asking);
  const asked = ({ who }: Endpoint): Asking => {
    if (who === 'session') return { headers: customer };
    if (typeof who === 'object' && 'staff' in who) return { headers: officer };
    const [scope] = scopesOf(who);
    return scope === 'self' ? { self: ADA } : scope === undefined ? {} : { scope };
  };
  const titled = endpoints.map((each) => [`${each.method} ${each.path}`, each] as const);

  it.each(titled)('%s, let in or not', async (_title, endpoint) => {
    for (const asking of [asked(endpoint), {}, { ...asked(endpoint), json: { nonsense: true } }]) {
      if (endpoint.method === 'get' && 'json' in asking) continue;
      const told = await answered(endpoint, asking);
      expect(protecting(told), `${told.status} ${told.headers.get('content-type')}`).toEqual(
        expected(kindOf(told, endpoint)),
      );
      expect(told.headers.get('x-powered-by')).toBeNull();
    }
  });

  it.each([
    ['an address that is none', 'GET', '/nowhere'],
    ['a method that is none here', 'PATCH', '/v1/checks'],
    ['a path that is malformed', 'GET', '/v1/%'],
  ])('%s', async (_title, method, path) => {
    const told = await service.call(method, path);
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(protecting(told)).toEqual(expected('api'));
  });
});
