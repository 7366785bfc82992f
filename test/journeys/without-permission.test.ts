import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, atTheConsole, BEN, question, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const DAY = 86_400_000;

describe.each(engines)('uses without a permission over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (let day = 6; day >= 1; day -= 1) await report({ sub: 'shop', day });
    await report({ sub: 'shadow', day: 1, body: { aiSystem: 'nobody-knows-it' } });
  });
  afterAll(() => service.stop());

  const report = async ({ sub, day, body = {} }: { sub: string; day: number; body?: object }) => {
    const occurredAt = new Date(service.house.now() - day * DAY).toISOString();
    const json = { ...question(), mode: 'report', occurredAt, ...body };
    return sure(await service.call('POST', '/v1/uses', { json, scope: 'use', sub }));
  };
  const mine = async (subject = ADA) => sure(await service.call('GET', '/v1/me/ai-use', { self: subject })).body;
  const page = async (path: string, cookie: string) => (await service.call('GET', path, { headers: { cookie } })).text;

  it('are the first thing that the person is told, also of an AI system that nobody published', async () => {
    const answer = await mine();
    expect(answer.summary).toMatch(/^7 uses of your data had no permission\./);
    expect(answer.usesWithoutPermission).toMatchObject({
      count: 7,
      systems: [
        { aiSystem: { key: 'support-assistant' }, count: 6, because: [{ reason: 'never-asked', count: 6 }] },
        { aiSystem: { key: 'nobody-knows-it' }, count: 1, because: [{ reason: 'unknown-ai-system', count: 1 }] },
      ],
    });
    expect(answer.numbers).toMatchObject({ uses: 7, usesWithoutPermission: 7 });
    expect(answer.systems[0].uses.withoutPermissionWords).toMatch(/^6 uses had no permission: between .* and /);
  });

  it('say nothing where every use was permitted', async () => {
    const answer = await mine(BEN);
    expect(answer.usesWithoutPermission).toBeNull();
    expect(answer.summary).not.toContain('permission');
  });

  it('stand before everything else on the page, with what the person can do', async () => {
    const { cookie } = await signedIn(service, ADA);
    const text = await page('/me', cookie);
    expect(text.indexOf('id="without-permission"')).toBeGreaterThan(0);
    expect(text.indexOf('id="without-permission"')).toBeLessThan(text.indexOf('id="systems"'));
    const { whatYouCanDo } = (await mine()).usesWithoutPermission;
    expect(whatYouCanDo.map(({ action }: { action: string }) => action)).toEqual([
      'ask-explanation',
      'complain',
      'refuse',
    ]);
    const card = text.slice(text.indexOf('id="system-support-assistant"'));
    expect(card.indexOf('6 uses had no permission')).toBeLessThan(card.indexOf('not been asked'));
  });

  it.each(['access', 'ai-explanation'])('stand in the letter that answers %s', async (kind) => {
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind }, self: ADA })).body;
    sure(
      await service.call('POST', `/v1/requests/${id}/verify`, {
        json: { level: 'account-reauth', reason: 'Signed in again.' },
        scope: 'requests',
      }),
    );
    sure(
      await service.call('POST', `/v1/requests/${id}/fulfil`, { json: { reason: 'Here it is.' }, scope: 'requests' }),
    );
    const { letter } = sure(await service.call('GET', `/v1/requests/${id}/package`, { scope: 'requests' })).body;
    expect(JSON.stringify(letter)).toContain('without permission. We learned of it only afterwards.');
  });

  it('are one button away from a no that counts, whatever is asked next', async () => {
    const { whatYouCanDo } = (await mine()).usesWithoutPermission;
    const { way } = whatYouCanDo.find(({ action }: { action: string }) => action === 'refuse');
    sure(await service.call(way.api.method, way.api.href, { json: way.api.body, self: ADA }));
    const { body } = await service.call('POST', '/v1/checks', { json: question(), scope: 'use' });
    expect(body).toMatchObject({ allowed: false, reason: 'refused' });
  });

  it('stand first on the first page of the console, with the way to their list, for those who may see it', async () => {
    const { cookie } = await atTheConsole(service, 'nina');
    const text = await page('/console', cookie);
    expect(text.indexOf('7 uses')).toBeGreaterThan(0);
    expect(text.indexOf('id="uncovered"')).toBeLessThan(text.indexOf('class="figures"'));
    const list = '/console/oversight/uses-without-permission';
    expect(text).toContain(`href="${list}"`);
    expect(await page(list, cookie)).toContain('nobody-knows-it');
    const { cookie: other } = await atTheConsole(service, 'ben', ['reviews']);
    expect(await page('/console', other)).not.toContain('id="uncovered"');
  });

  it('are an alarm for those who watch, by service and AI system, with the entries behind it', async () => {
    const told = sure(await service.call('GET', '/v1/uses-without-permission', { scope: 'reports' })).body;
    const actor = (sub: string) => service.house.actorOf(sub);
    expect(told).toMatchObject({
      total: 7,
      people: 1,
      groups: [
        { service: actor('shop'), aiSystem: 'support-assistant', count: 6, people: 1 },
        { service: actor('shadow'), aiSystem: 'nobody-knows-it', count: 1, people: 1 },
      ],
    });
    expect(Date.parse(told.groups[0].lastAt) - Date.parse(told.groups[0].firstAt)).toBe(5 * DAY);
    const path = `/v1/uses-without-permission/uses?service=${actor('shop')}&aiSystem=support-assistant&limit=4`;
    const first = sure(await service.call('GET', path, { scope: 'audit' })).body;
    const rest = sure(await service.call('GET', `${path}&cursor=${first.next}`, { scope: 'audit' })).body;
    expect([first.items.length, rest.items.length, rest.next]).toEqual([4, 2, null]);
    const [{ log, index, id }] = first.items;
    const entry = sure(await service.call('GET', `/v1/ledger/entries/${log}/${index}`, { scope: 'audit' })).body;
    expect(entry).toMatchObject({ id, kind: 'use.reported' });
    expect((await service.call('GET', '/v1/uses-without-permission', { scope: 'use' })).status).toBe(403);
  });

  it('are an alarm in the console, from which every entry is one step away', async () => {
    const { cookie } = await atTheConsole(service, 'officer');
    const text = await page('/console/oversight', cookie);
    expect(text).toContain('7 uses were reported that no permission covers');
    const href = /href="(\/console\/oversight\/uses-without-permission[^"]*support-assistant[^"]*)"/.exec(text)?.[1];
    const entries = await page((href ?? '').replaceAll('&amp;', '&'), cookie);
    expect(entries.match(/<th scope="row">/g)).toHaveLength(6);
  });
});
