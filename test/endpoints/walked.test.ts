/**
 * Every list of the API, found from its definition, walked to its end in steps of each width.
 * Promise: each item once, in one order whatever the width; a cursor of one question answers no other.
 * Source:  docs/design.md 8.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { examples } from '../../openapi/examples.ts';
import { ADA, aCustomer, aShop, BEN, says, sure, use } from '../given/a-shop.ts';
import { aDataMap, aSureRequest, cellar, workRounds } from '../given/connected-tasks.ts';
import { aBank, declined } from '../given/review/a-review.ts';
import { type Asking, aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

const bodyOf = (endpoint: string) => examples.find((each) => each.endpoint === endpoint)?.body as object;
const membersOf = ({ query }: Endpoint): readonly string[] => Object.keys((query as { shape?: object })?.shape ?? {});
/** A list says how many at most, and where to go on. */
const lists = endpoints.filter((endpoint) => {
  const members = membersOf(endpoint);
  // The list that comes line by line says where to go on in each line; test/journeys/training.test.ts walks it.
  const isJson = !endpoint.path.endsWith('.ndjson');
  return endpoint.page !== true && isJson && members.includes('limit') && /cursor|after/.test(members.join());
});
/** By widths of 1 to 3, more than two pages of each. */
const MANY = 7;
/** More than two of the widest pages. */
const VERY_MANY = 210;
const kinds = ['objection-marketing', 'restriction', 'optout-profiling', 'access', 'portability', 'rectification'];
const each = async (many: number, work: (place: number) => Promise<Told>): Promise<void> => {
  for (let place = 0; place < many; place += 1) sure(await work(place));
};

/** An address where nobody listens, so that each try is on record at once. */
const NOBODY = 'http://127.0.0.1:9/';

/** Runs, of which the last one has people in it who withdrew since, and others who may go in. */
async function train(service: RunningService): Promise<string> {
  const scope = 'use';
  const json = (at: number) => ({ aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion: `v${at}` });
  let run = '';
  await each(MANY, async (at) => {
    const told = await service.call('POST', '/v1/training-runs', { json: json(at), scope });
    run = told.body.id;
    return told;
  });
  const named = (at: number): string => `customer:trained-${at}`;
  const subjects: string[] = [];
  await each(2 * MANY, async (at) => {
    const told = await aCustomer(service, named(at));
    subjects.push(told.body.subject);
    sure(await says(service, 'given', named(at)));
    return use(service, named(at));
  });
  sure(await service.call('POST', `/v1/training-runs/${run}/included`, { json: { subjects }, scope }));
  service.clock.wind(1000);
  await each(MANY, (at) => says(service, 'withdrawn', named(at)));
  return run;
}

/** What an id stands for in the path of a list. */
interface Filled {
  readonly webhook: string;
  readonly run: string;
  readonly breach: string;
}

/** Something of everything that is listed, past two pages. */
async function fill(service: RunningService, maps: string): Promise<Filled> {
  await aShop(service);
  const put = (path: string, json: object, scope = 'registry') =>
    service.call('PUT', path, { json, scope, sub: 'officer' });
  await each(MANY, (at) => put(`/v1/purposes/purpose-${at}`, bodyOf('putPurpose')));
  await each(MANY, (at) => put(`/v1/notices/notice-${at}`, bodyOf('putNotice')));
  await each(MANY, (at) => put(`/v1/recipients/recipient-${at}`, bodyOf('putRecipient')));
  await each(MANY, (at) => put(`/v1/ai-systems/system-${at}`, bodyOf('putAiSystem')));
  await each(MANY, async (at) => {
    service.clock.wind(1000);
    return says(service, at % 2 === 0 ? 'given' : 'withdrawn');
  });
  await each(MANY, (at) =>
    service.call('POST', `/v1/subjects/${ADA}/limits`, {
      json: { kind: 'objection', state: 'set', source: 'message', purpose: `purpose-${at}` },
      scope: 'requests',
      sub: 'officer',
    }),
  );
  const run = await train(service);
  for (const kind of kinds)
    await service.call('POST', '/v1/me/requests', { json: { kind, message: 'Please.' }, self: ADA });
  for (let at = 0; at < MANY; at += 1) await aSureRequest(service, 'access', BEN);
  await workRounds(service, maps);
  const items = (subject: string) =>
    Array.from({ length: 70 }, () => ({ ...question(subject), mode: 'report', occurredAt: OCCURRED }));
  await each(VERY_MANY / 70, () =>
    service.call('POST', '/v1/uses/batch', { json: { items: items(BEN) }, scope: 'use' }),
  );
  // In Colorado, and from 2027 on, an outcome against somebody brings a notice of its own.
  service.clock.set(Date.parse('2027-01-15T18:00:00.000Z'));
  await aBank(service);
  sure(await put(`/v1/subjects/${ADA}`, { regimes: ['US-CO'], ageBand: 'adult', language: 'en' }, 'consent'));
  const decided: string[] = [];
  await each(MANY, async (at) => {
    const json = declined({ decidedAt: `2027-01-0${at + 1}T10:00:00.000Z` });
    const told = await service.call('POST', '/v1/automated-decisions', { json, scope: 'decide' });
    decided.push(told.body.id);
    return told;
  });
  const statement = 'It was no return.';
  for (const id of decided)
    sure(await service.call('POST', `/v1/me/automated-decisions/${id}/contest`, { json: { statement }, self: ADA }));
  const webhook = sure(await service.call('POST', '/v1/webhooks', { json: { url: NOBODY }, scope: 'admin' })).body.id;
  await each(MANY, () => service.call('POST', `/v1/webhooks/${webhook}/test`, { json: {}, scope: 'admin' }));
  const json = bodyOf('postBreach');
  const breach = sure(await service.call('POST', '/v1/breaches', { json, scope: 'requests' })).body.id;
  return { webhook, run, breach };
}

const OCCURRED = '2026-02-01T10:00:00.000Z';
const question = (subject: string) => ({ subject, aiSystem: 'support-assistant', purpose: 'support-drafts' });

describe.each(dailyEngine)('every list over %s', (engine) => {
  let service: RunningService;
  let filled: Filled = { webhook: '', run: '', breach: '' };
  let map: Awaited<ReturnType<typeof aDataMap>>;
  beforeAll(async () => {
    map = await aDataMap([cellar]);
    const variables = { CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8', ...map.variables };
    service = await aService({ engine, variables });
    filled = await fill(service, map.folder);
  }, 120_000);
  afterAll(async () => {
    await service.stop();
    await map.drop();
  });

  const asking = ({ who }: Endpoint): Asking => {
    const [scope = ''] = scopesOf(who);
    return scope === 'self' ? { self: ADA } : { scope, sub: 'auditor' };
  };
  const page = (endpoint: Endpoint, query: Readonly<Record<string, string>>) => {
    const ids = { 'training-runs': filled.run, webhooks: filled.webhook, breaches: filled.breach };
    const path = endpoint.path
      .replace('{subject}', ADA)
      .replace('{key}', 'loan-check')
      .replace(/([a-z-]+)\/\{id\}/, (_whole, of: keyof typeof ids) => `${of}/${ids[of]}`);
    return service.call('GET', `${path}?${new URLSearchParams(query)}`, asking(endpoint));
  };
  const nextOf = (endpoint: Endpoint) => (membersOf(endpoint).includes('cursor') ? 'cursor' : 'after');
  /** Looks are recorded while somebody looks, so they are left out of what is compared. */
  const walk = async (endpoint: Endpoint, limit: number): Promise<readonly string[]> => {
    const seen: string[] = [];
    let query: Record<string, string> = { limit: String(limit) };
    for (let pages = 0; pages < 2000; pages += 1) {
      const { items, next } = sure(await page(endpoint, query)).body;
      expect(items.length).toBeLessThanOrEqual(limit);
      seen.push(...items.map((item: unknown) => JSON.stringify(item)));
      const isFeed = endpoint.id === 'listChanges';
      if (next === null || (isFeed && items.length === 0))
        return seen.filter((item) => !item.includes('look.recorded'));
      query = { ...query, [nextOf(endpoint)]: String(next) };
    }
    throw new Error(`${endpoint.path} has no end`);
  };
  const titled = lists.map((endpoint) => [endpoint.path, endpoint] as const);

  it.each(titled)('%s gives each item once, in one order, in steps of 1, 3 and 100', async (_path, endpoint) => {
    const [whole, ...steps] = [await walk(endpoint, 100), await walk(endpoint, 3)];
    expect(whole.length, 'filled past two pages').toBeGreaterThan(endpoint.id === 'listEntries' ? 200 : 6);
    // What services are told of a change says so little that two may read the same.
    if (endpoint.id !== 'listChanges') expect(new Set(whole).size).toBe(whole.length);
    if (whole.length < 50) steps.push(await walk(endpoint, 1));
    for (const other of steps) expect(other).toEqual(whole);
  });

  it.each(titled)('%s refuses a cursor of another list or question', async (_path, endpoint) => {
    const { next } = sure(await page(endpoint, { limit: '1' })).body;
    expect(next).not.toBeNull();
    if (nextOf(endpoint) === 'after') return;
    const other = lists.find((each) => each !== endpoint && nextOf(each) === 'cursor' && each.path !== endpoint.path);
    const stranger = await page(other as Endpoint, { limit: '1', cursor: String(next) });
    expect([stranger.status, stranger.body.code]).toEqual([400, 'invalid-cursor']);
  });

  const filters: Readonly<Record<string, string>> = {
    from: '2026-01-01T00:00:00.000Z',
    to: '2027-12-31T00:00:00.000Z',
    dueBefore: '2027-12-31T00:00:00.000Z',
    aiSystem: 'loan-check',
    modelVersion: 'v1',
    purpose: 'loans',
    subject: ADA,
    kind: 'use.allowed',
    assignee: 'nina',
    allowed: 'true',
    reason: 'never-asked',
    basis: 'consent',
    actor: 'self',
    service: 'shop',
  };
  /** The first word, where a filter takes words of a list. */
  const chosenFrom = ({ query }: Endpoint, member: string): string | undefined => {
    const { shape } = query as unknown as { shape: Record<string, { unwrap(): { options?: readonly string[] } }> };
    return shape[member]?.unwrap().options?.[0];
  };
  /** What changes how a list is told and not what it holds. */
  const TELLING = ['limit', 'cursor', 'after', 'language'];
  const questions = lists.flatMap((endpoint) =>
    membersOf(endpoint)
      .filter((member) => !TELLING.includes(member))
      .map((member) => [endpoint.path, member, endpoint] as const),
  );

  it.each(questions)('%s refuses a cursor from before it was asked for %s', async (_path, member, endpoint) => {
    if (nextOf(endpoint) === 'after') return;
    const { next } = sure(await page(endpoint, { limit: '1' })).body;
    const value = chosenFrom(endpoint, member) ?? filters[member] ?? '';
    const told = await page(endpoint, { limit: '1', [member]: value, cursor: String(next) });
    expect([told.status, told.body.code], told.text).toEqual([400, 'invalid-cursor']);
  });
});
