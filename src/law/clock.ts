/**
 * The legal clock of a request: when it must be answered, by which rule, and until when it could be extended.
 * Flow:    commands (intake, extension, appeal) → here → request-kinds.ts, calendar.ts.
 * Promise: every regime's clock runs and the earliest is due; a due instant is never before receipt and lasts until the
 *          last millisecond of the local day; an extension never outlasts what every regime of the person allows.
 * Source:  docs/law.md 2.1, 2.4, 2.7; docs/design.md 7.
 */
import type { RequestKind } from '../vocabulary/request.ts';
import { type CalendarDay, endOfDay, localDay } from './calendar.ts';
import { holidaysFor } from './holidays.ts';
import { type Pause, pauseEffect } from './pauses.ts';
import { rowFor } from './request-kinds.ts';
import { appealWords, dueDay, extendedDay, ruleText, ruleWords } from './rules.ts';

/** Where the controller counts its days: its time zone and the holiday sets it has configured. */
export interface Calendar {
  readonly timeZone: string;
  readonly holidays: readonly string[];
}

interface ClockQuestion {
  readonly kind: RequestKind;
  readonly regimes: readonly string[];
  /** Epoch milliseconds at which the request reached any channel that the person could reasonably use. */
  readonly receivedAt: number;
  /** The pauses that have ended; each law gives them the effect that it knows. */
  readonly pauses?: readonly Pause[];
}

interface RegimeClock {
  readonly regime: string;
  readonly rule: string;
  readonly source: string;
  readonly words: string;
  readonly receiptDate: CalendarDay;
  readonly dueDate: CalendarDay;
  /** Epoch milliseconds, like all `…At`. */
  readonly dueAt: number;
  readonly extendedDueAt?: number;
  readonly ackDueAt?: number;
  /** The last instant if a suspension counted that we do not count ourselves. */
  readonly suspendedDueAt?: number;
}

export interface RequestClock extends RegimeClock {
  /** The clock of each regime; the request is due at the earliest of them. */
  readonly clocks: readonly RegimeClock[];
}

function clockIn(regime: string, question: ClockQuestion, calendar: Calendar): RegimeClock {
  const { timeZone } = calendar;
  const receiptDate = localDay(question.receivedAt, timeZone);
  const row = rowFor(question.kind, regime, receiptDate);
  const holidays = holidaysFor(regime, calendar.holidays);
  const { kind, pauses = [] } = question;
  const { start, added: days, told } = pauseEffect(regime, { kind, pauses, receiptDate, timeZone });
  const dueDate = dueDay(row.rule, start, { holidays, added: days });
  const extended = extendedDay(row.rule, start, { holidays, added: days });
  const suspended = told === 0 ? undefined : dueDay(row.rule, start, { holidays, added: days + told });
  return {
    regime,
    rule: ruleText(row.rule),
    source: row.source,
    words: question.kind === 'dsr-appeal' ? appealWords(row.rule) : ruleWords(row.rule),
    receiptDate,
    dueDate,
    dueAt: endOfDay(dueDate, timeZone),
    ...(extended === undefined ? {} : { extendedDueAt: endOfDay(extended, timeZone) }),
    ...(row.ack === undefined ? {} : { ackDueAt: endOfDay(dueDay(row.ack, receiptDate, { holidays }), timeZone) }),
    ...(suspended === undefined ? {} : { suspendedDueAt: endOfDay(suspended, timeZone) }),
  };
}

/** The clock that binds: the earliest of all regimes, with the earliest acknowledgement and the shortest extension. */
export function clockFor(question: ClockQuestion, calendar: Calendar): RequestClock {
  const clocks = question.regimes.map((regime) => clockIn(regime, question, calendar));
  const earliest = clocks.reduce((first, next) => (next.dueAt < first.dueAt ? next : first));
  const latest = Math.min(...clocks.map((clock) => clock.extendedDueAt ?? clock.dueAt));
  const acks = clocks.flatMap((clock) => clock.ackDueAt ?? []);
  const suspended = Math.min(...clocks.map((clock) => clock.suspendedDueAt ?? clock.dueAt));
  const { extendedDueAt: _own, ackDueAt: _ack, suspendedDueAt: _told, ...binding } = earliest;
  return {
    ...binding,
    ...(latest > earliest.dueAt ? { extendedDueAt: latest } : {}),
    ...(acks.length === 0 ? {} : { ackDueAt: Math.min(...acks) }),
    ...(suspended > earliest.dueAt ? { suspendedDueAt: suspended } : {}),
    clocks,
  };
}
