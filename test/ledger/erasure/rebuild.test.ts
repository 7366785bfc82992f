import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../../src/house.ts';
import { rebuildViews } from '../../../src/ledger/rebuild.ts';
import { rowsQuery } from '../../../src/store/query.ts';
import { aCanary, aCompany, aPlace, by, officer, PIA, type Place, staysAfterAll } from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { engines } from '../../given/service.ts';

const STAYS = 'customer:stays';
const views = [
  rowsQuery<object>()('allPeople', ({ db, t }) => db.select().from(t.people).orderBy(t.people.subject)),
  rowsQuery<object>()('allActs', ({ db, t }) => db.select().from(t.acts).orderBy(t.acts.subject, t.acts.n)),
  rowsQuery<object>()('allUses', ({ db, t }) => db.select().from(t.uses).orderBy(t.uses.subject, t.uses.n)),
  rowsQuery<object>()('allDecisions', ({ db, t }) =>
    db.select().from(t.decisions).orderBy(t.decisions.subject, t.decisions.n),
  ),
  rowsQuery<object>()('allRequests', ({ db, t }) => db.select().from(t.requests).orderBy(t.requests.id)),
  rowsQuery<object>()('allChanges', ({ db, t }) => db.select().from(t.changes).orderBy(t.changes.position)),
  // Its state sums up the rows with the turn in which each was written, and this is a new turn.
  rowsQuery<object>()('allHeads', ({ db, t }) =>
    db.select({ id: t.registryHead.id, version: t.registryHead.version }).from(t.registryHead),
  ),
] as const;

/** Bytes as text, because the engines hand them out in different wrappers. */
const plain = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ]),
  );
const viewsOf = (house: OpenHouse): Promise<readonly (readonly object[])[]> =>
  Promise.all(views.map(async (view) => (await house.store.one(view as (typeof views)[0], {})).map(plain)));

describe.each(engines)('views folded anew over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  beforeAll(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    const request = await aCanary(house);
    await staysAfterAll(house, STAYS);
    await erased(house, PIA, { sender: by(officer), request });
  });
  afterAll(async () => {
    await house.close();
    await place.drop();
  });

  it('are those that were there before, erased people and their minimal records included', async () => {
    const before = await viewsOf(house);
    const { store, keyring, room } = house;
    const done = await rebuildViews({ store, keyring, log: 0, defaultRegime: room.defaultRegime, now: house.now() });
    expect(done.entries).toBe(await house.ledger.size(0));
    expect(before.filter((rows) => rows.length > 0).length).toBeGreaterThanOrEqual(6);
    expect(await viewsOf(house)).toEqual(before);
    expect((await house.see([STAYS])).people[0]?.found).toBe('known');
    expect((await house.see([PIA])).people[0]?.found).toBe('erased');
  });
});
