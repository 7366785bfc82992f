/**
 * When the clock of a request may be paused, and what a pause does to its last day.
 * Flow:    commands (pause, resume), clock.ts → here → request-kinds.ts.
 * Promise: a law that knows no pause has none; a pause never brings a last day forward.
 * Source:  docs/law.md 2.4; UK GDPR 12A; DPA 2018 s 54(3C); GDPR 12(6); EDPB 01/2022; decision 0013.
 */
import type { PauseReason, RequestKind } from '../vocabulary/request.ts';
import { type CalendarDay, daysBetween, localDay } from './calendar.ts';
import { type Dated, rowInForce } from './dated.ts';
import { fallsUnder } from './regimes.ts';
import { rowFor } from './request-kinds.ts';

/**
 * `starts-then`: the clock starts when it arrives; `not-counted`: the days of waiting are added; `told`: both dates are
 * shown.
 */
type Effect = 'starts-then' | 'not-counted' | 'told';

interface PauseRow extends Dated {
  readonly regime: string;
  readonly reasons: readonly PauseReason[];
  /** Only these requests; every one whose clock may be paused where it is left out. */
  readonly kinds?: readonly RequestKind[];
  readonly effect: Effect;
}

const rows: readonly PauseRow[] = [
  {
    regime: 'UK',
    reasons: ['identity', 'authority', 'fee'],
    effect: 'starts-then',
    effectiveFrom: '2018-05-25',
    source: 'UK GDPR 12(3), 12A; ICO, "What should we consider when responding to a request?"',
    checked: 'law',
  },
  {
    regime: 'UK',
    reasons: ['clarification'],
    // "a request under Article 15": nothing else stops while somebody says what is meant.
    kinds: ['access', 'access-categories', 'third-party-list', 'ai-explanation'],
    effect: 'not-counted',
    effectiveFrom: '2018-05-25',
    source: 'UK GDPR 12A(5); DPA 2018 s 54(3C); the day of asking counted, the day of the answer not',
    checked: 'notes',
  },
  {
    regime: 'EU',
    reasons: ['identity'],
    effect: 'told',
    effectiveFrom: '2018-05-25',
    source: 'GDPR 12(6); EDPB 01/2022; policy: the day counted from receipt stays the last one',
    checked: 'our-choice',
  },
];

/** Only months are paused: what is due at once stays due, and a complaint has a clock of its own. */
function rowsFor(kind: RequestKind, regime: string, day: string): readonly PauseRow[] {
  const { code } = rowFor(kind, regime, day).rule;
  if (kind === 'complaint' || (code !== 'EU_MONTHS' && code !== 'UK_MONTHS')) return [];
  return rows.filter(
    (row) =>
      fallsUnder(regime, row.regime) && (row.kinds?.includes(kind) ?? true) && rowInForce([row], day) !== undefined,
  );
}

interface Pausing {
  readonly kind: RequestKind;
  readonly regimes: readonly string[];
  readonly day: string;
}

/** What one may wait for while this request is paused; empty where no law of the person knows a pause. */
export const pauseReasonsFor = ({ kind, regimes, day }: Pausing): readonly PauseReason[] => [
  ...new Set(regimes.flatMap((regime) => rowsFor(kind, regime, day).flatMap(({ reasons }) => reasons))),
];

/**
 * What this wait does to the last day: the clock starts when it ends, its days are not counted, or the day stays. A law
 * that does not know it keeps its day, and the earliest day binds.
 */
export function pauseMoves({ kind, regimes, day }: Pausing, why: PauseReason): 'starts-then' | 'not-counted' | 'stays' {
  const effects = new Set(
    regimes.map((regime) => rowsFor(kind, regime, day).find(({ reasons }) => reasons.includes(why))?.effect),
  );
  const [only, ...others] = effects;
  return only === undefined || only === 'told' || others.length > 0 ? 'stays' : only;
}

/** A pause that has ended. */
export interface Pause {
  readonly why: PauseReason;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

interface Paused {
  readonly kind: RequestKind;
  readonly pauses: readonly Pause[];
  readonly receiptDate: CalendarDay;
  readonly timeZone: string;
}

interface PauseEffect {
  /** The day from which is counted. */
  readonly start: CalendarDay;
  /** Days that are added before a last day moves on to a working day. */
  readonly added: number;
  /** Days that would be added if the suspension counted. */
  readonly told: number;
}

/** What the pauses do under one law. */
export function pauseEffect(regime: string, { kind, pauses, receiptDate, timeZone }: Paused): PauseEffect {
  const known = rowsFor(kind, regime, receiptDate);
  const having = (effect: Effect): readonly Pause[] =>
    pauses.filter(({ why }) => known.some((row) => row.effect === effect && row.reasons.includes(why)));
  const days = (chosen: readonly Pause[]): number =>
    chosen.reduce((sum, { from, to }) => sum + daysBetween(localDay(from, timeZone), localDay(to, timeZone)), 0);
  const starts = having('starts-then').map(({ to }) => localDay(to, timeZone));
  const start = [receiptDate, ...starts].reduce((last, day) => (day > last ? day : last));
  // What was waited for before the clock started is no part of it.
  const counted = having('not-counted').filter(({ from }) => localDay(from, timeZone) >= start);
  return { start, added: days(counted), told: days(having('told')) };
}
