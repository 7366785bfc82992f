/**
 * A company whose day is not the day of UTC, half an hour before and after its midnight: every page says its day.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { ADA, aShop, atTheConsole, says, signedIn, sure, use } from '../given/a-shop.ts';
import { aService, type RunningService } from '../given/service.ts';

const HALF_HOUR = 1_800_000;
/** Zone, the beginning of a day there, that day, and the last day of an answer within a month of the day before it. */
const places = [
  ['Pacific/Auckland', '2026-11-02T11:00:00.000Z', '3 November 2026', '2 November 2026'],
  ['America/Los_Angeles', '2026-11-03T08:00:00.000Z', '3 November 2026', '2 November 2026'],
  ['Asia/Kolkata', '2026-11-02T18:30:00.000Z', '3 November 2026', '2 November 2026'],
] as const;
const moments = places.flatMap(([zone, midnight, after, before]) => [
  { zone, at: Date.parse(midnight) + HALF_HOUR, day: after, other: before, due: '3 December 2026' },
  { zone, at: Date.parse(midnight) - HALF_HOUR, day: before, other: after, due: '2 December 2026' },
]);

const dayOfUtc = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(at);

it('a company names its zone by any name that it has, and by nothing else', () => {
  const zoneOf = (name: string): string => {
    const config = readConfig({ CANDOR_TIME_ZONE: name });
    return 'faults' in config ? config.faults.join() : config.timeZone;
  };
  for (const name of [
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'America/Nuuk',
    'Asia/Kathmandu',
    'Pacific/Kanton',
    'UTC',
  ])
    expect(zoneOf(name)).toBe(name);
  for (const name of ['+05:30', 'India', 'Asia/Nowhere', 'Europe/Berlin '])
    expect(zoneOf(name)).toContain('CANDOR_TIME_ZONE: must be a time zone');
});

describe.each(moments)('$day in $zone', ({ zone, at, day, other, due }) => {
  let service: RunningService;
  const pages = new Map<string, string>();
  const processZone = process.env['TZ'];
  beforeAll(async () => {
    // The process, too, runs somewhere else than its company.
    process.env['TZ'] = zone === 'Asia/Kolkata' ? 'America/Los_Angeles' : 'Asia/Kolkata';
    service = await aService({
      engine: 'sqlite',
      clock: windUpClock(at),
      variables: { CANDOR_TIME_ZONE: zone, CANDOR_REGIME: 'EU' },
    });
    await aShop(service);
    sure(await says(service, 'given'));
    sure(await use(service));
    const { body } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA }));
    const [ada, olga] = [await signedIn(service, ADA), await atTheConsole(service, 'olga')];
    for (const path of ['/me', '/me/choices', '/me/ledger', '/me/messages', '/me/sessions', '/me/requests'])
      pages.set(path, (await service.call('GET', path, { headers: { ...ada } })).text);
    pages.set('the letter', (await service.call('GET', `/me/requests/${body.id}`, { headers: { ...ada } })).text);
    for (const path of ['/console/requests', `/console/requests/${body.id}`, '/console/systems'])
      pages.set(path, (await service.call('GET', path, { headers: { ...olga } })).text);
  });
  afterAll(async () => {
    await service.stop();
    if (processZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = processZone;
  });

  it('is the day on every page, and the day beside it is on none', () => {
    for (const [path, text] of pages) expect(text, path).not.toContain(other);
    for (const path of ['/me/ledger', '/me/requests', 'the letter']) expect(pages.get(path), path).toContain(day);
  });

  it('is the day from which a month is counted', () => {
    for (const path of ['/me', 'the letter', '/console/requests']) expect(pages.get(path), path).toContain(due);
    // From today, not from the day of UTC.
    expect(pages.get('/console/requests')).toContain('in 30 days');
  });

  it('is another day than that of UTC, half the time', () => {
    expect([day, other]).toContain(dayOfUtc(at));
  });
});
