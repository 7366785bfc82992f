/**
 * Evidence is handed out while it is read; somebody who is erased meanwhile is never half in it.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../src/house.ts';
import {
  aCanary,
  aCompany,
  aPlace,
  by,
  does,
  officer,
  PIA,
  type Place,
  staysAfterAll,
} from '../given/ledger/a-house.ts';
import { erased } from '../given/ledger/erased.ts';
import { type Engine, engines } from '../given/service.ts';

const A_PAGE = 16;
const use = { subject: PIA, aiSystem: 'support-assistant', purpose: 'support-drafts', language: 'en' };

describe.each(engines)('an erasure while evidence is read on %s', (engine: Engine) => {
  let place: Place;
  let house: OpenHouse;
  beforeEach(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
  });
  afterEach(async () => {
    await house.close();
    await place.drop();
  });
  const evidence = async () => {
    const [person] = (await house.see([PIA])).people;
    const pages = await house.evidencePages(person?.found === 'known' ? person.subject : undefined);
    if (pages === undefined) throw new Error('There is nothing to prove.');
    return pages;
  };

  it('before the end of it ends the reading without an end', async () => {
    const request = await aCanary(house);
    const pages = await evidence();
    for await (const page of pages.entries()) expect(page.length).toBeGreaterThan(0);
    await erased(house, PIA, { sender: by(officer), request });
    await expect(pages.closing()).rejects.toThrow('erased while');
  });

  it('between two pages ends the reading where it is', { timeout: 120_000 }, async () => {
    await staysAfterAll(house, PIA);
    for (let done = 0; done <= A_PAGE; done += 1) await does(house, 'use.record', use);
    const pages = (await evidence()).entries()[Symbol.asyncIterator]();
    expect((await pages.next()).value).toHaveLength(A_PAGE);
    await erased(house, PIA, { sender: by(officer) });
    await expect(pages.next()).rejects.toThrow('erased while');
  });
});
