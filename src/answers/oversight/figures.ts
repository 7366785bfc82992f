/**
 * The figures of oversight: how often people changed what an AI system decided, how long they took, how uses drift.
 * Flow:    ledger/oversight-reads (counts) → here → http (GET /v1/reports/oversight).
 * Promise: a rate without anything to divide by is null, never zero; a reviewer stands there by pseudonym; every figure
 *          can be counted again from the exported ledger (`npm run figures`).
 * Source:  docs/law.md 7 (reversal rate, time spent, workload) and 8; AI Act 14, 26.
 */
import type { ReviewRow, SeatRow } from '../../views/review/review-row.ts';
import { isOpenReview, type ReviewOutcome } from '../../vocabulary/review.ts';
import { median, rate } from './arithmetic.ts';

interface CountedUses {
  readonly system: string;
  readonly outcome: string;
  readonly covered: boolean | undefined;
  readonly month: string;
  readonly count: number;
}
interface CountedDecisions {
  readonly system: string;
  readonly adverse: boolean;
  readonly month: string;
}

/**
 * Uses and decisions of a month or of the whole time; `uncovered` uses were reported without a permission on record.
 */
interface Activity {
  allowed: number;
  refused: number;
  reported: number;
  uncovered: number;
  decisions: number;
  adverse: number;
}

const still = (): Activity => ({ allowed: 0, refused: 0, reported: 0, uncovered: 0, decisions: 0, adverse: 0 });

/** Of all that were asked for, how many were refused; of all decisions, how many went against the person. */
const withRates = (activity: Activity) => ({
  ...activity,
  refusalRate: rate(activity.refused, activity.allowed + activity.refused),
  adverseRate: rate(activity.adverse, activity.decisions),
});

const outcomes: readonly ReviewOutcome[] = ['upheld', 'changed', 'withdrawn', 're-run'];

const isConcluded = ({ state }: ReviewRow): boolean => state === 'concluded';

/**
 * What concluded reviews show. `ownViewAgreement`: the view noted before the AI's part was shown was to leave it as it
 * is.
 */
function concludedFigures(rows: readonly ReviewRow[]) {
  const seats = rows.flatMap(({ seats: { first } }) =>
    first?.view === undefined || first.view === 'unsure' ? [] : [first],
  );
  const upheld = rows.filter(({ outcome }) => outcome === 'upheld').length;
  return {
    concluded: rows.length,
    outcomes: Object.fromEntries(outcomes.map((each) => [each, rows.filter(({ outcome }) => outcome === each).length])),
    overrideRate: rate(rows.length - upheld, rows.length),
    agreementRate: rate(upheld, rows.length),
    ownViewAgreementRate: rate(seats.filter(({ view }: SeatRow) => view === 'uphold').length, seats.length),
    meaningful: rows.filter(({ qualifies }) => qualifies === true).length,
    secondsMedian: median(rows.map(({ seconds = 0 }) => seconds)),
    waitHoursMedian: median(rows.map((row) => hours(row))),
    waitHoursMost: rows.length === 0 ? null : Math.max(...rows.map((row) => hours(row))),
  };
}

const hours = ({ openedAt, closedAt = openedAt }: ReviewRow): number =>
  Math.round((closedAt - openedAt) / 360_000) / 10;

interface FiguresSpan {
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

const within = (instant: number | undefined, { from, to }: FiguresSpan): boolean =>
  instant !== undefined && instant >= from && instant < to;

function reviewFigures(rows: readonly ReviewRow[], span: FiguresSpan) {
  const concluded = rows.filter((row) => isConcluded(row) && within(row.closedAt, span));
  const open = rows.filter(isOpenReview);
  const reviewers = [...new Set(concluded.flatMap(({ seats }) => seats.first?.reviewer ?? []))].sort();
  return {
    opened: rows.filter(({ openedAt }) => within(openedAt, span)).length,
    open: open.length,
    overdue: open.filter(({ dueAt }) => dueAt < span.now).length,
    ...concludedFigures(concluded),
    reviewers: reviewers.map((reviewer) => ({
      reviewer,
      ...concludedFigures(concluded.filter(({ seats }) => seats.first?.reviewer === reviewer)),
    })),
  };
}

interface Counted {
  readonly uses: readonly CountedUses[];
  readonly decisions: readonly CountedDecisions[];
  readonly reviews: readonly ReviewRow[];
}

function add(activity: Activity, { uses, decisions }: Pick<Counted, 'uses' | 'decisions'>): Activity {
  for (const { outcome, covered, count } of uses) {
    if (outcome === 'allowed' || outcome === 'refused' || outcome === 'reported') activity[outcome] += count;
    if (covered === false) activity.uncovered += count;
  }
  activity.decisions += decisions.length;
  activity.adverse += decisions.filter(({ adverse }) => adverse).length;
  return activity;
}

function systemFigures(aiSystem: string, counted: Counted, span: FiguresSpan) {
  const uses = counted.uses.filter(({ system }) => system === aiSystem);
  const decisions = counted.decisions.filter(({ system }) => system === aiSystem);
  const months = [...new Set([...uses, ...decisions].map(({ month }) => month))].sort();
  const inMonth = (month: string) => ({
    uses: uses.filter((each) => each.month === month),
    decisions: decisions.filter((each) => each.month === month),
  });
  return {
    aiSystem,
    activity: withRates(add(still(), { uses, decisions })),
    byMonth: months.map((month) => ({ month, ...withRates(add(still(), inMonth(month))) })),
    reviews: reviewFigures(
      counted.reviews.filter((row) => row.aiSystem === aiSystem),
      span,
    ),
  };
}

/** Figures of every AI system that was used, decided or was looked at, in order of their keys, and of all together. */
export function oversightFigures(counted: Counted, span: FiguresSpan) {
  const keys = [...counted.uses, ...counted.decisions].map(({ system }) => system);
  const systems = [...new Set([...keys, ...counted.reviews.map(({ aiSystem }) => aiSystem)])].sort();
  return {
    systems: systems.map((key) => systemFigures(key, counted, span)),
    total: { activity: withRates(add(still(), counted)), reviews: reviewFigures(counted.reviews, span) },
  };
}

export type OversightFigures = ReturnType<typeof oversightFigures>;
