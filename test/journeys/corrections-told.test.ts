/**
 * A correction and a restriction reach every connected system before their request ends, and the person sees who was
 * told.
 * Source: GDPR 16, 18, 19; decision 0106.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, aShop, atTheConsole, BEN, says, signedIn, sure, use } from '../given/a-shop.ts';
import { aDataMap, cellar, letters, workRounds } from '../given/connected-tasks.ts';
import { aSystem } from '../given/http/a-system.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'olga' };
const rectified = [{ what: 'Street', from: 'Old Road 1', to: 'New Road 2', told: ['Parcel service'] }];

describe.each(engines)('who is told of a correction, over %s', (engine) => {
  let service: RunningService;
  let system: Awaited<ReturnType<typeof aSystem>>;
  let map: Awaited<ReturnType<typeof aDataMap>>;

  beforeEach(async () => {
    system = await aSystem();
    map = await aDataMap([letters(system.url), cellar]);
    service = await aService({ engine, variables: map.variables });
    await aShop(service);
  });
  afterEach(async () => {
    await service.stop();
    system.stop();
    await map.drop();
  });

  const asks = async (kind: string, more: object = {}): Promise<string> => {
    const json = { kind, message: 'My street is wrong.', ...more };
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body;
    const sureOf = { level: 'doubt-resolved', reason: 'Called back.' };
    sure(await service.call('POST', `/v1/requests/${id}/verify`, { json: sureOf, ...officer }));
    return id;
  };
  const fulfil = (id: string, json: object = { rectified }) =>
    service.call('POST', `/v1/requests/${id}/fulfil`, { json, ...officer, isHurried: true });
  const read = async (id: string) => sure(await service.call('GET', `/v1/requests/${id}`, officer)).body;
  const settle = async (id: string) =>
    sure(
      await service.call('POST', `/v1/requests/${id}/tasks/cellar/settle`, {
        json: { words: 'Changed on paper.' },
        ...officer,
      }),
    );
  const page = async (id: string): Promise<string> =>
    sure(await service.call('GET', `/me/requests/${id}`, { headers: await signedIn(service, ADA) })).text;
  const sent = () => system.asked.map(({ text }) => JSON.parse(text));

  it('sends each value to a connected system and ends the request only when all of them have it', async () => {
    const id = await asks('rectification');
    const accepted = sure(await fulfil(id));
    expect([accepted.status, accepted.body]).toMatchObject([202, { request: id, look: `/v1/requests/${id}/tasks` }]);
    expect((await fulfil(id)).status).toBe(409);
    await workRounds(service, map.folder);
    expect(sent()).toMatchObject([
      {
        type: 'person.rectification',
        data: {
          request: id,
          subject: { customer: ['42'] },
          corrections: [{ what: 'Street', from: 'Old Road 1', to: 'New Road 2' }],
        },
      },
    ]);
    expect(system.asked[0]?.text).not.toContain('Parcel service');
    expect((await read(id)).state).toBe('verified');
    await settle(id);
    await workRounds(service, map.folder);
    expect((await read(id)).state).toBe('fulfilled');
    expect(system.asked).toHaveLength(1);
  });

  it('shows the person and those who answer who was told and since when, also while it still goes on', async () => {
    const id = await asks('rectification');
    sure(await fulfil(id));
    await workRounds(service, map.folder);
    expect((await read(id)).recipientsTold).toMatchObject([
      { name: 'Letters', by: 'connected-system', told: 'told', at: expect.any(String) },
      { name: 'Paper files', by: 'connected-system', told: 'not-yet' },
      { name: 'Parcel service', by: 'staff', told: 'told' },
    ]);
    const before = await page(id);
    expect(before).toContain('Who was told');
    expect(before).toMatch(/Letters: told on/);
    expect(before).toMatch(/Paper files: not yet/);
    await settle(id);
    await workRounds(service, map.folder);
    const after = await page(id);
    expect(after).toContain('New Road 2');
    expect(after).toMatch(/Paper files: told on/);
    const file = sure(await service.call('GET', `/v1/requests/${id}/package`, officer)).text;
    expect(file).toContain('Paper files: told on');
    expect((await service.call('GET', `/me/requests/${id}`, { headers: await signedIn(service, BEN) })).status).toBe(
      404,
    );
  });

  it('begins nothing where the answer could not be given, because nothing is corrected', async () => {
    const id = await asks('rectification');
    expect((await fulfil(id, {})).status).toBe(422);
    const same = { rectified: [{ what: 'Street', from: 'Old Road 1', to: 'Old Road 1', told: [] }] };
    expect((await fulfil(id, same)).status).toBe(422);
    await workRounds(service, map.folder);
    expect(system.asked).toEqual([]);
  });

  it('is not refused any more once systems were told, and a fault is seen and tried again', async () => {
    system.answers((_asked, response) => {
      response.statusCode = 500;
      response.end();
    });
    const id = await asks('rectification');
    sure(await fulfil(id));
    await workRounds(service, map.folder, 1);
    const { items } = sure(await service.call('GET', `/v1/requests/${id}/tasks`, officer)).body;
    expect(items).toMatchObject([
      { system: 'letters', work: 'rectification', state: 'failed', code: 'refused' },
      { system: 'cellar', work: 'rectification', state: 'waiting' },
    ]);
    const deny = { code: 'art12-5-unfounded', reason: 'It was right after all.' };
    const denied = await service.call('POST', `/v1/requests/${id}/deny`, { json: deny, ...officer });
    expect([denied.status, denied.body.detail]).toEqual([409, expect.stringContaining('accepted')]);
  });

  it('tells the systems of a restriction, too, and of which uses', async () => {
    const id = await asks('restriction', { purpose: 'support-drafts' });
    expect(sure(await fulfil(id, {})).status).toBe(202);
    await workRounds(service, map.folder);
    expect(sent()).toMatchObject([
      {
        type: 'person.restriction',
        data: { request: id, subject: { customer: ['42'] }, purposes: ['support-drafts'] },
      },
    ]);
    await settle(id);
    await workRounds(service, map.folder);
    expect((await read(id)).state).toBe('fulfilled');
    expect(await page(id)).toMatch(/Letters: told on/);
  });

  it('of a restriction of everything names no use, so that no system takes it for one of none', async () => {
    const id = await asks('restriction');
    expect(sure(await fulfil(id, {})).status).toBe(202);
    await workRounds(service, map.folder);
    expect(sent()).toMatchObject([{ type: 'person.restriction', data: { request: id } }]);
    expect(sent()[0].data).not.toHaveProperty('purposes');
  });

  it('tells recipients that follow the feed, and says which of them has read it', async () => {
    const registry = { scope: 'registry', sub: 'olga' };
    const body = examples.find(({ endpoint }) => endpoint === 'putRecipient')?.body as object;
    const bound = { ...body, reader: 'hosting-service' };
    sure(await service.call('PUT', '/v1/recipients/example-hosting', { json: bound, ...registry }));
    sure(await says(service, 'given'));
    sure(await use(service));
    const id = await asks('rectification');
    sure(await fulfil(id));
    await settle(id);
    await workRounds(service, map.folder);
    const told = async () => (await read(id)).recipientsTold.find(({ by }: { by: string }) => by === 'changes-feed');
    expect(await told()).toMatchObject({ recipient: 'example-hosting', told: 'not-known' });
    const seen: object[] = [];
    for (let after = '', more = true; more; ) {
      const path = `/v1/changes?limit=100${after && `&after=${encodeURIComponent(after)}`}`;
      const { items, next } = sure(await service.call('GET', path, { scope: 'use', sub: 'hosting-service' })).body;
      seen.push(...items);
      more = items.length > 0;
      after = next;
    }
    expect(seen).toContainEqual(expect.objectContaining({ what: 'request-fulfilled', request: id, corrected: true }));
    expect(JSON.stringify(seen)).not.toContain('New Road');
    expect(await told()).toMatchObject({ told: 'told', at: expect.any(String) });
    expect(await page(id)).toMatch(/has read that something was corrected/);
  });

  it('says in the console what is still open, and lets nobody end it by a click too early', async () => {
    const id = await asks('rectification');
    sure(await fulfil(id));
    const headers = await atTheConsole(service, 'olga');
    const { text } = sure(await service.call('GET', `/console/requests/${id}`, { headers }));
    const { corrections } = sure(await service.call('GET', `/v1/requests/${id}/tasks`, officer)).body;
    expect(corrections).toEqual(rectified);
    expect(text).toContain('/console/connected?system=letters');
    expect(text).toContain('Street: Old Road 1 → New Road 2');
    expect(text).not.toContain(`/console/requests/${id}/fulfil`);
  });
});
