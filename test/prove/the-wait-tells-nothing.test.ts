import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { ADA, another, aShop, BEN, says, signedIn, sure } from '../given/a-shop.ts';
import { howWellTheWaitTells } from '../given/http/wait-tells.ts';
import { aBank, contest, decline } from '../given/review/a-review.ts';
import { type Asking, aService, engines, type RunningService } from '../given/service.ts';

/** Pairs of a question about somebody else's thing and one about nothing; `PAIRS` asks for fewer. */
const PAIRS = Number(process.env['PAIRS'] ?? 2000);
const MOST = 0.55;

const own = endpoints.filter(
  ({ who, path }) => path.includes('{id}') && (who === 'session' || scopesOf(who).includes('self')),
);

describe.each(engines.slice(0, 1))('how long the answer takes over %s', (engine) => {
  let service: RunningService;
  let ids: Readonly<Record<string, string>> = {};
  let session: Readonly<Record<'cookie', string>>;
  let csrf = '';
  let secret = '';
  const bearer: Record<string, string> = {};
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    const bytes = `A payslip. ${'Much is written in it. '.repeat(20_000)}`;
    const file = sure(await service.call('POST', '/v1/me/files', { file: { type: 'text/plain', bytes }, self: ADA }))
      .body.id;
    const decisions = await decline(service);
    const reviews = sure(await contest(service, await decline(service), { evidence: [file] })).body.id;
    const filed = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA })).body;
    secret = filed.secret;
    await signedIn(service, ADA);
    const [open] = sure(await service.call('GET', '/v1/me/sessions', { self: ADA })).body.items;
    await aShop(service);
    const consents = sure(await says(service, 'given')).body.id;
    const byAda = { files: file, decisions, 'automated-decisions': decisions, reviews, consents };
    ids = { ...byAda, requests: filed.id, sessions: open.id };
    session = await signedIn(service, BEN);
    csrf =
      /name="csrf" value="([^"]+)"/.exec((await service.call('GET', '/me/choices', { headers: session })).text)?.[1] ??
      '';
    bearer['authorization'] = `Bearer ${await service.token({ sub: BEN.replace('customer:', ''), scope: 'self' })}`;
  });
  afterAll(() => service.stop());

  const idFor = ({ path }: Endpoint): string => ids[/([a-z-]+)\/\{id\}/.exec(path)?.[1] ?? ''] ?? '';
  const asBen = (endpoint: Endpoint): Asking => {
    const said = endpoint.path.endsWith('/contest') ? { statement: 'It is not mine.' } : {};
    if (endpoint.who !== 'session') return { headers: bearer, ...(endpoint.body === undefined ? {} : { json: said }) };
    return {
      headers: { ...session, accept: 'text/html' },
      ...(endpoint.body === undefined ? {} : { form: { csrf, ...said } }),
    };
  };
  const asked = (endpoint: Endpoint, id: string, asking: Asking) => async () => {
    const told = await service.call(endpoint.method.toUpperCase(), endpoint.path.replace('{id}', id), asking);
    expect(told.status).toBe(404);
  };

  it.each(own.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s of somebody else takes as long as of nothing',
    { timeout: 600_000 },
    async (_title, endpoint) => {
      const [id, asking] = [idFor(endpoint), asBen(endpoint)];
      expect(id).not.toBe('');
      const pair = { one: asked(endpoint, id, asking), other: asked(endpoint, another(id), asking) };
      expect(await howWellTheWaitTells(PAIRS, pair, MOST)).toBeLessThanOrEqual(MOST);
    },
  );

  it('a wrong secret of a request takes as long as any secret of nothing', { timeout: 600_000 }, async () => {
    const endpoint = endpoints.find(({ id }) => id === 'getRequest') as Endpoint;
    const wrong = { headers: { 'request-secret': another(secret) } };
    const id = ids['requests'] ?? '';
    const pair = { one: asked(endpoint, id, wrong), other: asked(endpoint, another(id), wrong) };
    expect(await howWellTheWaitTells(PAIRS, pair, MOST)).toBeLessThanOrEqual(MOST);
  });
});
