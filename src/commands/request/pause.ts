/**
 * Pausing a request and going on with it: only where a law of the person knows a pause, with the effect it gives it.
 * Flow:    step-facts.ts → here → law (pauses, clocks).
 * Promise: a last day moves only by the rule of the law whose clock it is, and never comes nearer; a pause that begins
 *          after it moves nothing.
 * Source:  docs/law.md 2.4; decision 0013.
 */
import type { Instant } from '../../facts/fact.ts';
import type { PayloadOf } from '../../facts/facts.ts';
import { type Calendar, clockFor, dayOf, type Pause, pauseReasonsFor } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { PauseReason } from '../../vocabulary/request.ts';
import { notNow, timeOf, unfit } from '../refusal.ts';
import type { StepRequest } from './step-input.ts';

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

/** When what was awaited arrived: entered later, it still ended the waiting on its own day. */
function arrivedAt({ pauses = [] }: RequestRow, said: string | undefined, now: Instant): Instant | Problem {
  if (said === undefined) return now;
  const arrived = Date.parse(said);
  const from = pauses.at(-1)?.from ?? now;
  if (arrived >= from && arrived <= now) return arrived;
  return unfit('/arrivedAt', arrived > now ? 'in-the-future' : 'before-the-pause', {
    message: arrived > now ? 'This moment has not come yet.' : 'It cannot have arrived before it was asked for.',
    fix: 'Name the moment at which it arrived, or leave it out where that is now.',
  });
}

/** How the waiting ended, and what that does to the last days. */
export function resume(
  row: RequestRow,
  { calendar, arrivedAt: said }: Pick<StepRequest, 'calendar' | 'arrivedAt'>,
  now: Instant,
): (Moved & Pick<PayloadOf<'request.resumed'>, 'arrivedAt'>) | Problem {
  const arrived = arrivedAt(row, said, now);
  if (typeof arrived !== 'number') return arrived;
  return { ...(said === undefined ? {} : { arrivedAt: timeOf(arrived) }), ...movedBy(row, calendar, arrived) };
}

/** The last days after a pause that ended then. */
function movedBy(row: RequestRow, calendar: Calendar, end: Instant): Moved {
  const { kind, regimes, receivedAt } = row;
  const pauses = (row.pauses ?? []).filter(({ late }) => late !== true);
  if (pauses.length === 0) return {};
  const ended: readonly Pause[] = pauses.map(({ why, from, to = end }) => ({ why, from, to }));
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

/** The last day and the longest one as they would stand if the waiting ended now. */
export function lastDaysNow(
  row: RequestRow,
  calendar: Calendar,
  now: Instant,
): Pick<RequestRow, 'dueAt' | 'extendedDueAt'> {
  const { dueAt, extendedDueAt } = row.state === 'paused' ? movedBy(row, calendar, now) : {};
  const longest = extendedDueAt === undefined ? row.extendedDueAt : Date.parse(extendedDueAt);
  return {
    dueAt: dueAt === undefined ? row.dueAt : Date.parse(dueAt),
    ...(longest === undefined ? {} : { extendedDueAt: longest }),
  };
}
