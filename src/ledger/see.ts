/**
 * What an evaluation needs of a person, in one statement, with the registry of the same moment.
 * Flow:    house (checks, pages) → here → person-state → evaluation.
 * Promise: never a person of one moment with a registry of another; what was seen to fit before is compared with the
 *          row of this moment, and everything that is not the same goes the longer way, where every row is judged.
 * Source:  docs/design.md 4 (reads); decision 0049.
 */
import type { PersonState } from '../evaluation/person.ts';
import type { Registry } from '../evaluation/registry.ts';
import type { Store } from '../store/store.ts';
import { Unavailable } from '../store/store.ts';
import { foldIdentifier, spellingsOf } from '../vocabulary/identifier.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { BatchRoom } from './batch.ts';
import { refusingUnfit } from './bound/unfit.ts';
import { load, storedPerson } from './loaded.ts';
import { personState, type StoredPerson } from './person-state.ts';
import { freshRegistry } from './registry-memory.ts';
import { seeOne } from './see-one.ts';

interface SeenTogether {
  readonly registry: Registry;
  readonly people: readonly PersonState[];
}

interface SeenApart {
  readonly registry: Registry;
  readonly people: readonly (PersonState | Problem)[];
}

type SeenRow = (typeof seeOne)['types'] extends { readonly row: infer Row } | undefined ? Row : never;

interface Sight {
  readonly store: Store;
  readonly room: BatchRoom;
}

interface Asked {
  readonly identifier: string;
  readonly hash: string;
  readonly mark: string;
}

/** One person; falls back to a consistent read where the memory does not know all of what the statement saw. */
export function readPerson(sight: Sight, identifier: string): SeenTogether | Promise<SeenTogether> {
  const { keyring, hasFormerMarks } = sight.room;
  if (hasFormerMarks === true && spellingsOf(identifier).length > 1) return readPeople(sight, [identifier], false);
  const normal = foldIdentifier(identifier);
  const isPseudonym = identifier.startsWith('sub_');
  const hash = isPseudonym ? '' : keyring.identityHash(normal);
  const mark = keyring.markHash(normal);
  const rows = sight.store.one(seeOne, { hash, subject: isPseudonym ? identifier : '', mark });
  const asked = { identifier, hash, mark };
  // An embedded store answers at once, and a wait for what is there already would be a tenth of the whole.
  return rows instanceof Promise ? rows.then((found) => seenIn(sight, asked, found)) : seenIn(sight, asked, rows);
}

function seenIn(sight: Sight, asked: Asked, [row]: readonly SeenRow[]): SeenTogether | Promise<SeenTogether> {
  if (row === undefined) throw new Unavailable('registry-head-missing');
  const { registry } = sight.room.memory;
  const person = row.version === registry.version ? knownAlready(sight.room, asked, row) : undefined;
  return person === undefined ? readPeople(sight, [asked.identifier], false) : { registry, people: [person] };
}

/** Nobody has a mark here and no erasure is under way, which is nearly everybody. */
function knownAlready({ bound }: BatchRoom, { hash, mark }: Asked, row: SeenRow): PersonState | undefined {
  const hasMark = row.markAt !== null || row.code !== null || bound.marks.has(mark) || bound.wishes.has(mark);
  if (hasMark || row.erasing !== null || bound.inDoubt.size > 0) return undefined;
  const { subject } = row;
  if (subject === null)
    return hash === '' || bound.links.placeOf(hash) !== undefined ? undefined : { found: 'unknown', suppressions: [] };
  const known = bound.person(subject);
  const isSame =
    row.newest === row.n && known?.n === row.n && known?.bound === row.bound && known?.text === row.standing;
  if (known === undefined || !isSame || !bound.heads.isNewest(subject, known.n)) return undefined;
  if (hash !== '' && !bound.links.leadsTo(hash, subject)) return undefined;
  return { found: 'known', subject, standing: known.standing, suppressions: [] };
}

export async function readPeople(
  sight: Sight,
  identifiers: readonly string[],
  history: boolean,
): Promise<SeenTogether> {
  const { registry, stored } = await readStored(sight, identifiers, history);
  const now = sight.room.now();
  return { registry, people: stored.map((each) => personState(each, now)) };
}

/** Many people who were asked about apart: whose rows do not fit is refused, and nobody else. */
export async function readEach(sight: Sight, identifiers: readonly string[]): Promise<SeenApart> {
  const { registry, stored } = await readStored(sight, identifiers, false);
  const now = sight.room.now();
  return { registry, people: stored.map((each) => refusingUnfit(() => personState(each, now))) };
}

async function readStored(
  { store, room }: Sight,
  identifiers: readonly string[],
  history: boolean,
): Promise<{ readonly registry: Registry; readonly stored: readonly StoredPerson[] }> {
  const asOf = performance.now();
  const seen = await store.read(function* () {
    const registry = yield* freshRegistry(room, room.memory.registry);
    const loaded = yield* load({ ...room, asOf }, [{ people: [...new Set(identifiers)], history }]);
    return { registry, loaded };
  });
  if (seen.registry.version > room.memory.registry.version) room.memory = { ...room.memory, registry: seen.registry };
  return {
    registry: seen.registry,
    stored: identifiers.map((identifier) => storedPerson(seen.loaded, identifier)),
  };
}
