/**
 * What a release keeps otherwise than the one before it, brought up once when it starts over older data.
 * Flow:    house (start) → here → rebuild (views), identity index, suppression marks.
 * Promise: views that an older release folded are folded anew before anything is answered; an address that led to two
 *          people by its capitals leads to neither until an officer settles it, and no wish of either is lost.
 * Source:  decision 0014; decision 0015; decision 0049; docs/design.md 4.
 */
import type { Keyring } from '../seal/keys.ts';
import { ask, put, rowsQuery, type Steps } from '../store/query.ts';
import { placeOf } from '../vocabulary/place.ts';
import { renewState } from './bound/keep-state.ts';
import { bindMarksAsTheyStand } from './bound/marks.ts';
import { type DoubledAddress, keepWishes } from './links-anew.ts';
import type { PersonRow } from './loaded.ts';
import { FOLDS, isOfEarlierRelease, noteOf, SHARED, sharedFacts, sharedGroups } from './notes.ts';
import { type RebuildRoom, rebuild } from './rebuild.ts';
import { loadTree } from './tree-memory.ts';

/** From here on marks stand bound, and are not taken as they stand again. */
const BOUND_SINCE = 3;

const anyEntry = rowsQuery<object>()('anyEntry', ({ db, t }) =>
  db.select({ log: t.entries.log }).from(t.entries).limit(1),
);

/** Why the identities were gone through, and since when: `new` where no older release ever kept any. */
const IDENTIFIERS = 'identifiers';

export interface Upgraded {
  /** Marks of an older release may stand under another spelling. */
  readonly hasFormerMarks: boolean;
}

export async function upgrade(room: RebuildRoom): Promise<Upgraded> {
  const stands = await room.store.read(standsNow);
  if (stands !== undefined) return stands;
  return room.store.write(() => bringUp(room), { log: room.log, registry: 'write' });
}

function* standsNow(): Steps<Upgraded | undefined> {
  if (yield* isOfEarlierRelease()) return undefined;
  return { hasFormerMarks: (yield* noteOf(IDENTIFIERS)) !== 'new' };
}

/** Another node may have done it while this one waited for the lock. */
function* bringUp(room: RebuildRoom): Steps<Upgraded> {
  const stands = yield* standsNow();
  if (stands !== undefined) return stands;
  const identifiers = yield* noteOf(IDENTIFIERS);
  const hasEntries = (yield* ask(anyEntry, {})).length > 0;
  const isNew = identifiers === 'new' || (identifiers === undefined && !hasEntries);
  // Identities that were never kept otherwise say nothing of the folds, which a later release counts up for everybody.
  if (hasEntries) {
    const { size } = yield* loadTree(room.log, undefined);
    const place = placeOf({ log: room.log, index: size });
    const { doubled, standing } = yield* rebuild(room, yield* sharedFacts());
    yield* settleDoubled({ ...room, place }, doubled, standing);
    if (Number((yield* noteOf('folds')) ?? 0) < BOUND_SINCE) yield* bindMarksAsTheyStand(room.keyring, place);
  }
  yield* put('meta', [{ name: 'folds', value: FOLDS }], true);
  if (identifiers === undefined) yield* put('meta', [{ name: IDENTIFIERS, value: isNew ? 'new' : 'folded' }], true);
  yield* renewState(room.keyring, room.log);
  return { hasFormerMarks: !isNew };
}

interface Settling {
  readonly keyring: Keyring;
  readonly now: number;
  readonly place: number;
}

/** Both are named to an officer, and the wishes of both hold for whoever comes under the address next. */
function* settleDoubled(
  { keyring, now, place }: Settling,
  doubled: readonly DoubledAddress[],
  standing: ReadonlyMap<string, PersonRow>,
): Steps<void> {
  if (doubled.length === 0) return;
  for (const { normal, links } of doubled) {
    const people = [...new Set(links.map(({ subject }) => subject))].flatMap((each) => standing.get(each) ?? []);
    yield* keepWishes({ keyring, now, place, people }, keyring.markHash(normal));
  }
  const groups = [...(yield* sharedGroups()), ...doubled.map(({ links }) => links.map(({ fact }) => fact))];
  yield* put('meta', [{ name: SHARED, value: JSON.stringify(groups) }], true);
}
