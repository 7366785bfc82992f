import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { ADA, another, BEN, signedIn, sure } from '../given/a-shop.ts';
import { idsInBodies } from '../given/http/ids-in-bodies.ts';
import { aBank, contest, decline, declined } from '../given/review/a-review.ts';
import { type Asking, aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

/** Everything of one's own that is named in an address, by the API and by the pages. */
const own = endpoints.filter(
  ({ who, path }) => path.includes('{id}') && (who === 'session' || scopesOf(who).includes('self')),
);
const titled = own.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

describe.each(dailyEngine)('what belongs to somebody else over %s', (engine) => {
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

/** An id of another person in a body: where it stands, and a body that would be good if the id were one's own. */
interface InABody {
  readonly place: string;
  readonly of: 'use' | 'decision' | 'review' | 'file' | 'request' | 'message';
  send(service: RunningService, id: string, mine: Mine): Promise<Told>;
}
/** What belongs to whoever asks. */
interface Mine {
  readonly decision: string;
  readonly request: string;
}
const decide = (service: RunningService, more: object) =>
  service.call('POST', '/v1/automated-decisions', { json: declined(more), scope: 'decide' });
const asAda = (service: RunningService, json: object) => service.call('POST', '/v1/me/requests', { json, self: ADA });
const onBehalf = (service: RunningService, json: object) =>
  service.call('POST', '/v1/requests', { json: { subject: ADA, ...json }, scope: 'requests', sub: 'officer' });
const step = (service: RunningService, path: string, json: object) =>
  service.call('POST', `/v1/requests/${path}`, { json, scope: 'requests', sub: 'officer' });
const steps = ['appeal', 'cancel', 'deny', 'extend', 'fulfil', 'pause', 'resume', 'verify'];
const withheld = (decision: string) => ({
  code: 'trade-secret-balance',
  reason: 'The weights would show how the check was trained.',
  withheld: [{ item: 'factors', decision }],
});

const inBodies: readonly InABody[] = [
  { place: 'post /v1/automated-decisions use', of: 'use', send: (service, use) => decide(service, { use }) },
  {
    place: 'post /v1/automated-decisions replaces',
    of: 'decision',
    send: (service, replaces) => decide(service, { replaces }),
  },
  {
    place: 'post /v1/automated-decisions review',
    of: 'review',
    send: (service, review) => decide(service, { review }),
  },
  {
    place: 'post /v1/subjects/{subject}/erasure request',
    of: 'request',
    send: (service, request) =>
      service.call('POST', `/v1/subjects/${ADA}/erasure`, { json: { request }, scope: 'admin', sub: 'officer' }),
  },
  {
    place: 'post /v1/me/requests decision',
    of: 'decision',
    send: (service, decision) => asAda(service, { kind: 'human-review', decision }),
  },
  {
    place: 'post /v1/me/requests decisions',
    of: 'decision',
    send: (service, decision) => asAda(service, { kind: 'human-review', decisions: [decision] }),
  },
  {
    place: 'post /v1/requests decision',
    of: 'decision',
    send: (service, decision) => onBehalf(service, { kind: 'human-review', decision }),
  },
  {
    place: 'post /v1/requests decisions',
    of: 'decision',
    send: (service, decision) => onBehalf(service, { kind: 'human-review', decisions: [decision] }),
  },
  {
    place: 'post /v1/requests/{id}/given message',
    of: 'message',
    send: (service, message, mine) => step(service, `${mine.request}/given`, { how: 'letter', message }),
  },
  ...steps.map(
    (name): InABody => ({
      place: `post /v1/requests/{id}/${name} withheld.decision`,
      of: 'decision',
      send: (service, decision, mine) => step(service, `${mine.request}/${name}`, withheld(decision)),
    }),
  ),
  {
    place: 'post /v1/me/automated-decisions/{id}/contest evidence',
    of: 'file',
    send: (service, file, { decision }) =>
      service.call('POST', `/v1/me/automated-decisions/${decision}/contest`, {
        json: { statement: 'It is not so.', evidence: [file] },
        self: ADA,
      }),
  },
  {
    place: 'post /v1/subjects/{subject}/holds items.fact',
    of: 'decision',
    send: (service, fact) =>
      service.call('POST', `/v1/subjects/${ADA}/holds`, {
        json: { items: [{ fact }], ground: 'art17-3-e-legal-claims', reason: 'A dispute over a loan.' },
        scope: 'registry',
        sub: 'officer',
      }),
  },
  {
    place: 'post /v1/desk/notes about',
    of: 'decision',
    send: (service, about) =>
      service.call('POST', '/v1/desk/notes', {
        json: { subject: ADA, about, text: 'She called.' },
        scope: 'requests',
        sub: 'helper',
      }),
  },
];
/** Bodies whose id says by itself who it is about. */
const ABOUT_NOBODY_ELSE = ['post /v1/reviews decision'];

describe.each(dailyEngine)('an id of somebody else in a body over %s', (engine) => {
  let service: RunningService;
  let theirs: Readonly<Record<InABody['of'], string>>;
  let mine: Mine;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    const asked = (self: string) =>
      service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self }).then((told) => sure(told).body.id);
    const file = sure(
      await service.call('POST', '/v1/me/files', { file: { type: 'text/plain', bytes: 'A payslip.' }, self: BEN }),
    ).body.id;
    const decision = await decline(service, { subject: BEN });
    const contested = await decline(service, { subject: BEN });
    const review = sure(await contest(service, contested, { self: BEN })).body.id;
    const question = { subject: BEN, aiSystem: 'loan-check', purpose: 'loans' };
    const use = sure(await service.call('POST', '/v1/uses', { json: question, scope: 'use' })).body.id;
    const request = await asked(BEN);
    const [{ id: message }] = sure(await service.call('GET', '/v1/me/messages', { self: BEN })).body.items;
    theirs = { use, decision, review, file, request, message };
    mine = { decision: await decline(service), request: await asked(ADA) };
  });
  afterAll(() => service.stop());

  it.each(harmless.map((each) => [each.place, each] as const))('%s is taken where it is one’s own', async (...each) => {
    const [, { of, send }] = each;
    const question = { subject: ADA, aiSystem: 'loan-check', purpose: 'loans' };
    const payslip = { type: 'text/plain', bytes: 'A payslip.' };
    const making: Readonly<Record<string, () => Promise<Told>>> = {
      use: () => service.call('POST', '/v1/uses', { json: question, scope: 'use' }),
      file: () => service.call('POST', '/v1/me/files', { file: payslip, self: ADA }),
      decision: () => decide(service, {}),
    };
    const own: string = sure((await making[of]?.()) as Told).body.id;
    sure(await send(service, own, mine));
  });

  const recorded = async (self: string): Promise<unknown> =>
    sure(await service.call('GET', '/v1/me/ledger', { self })).body.items;

  it.each(inBodies.map((each) => [each.place, each] as const))('%s is refused like one of nobody', async (...each) => {
    const [, { of, send }] = each;
    const before = [await recorded(ADA), await recorded(BEN)];
    const other = await send(service, theirs[of], mine);
    const nobody = await send(service, another(theirs[of]), mine);
    expect([other.status, nobody.status], other.text).toEqual([nobody.status, expect.any(Number)]);
    expect(other.status, other.text).toBeGreaterThanOrEqual(400);
    expect(other.body.code).toBe(nobody.body.code);
    expect([await recorded(ADA), await recorded(BEN)]).toEqual(before);
  });
});

/** Where the same body with an id of one's own does nothing bad, so that a refusal is one of the id alone. */
const harmless = inBodies.filter(
  ({ place, of }) =>
    of !== 'review' &&
    of !== 'request' &&
    of !== 'message' &&
    (!place.includes('withheld') || place.includes('fulfil')),
);

describe('the ids that a body may hold', () => {
  it('are all tried', () => {
    const found = idsInBodies().filter((place) => !ABOUT_NOBODY_ELSE.includes(place));
    expect(inBodies.map(({ place }) => place).sort()).toEqual([...found].sort());
  });
});
