/**
 * What the laws of the person ask for a request: how sure one must be who asks, what the answer must hold, and what
 * they still have to be told.
 * Flow:    http/handlers/requests → here → law (the lists).
 * Promise: a rule asks for nothing before its first day, and an answered request is held against the day it was
 *          answered.
 * Source:  docs/law.md 3.3, 3.5, 3.6.
 */
import { answerListFor, dayOf, levelsFor } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { untold } from '../../views/request/told.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Instant, timeOf } from '../../vocabulary/instant.ts';

/** What law wants the person told of and has not reached them, as staff read it. */
export const untoldShown = (row: RequestRow, now: Instant) =>
  untold(row).map(({ what, message, dueAt, isStuck: stuck }) => ({
    what,
    ...defined({ message }),
    dueAt: timeOf(dueAt),
    late: dueAt < now,
    stuck,
  }));

export function toldToStaff(row: RequestRow, now: Instant) {
  const { kind, regimes, closedAt } = row;
  const day = dayOf(closedAt ?? now);
  const owed = untoldShown(row, now);
  return {
    verificationNeeded: levelsFor({ kind, regimes, day }),
    checklist: answerListFor(kind, { regimes, day }),
    ...(owed.length === 0 ? {} : { untold: owed }),
  };
}
