import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../../src/house.ts';
import { rebuildViews } from '../../../src/ledger/rebuild.ts';
import { rowsQuery } from '../../../src/store/query.ts';
import {
  aCanary,
  aCompany,
  aPlace,
  by,
  CANARY,
  does,
  found,
  foundInRows,
  officer,
  PIA,
  type Place,
  self,
  staysAfterAll,
} from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { engines } from '../../given/service.ts';

const STAYS = 'customer:stays';
const said = (en: string) => ({ en });
const calendar = { timeZone: 'UTC', holidays: [] };
const views = [
  rowsQuery<object>()('everyReview', ({ db, t }) => db.select().from(t.reviews).orderBy(t.reviews.id)),
  rowsQuery<object>()('everyMessage', ({ db, t }) => db.select().from(t.messages).orderBy(t.messages.id)),
] as const;
const rowsOf = (house: OpenHouse): Promise<readonly (readonly object[])[]> =>
  Promise.all(views.map((view) => house.store.one(view as (typeof views)[0], {})));

/** Everything that is said, sent and decided in a second look, with the name of the customer in each word of it. */
async function aSecondLook(house: OpenHouse, place: Place, customer = PIA): Promise<string> {
  const tag = customer.slice('customer:'.length);
  const nina = {
    principal: 'nina',
    actor: { id: house.actorOf('nina'), role: 'support' as const },
    scopes: ['reviews'],
  };
  const training = [{ code: 'support-assistant', at: '2026-01-10T00:00:00.000Z' }];
  const staff = {
    id: 'nina',
    actor: nina.actor.id,
    name: 'Nina',
    roles: ['reviewer'],
    training,
    authority: ['change-outcome'],
    active: true,
    own: [],
  };
  await does(house, ['staff.describe', officer], staff);
  const decided = await does(house, 'decision.record', {
    subject: customer,
    aiSystem: 'support-assistant',
    purpose: 'support-drafts',
    decidedAt: '2026-11-02T08:00:00.000Z',
    what: said(`request of ${tag}`),
    outcome: said(`no to ${tag}`),
    adverse: true,
    aiRole: 'main',
    output: { value: tag },
    inputs: [{ name: 'topic', label: said('Topic'), value: tag, category: 'messages' }],
    factors: [],
    counterfactuals: [],
    modelVersion: '1',
    humanInvolvement: { role: said('none') },
  });
  const bytes = Buffer.from(`a letter of ${tag}`).toString('base64');
  const file = await does(house, ['file.add', self(customer)], {
    name: `letter ${tag}`,
    type: 'text/plain',
    size: 30,
    digest: 'x',
    bytes,
  });
  const decision = String(decided['id']);
  const files = [String(file['id'])];
  const contest = {
    decision,
    why: 'contested',
    statement: `says ${tag}`,
    corrections: [{ name: 'topic', value: `${tag} else` }],
    evidence: files,
    calendar,
  };
  const review = String((await does(house, ['review.open', self(customer)], contest))['id']);
  const of = { review, decision, files };
  await does(house, ['review.assign', officer], { ...of, reviewer: 'nina', seat: 'first' });
  await does(house, ['review.view-evidence', nina], of);
  await does(house, ['review.view-evidence', nina], { ...of, file: files[0] });
  place.clock.wind(60_000);
  await does(house, ['review.note-view', nina], {
    ...of,
    view: 'change',
    words: `The letter of ${tag} says otherwise than we thought.`,
  });
  const end = {
    outcome: 'changed',
    reasons: `The letter of ${tag} shows that it was a delivery.`,
    newOutcome: said(`yes to ${tag}`),
  };
  await does(house, ['review.conclude', nina], { ...of, ...end });
  await does(house, ['note.add', nina], { subject: customer, text: `called ${tag}`, about: review });
  const ground = 'art17-3-e-legal-claims';
  await does(house, ['hold.set', officer], {
    subject: customer,
    items: [{ kind: 'limits' }],
    ground,
    reason: `a court asks about ${tag}`,
  });
  return files[0] ?? '';
}

describe.each(engines)('a second look and an erasure over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  let request: string;
  const files: string[] = [];
  beforeAll(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    await staysAfterAll(house, STAYS);
    files.push(await aSecondLook(house, place, STAYS));
    request = await aCanary(house);
    files.push(await aSecondLook(house, place));
  });
  afterAll(async () => {
    await house.close();
    await place.drop();
  });

  it('no word of it stands in clear in any file, before or after', async () => {
    if (engine === 'sqlite') expect(found(place.folder, CANARY)).toEqual([]);
    expect(await foundInRows(house, CANARY)).toEqual([]);
    expect(Buffer.from((await house.file(files[1] ?? ''))?.bytes ?? []).toString()).toContain(CANARY);
    expect(await erased(house, PIA, { sender: by(officer), request })).toHaveProperty('certificate');
    expect(await house.file(files[1] ?? '')).toBeUndefined();
    const left = await house.reviews({ limit: 100 });
    expect(left.items.map(({ state, why }) => [why, state])).toEqual([
      ['contested', 'concluded'],
      ['before-effect', 'open'],
    ]);
    expect(found(place.folder, CANARY)).toEqual([]);
    expect(await foundInRows(house, CANARY)).toEqual([]);
    // That the rows are really read: the key of an AI system is no secret and stands in clear.
    expect(await foundInRows(house, 'support-assistant')).toContain('reviews');
  });

  it('the looks of others are folded anew just as they were', async () => {
    const before = await rowsOf(house);
    const standing = (await house.see([STAYS])).people;
    const { store, keyring, room } = house;
    await rebuildViews({ store, keyring, log: 0, defaultRegime: room.defaultRegime, now: house.now() });
    expect(await rowsOf(house)).toEqual(before);
    expect((await house.see([STAYS])).people).toEqual(standing);
    expect(Buffer.from((await house.file(files[0] ?? ''))?.bytes ?? []).toString()).toContain('a letter of stays');
  });
});
