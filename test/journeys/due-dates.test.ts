/** The last days of open requests in the calendars of staff, as a real calendar library reads them. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { ADA, aShop, BEN, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'olga' };

describe.each(engines)('the calendar of last days over %s', (engine) => {
  let service: RunningService;
  const feed = (headers: Readonly<Record<string, string>> = {}) =>
    service.call('GET', '/v1/due-dates.ics', { ...officer, headers });
  const parsed = async (headers?: Readonly<Record<string, string>>) => {
    const { text } = sure(await feed(headers));
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  };
  const eventOf = async (uid: string) => (await parsed()).find((each) => each.uid === uid);
  const asks = async (self: string, kind: string): Promise<{ readonly id: string; readonly dueAt: string }> =>
    sure(
      await service.call('POST', '/v1/me/requests', { json: { kind, message: 'My card 4711; please,\nsoon' }, self }),
    ).body;
  const step = (id: string, name: string, json: object = {}) =>
    service.call('POST', `/v1/requests/${id}/${name}`, {
      json: { reason: 'There are four systems.', ...json },
      ...officer,
    });

  beforeAll(async () => {
    service = await aService({
      engine,
      variables: { CANDOR_TIME_ZONE: 'America/Los_Angeles', CANDOR_BASE_URL: 'https://privacy.shop.example' },
    });
    await aShop(service);
    const json = { regimes: ['US-CA'], ageBand: 'adult', language: 'en' };
    sure(await service.call('PUT', `/v1/subjects/${BEN}`, { json, scope: 'consent' }));
  });
  afterAll(() => service.stop());

  it('is a calendar also while nothing is open', async () => {
    const told = sure(await feed());
    expect(told.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(told.text));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getAllSubcomponents('vevent')).toEqual([]);
    expect(calendar.getAllSubcomponents().length).toBeGreaterThan(0);
  });

  it('has each open request as a whole day, the day on which it is due where the controller counts', async () => {
    const { id, dueAt } = await asks(ADA, 'access');
    expect(dueAt).toBe('2026-12-03T07:59:59.999Z');
    const event = await eventOf(`${id}-answer`);
    expect([event?.startDate.isDate, event?.startDate.toString()]).toEqual([true, '2026-12-02']);
    expect(event?.summary).toBe('Answer by this day: Get a copy');
    expect(event?.component.getFirstPropertyValue('url')).toBe(`https://privacy.shop.example/console/requests/${id}`);
    expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('keeps the UID when the day moves, and loses what is answered', async () => {
    const { id } = await asks(ADA, 'rectification');
    sure(await step(id, 'extend'));
    const moved = sure(await service.call('GET', `/v1/requests/${id}`, officer)).body.dueAt;
    const day = new Date(Date.parse(moved) - 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await eventOf(`${id}-answer`))?.startDate.toString()).toBe(day);
    sure(await step(id, 'cancel'));
    expect(await eventOf(`${id}-answer`)).toBeUndefined();
  });

  it('has the receipt that California wants confirmed, until it is', async () => {
    const json = { kind: 'access', subject: BEN };
    const { id } = sure(await service.call('POST', '/v1/requests', { json, ...officer })).body;
    const { ackDueAt } = sure(await service.call('GET', `/v1/requests/${id}`, officer)).body;
    const day = new Date(Date.parse(ackDueAt) - 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await eventOf(`${id}-receipt`))?.startDate.toString()).toBe(day);
    sure(await service.call('POST', `/v1/requests/${id}/given`, { json: { how: 'letter' }, ...officer }));
    expect(await eventOf(`${id}-receipt`)).toBeUndefined();
    expect(await eventOf(`${id}-answer`)).toBeDefined();
  });

  it('names nobody and holds no word of theirs; every line is short, and ends as RFC 5545 wants', async () => {
    const subjects = await Promise.all(
      [ADA, BEN].map(
        async (self) => sure(await service.call('GET', `/v1/subjects/${self}`, { scope: 'consent' })).body.subject,
      ),
    );
    for (const language of ['en', 'de', 'fr', 'es']) {
      const { text } = sure(await feed({ 'accept-language': language }));
      for (const secret of [ADA, BEN, ...subjects, '4711', 'soon', 'example.org']) expect(text).not.toContain(secret);
      const lines = text.split('\r\n');
      expect(lines.at(-1)).toBe('');
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    }
    const [event] = await parsed({ 'accept-language': 'fr' });
    expect(event?.summary).toContain('Répondre au plus tard ce jour');
  });

  it('has every open request, however many pages of the list they are', async () => {
    const before = (await parsed()).filter(({ uid }) => uid.endsWith('-answer')).length;
    for (let count = 0; count < 120; count += 1) await asks(ADA, 'portability');
    const uids = (await parsed()).map(({ uid }) => uid).filter((uid) => uid.endsWith('-answer'));
    expect(uids.length).toBe(before + 120);
    expect(new Set(uids).size).toBe(uids.length);
    service.clock.wind(DAY_MS);
    expect((await parsed()).map(({ uid }) => uid).filter((uid) => uid.endsWith('-answer'))).toEqual(uids);
  });

  it('is for those who answer requests, and for nobody else', async () => {
    for (const [asking, status] of [
      [{}, 401],
      [{ scope: 'use' }, 403],
      [{ self: ADA }, 403],
    ] as const)
      expect((await service.call('GET', '/v1/due-dates.ics', asking)).status).toBe(status);
  });
});
