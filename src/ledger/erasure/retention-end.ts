/**
 * Ends what is over: holds, proofs of choices, records of requests, erased marks, lines of the journal.
 * Flow:    house (at the start and every hour) → here.
 * Promise: never on a clock in doubt (the house sees to it); each step may be repeated; the count of the journal stays.
 * Source:  docs/design.md 6.
 */

import { lte, sql } from 'drizzle-orm';
import type { EndedHold } from '../../ports/records.ts';
import { ask, put, rowsQuery, type Steps, writeQuery } from '../../store/query.ts';
import type { HoldEnd } from '../../vocabulary/hold.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { changeMarks } from '../bound/marks.ts';
import { journalsIn, openJournal } from '../journal.ts';
import { SWEPT } from '../notes.ts';
import { recordingTime } from '../recording-time.ts';
import { loadTree } from '../tree-memory.ts';
import { endedProofs } from './consent-proof.ts';
import { coveringFactsOf, putCovered, splitForFacts, toRanges, withIds } from './covered-ranges.ts';
import type { ErasureContext } from './erasure.ts';
import { expire } from './erasure-queries.ts';
import { keptHoldRows, recordHoldEnd } from './holds.ts';
import { withinPatience } from './patience.ts';
import { endRequestRecords } from './request-record.ts';
import { type GrownTree, recordFacts, writeAwaited, writeStep } from './run-step.ts';

const endedMarks = rowsQuery<{ now: number }>()('endedMarks', ({ db, t }) =>
  db
    .select({ mark: t.erasedMarks.mark })
    .from(t.erasedMarks)
    .where(lte(t.erasedMarks.until, sql.placeholder('now'))),
);
const dropMarks = writeQuery<{ now: number }>()('dropMarks', ({ db, t }) =>
  db.delete(t.erasedMarks).where(lte(t.erasedMarks.until, sql.placeholder('now'))),
);

/** What every journal of this witness folder says to have ended. */
export const endedHolds = ({
  witnessDir,
  journal,
}: Pick<ErasureContext, 'witnessDir' | 'journal'>): ReadonlySet<string> =>
  new Set(
    journalsIn(witnessDir).flatMap((node) => [
      ...(node === journal.node ? journal : openJournal(witnessDir, node)).endedHolds(),
    ]),
  );

/** Recorded when it returns; where the files take longer to clean than anybody waits, that goes on. */
export async function endHold(context: ErasureContext, hold: string, why: HoldEnd): Promise<EndedHold | undefined> {
  if (!(await context.store.one(keptHoldRows, {})).some((row) => row.hold === hold)) return undefined;
  context.journal.end(hold, context.now());
  await context.countLines();
  // The key of a hold is a data key whose person is the hold.
  await context.keyring.destroy(hold);
  const done = await writeAwaited(
    context,
    () => recordHoldEnd(context, hold, why),
    (ended) => ended?.grown,
  );
  if (done === undefined) return undefined;
  const cleaned = await withinPatience(context.cleanFiles());
  return { entry: done.entry, isClean: cleaned !== undefined };
}

/** At a start and every hour: what was begun is ended, whatever the clock says. */
export async function endKnownHolds(context: ErasureContext): Promise<void> {
  const known = endedHolds(context);
  for (const { hold } of await context.store.one(keptHoldRows, {}))
    if (known.has(hold)) await endHold(context, hold, 'lifted');
}

async function endDueHolds(context: ErasureContext): Promise<void> {
  for (const { hold, until } of await context.store.one(keptHoldRows, {}))
    if (until !== null && until <= context.now()) await endHold(context, hold, 'until');
}

/** Empties the entries whose time is over, under a fact that says so. */
function* expireEntries(context: ErasureContext, now: number): Steps<GrownTree | undefined> {
  const ended = [...(yield* endedProofs(now)), ...(yield* endRequestRecords(now))];
  if (ended.length === 0) return undefined;
  const places = ended.sort((one, other) => one.log - other.log || one.index - other.index);
  const parts = withIds(splitForFacts(toRanges(places)));
  const grown = yield* recordFacts(context, coveringFactsOf('payload.expired', parts));
  yield* putCovered('expired', parts);
  for (const range of parts.flatMap(({ covers }) => covers)) yield* ask(expire, { ...range });
  return grown;
}

export async function sweepRetention(context: ErasureContext): Promise<void> {
  await endKnownHolds(context);
  await endDueHolds(context);
  const now = context.now();
  const expired = await writeStep(
    context,
    () => expireEntries(context, now),
    (grown) => grown,
  );
  const hasDropped = await writeStep(context, () => dropEndedMarks(context));
  // Last, so that nothing of what has ended stays in a file until something else is erased.
  if (expired !== undefined || hasDropped) await context.cleanFiles();
  await writeStep(context, () => put('meta', [{ name: SWEPT, value: String(now) }], true));
  context.journal.fall(now, context.backupLifeMs);
}

function* dropEndedMarks({ room: { log, memory }, keyring }: ErasureContext): Steps<boolean> {
  const { size } = yield* loadTree(log, memory.tree);
  const now = yield* recordingTime(log);
  const changed = (yield* ask(endedMarks, { now })).map(({ mark }) => mark);
  if (changed.length === 0) return false;
  yield* changeMarks(keyring, { place: placeOf({ log, index: size }), changed }, () => ask(dropMarks, { now }));
  return true;
}
