/**
 * Ends what is over: holds, proofs of choices, erased marks, lines of the journal.
 * Flow:    house (at the start and every hour) → here.
 * Promise: never on a clock in doubt (the house sees to it); each step may be repeated; the count of the journal stays.
 * Source:  docs/design.md 6.
 */
import { lte, sql } from 'drizzle-orm';
import type { EntryReference } from '../../facts/fact.ts';
import { ask, type Steps, writeQuery } from '../../store/query.ts';
import type { HoldEnd } from '../../vocabulary/hold.ts';
import { journalsIn, openJournal } from '../journal.ts';
import { expireProofs } from './consent-proof.ts';
import { countLines, grow, scrub, write } from './driven.ts';
import { moment, type Working } from './erasing.ts';
import { ended, keptHoldRows } from './hold-end.ts';

const dropMarks = writeQuery<{ now: number }>()('dropMarks', ({ db, t }) =>
  db.delete(t.erasedMarks).where(lte(t.erasedMarks.until, sql.placeholder('now'))),
);

/** What every journal of this witness folder says to have ended. */
export const endedHolds = ({ witnessDir, journal }: Pick<Working, 'witnessDir' | 'journal'>): ReadonlySet<string> =>
  new Set(
    journalsIn(witnessDir).flatMap((node) => [
      ...(node === journal.node ? journal : openJournal(witnessDir, node)).endedHolds(),
    ]),
  );

export async function endHold(working: Working, hold: string, why: HoldEnd): Promise<EntryReference | undefined> {
  if (!(await working.store.one(keptHoldRows, {})).some((row) => row.hold === hold)) return undefined;
  working.journal.end(hold, working.now());
  await countLines(working);
  // The key of a hold is a data key whose person is the hold.
  await working.keyring.destroy(hold);
  const done = await write(working, () => ended(working, hold, why));
  if (done === undefined) return undefined;
  grow(working, done.grown);
  await scrub(working);
  return done.entry;
}

/** At a start: what was begun is ended, whatever the clock says. */
export async function endKnownHolds(working: Working): Promise<void> {
  const known = endedHolds(working);
  for (const { hold } of await working.store.one(keptHoldRows, {}))
    if (known.has(hold)) await endHold(working, hold, 'lifted');
}

async function endDueHolds(working: Working): Promise<void> {
  for (const { hold, until } of await working.store.one(keptHoldRows, {}))
    if (until !== null && until <= working.now()) await endHold(working, hold, 'until');
}

function* sweptMarks(working: Working): Steps<void> {
  yield* ask(dropMarks, { now: yield* moment(working) });
}

export async function sweep(working: Working): Promise<void> {
  await endDueHolds(working);
  const now = working.now();
  const expired = await write(working, () => expireProofs(working, now));
  if (expired !== undefined) {
    grow(working, expired);
    await scrub(working);
  }
  await write(working, () => sweptMarks(working));
  working.journal.fall(now, working.backupLifeMs);
}
