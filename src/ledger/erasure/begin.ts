/**
 * The beginning of an erasure: under the lock of the log the person is marked, and recipients are told.
 * Flow:    erasures → here → rows of `erasing` and `changes`.
 * Promise: everything that needs the person's keys is read here, because afterwards they are gone.
 * Source:  docs/design.md 6; GDPR 19.
 */

import type { Keep } from '../../evaluation/keeps.ts';
import { suppressionsOf } from '../../evaluation/suppressions.ts';
import { newId } from '../../seal/seal.ts';
import { ask, put, type Steps } from '../../store/query.ts';
import { erasurePosition, erasureRoom } from '../../views/change/position.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { IntentLine, KeptWish } from '../journal.ts';
import { linksOf } from '../list-queries.ts';
import { type Loaded, load } from '../loaded.ts';
import { openFacts } from '../opened.ts';
import { requestsOf } from '../queries.ts';
import { freshRegistry } from '../registry-memory.ts';
import { loadTree } from '../tree-memory.ts';
import { personState } from '../working.ts';
import { type ErasingRoom, moment, type Undertaking } from './erasing.ts';
import { newestToldIn, places } from './erasure-queries.ts';
import { keepHeld } from './held.ts';
import { partsOf, rangesOf } from './ranges.ts';
import { recipientsOf } from './recipients.ts';
import { markNeededFor, staying, unfitKeep } from './staying.ts';

const DAY_MS = 86_400_000;
/** How long an erased identifier is known as such at least. */
const SHORTEST_MARK_MS = 366 * DAY_MS;

interface Wanted {
  readonly identifier: string;
  readonly request?: string;
  readonly keep?: readonly Keep[];
  /** Holds that ended since; after a restore they hold nothing again. */
  readonly ended?: ReadonlySet<string>;
  /** Where it is done again after a restore. */
  readonly again?: IntentLine;
}

export function* begin(room: ErasingRoom, wanted: Wanted): Steps<Undertaking | Problem> {
  const now = yield* moment(room);
  const loaded = yield* load(room.keyring, [{ people: [wanted.identifier] }]);
  const found = yield* findPerson(loaded, wanted, now);
  if (isProblem(found)) return found;
  const unfit = yield* unfitKeep(room, wanted, { loaded, subject: found.subject, now });
  if (unfit !== undefined) return unfit;
  const { size } = yield* loadTree(room.room.log, room.room.memory.tree);
  const undertaking = yield* undertake(room, wanted, { loaded, subject: found.subject, now, size });
  const { subject, ids } = undertaking;
  yield* put('erasing', [{ subject, at: now, doc: JSON.stringify(undertaking) }]);
  const change = { log: room.room.log, index: size, id: ids.erased[0] ?? '', subject, what: 'erased', at: now };
  yield* put('changes', [{ position: undertaking.told, subject, doc: JSON.stringify(change) }]);
  return undertaking;
}

/**
 * A request that is named must be this person's own. After a restore the mark may stand while the person is there
 * again.
 */
function* findPerson(
  loaded: Loaded,
  { identifier, request, again }: Wanted,
  now: number,
): Steps<{ readonly subject: string } | Problem> {
  if (again === undefined && personState({ ...loaded, now }, identifier).found === 'erased')
    return problem('subject-erased');
  const subject = loaded.identities.get(identifier);
  if (subject === undefined || !loaded.people.has(subject)) return problem('not-found');
  if (request === undefined || again !== undefined) return { subject };
  const [row] = yield* ask(requestsOf, { ids: [request] });
  return row !== undefined && subjectOf(row) === subject ? { subject } : problem('not-found');
}

interface Begun {
  readonly loaded: Loaded;
  readonly subject: string;
  readonly now: number;
  readonly size: number;
}

function* undertake(room: ErasingRoom, wanted: Wanted, { loaded, subject, now, size }: Begun): Steps<Undertaking> {
  const { request, again } = wanted;
  const identifiers = yield* identifiersOf(room, subject);
  const { keep, holds } = yield* staying(room, wanted, { loaded, subject, now });
  const held = yield* keepHeld({ keyring: room.keyring, subject, holds, now });
  const parts = partsOf(rangesOf(yield* ask(places, { subject })));
  return {
    subject,
    at: now,
    until: Math.max(now + Math.max(room.backupLifeMs, SHORTEST_MARK_MS), ...markNeededFor(keep)),
    ...defined({ request }),
    marks: [
      ...new Set([...identifiers.map((identifier) => room.keyring.markHash(identifier)), ...(again?.marks ?? [])]),
    ],
    ...(keep.length === 0 ? {} : { keep }),
    ...(holds.length === 0 ? {} : { holds, held: Object.fromEntries(held) }),
    suppressions: union(yield* wishesOf(room, loaded, { subject, now }), again?.suppressions ?? []),
    ids: { erased: parts.map(() => newId('fact')), certified: newId('fact') },
    told: yield* toldAt(room, size),
    recipients: yield* recipientsOf(subject, yield* freshRegistry(room.room.memory.registry)),
    before: { log: room.room.log, size },
  };
}

/** Under the lock of the log, so that what is read here is what was told so far. */
function* toldAt({ room }: ErasingRoom, size: number): Steps<number> {
  const free = erasureRoom(room.log, size);
  const [newest] = yield* ask(newestToldIn, free);
  return erasurePosition(free, newest?.position);
}

const subjectOf = ({ doc }: { readonly doc: string }): string | undefined => (JSON.parse(doc) as RequestRow).subject;

function* identifiersOf({ keyring }: ErasingRoom, subject: string): Steps<readonly string[]> {
  const facts = yield* openFacts(keyring, yield* ask(linksOf, { subjects: [subject] }));
  return [
    subject,
    ...[...facts.values()].flatMap((fact) => (fact.kind === 'subject.linked' ? [fact.payload.identifier] : [])),
  ];
}

function* wishesOf(
  room: ErasingRoom,
  loaded: Loaded,
  { subject, now }: { readonly subject: string; readonly now: number },
): Steps<readonly KeptWish[]> {
  const standing = loaded.people.get(subject)?.standing;
  if (standing === undefined) return [];
  const registry = yield* freshRegistry(room.room.memory.registry);
  return suppressionsOf(standing, registry, now).map(({ code, purpose }) => ({ code, purpose: purpose ?? '' }));
}

const union = (some: readonly KeptWish[], more: readonly KeptWish[]): readonly KeptWish[] => [
  ...new Map([...more, ...some].map((wish) => [`${wish.code} ${wish.purpose}`, wish])).values(),
];
