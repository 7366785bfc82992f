/**
 * What a release keeps otherwise than the one before it, brought up once when it starts over older data.
 * Flow:    house (start) → here → rebuild (views), identity index, suppression marks.
 * Promise: views that an older release folded are folded anew before anything is answered; an address that led to two
 *          people by its capitals leads to neither until an officer settles it, and no wish of either is lost.
 * Source:  decision 0014; decision 0015; docs/design.md 4.
 */
import { eq, sql } from 'drizzle-orm';
import type { Standing } from '../evaluation/person.ts';
import { emptyRegistry } from '../evaluation/registry.ts';
import { suppressionsOf } from '../evaluation/suppressions.ts';
import { ask, put, rowsQuery, type Steps, writeQuery } from '../store/query.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import { peopleOf } from './queries.ts';
import { type RebuildRoom, rebuild } from './rebuild.ts';
import { freshRegistry } from './registry-memory.ts';

/** Counted up whenever a fold gives another view of the same facts. */
const FOLDS = '2';

const p = sql.placeholder;
const noted = rowsQuery<{ name: string }>()('noted', ({ db, t }) =>
  db
    .select({ value: t.meta.value })
    .from(t.meta)
    .where(eq(t.meta.name, p('name'))),
);
const dropIdentity = writeQuery<{ hash: string }>()('dropIdentity', ({ db, t }) =>
  db.delete(t.identities).where(eq(t.identities.hash, p('hash'))),
);
const anyEntry = rowsQuery<object>()('anyEntry', ({ db, t }) =>
  db.select({ log: t.entries.log }).from(t.entries).limit(1),
);

/** Why the identities were gone through, and since when: `new` where no older release ever kept any. */
const IDENTIFIERS = 'identifiers';
export const SHARED = 'shared-identifiers';

export function* noteOf(name: string): Steps<string | undefined> {
  const [row] = yield* ask(noted, { name });
  return row?.value;
}

interface Upgraded {
  /** Marks of an older release may stand under another spelling. */
  readonly hasFormerMarks: boolean;
}

export async function upgrade(room: RebuildRoom): Promise<Upgraded> {
  const stands = await room.store.read(standsNow);
  if (stands !== undefined) return stands;
  return room.store.write(() => bringUp(room), { log: room.log, registry: 'write' });
}

function* standsNow(): Steps<Upgraded | undefined> {
  if ((yield* noteOf('folds')) !== FOLDS) return undefined;
  return { hasFormerMarks: (yield* noteOf(IDENTIFIERS)) !== 'new' };
}

/** Another node may have done it while this one waited for the lock. */
function* bringUp(room: RebuildRoom): Steps<Upgraded> {
  const stands = yield* standsNow();
  if (stands !== undefined) return stands;
  const identifiers = yield* noteOf(IDENTIFIERS);
  const isNew = identifiers === 'new' || (identifiers === undefined && (yield* ask(anyEntry, {})).length === 0);
  if (!isNew) {
    const book: AddressBook = new Map();
    yield* rebuild({ ...room, ...(identifiers === undefined ? { linked: (fact) => note(book, fact) } : {}) });
    yield* relink(room, book);
  }
  yield* put('meta', [{ name: 'folds', value: FOLDS }], true);
  if (identifiers === undefined) yield* put('meta', [{ name: IDENTIFIERS, value: isNew ? 'new' : 'folded' }], true);
  return { hasFormerMarks: !isNew };
}

interface Link {
  readonly subject: string;
  readonly fact: string;
  readonly recorded: string;
}

/** The links of each address, by its normal form. */
type AddressBook = Map<string, Link[]>;

function note(
  book: AddressBook,
  { id, subject, payload }: { readonly id: string; readonly subject: string; readonly payload: { identifier: string } },
): void {
  const { identifier: recorded } = payload;
  if (!recorded.startsWith('email:')) return;
  const normal = foldIdentifier(recorded);
  const links = book.get(normal) ?? [];
  links.push({ subject, fact: id, recorded });
  book.set(normal, links);
}

function* relink({ keyring, now }: RebuildRoom, book: AddressBook): Steps<void> {
  const shared: string[][] = [];
  for (const [normal, links] of book) {
    const [first] = links;
    const subjects = [...new Set(links.map(({ subject }) => subject))];
    if (first === undefined || links.every(({ recorded }) => recorded === normal && subjects.length === 1)) continue;
    for (const recorded of new Set(links.map((link) => link.recorded)))
      yield* ask(dropIdentity, { hash: keyring.identityHash(recorded) });
    if (subjects.length === 1) {
      const { subject, fact } = first;
      yield* put('identities', [{ pepper: 1, hash: keyring.identityHash(normal), subject, fact }], true);
      continue;
    }
    shared.push(links.map(({ fact }) => fact));
    yield* keepWishes(subjects, keyring.markHash(normal), now);
  }
  if (shared.length > 0) yield* put('meta', [{ name: SHARED, value: JSON.stringify(shared) }], true);
}

/** Whoever comes under this address next is left alone as both of them asked. */
function* keepWishes(subjects: readonly string[], mark: string, now: number): Steps<void> {
  const registry = yield* freshRegistry(emptyRegistry);
  for (const row of yield* ask(peopleOf, { subjects })) {
    const standing: Standing = JSON.parse(row.standing);
    const wishes = suppressionsOf(standing, registry, now);
    yield* put(
      'suppressionMarks',
      wishes.map(({ code, purpose, at }) => ({ mark, code, purpose: purpose ?? '', at })),
      true,
    );
  }
}
