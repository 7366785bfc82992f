/**
 * The commit of an erasure: the ledger says which entries are empty, what the law keeps is recorded, everything else
 * goes.
 * Flow:    erase-person → here → facts `person.erased` and `request.logged`, marks, `covered`.
 * Promise: one transaction; a second run finds the first one's fact and changes nothing.
 * Source:  docs/design.md 6; 11 CCR 7101(b).
 */

import type { NewFact } from '../../facts/fact.ts';
import { type Keyring, newId } from '../../seal/seal.ts';
import { ask, put, type Steps } from '../../store/query.ts';
import { factPosition } from '../../views/change/position.ts';
import { minimalRecord } from '../../views/request/minimal-record.ts';
import { foldRequest, type RequestRow } from '../../views/request/request-row.ts';
import { denialCodeOf, isKeepGround } from '../../vocabulary/hold.ts';
import { placeOf } from '../../vocabulary/place.ts';
import type { Prepared } from '../append.ts';
import { closeMarks, openMarks } from '../bound/marks.ts';
import { boundMark, boundWish } from '../bound/texts.ts';
import { dropSessionsOf } from '../browser-sessions.ts';
import type { Intent } from '../journal.ts';
import { entriesById } from '../queries.ts';
import { recordingTime } from '../recording-time.ts';
import { factsOfProof } from './consent-proof.ts';
import { coveringFactsOf, putCovered, splitForFacts, toRanges, withIds } from './covered-ranges.ts';
import type { ErasurePlan, ErasureSetup } from './erasure.ts';
import { places, removals, removeChanges, requestsOfPerson } from './erasure-queries.ts';
import { type GrownTree, recordFacts } from './run-step.ts';

export function* commitErasure(setup: ErasureSetup, plan: ErasurePlan): Steps<GrownTree | undefined> {
  const { subject, ids } = plan;
  const first = ids.erased.slice(0, 1);
  if ((yield* ask(entriesById, { ids: first })).length > 0) return undefined;
  const parts = withIds(splitForFacts(toRanges(yield* ask(places, { subject }))), ids.erased);
  const now = yield* recordingTime(setup.room.log);
  const opened = yield* openMarks(setup.keyring, plan.marks);
  const rows = (yield* ask(requestsOfPerson, { subject })).map(({ doc }) =>
    closeRequest(JSON.parse(doc) as RequestRow, plan, now),
  );
  const logged = rows.map(
    (row): NewFact => ({ id: newId('fact'), kind: 'request.logged', payload: minimalRecord(row, now) }),
  );
  const grown = yield* recordFacts(setup, [
    ...coveringFactsOf('person.erased', parts),
    ...logged,
    ...(yield* factsOfProof(setup, plan)),
  ]);
  yield* putCovered('erased', parts);
  for (const removal of removals) yield* ask(removal, { subject });
  yield* ask(removeChanges, { subject, told: plan.told });
  yield* put('requests', grown.prepared.flatMap(requestRow), true);
  yield* ask(dropSessionsOf, { marks: plan.marks });
  yield* put('keptHolds', holdRows(plan), true);
  const place = placeOf({ log: setup.room.log, index: grown.tree.size });
  yield* putErasedMarks(setup.keyring, place, plan);
  yield* closeMarks(setup.keyring, opened, { place, changed: plan.marks });
  return grown;
}

const holdRows = ({ holds = [], marks, request, ids }: ErasurePlan) =>
  holds.map(({ id, until = null, ...hold }) => ({
    hold: id,
    marks: JSON.stringify(marks),
    certificate: request ?? ids.certified,
    doc: JSON.stringify(hold),
    until,
  }));

const OPEN = new Set(['received', 'verified', 'paused', 'appealed']);

/**
 * The erasure answers the request for it, in part where something stays on a legal ground; others that were open are
 * ended by it.
 */
function closeRequest(row: RequestRow, plan: ErasurePlan, now: number): RequestRow {
  const isAnswered = row.id === plan.request || (row.kind === 'erasure' && OPEN.has(row.state));
  return isAnswered && OPEN.has(row.state) ? { ...row, state: 'fulfilled', closedAt: now, ...inPart(plan) } : row;
}

function inPart({ holds = [], keep = [] }: ErasurePlan): { readonly denialCode?: string } {
  const ground = [...holds.map((hold) => hold.ground), ...keep.map(({ code }) => code)].find(isKeepGround);
  return ground === undefined ? {} : { denialCode: denialCodeOf(ground) };
}

/** The view's row of a minimal record, the same that a rebuild makes of its fact. */
function requestRow({ fact }: Prepared) {
  const row = fact.kind === 'request.logged' ? foldRequest(undefined, fact) : undefined;
  if (row === undefined) return [];
  const { id, kind, state, receivedAt, dueAt } = row;
  const position = factPosition(fact);
  return [
    {
      id,
      subject: null,
      kind,
      state,
      receivedAt,
      dueAt,
      untoldDueAt: null,
      tasksDueAt: null,
      position,
      doc: JSON.stringify(row),
    },
  ];
}

export function* putErasedMarks(
  keyring: Keyring,
  place: number,
  { marks, suppressions, at, until, keep = [] }: Pick<Intent, 'marks' | 'suppressions' | 'at' | 'until' | 'keep'>,
): Steps<void> {
  const kept = JSON.stringify(keep);
  yield* put(
    'erasedMarks',
    marks.map((mark) => boundMark(keyring, { mark, at, until, liftedAt: null, keep: kept, place })),
    true,
  );
  yield* put(
    'suppressionMarks',
    marks.flatMap((mark) =>
      suppressions.map(({ code, purpose }) => boundWish(keyring, { mark, code, purpose, at, liftedAt: null, place })),
    ),
    true,
  );
}
