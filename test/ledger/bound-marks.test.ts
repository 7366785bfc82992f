/**
 * The marks of those who were erased are summed: each change adds what it changes, and what was taken away unseen stays
 * missing whatever is done later.
 * Flow:    tests → here → src/ledger/bound/marks.
 * Source:  decision 0049; decision 0099.
 */
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../src/house.ts';
import { allMarks, marksInDoubt, openMarks } from '../../src/ledger/bound/marks.ts';
import { ask, put, rowsQuery, type Steps, writeQuery } from '../../src/store/query.ts';
import { aCompany, aPlace, by, does, officer, type Place } from '../given/ledger/a-house.ts';
import { erased } from '../given/ledger/erased.ts';
import { engines } from '../given/service.ts';

const YEAR = 366 * 86_400_000;
const notes = rowsQuery<object>()('everyNoteOfMarks', ({ db, t }) =>
  db.select({ name: t.meta.name, value: t.meta.value }).from(t.meta).where(sql`${t.meta.name} = 'marks'`),
);
const dropOne = writeQuery<{ mark: string }>()('dropOneMark', ({ db, t }) =>
  db.delete(t.erasedMarks).where(sql`${t.erasedMarks.mark} = ${sql.placeholder('mark')}`),
);
const dropAll = writeQuery<object>()('dropEveryMark', ({ db, t }) => db.delete(t.erasedMarks));

describe.each(engines)('the marks of erasures over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  let count = 0;
  beforeEach(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
  });
  afterEach(async () => {
    await house.close();
    await place.drop();
  });

  /** Written past everything that watches. */
  const behind = <T>(steps: () => Steps<T>): Promise<T> =>
    house.storage.write(steps, { log: house.room.log, registry: 'write' });
  const inDoubt = () => house.store.read(() => marksInDoubt(house.keyring));
  const marks = () => house.store.one(allMarks, {});
  const note = async (): Promise<string> =>
    String(((await house.store.one(notes, {}))[0] as { value?: string } | undefined)?.value);
  async function oneGoes(customer = `customer:goes-${++count}`): Promise<string> {
    await does(house, 'subject.describe', { subject: customer, regimes: ['EU'], language: 'en' });
    const objects = { subject: customer, kind: 'objection', purpose: 'fraud-prevention', state: 'set', reason: 'No.' };
    await does(house, 'limit.record', { ...objects, occurredAt: new Date(place.clock.now()).toISOString() });
    await erased(house, customer, { sender: by(officer) });
    return customer;
  }

  it('fit after every erasure, every return and every end of a mark', async () => {
    for (let round = 0; round < 3; round += 1) {
      const customer = await oneGoes();
      expect(await inDoubt()).toEqual([]);
      await oneGoes();
      place.clock.wind(120_000);
      const returned = { occurredAt: new Date(place.clock.now() - 60_000).toISOString(), newHolder: true };
      await does(house, ['subject.return', officer], { subject: customer, returned });
      expect(await inDoubt()).toEqual([]);
      place.clock.wind(YEAR);
      await oneGoes();
      await house.sweepErasures();
      expect(await inDoubt()).toEqual([]);
    }
    expect((await marks()).length).toBeGreaterThan(0);
  });

  it('stay in doubt when one was taken away, whatever is erased later', async () => {
    await oneGoes();
    await oneGoes();
    const [one] = (await marks()) as readonly { readonly mark: string }[];
    await behind(() => ask(dropOne, { mark: one?.mark ?? '' }));
    expect(await inDoubt()).toEqual(['erased_marks']);
    await oneGoes();
    expect(await inDoubt()).toEqual(['erased_marks']);
  });

  it('stay in doubt when an older note came back with its rows, whatever is erased later', async () => {
    await oneGoes();
    const [rows, old] = [await marks(), await note()];
    await oneGoes();
    await behind(function* () {
      yield* ask(dropAll, {});
      yield* put('erasedMarks', rows as never, true);
      yield* put('meta', [{ name: 'marks', value: old }], true);
    });
    expect(await inDoubt()).toEqual(['erased_marks']);
    await oneGoes();
    expect(await inDoubt()).toEqual(['erased_marks']);
  });

  it('are in doubt under a note that is not ours, and it is not renewed', async () => {
    await oneGoes();
    const [at, first, second, code] = (await note()).split(' ');
    for (const forged of [
      `${Number(at) + 9} ${first} ${second} ${code}`,
      `${at} ${second} ${first} ${code}`,
      'x y z w',
    ]) {
      await behind(() => put('meta', [{ name: 'marks', value: forged }], true));
      expect(await inDoubt()).toEqual(['erased_marks', 'suppression_marks']);
      await oneGoes();
      expect(await note()).toBe(forged);
    }
  });

  it('are taken over from a note of an older release where they fit it, and not where they do not', async () => {
    await oneGoes();
    const asBefore = async (rows: readonly object[]): Promise<string> => {
      const at = (await note()).split(' ')[0] ?? '';
      const over = (what: 'marks' | 'wishes', of: readonly object[]): string =>
        house.keyring.bind(what, [at, ...of.map((row) => (row as { bound: string }).bound)].join('\0'));
      const wishes = await house.store.read(function* () {
        return yield* ask(everyWish, {});
      });
      return `${at} ${over('marks', rows)} ${over('wishes', wishes)}`;
    };
    const good = await asBefore(await marks());
    await behind(() => put('meta', [{ name: 'marks', value: good }], true));
    expect(await inDoubt()).toEqual([]);
    await oneGoes();
    expect((await note()).split(' ')).toHaveLength(4);
    expect(await inDoubt()).toEqual([]);
    const bad = await asBefore((await marks()).slice(1));
    await behind(() => put('meta', [{ name: 'marks', value: bad }], true));
    await oneGoes();
    expect(await note()).toBe(bad);
    expect(await inDoubt()).toEqual(['erased_marks']);
  });

  it('are read no further than they change, so that an erasure costs the same after a million others', async () => {
    await oneGoes();
    const asked: string[] = [];
    await house.store.read(function* () {
      const steps = openMarks(house.keyring, ['mark-1', 'mark-2']);
      for (let next = steps.next(); ; ) {
        if (next.done === true) return next.value;
        if (next.value.do === 'ask') asked.push(next.value.query.name);
        next = steps.next(yield next.value);
      }
    });
    expect(asked).toEqual(['marksNote', 'newestErasure', 'erasedMarksOf', 'suppressionsOf']);
  });
});

const everyWish = rowsQuery<object>()('everyWishInOrder', ({ db, t }) =>
  db
    .select()
    .from(t.suppressionMarks)
    .orderBy(t.suppressionMarks.mark, t.suppressionMarks.code, t.suppressionMarks.purpose),
);
