/**
 * The commit of an erasure: the ledger says which entries are empty, what the law keeps is recorded, everything else
 * goes.
 * Flow:    erasures → here → facts `person.erased` and `request.logged`, marks, `covered`.
 * Promise: one transaction; a second run finds the first one's fact and changes nothing.
 * Source:  docs/design.md 6; 11 CCR 7101(b).
 */

import type { NewFact } from '../../facts/fact.ts';
import { newId } from '../../seal/seal.ts';
import { ask, put, type Steps } from '../../store/query.ts';
import { factPosition } from '../../views/change/position.ts';
import { minimalRecord } from '../../views/request/minimal-record.ts';
import { foldRequest, type RequestRow } from '../../views/request/request-row.ts';
import { denialCodeOf, isKeepGround } from '../../vocabulary/hold.ts';
import type { Prepared } from '../append.ts';
import { dropSessionsOf } from '../browser-sessions.ts';
import type { Intent } from '../journal.ts';
import { entriesById } from '../queries.ts';
import { keptProof } from './consent-proof.ts';
import { type ErasingRoom, moment, type Undertaking } from './erasing.ts';
import { places, removals, removeChanges, requestsOfPerson } from './erasure-queries.ts';
import { countOf, partsOf, type Range, rangesOf } from './ranges.ts';
import { type Grown, recordFacts } from './record-facts.ts';

export function* gone(room: ErasingRoom, undertaking: Undertaking): Steps<Grown | undefined> {
  const { subject, ids } = undertaking;
  const first = ids.erased.slice(0, 1);
  if ((yield* ask(entriesById, { ids: first })).length > 0) return undefined;
  const parts = partsOf(rangesOf(yield* ask(places, { subject })));
  const now = yield* moment(room);
  const rows = (yield* ask(requestsOfPerson, { subject })).map(({ doc }) =>
    closed(JSON.parse(doc) as RequestRow, undertaking, now),
  );
  const logged = rows.map(
    (row): NewFact => ({ id: newId('fact'), kind: 'request.logged', payload: minimalRecord(row, now) }),
  );
  const grown = yield* recordFacts(room, [
    ...erasedFacts(parts, ids.erased),
    ...logged,
    ...(yield* keptProof(room, undertaking)),
  ]);
  for (const [i, ranges] of parts.entries()) {
    const fact = ids.erased[i] ?? '';
    yield* put(
      'covered',
      ranges.map((range) => ({ ...range, fact, what: 'erased' })),
    );
  }
  for (const removal of removals) yield* ask(removal, { subject });
  yield* ask(removeChanges, { subject, told: undertaking.told });
  yield* put('requests', grown.prepared.flatMap(requestRow), true);
  yield* ask(dropSessionsOf, { marks: undertaking.marks });
  yield* put('keptHolds', keptRows(undertaking), true);
  yield* keepMarks(undertaking);
  return grown;
}

const erasedFacts = (parts: readonly (readonly Range[])[], ids: readonly string[]): readonly NewFact[] => {
  const count = countOf(parts.flat());
  return parts.map((covers, i) => ({
    id: ids[i] ?? '',
    kind: 'person.erased',
    payload: { v: 1, covers, count, part: i + 1, parts: parts.length },
  }));
};

const keptRows = ({ holds = [], marks, request, ids }: Undertaking) =>
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
function closed(row: RequestRow, undertaking: Undertaking, now: number): RequestRow {
  const isAnswered = row.id === undertaking.request || (row.kind === 'erasure' && OPEN.has(row.state));
  return isAnswered && OPEN.has(row.state)
    ? { ...row, state: 'fulfilled', closedAt: now, ...inPart(undertaking) }
    : row;
}

function inPart({ holds = [], keep = [] }: Undertaking): { readonly denialCode?: string } {
  const ground = [...holds.map((hold) => hold.ground), ...keep.map(({ code }) => code)].find(isKeepGround);
  return ground === undefined ? {} : { denialCode: denialCodeOf(ground) };
}

/** The view's row of a minimal record, the same that a rebuild makes of its fact. */
function requestRow({ fact }: Prepared) {
  const row = fact.kind === 'request.logged' ? foldRequest(undefined, fact) : undefined;
  if (row === undefined) return [];
  const { id, kind, state, receivedAt, dueAt } = row;
  return [
    { id, subject: null, kind, state, receivedAt, dueAt, position: factPosition(fact), doc: JSON.stringify(row) },
  ];
}

export function* keepMarks({
  marks,
  suppressions,
  at,
  until,
  keep = [],
}: Pick<Intent, 'marks' | 'suppressions' | 'at' | 'until' | 'keep'>): Steps<void> {
  yield* put(
    'erasedMarks',
    marks.map((mark) => ({ mark, at, until, liftedAt: null, keep: JSON.stringify(keep) })),
    true,
  );
  yield* put(
    'suppressionMarks',
    marks.flatMap((mark) => suppressions.map(({ code, purpose }) => ({ mark, code, purpose, at }))),
    true,
  );
}
