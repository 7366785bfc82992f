import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../src/house.ts';
import { aCanary, aCompany, aPlace, by, CANARY, found, officer, PIA, type Place } from '../given/ledger/a-house.ts';
import { erased } from '../given/ledger/erased.ts';
import { engines } from '../given/service.ts';

const MINUTE = 60_000;

describe.each(engines)('sign-in links and sessions in the store over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  const kept = (self: string, minutes = 10) =>
    ({ kind: 'link', self, csrf: '', until: place.clock.now() + minutes * MINUTE }) as const;

  beforeAll(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    await aCanary(house);
  });
  afterAll(async () => {
    await house.close();
    await place.drop();
  });

  it('are found again, also after a start, and hold nobody’s identifier in clear', async () => {
    await house.sessions.keep('key-1', kept(PIA));
    await house.close();
    expect(found(place.folder, CANARY)).toEqual([]);
    house = await place.open();
    expect(await house.sessions.find('key-1')).toEqual(kept(PIA));
    expect(await house.sessions.find('key-2')).toBeUndefined();
  });

  it('are given to one of many who take at once', async () => {
    await house.sessions.keep('key-3', kept('customer:43'));
    const taken = await Promise.all(Array.from({ length: 8 }, () => house.sessions.take('key-3')));
    expect(taken.filter((each) => each !== undefined)).toHaveLength(1);
  });

  it('go when they have run out and another one is kept', async () => {
    await house.sessions.keep('key-4', kept('customer:44', 1));
    place.clock.wind(2 * MINUTE);
    await house.sessions.keep('key-5', kept('customer:45'));
    expect(await house.sessions.find('key-4')).toBeUndefined();
    await house.sessions.drop('key-5');
    expect(await house.sessions.find('key-5')).toBeUndefined();
  });

  it('end with the erasure of their person, by whichever identifier they came', async () => {
    await house.sessions.keep('key-6', kept(PIA));
    await house.sessions.keep('key-7', kept('customer:47'));
    await erased(house, `email:${CANARY}1@example.org`, { sender: by(officer) });
    expect(await house.sessions.find('key-6')).toBeUndefined();
    expect(await house.sessions.find('key-7')).toBeDefined();
  });
});
