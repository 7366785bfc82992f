import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../../src/house.ts';
import { nodeRows as nodes } from '../../../src/ledger/erasure/erasure-queries.ts';
import { openJournal } from '../../../src/ledger/journal.ts';
import {
  aCanary,
  aCompany,
  aPlace,
  by,
  CANARY,
  does,
  found,
  officer,
  PIA,
  type Place,
  problemOf,
  self,
  verifiedAll,
} from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { engines } from '../../given/service.ts';

const OTHER = 'customer:42';

describe.each(engines)('a person who is erased over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  let request: string;
  let subject: string;
  let sealed: { readonly from: number; readonly to: number };

  beforeAll(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    request = await aCanary(house);
    const [person] = (await house.see([PIA])).people;
    subject = person?.found === 'known' ? person.subject : '';
    const chain = await house.chain(subject, { limit: 100 });
    sealed = {
      from: Math.min(...chain.items.map(({ index }) => index)),
      to: Math.max(...chain.items.map(({ index }) => index)),
    };
  });
  afterAll(async () => {
    await house.close();
    await place.drop();
  });

  it('a stranger is not found, and a request of somebody else erases nobody', async () => {
    expect(problemOf(await house.erase('customer:nobody', { sender: by(officer) }))).toBe('not-found');
    expect(problemOf(await house.erase(OTHER, { sender: by(officer), request }))).toBe('not-found');
    expect((await house.see([OTHER])).people[0]?.found).toBe('known');
  });

  it('gets a certificate that says what stays and until when, without naming the person', async () => {
    const done = await erased(house, PIA, { sender: by(officer), request });
    expect(done.request).toBe(request);
    expect(done.certificate).toMatchObject({
      request,
      covers: [{ log: 0, from: sealed.from, to: sealed.to }],
      regimes: ['EU'],
      entries: sealed.to - sealed.from + 1,
      unreadableInBackupsFrom: '2026-12-02T09:00:00.000Z',
    });
    expect(done.entry).toMatchObject({ log: 0, index: (await house.ledger.size(0)) - 1 });
    expect(JSON.stringify(done)).not.toContain(CANARY);
    expect(JSON.stringify(done)).not.toContain(subject);
    expect(await house.certificate(request)).toEqual(done.certificate);
  });

  it('keeps only the minimal record of the requests, closed', async () => {
    const row = await house.request(request);
    expect(row).toMatchObject({ kind: 'erasure', state: 'fulfilled', regimes: ['EU'] });
    expect(row?.subject).toBeUndefined();
    const { items } = await house.requests({ limit: 10 });
    expect(items.map(({ kind, state }) => [kind, state])).toContainEqual(['access', 'cancelled']);
  });

  it('is refused everywhere afterwards, under every identifier and under the pseudonym', async () => {
    for (const identifier of [PIA, `email:${CANARY}1@example.org`, 'phone:+49301234567', subject])
      expect((await house.see([identifier])).people[0]).toMatchObject({ found: 'erased' });
    expect(problemOf(await house.erase(PIA, { sender: by(officer) }))).toBe('subject-erased');
    const described = house.record('subject.describe', { subject: PIA, regimes: ['EU'] }, by(officer));
    expect(problemOf(await described)).toBe('subject-erased');
    const used = await does(house, 'use.record', {
      subject: PIA,
      aiSystem: 'support-assistant',
      purpose: 'support-drafts',
      language: 'en',
    });
    expect(used).toMatchObject({ allowed: false, reason: 'erased' });
  });

  it('is gone from every entry and every list, and others are told by pseudonym once', async () => {
    for (let index = sealed.from; index <= sealed.to; index += 1) {
      const entry = await house.entry(0, index);
      expect(Object.keys(entry ?? {}).sort()).toEqual(['index', 'leafHash', 'log']);
    }
    expect((await house.uses(subject, { limit: 10 })).items).toEqual([]);
    expect(await house.identifiersOf(subject)).toEqual([]);
    const told = (await house.changes(-1, 100)).filter((change) => change.subject === subject);
    expect(told).toMatchObject([{ what: 'erased', identifiers: [] }]);
  });

  it('leaves no word in any file, however it is written', async () => {
    expect(found(place.folder, CANARY)).toEqual([]);
    expect(found(place.folder, '49301234567')).toEqual([]);
  });

  it('leaves a ledger that still proves, and everybody else as they were', async () => {
    expect((await house.see([OTHER])).people[0]?.found).toBe('known');
    expect((await house.ledger.inclusion(0, sealed.from, await house.ledger.size(0)))?.length).toBeGreaterThan(0);
    if (engine !== 'sqlite') return;
    await house.close();
    expect(await verifiedAll(place)).toBe(0);
    house = await place.open();
  });

  it('may come back by an own act, as somebody new without a link', async () => {
    await does(house, ['consent.record', self(PIA)], {
      purpose: 'support-drafts',
      state: 'given',
      notice: { key: 'support-notice' },
      subject: PIA,
      language: 'en',
    });
    const [person] = (await house.see([PIA])).people;
    expect(person?.found).toBe('known');
    if (person?.found === 'known') expect(person.subject).not.toBe(subject);
    expect((await house.see([subject])).people[0]?.found).toBe('erased');
  });

  it('has one intent and one done line in the journal, without any identifier', async () => {
    const journals = openJournal(
      join(place.folder, 'witness'),
      engine === 'sqlite' ? 'node' : ((await house.store.one(nodes, {}))[0]?.node ?? ''),
    );
    const intents = journals.intents().filter((intent) => intent.subject === subject);
    expect(intents).toHaveLength(1);
    expect(intents.map(journals.isDone)).toEqual([true]);
    expect(intents[0]?.marks).toHaveLength(4);
  });
});
