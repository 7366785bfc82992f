import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf as scopesFor, staffScopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { examples } from '../../openapi/examples.ts';
import { failsOf } from '../../openapi/fails.ts';
import { problems } from '../../src/vocabulary/problems.ts';
import { ADA, atTheConsole, onAPage, SHOP_PAGE, signedIn, sure } from '../given/a-shop.ts';
import { type Asking, aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

type Params = Readonly<Record<string, string>>;
/** Refusals that any endpoint may give. */
const anywhere = ['method-not-allowed', 'unavailable'];
/** Where no provider is configured they are not there; test/journeys/signing-in.test.ts goes through them. */
const atTheProvider = [
  'showSignIn',
  'beginSignIn',
  'answerSignIn',
  'showConsoleSignIn',
  'beginConsoleSignIn',
  'answerConsoleSignIn',
];
/** The member of staff of the examples. */
const REVIEWER = 'reviewer-1';
const nothing: Params = {
  id: 'req_00000000000000000000000000',
  key: 'nowhere',
  subject: 'customer:nowhere',
  log: '0',
  index: '999999',
  level: '9',
  tile: '000',
};

const pathOf = ({ path }: Endpoint, params: Params): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? nothing[name] ?? 'x');
const scopesOf = ({ who }: Endpoint): readonly string[] => scopesFor(who);
const isPage = ({ who }: Endpoint): boolean => who === 'session';
const isConsole = ({ who }: Endpoint): boolean => staffScopesOf(who) !== undefined;

function expectDescribed(endpoint: Endpoint, told: Told): void {
  expect(told.status, told.text).not.toBe(500);
  if (told.status < 400) {
    expect(Object.keys(endpoint.replies), told.text).toContain(String(told.status));
    return;
  }
  if (!(told.headers.get('content-type') ?? '').startsWith('application/problem+json')) return;
  const described = [...failsOf(endpoint).values()].flat() as readonly string[];
  expect([...described, ...anywhere], `${told.status} ${told.text}`).toContain(told.body.code);
  expect(told.status).toBe(problems[told.body.code as keyof typeof problems].status);
}

describe.each(dailyEngine)('every endpoint over %s', (engine) => {
  let service: RunningService;
  let cookie: { readonly cookie: string };
  let desk: { readonly cookie: string };
  let page: Awaited<ReturnType<typeof onAPage>>;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    // An address with a path has one document more.
    const variables = { CANDOR_BASE_URL: 'http://127.0.0.1/privacy', CANDOR_PAGE_ORIGINS: SHOP_PAGE };
    service = await aService({ engine, variables });
    for (const { endpoint: id, params, body } of examples) {
      const endpoint = endpoints.find((each) => each.id === id) as Endpoint;
      const told = sure(
        await service.call(endpoint.method.toUpperCase(), pathOf(endpoint, params ?? {}), {
          json: body,
          scope: scopesOf(endpoint)[0] ?? '',
        }),
      );
      ids[id] = told.body.id ?? '';
    }
    const file = { type: 'text/plain', bytes: 'The parcel came back on Monday.' };
    ids['file'] = sure(await service.call('POST', '/v1/me/files', { file, self: ADA })).body.id;
    const contest = { statement: 'It was no return.', evidence: [ids['file']] };
    ids['review'] = sure(
      await service.call('POST', `/v1/me/automated-decisions/${ids['postDecision']}/contest`, {
        json: contest,
        self: ADA,
      }),
    ).body.id;
    sure(
      await service.call('POST', `/v1/reviews/${ids['review']}/assign`, { json: {}, scope: 'reviews', sub: REVIEWER }),
    );
    const gone = 'customer:gone';
    ids['erased'] = sure(
      await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: gone }),
    ).body.id;
    const json = { request: ids['erased'] };
    sure(await service.call('POST', `/v1/subjects/${gone}/erasure`, { json, scope: 'admin' }));
    cookie = await signedIn(service, ADA);
    desk = await atTheConsole(service, REVIEWER);
    page = await onAPage(service);
  });
  afterAll(() => service.stop());

  const allowed = (endpoint: Endpoint): Asking => {
    if (isPage(endpoint)) return { headers: cookie };
    if (isConsole(endpoint)) return { headers: desk };
    if (endpoint.who === 'pass') return { headers: page };
    return scopesOf(endpoint).includes('self') ? { self: ADA } : { scope: scopesOf(endpoint)[0] ?? '', sub: REVIEWER };
  };
  const real = (endpoint: Endpoint): Params => ({
    subject: ADA,
    log: '0',
    index: '1',
    report: 'requests',
    level: '0',
    tile: `000.p/${endpoint.path.includes('tile') ? 1 : ''}`,
    code: 'not-found',
    base: 'privacy',
    area: 'notice',
    actor: service.house.actorOf(REVIEWER),
    key: endpoint.path.includes('notices')
      ? 'support-notice'
      : /ai-systems|register|console/.test(endpoint.path)
        ? 'support-assistant'
        : endpoint.path.includes('recip')
          ? 'example-hosting'
          : 'support-drafts',
    aiSystem: 'support-assistant',
    system: 'shop',
    file: fileOf(endpoint),
    id: idFor(endpoint.path),
  });
  /** The file that a route of the console hands out; elsewhere the one that somebody sent. */
  /** Where files have names, the first of them; elsewhere the file that somebody sent. */
  const fileOf = ({ params }: Endpoint): string => {
    const { file } = (params as unknown as { shape?: { file?: { options?: readonly string[] } } })?.shape ?? {};
    return file?.options?.[0] ?? ids['file'] ?? '';
  };
  const idFor = (path: string): string => {
    if (path.includes('/reviews/')) return ids['review'] ?? '';
    if (path.includes('/holds/')) return ids['postHold'] ?? '';
    if (path.includes('/training')) return ids['postTrainingRun'] ?? '';
    if (path.includes('/breaches/')) return ids['postBreach'] ?? '';
    if (path.includes('/files/')) return ids['file'] ?? '';
    if (path.includes('/uses/')) return ids['postUse'] ?? '';
    if (path.includes('/erasures/')) return ids['erased'] ?? '';
    if (path.includes('/webhooks/')) return ids['postWebhook'] ?? '';
    if (path.includes('/staff/')) return REVIEWER;
    return (
      (path.includes('decisions')
        ? ids['postDecision']
        : path.includes('consents')
          ? ids['postConsent']
          : ids['postRequest']) ?? ''
    );
  };
  const each = (list: readonly Endpoint[]) =>
    list.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);
  const readable = endpoints.filter(
    ({ method, id }) =>
      method === 'get' &&
      !atTheProvider.includes(id) &&
      !['getAsset', 'getDocsFile', 'showEnter', 'showConsoleEnter', 'showAddress', 'getConsistencyProof'].includes(id),
  );

  it.each(each(readable))('%s answers as described', async (_title, endpoint) => {
    const told = await service.call('GET', pathOf(endpoint, real(endpoint)), allowed(endpoint));
    expectDescribed(endpoint, told);
    // A letter or package needs an answer, a hold keeps something only after an erasure, a reviewer reads no verdict
    // before they have a view of their own, and no proxy names anybody here.
    if (
      ![
        'getAuthorize',
        'getCertificate',
        'getPackage',
        'getPackageFile',
        'downloadPackage',
        'downloadLetter',
        'downloadRequestLetter',
        'getHeldContent',
        'showDeskDecision',
      ].includes(endpoint.id)
    )
      expect(Object.keys(endpoint.replies).map(Number), told.text).toContain(told.status);
  });

  it.each(each(endpoints))('%s refuses what it does not know as described', async (_title, endpoint) => {
    const body = endpoint.body === undefined ? {} : endpoint.page === true ? { form: { csrf: 'none' } } : { json: {} };
    expectDescribed(
      endpoint,
      await service.call(endpoint.method.toUpperCase(), pathOf(endpoint, nothing), { ...allowed(endpoint), ...body }),
    );
  });

  it.each(each(endpoints.filter(({ who }) => who !== 'public')))(
    '%s is closed to nobody and to the wrong scope',
    async (_title, endpoint) => {
      const [method, path] = [endpoint.method.toUpperCase(), pathOf(endpoint, real(endpoint))];
      const body = endpoint.body === undefined ? {} : { json: {} };
      const nobody = await service.call(method, path, body);
      expect(nobody.status >= 300 && nobody.status < 500, `${nobody.status} ${nobody.text}`).toBe(true);
      expect(nobody.text).not.toContain(ADA);
      if (isPage(endpoint) || isConsole(endpoint)) return;
      // A standard of its own says why in its own numbers; the status is the same.
      const isOtherwise = endpoint.failsAs !== undefined;
      expect(isOtherwise ? nobody.status : nobody.body.code).toBe(isOtherwise ? 401 : 'unauthenticated');
      // No token is a pass.
      const isByPass = endpoint.who === 'pass';
      const wrong = ['decide', 'use', 'audit'].find((scope) => !scopesOf(endpoint).includes(scope)) ?? '';
      const refused = await service.call(method, path, { ...body, scope: wrong });
      expect(isOtherwise ? refused.status : refused.body.code).toBe(
        isOtherwise ? 403 : isByPass ? 'unauthenticated' : 'insufficient-scope',
      );
    },
  );
});
