/**
 * What an evaluation needs of a person, in one statement, with the registry of the same moment.
 * Flow:    house (checks, pages) → here → person-state → evaluation.
 * Promise: never a person of one moment with a registry of another; never cached.
 * Source:  docs/design.md 4 (reads).
 */
import type { PersonState, Standing, Suppression } from '../evaluation/person.ts';
import type { Registry } from '../evaluation/registry.ts';
import type { Store } from '../store/store.ts';
import { Unavailable } from '../store/store.ts';
import { foldIdentifier, spellingsOf } from '../vocabulary/identifier.ts';
import type { BatchRoom } from './batch.ts';
import { load, storedPerson } from './loaded.ts';
import { markOf, personState, type StoredPerson, suppressionOf } from './person-state.ts';
import { freshRegistry } from './registry-memory.ts';
import { seeOne } from './see-one.ts';

interface SeenTogether {
  readonly registry: Registry;
  readonly people: readonly PersonState[];
}

type SeenRow = (typeof seeOne)['types'] extends { readonly row: infer Row } | undefined ? Row : never;

const none: readonly Suppression[] = [];

/** A person without marks has one row, and it names none. */
function suppressionsIn(first: SeenRow, rows: readonly SeenRow[]): readonly Suppression[] {
  if (first.code === null) return none;
  return rows.flatMap(({ code, suppressedPurpose: purpose, suppressedAt: at }) =>
    code === null ? [] : [suppressionOf({ code, purpose, at })],
  );
}

/** The marks of an identifier are in every row, the person in the first as in any other. */
const storedIn = (row: SeenRow, rows: readonly SeenRow[]): StoredPerson => ({
  mark:
    row.markAt === null
      ? undefined
      : markOf({ at: row.markAt, until: row.markUntil, liftedAt: row.markLifted, keep: row.markKeep }),
  suppressions: suppressionsIn(row, rows),
  subject: row.subject ?? undefined,
  standing: row.standing === null ? undefined : (JSON.parse(row.standing) as Standing),
  erasingSince: row.erasing ?? undefined,
});

interface Sight {
  readonly store: Store;
  readonly room: BatchRoom;
}

/** One person; falls back to a consistent read where the registry in memory is not the one that the statement saw. */
export function readPerson(sight: Sight, identifier: string): SeenTogether | Promise<SeenTogether> {
  const { keyring, hasFormerMarks } = sight.room;
  if (hasFormerMarks === true && spellingsOf(identifier).length > 1) return readPeople(sight, [identifier], false);
  const normal = foldIdentifier(identifier);
  const isPseudonym = identifier.startsWith('sub_');
  const params = {
    hash: isPseudonym ? '' : keyring.identityHash(normal),
    subject: isPseudonym ? identifier : '',
    mark: keyring.markHash(normal),
  };
  const rows = sight.store.one(seeOne, params);
  // An embedded store answers at once, and a wait for what is there already would be a tenth of the whole.
  return rows instanceof Promise
    ? rows.then((found) => seenIn(sight, identifier, found))
    : seenIn(sight, identifier, rows);
}

function seenIn(sight: Sight, identifier: string, rows: readonly SeenRow[]): SeenTogether | Promise<SeenTogether> {
  const [first] = rows;
  if (first === undefined) throw new Unavailable('registry-head-missing');
  const { registry } = sight.room.memory;
  if (first.version !== registry.version) return readPeople(sight, [identifier], false);
  return { registry, people: [personState(storedIn(first, rows), sight.room.now())] };
}

export async function readPeople(
  { store, room }: Sight,
  identifiers: readonly string[],
  history: boolean,
): Promise<SeenTogether> {
  const seen = await store.read(function* () {
    const registry = yield* freshRegistry(room.memory.registry);
    const loaded = yield* load(room.keyring, [{ people: [...new Set(identifiers)], history }]);
    return { registry, loaded };
  });
  if (seen.registry.version > room.memory.registry.version) room.memory = { ...room.memory, registry: seen.registry };
  const now = room.now();
  return {
    registry: seen.registry,
    people: identifiers.map((identifier) => personState(storedPerson(seen.loaded, identifier), now)),
  };
}
