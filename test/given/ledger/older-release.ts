/**
 * An installation as the release before the folding of addresses left it.
 * Flow:    test/ledger → here → rows as they stood then.
 * Promise: only what that release wrote otherwise is changed: links keep their capitals, a hold is lost after a
 *          description, no row is bound, and no note says which folds the views were made with.
 */
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import type { Standing } from '../../../src/evaluation/person.ts';
import type { NewFact } from '../../../src/facts/fact.ts';
import type { DeclaredPurpose } from '../../../src/facts/registry.ts';
import type { OpenHouse } from '../../../src/house.ts';
import { type Prepared, prepare } from '../../../src/ledger/append.ts';
import { callerOfSystem, recordEntries } from '../../../src/ledger/batch.ts';
import { forgetBound } from '../../../src/ledger/bound/witness.ts';
import { peopleOf } from '../../../src/ledger/queries.ts';
import { loadTree } from '../../../src/ledger/tree-memory.ts';
import { newId } from '../../../src/seal/seal.ts';
import { ask, put, type RowOf, rowsQuery, type Steps, writeQuery } from '../../../src/store/query.ts';
import { defined } from '../../../src/vocabulary/defined.ts';
import { placeOf } from '../../../src/vocabulary/place.ts';
import type { RunningService } from '../service.ts';

const p = sql.placeholder;
const forgetNotes = writeQuery<object>()('forgetNotes', ({ db, t }) =>
  db.delete(t.meta).where(sql`${t.meta.name} in ('folds', 'identifiers', 'marks')`),
);
const unbindAll = [
  writeQuery<object>()('unbindPeople', ({ db, t }) => db.update(t.people).set({ bound: null, acts: null })),
  writeQuery<object>()('unbindIdentities', ({ db, t }) => db.update(t.identities).set({ bound: null })),
  writeQuery<object>()('unbindMarks', ({ db, t }) => db.update(t.erasedMarks).set({ bound: null, place: null })),
  writeQuery<object>()('unbindWishes', ({ db, t }) => db.update(t.suppressionMarks).set({ bound: null, place: null })),
  writeQuery<object>()('unbindHead', ({ db, t }) => db.update(t.registryHead).set({ state: null, bound: null })),
] as const;
const putStanding = writeQuery<{ subject: string; standing: string }>()('putStanding', ({ db, t }) =>
  // The builder takes values and not placeholders here; the types of this one are its own.
  db
    .update(t.people)
    .set({ standing: sql`${p('standing')}` })
    .where(eq(t.people.subject, p('subject'))),
);
const hashes = rowsQuery<object>()('allIdentityHashes', ({ db, t }) =>
  db.select({ hash: t.identities.hash }).from(t.identities),
);

type Older = Pick<RunningService, 'house' | 'dataDir'>;

const write = <T>(house: OpenHouse, steps: () => Steps<T>): Promise<T> =>
  house.writer.exclusive(() => house.storage.write(steps, { log: house.room.log, registry: 'write' }));

/** Records one fact as that release would have, whatever the rules of today say about it. */
async function recordedThen(
  house: OpenHouse,
  fact: NewFact,
  withViews: (before: RowOf<'people'> | undefined, made: Prepared) => Steps<void> = function* () {},
): Promise<void> {
  const { room, keyring } = house;
  const grown = await write(house, function* () {
    const [before] = fact.subject === undefined ? [] : yield* ask(peopleOf, { subjects: [fact.subject] });
    const tree = yield* loadTree(room.log, room.memory.tree);
    const place = {
      log: room.log,
      index: tree.size,
      origin: keyring.origin,
      at: house.now(),
      actor: callerOfSystem.actor,
    };
    const entry = prepare(fact, { ...place, ...defined({ before }) });
    const recorded = yield* recordEntries(room, tree, [entry]);
    yield* withViews(before, entry);
    return recorded;
  });
  room.memory = { ...room.memory, tree: grown.tree };
  house.writer.mark(grown.tree.size, grown.root);
}

/** A purpose as it could be published before its basis was refused; it counts from the next start on. */
export async function publishedThen(house: OpenHouse, key: string, body: DeclaredPurpose): Promise<void> {
  const payload = { ...body, v: 1 as const, key, version: 1 };
  const fact: NewFact = { id: newId('fact'), kind: 'purpose.published', payload };
  await recordedThen(house, fact, function* (_before, made) {
    yield* put('registryHead', [{ id: 1, version: placeOf(made.fact) + 1 }], true);
  });
}

/** An address as it was linked then: with its capitals, in the fact and under the hash. */
export async function linkedThen(house: OpenHouse, subject: string, identifier: string): Promise<void> {
  const id = newId('fact');
  await recordedThen(
    house,
    { id, kind: 'subject.linked', subject, payload: { v: 1, identifier } },
    function* (before, { fact }) {
      yield* put('people', [{ ...before!, n: before!.n + 1, head: fact.leafHash }], true);
      yield* put('identities', [{ pepper: 1, hash: house.keyring.identityHash(identifier), subject, fact: id }], true);
    },
  );
}

/** The hold that the fold of a description dropped. */
export const holdLostThen = (house: OpenHouse, subject: string): Promise<void> =>
  write(house, function* () {
    const [row] = yield* ask(peopleOf, { subjects: [subject] });
    const { holds: _lost, ...standing }: Standing = JSON.parse(row!.standing);
    yield* ask(putStanding, { subject, standing: JSON.stringify(standing) });
  });

export const erasedThen = (house: OpenHouse, identifier: string): Promise<void> =>
  write(house, function* () {
    const until = house.now() + 400 * 86_400_000;
    yield* put('erasedMarks', [
      { mark: house.keyring.markHash(identifier), at: house.now(), until, liftedAt: null, keep: '[]' },
    ]);
  });

/** The last step: from here on only a start reads it, because this release refuses what is not bound. */
export async function beforeUpgrade({ house, dataDir }: Older): Promise<void> {
  await write(house, function* () {
    yield* ask(forgetNotes, {});
    for (const unbind of unbindAll) yield* ask(unbind, {});
  });
  forgetBound(join(dataDir, '..', 'witness'));
}

/** What the row of a person says of holds. */
export const holdsThen = (house: OpenHouse, subject: string): Promise<Standing['holds']> =>
  house.store.read(function* () {
    const [row] = yield* ask(peopleOf, { subjects: [subject] });
    return (JSON.parse(row!.standing) as Standing).holds;
  });

export const leadsSomewhere = async (house: OpenHouse, identifier: string): Promise<boolean> =>
  (await house.store.one(hashes, {})).some(({ hash }) => hash === house.keyring.identityHash(identifier));

const unbind = [
  writeQuery<object>()('unbindPeople', ({ db, t }) => db.update(t.people).set({ bound: sql`null`, acts: sql`null` })),
  writeQuery<object>()('unbindIdentities', ({ db, t }) => db.update(t.identities).set({ bound: sql`null` })),
  writeQuery<object>()('unbindErased', ({ db, t }) =>
    db.update(t.erasedMarks).set({ bound: sql`null`, place: sql`null` }),
  ),
  writeQuery<object>()('unbindWishes', ({ db, t }) =>
    db.update(t.suppressionMarks).set({ bound: sql`null`, place: sql`null` }),
  ),
  writeQuery<object>()('unbindHead', ({ db, t }) =>
    db.update(t.registryHead).set({ state: sql`null`, bound: sql`null` }),
  ),
  writeQuery<object>()('forgetMarksNote', ({ db, t }) => db.delete(t.meta).where(sql`${t.meta.name} = 'marks'`)),
] as const;

/** As the release before bindings left it: no row has a code, and the note says the folds of that release. */
export async function withoutBindings({ house, dataDir }: Older): Promise<void> {
  await write(house, function* () {
    for (const each of unbind) yield* ask(each, {});
    yield* put('meta', [{ name: 'folds', value: '2' }], true);
  });
  forgetBound(join(dataDir, '..', 'witness'));
}
