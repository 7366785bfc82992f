import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { ADA, another, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aBank, contest, decline } from '../given/review/a-review.ts';
import { type Asking, aService, engines, type RunningService, type Told } from '../given/service.ts';

/** Everything of one's own that is named in an address, by the API and by the pages. */
const own = endpoints.filter(
  ({ who, path }) => path.includes('{id}') && (who === 'session' || scopesOf(who).includes('self')),
);
const titled = own.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

describe.each(engines)('what belongs to somebody else over %s', (engine) => {
  let service: RunningService;
  let ids: Readonly<Record<string, string>> = {};
  let session: Readonly<Record<'cookie', string>>;
  let csrf = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    const file = sure(
      await service.call('POST', '/v1/me/files', { file: { type: 'text/plain', bytes: 'A payslip.' }, self: ADA }),
    ).body.id;
    const decisions = await decline(service);
    const reviews = sure(await contest(service, await decline(service), { evidence: [file] })).body.id;
    const requests = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA })).body
      .id;
    const no = { purpose: 'loans', state: 'refused' };
    const consents = sure(await service.call('POST', '/v1/me/consents', { json: no, self: ADA })).body.id;
    await signedIn(service, ADA);
    const sessions = sure(await service.call('GET', '/v1/me/sessions', { self: ADA })).body.items[0].id;
    ids = { files: file, decisions, 'automated-decisions': decisions, reviews, requests, sessions, consents };
    session = await signedIn(service, BEN);
    csrf =
      /name="csrf" value="([^"]+)"/.exec((await service.call('GET', '/me/choices', { headers: session })).text)?.[1] ??
      '';
  });
  afterAll(() => service.stop());

  const idFor = ({ path }: Endpoint): string => ids[/([a-z-]+)\/\{id\}/.exec(path)?.[1] ?? ''] ?? '';
  const asBen = (endpoint: Endpoint): Asking => {
    const words = { statement: 'It is not mine.' };
    const said = endpoint.path.endsWith('/contest') ? words : {};
    if (endpoint.who !== 'session') return { self: BEN, ...(endpoint.body === undefined ? {} : { json: said }) };
    return {
      headers: { ...session, accept: 'text/html' },
      ...(endpoint.body === undefined ? {} : { form: { csrf, ...said } }),
    };
  };
  /** Without what is different in every answer: its own number, and the address that was asked for. */
  const plain = ({ text, headers }: Told, id: string): string =>
    text.replaceAll(headers.get('request-id') ?? '-', 'number').replaceAll(id, 'id');

  it.each(titled)('%s is the same answer as nothing at all', async (_title, endpoint) => {
    const id = idFor(endpoint);
    expect(id, endpoint.path).not.toBe('');
    const send = (one: string) =>
      service.call(endpoint.method.toUpperCase(), endpoint.path.replace('{id}', one), asBen(endpoint));
    const [theirs, nothing] = [await send(id), await send(another(id))];
    expect([theirs.status, nothing.status]).toEqual([404, 404]);
    expect(plain(theirs, id)).toBe(plain(nothing, another(id)));
  });
});
