/**
 * Pausing a request and going on with it: only where a law of the person knows a pause, with the effect it gives it.
 * Flow:    step-facts.ts → here → law (pauses, clocks).
 * Promise: a last day moves only by the rule of the law whose clock it is, and never comes nearer.
 * Source:  docs/law.md 2.4; decision 0013.
 */
import type { Instant } from '../../facts/fact.ts';
import type { PayloadOf } from '../../facts/facts.ts';
import { type Calendar, clockFor, dayOf, type Pause, pauseReasonsFor } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { PauseReason } from '../../vocabulary/request.ts';
import { notNow, timeOf, unfit } from '../refusal.ts';

const noPause = notNow('No law of this person knows a pause here, so the clock goes on; ask, and answer in time.');

/** What is awaited. Without a word it is a clarification where a law knows that; proof of identity is always named. */
export function pauseReason(
  { kind, regimes }: RequestRow,
  code: string | undefined,
  now: Instant,
): PauseReason | Problem {
  const known = pauseReasonsFor({ kind, regimes, day: dayOf(now) });
  if (known.length === 0) return noPause;
  const wanted = code ?? 'clarification';
  const found = known.find((why) => why === wanted);
  if (found !== undefined) return found;
  return unfit('/code', code === undefined ? 'required' : 'pause-not-in-regime', {
    message: 'The law of this person knows no pause for this.',
    fix: `Name what you are waiting for, if it is one of: ${known.join(', ')}.`,
  });
}

type Moved = Partial<Pick<PayloadOf<'request.resumed'>, 'dueAt' | 'extendedDueAt' | 'suspendedDueAt'>>;

/** The last days after a pause that ends now. */
export function movedBy(row: RequestRow, calendar: Calendar, now: Instant): Moved {
  const { kind, regimes, receivedAt, pauses = [] } = row;
  if (pauses.length === 0) return {};
  const ended: readonly Pause[] = pauses.map(({ why, from, to = now }) => ({ why, from, to }));
  const clock = clockFor({ kind, regimes, receivedAt, pauses: ended }, calendar);
  const due = row.extended ? (clock.extendedDueAt ?? clock.dueAt) : clock.dueAt;
  const { extendedDueAt, suspendedDueAt } = clock;
  const isLater = (moved: Instant | undefined, before: Instant | undefined): moved is Instant =>
    moved !== undefined && moved > (before ?? Number.NEGATIVE_INFINITY);
  return {
    ...(isLater(due, row.dueAt) ? { dueAt: timeOf(due) } : {}),
    ...(!row.extended && isLater(extendedDueAt, row.extendedDueAt) ? { extendedDueAt: timeOf(extendedDueAt) } : {}),
    ...(!row.extended && isLater(suspendedDueAt, due) ? { suspendedDueAt: timeOf(suspendedDueAt) } : {}),
  };
}
