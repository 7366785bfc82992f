/**
 * The figures about requests: how many of each kind, what became of them, how fast, and how many in time.
 * Flow:    ask-requests.ts → here.
 * Promise: pure sums over rows that are folds of facts, so the same ledger gives the same figures; of nothing, null.
 *          A request that was withdrawn is neither complied with nor denied, and counts as received.
 * Source:  11 CCR 7102(a)(1); docs/law.md 8.
 */
import type { RequestRow } from '../../views/request/request-row.ts';
import { DAY_MS } from '../../vocabulary/instant.ts';
import { metricOf, type RequestMetric, requestMetrics } from '../../vocabulary/request-metric.ts';
import { median, rate } from '../oversight/arithmetic.ts';

type CountedRow = Pick<RequestRow, 'kind' | 'state' | 'receivedAt' | 'dueAt' | 'closedAt' | 'extended' | 'denialCode'>;

interface Figures {
  readonly metric: RequestMetric;
  readonly received: number;
  /** In whole or in part. */
  readonly complied: number;
  readonly denied: number;
  readonly open: number;
  readonly withdrawn: number;
  /** From receipt to the answer. */
  readonly meanDays: number | null;
  readonly medianDays: number | null;
  /** Denied, by the ground that was named. */
  readonly grounds: readonly { readonly code: string; readonly count: number }[];
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

const isAnswered = ({ state }: CountedRow): boolean => state === 'fulfilled' || state === 'denied';

const daysOf = ({ receivedAt, closedAt }: CountedRow): readonly number[] =>
  closedAt === undefined ? [] : [(closedAt - receivedAt) / DAY_MS];

function groundsOf(rows: readonly CountedRow[]): Figures['grounds'] {
  const counts = new Map<string, number>();
  for (const { denialCode } of rows) {
    const code = denialCode ?? 'none';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
}

function figuresOf(metric: RequestMetric, rows: readonly CountedRow[]): Figures {
  const denied = rows.filter(({ state }) => state === 'denied');
  const days = rows.filter(isAnswered).flatMap(daysOf);
  const middle = median(days);
  return {
    metric,
    received: rows.length,
    complied: rows.filter(({ state }) => state === 'fulfilled').length,
    denied: denied.length,
    open: rows.filter(({ closedAt }) => closedAt === undefined).length,
    withdrawn: rows.filter(({ state }) => state === 'cancelled').length,
    meanDays: days.length === 0 ? null : hundredth(days.reduce((sum, each) => sum + each, 0) / days.length),
    medianDays: middle === null ? null : hundredth(middle),
    grounds: groundsOf(denied),
  };
}

/** Answered until the last day that stood when the answer was given. */
export const isOnTime = ({ closedAt, dueAt }: Pick<CountedRow, 'closedAt' | 'dueAt'>): boolean =>
  closedAt !== undefined && closedAt <= dueAt;

/** The figures of these requests at a moment; that moment decides which open ones are late. */
export function requestFigures(rows: readonly CountedRow[], now: number) {
  const answered = rows.filter(isAnswered);
  const onTime = answered.filter(isOnTime).length;
  return {
    received: rows.length,
    answered: answered.length,
    onTime,
    onTimeShare: rate(onTime, answered.length),
    extended: rows.filter(({ extended }) => extended).length,
    openAndLate: rows.filter(({ closedAt, dueAt }) => closedAt === undefined && dueAt < now).length,
    metrics: requestMetrics.map((metric) =>
      figuresOf(
        metric,
        rows.filter(({ kind }) => metricOf(kind) === metric),
      ),
    ),
  };
}
