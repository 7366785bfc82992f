/**
 * The beginning of an erasure: under the lock of the log the person is marked, and recipients are told.
 * Flow:    erase-person → here → rows of `erasing` and `changes`.
 * Promise: everything that needs the person's keys or views is read here, because afterwards they are gone. Only
 *          recipients and providers that the company published are named; that they answered is not claimed, because
 *          nobody here knows it.
 * Source:  docs/design.md 6; GDPR 19; docs/law.md 6.4.
 */

import type { Keep } from '../../evaluation/keeps.ts';
import { recipientsIn } from '../../evaluation/recipients.ts';
import { suppressionsOf } from '../../evaluation/suppressions.ts';
import { newId } from '../../seal/seal.ts';
import { ask, put, type Steps } from '../../store/query.ts';
import { erasurePosition, erasureRoom } from '../../views/change/position.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { foldIdentifier } from '../../vocabulary/identifier.ts';
import { DAY_MS, timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { IntentLine, KeptWish } from '../journal.ts';
import { linksOf } from '../list-queries.ts';
import { type Loaded, load, storedPerson } from '../loaded.ts';
import { openFacts } from '../opened.ts';
import { personState } from '../person-state.ts';
import { requestsOf } from '../queries.ts';
import { gotFrom } from '../recipients.ts';
import { recordingTime } from '../recording-time.ts';
import { freshRegistry } from '../registry-memory.ts';
import { loadTree } from '../tree-memory.ts';
import { splitForFacts, toRanges } from './covered-ranges.ts';
import type { ErasurePlan, ErasureSetup } from './erasure.ts';
import { newestChangeIn, places } from './erasure-queries.ts';
import { copyHeldEntries } from './holds.ts';
import { checkKeep, decideWhatRemains, marksNeededUntil } from './what-remains.ts';

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

export function* beginErasure(setup: ErasureSetup, wanted: Wanted): Steps<ErasurePlan | Problem> {
  const now = yield* recordingTime(setup.room.log);
  const loaded = yield* load(setup.room, [{ people: [wanted.identifier] }]);
  const found = yield* findPerson(loaded, wanted, now);
  if (isProblem(found)) return found;
  const unfit = yield* checkKeep(setup, wanted, { loaded, subject: found.subject, now });
  if (unfit !== undefined) return unfit;
  const { size } = yield* loadTree(setup.room.log, setup.room.memory.tree);
  const plan = yield* planErasure(setup, wanted, { loaded, subject: found.subject, now, size });
  const { subject, ids } = plan;
  yield* put('erasing', [{ subject, at: now, doc: JSON.stringify(plan) }]);
  const change = { log: setup.room.log, index: size, id: ids.erased[0] ?? '', subject, what: 'erased', at: now };
  yield* put('changes', [{ position: plan.told, subject, doc: JSON.stringify(change) }]);
  return plan;
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
  if (again === undefined && personState(storedPerson(loaded, identifier), now).found === 'erased')
    return problem('subject-erased');
  const subject = loaded.identities.get(foldIdentifier(identifier));
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

function* planErasure(setup: ErasureSetup, wanted: Wanted, { loaded, subject, now, size }: Begun): Steps<ErasurePlan> {
  const { request, again } = wanted;
  const identifiers = yield* identifiersOf(setup, subject);
  const { keep, holds } = yield* decideWhatRemains(setup, wanted, { loaded, subject, now });
  const held = yield* copyHeldEntries({ keyring: setup.keyring, subject, holds, now });
  const parts = splitForFacts(toRanges(yield* ask(places, { subject })));
  return {
    subject,
    at: now,
    until: Math.max(now + Math.max(setup.backupLifeMs, SHORTEST_MARK_MS), ...marksNeededUntil(keep)),
    ...defined({ request }),
    marks: [
      ...new Set([
        ...identifiers.map((identifier) => setup.keyring.markHash(foldIdentifier(identifier))),
        ...(again?.marks ?? []),
      ]),
    ],
    ...(keep.length === 0 ? {} : { keep }),
    ...(holds.length === 0 ? {} : { holds, held: Object.fromEntries(held) }),
    suppressions: union(yield* suppressionsToKeep(setup, loaded, { subject, now }), again?.suppressions ?? []),
    ids: { erased: parts.map(() => newId('fact')), certified: newId('fact') },
    told: yield* nextFeedPosition(setup, size),
    recipients: recipientsIn(yield* gotFrom(subject), yield* freshRegistry(setup.room, setup.room.memory.registry)),
    ...(yield* systemsDone(request)),
    before: { log: setup.room.log, size },
  };
}

/** What connected systems did for this request, read here because its row goes with the person. */
function* systemsDone(request: string | undefined): Steps<Pick<ErasurePlan, 'systems'>> {
  const [row] = request === undefined ? [] : yield* ask(requestsOf, { ids: [request] });
  const { tasks = [] } = (row === undefined ? {} : JSON.parse(row.doc)) as Pick<RequestRow, 'tasks'>;
  const systems = tasks.flatMap(({ system, name, doneAt, by, tables = [], kept }) =>
    doneAt === undefined || by === undefined
      ? []
      : [
          {
            system,
            name,
            at: timeOf(doneAt),
            by,
            tables: tables.map(({ rows: _rows, ...table }) => table),
            ...(kept === undefined ? {} : { kept: [...kept] }),
          },
        ],
  );
  return systems.length === 0 ? {} : { systems };
}

/** Under the lock of the log, so that what is read here is what was told so far. */
function* nextFeedPosition({ room }: ErasureSetup, size: number): Steps<number> {
  const free = erasureRoom(room.log, size);
  const [newest] = yield* ask(newestChangeIn, free);
  return erasurePosition(free, newest?.position);
}

const subjectOf = ({ doc }: { readonly doc: string }): string | undefined => (JSON.parse(doc) as RequestRow).subject;

function* identifiersOf({ keyring }: ErasureSetup, subject: string): Steps<readonly string[]> {
  const facts = yield* openFacts(keyring, yield* ask(linksOf, { subjects: [subject] }));
  return [
    subject,
    ...[...facts.values()].flatMap((fact) => (fact.kind === 'subject.linked' ? [fact.payload.identifier] : [])),
  ];
}

function* suppressionsToKeep(
  setup: ErasureSetup,
  loaded: Loaded,
  { subject, now }: { readonly subject: string; readonly now: number },
): Steps<readonly KeptWish[]> {
  const standing = loaded.people.get(subject)?.standing;
  if (standing === undefined) return [];
  const registry = yield* freshRegistry(setup.room, setup.room.memory.registry);
  return suppressionsOf(standing, registry, now).map(({ code, purpose }) => ({ code, purpose: purpose ?? '' }));
}

const union = (some: readonly KeptWish[], more: readonly KeptWish[]): readonly KeptWish[] => [
  ...new Map([...more, ...some].map((wish) => [`${wish.code} ${wish.purpose}`, wish])).values(),
];
