/**
 * Counts the figures of oversight again, from nothing but the exported entries of the ledger.
 * Flow:    scripts/figures.ts → here.
 * Promise: shares no code with the server, so that a fault there is not repeated here.
 * Source:  docs/law.md 7 (reversal rate, time spent, workload), 8.
 */

/** An entry as `GET /v1/ledger/entries` gives it, opened. */
export interface ExportedEntry {
  readonly index: number;
  readonly id: string | null;
  readonly kind: string | null;
  readonly at: string | null;
  readonly subject?: string | null;
  readonly payload?: Readonly<Record<string, unknown>> | null;
}

interface Wanted {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly timeZone: string;
}

interface ReviewRecord {
  readonly aiSystem: string;
  readonly opened: number;
  readonly due: number;
  reviewer?: string;
  view?: string;
  firstSeen?: number;
  outcome?: string;
  closed?: number;
  qualifies?: boolean;
  seconds?: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const share = (part: number, of: number): number | null =>
  of === 0 ? null : Math.round((10_000 * part) / of) / 10_000;

function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2 : (sorted[Math.floor(half)] ?? 0);
}

/** `2026-03` in the zone, read off a formatted date. */
function monthIn(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit' }).formatToParts(
    instant,
  );
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}`;
}

const counts = () => ({ allowed: 0, refused: 0, reported: 0, uncovered: 0, decisions: 0, adverse: 0 });
type Counts = ReturnType<typeof counts>;

const rated = (each: Counts) => ({
  ...each,
  refusalRate: share(each.refused, each.allowed + each.refused),
  adverseRate: share(each.adverse, each.decisions),
});

function countOne(into: Counts, { kind, payload }: ExportedEntry): void {
  if (kind === 'use.allowed') into.allowed += 1;
  if (kind === 'use.refused') into.refused += 1;
  if (kind === 'use.reported') into.reported += 1;
  if (kind === 'use.reported' && payload?.['covered'] === false) into.uncovered += 1;
  if (kind === 'decision.recorded') into.decisions += 1;
  if (kind === 'decision.recorded' && payload?.['adverse'] === true) into.adverse += 1;
}

const happened = ({ kind, payload, at }: ExportedEntry): number =>
  Date.parse(text(kind === 'decision.recorded' ? payload?.['decidedAt'] : payload?.['occurredAt']) || text(at));

/** Uses about nobody carry no person and are no activity of a person's record. */
const isActivity = (entry: ExportedEntry): boolean =>
  /^(use\.(allowed|refused|reported)|decision\.recorded)$/.test(text(entry.kind)) &&
  entry.subject !== null &&
  entry.subject !== undefined;

function reviewRecordsOf(entries: readonly ExportedEntry[]): readonly ReviewRecord[] {
  const found = new Map<string, ReviewRecord>();
  for (const { kind, id, at, payload } of entries) {
    const when = Date.parse(text(at));
    if (kind === 'review.opened')
      found.set(text(id), {
        aiSystem: text(payload?.['aiSystem']),
        opened: when,
        due: Date.parse(text(payload?.['dueAt'])),
      });
    const review = found.get(text(payload?.['review']));
    if (review === undefined || payload === undefined || payload === null) continue;
    const isFirst = payload['seat'] === 'first';
    if (kind === 'review.assigned' && isFirst) review.reviewer = text(payload['reviewer']);
    if (kind === 'review.view-noted' && isFirst) review.view = text(payload['view']);
    if (kind === 'review.cancelled') review.closed = when;
    if (kind === 'review.concluded')
      Object.assign(review, {
        closed: when,
        outcome: payload['outcome'],
        qualifies: payload['qualifies'],
        seconds: payload['seconds'],
      });
  }
  return [...found.values()];
}

function ended(rows: readonly ReviewRecord[]) {
  const held = rows.filter(({ outcome }) => outcome === 'upheld').length;
  const views = rows.map(({ view }) => view).filter((view) => view === 'uphold' || view === 'change');
  const waits = rows.map(({ opened, closed = opened }) => Math.round((closed - opened) / 360_000) / 10);
  const ways = ['upheld', 'changed', 'withdrawn', 're-run'].map((way) => [
    way,
    rows.filter(({ outcome }) => outcome === way).length,
  ]);
  return {
    concluded: rows.length,
    outcomes: Object.fromEntries(ways) as Readonly<Record<string, number>>,
    overrideRate: share(rows.length - held, rows.length),
    agreementRate: share(held, rows.length),
    ownViewAgreementRate: share(views.filter((view) => view === 'uphold').length, views.length),
    meaningful: rows.filter(({ qualifies }) => qualifies === true).length,
    secondsMedian: middle(rows.map(({ seconds = 0 }) => seconds)),
    waitHoursMedian: middle(waits),
    waitHoursMost: waits.length === 0 ? null : waits.reduce((a, b) => Math.max(a, b)),
  };
}

function reviewsOf(rows: readonly ReviewRecord[], { from, to, now }: Wanted) {
  const inTime = (instant: number | undefined): boolean => instant !== undefined && from <= instant && instant < to;
  const done = rows.filter(({ outcome, closed }) => outcome !== undefined && inTime(closed));
  const waiting = rows.filter(({ closed }) => closed === undefined);
  const names = [...new Set(done.map(({ reviewer }) => reviewer).filter((name) => name !== undefined))].sort();
  return {
    opened: rows.filter(({ opened }) => inTime(opened)).length,
    open: waiting.length,
    overdue: waiting.filter(({ due }) => due < now).length,
    ...ended(done),
    reviewers: names.map((reviewer) => ({ reviewer, ...ended(done.filter((row) => row.reviewer === reviewer)) })),
  };
}

/** The same members as `GET /v1/reports/oversight`, but for the times that name the report itself. */
export function figuresOf(entries: readonly ExportedEntry[], wanted: Wanted) {
  const ordered = [...entries].sort((a, b) => a.index - b.index);
  const acts = ordered.filter(
    (entry) => isActivity(entry) && happened(entry) >= wanted.from && happened(entry) < wanted.to,
  );
  const looked = reviewRecordsOf(ordered);
  const keys = [
    ...new Set([...acts.map(({ payload }) => text(payload?.['aiSystem'])), ...looked.map(({ aiSystem }) => aiSystem)]),
  ].sort();
  const sum = (some: readonly ExportedEntry[]) => {
    const total = counts();
    for (const each of some) countOne(total, each);
    return rated(total);
  };
  const systems = keys.map((aiSystem) => {
    const own = acts.filter(({ payload }) => payload?.['aiSystem'] === aiSystem);
    const months = [...new Set(own.map((each) => monthIn(happened(each), wanted.timeZone)))].sort();
    const byMonth = months.map((month) => ({
      month,
      ...sum(own.filter((each) => monthIn(happened(each), wanted.timeZone) === month)),
    }));
    return {
      aiSystem,
      activity: sum(own),
      byMonth,
      reviews: reviewsOf(
        looked.filter((row) => row.aiSystem === aiSystem),
        wanted,
      ),
    };
  });
  return { systems, total: { activity: sum(acts), reviews: reviewsOf(looked, wanted) } };
}
