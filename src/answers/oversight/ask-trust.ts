/**
 * Asks for the figures of trust and fairness over some months.
 * Flow:    http → here → ports/reads, trust.ts.
 * Promise: counts come from the same reads as the figures of oversight and the audit; of people only the group is taken
 *          that a figure needs, and nobody's name.
 * Source:  decision 0116; docs/law.md 7, 8.
 */

import { regimesOr } from '../../evaluation/person.ts';
import { monthBefore, monthOf } from '../../language/dates.ts';
import type { Reads } from '../../ports/reads.ts';
import type { DecisionRow } from '../../views/decision/decision-row.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import type { TimeSpan } from './ask.ts';
import { askOversight } from './ask.ts';
import { type Counted, type DecidedAbout, type TrustMeasure, trustFigures } from './trust.ts';

/** So many decisions are sorted into groups at most; the answer says when there were more. */
const MOST_DECISIONS = 10_000;
const PEOPLE = 500;
const REQUESTS = 500;
const NOT_RECORDED = 'none';

const choiceKinds: Readonly<Record<string, TrustMeasure>> = {
  'notice.shown': 'shown',
  'consent.given': 'agreed',
  'consent.refused': 'refused',
  'consent.withdrawn': 'withdrawn',
};

interface TrustWanted extends TimeSpan {
  readonly aiSystem?: string;
}

const within = (at: number | undefined, { from, to }: TimeSpan): at is number =>
  at !== undefined && at >= from && at < to;

async function askChoices(reads: Reads, span: TimeSpan): Promise<readonly Counted[]> {
  const { timeZone } = reads.settings;
  const { rows } = await reads.entryCounts(span);
  return rows.flatMap(({ kind, start, count }) => {
    const measure = choiceKinds[kind];
    return measure === undefined ? [] : [{ measure, month: monthOf(start, timeZone), count }];
  });
}

async function askExplained(reads: Reads, span: TimeSpan): Promise<readonly Counted[]> {
  const { timeZone } = reads.settings;
  const found: Counted[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<Reads['requests']>> = await reads.requests({
      kind: 'ai-explanation',
      limit: REQUESTS,
      ...(before === null ? {} : { before }),
    });
    for (const { receivedAt } of page.items)
      if (within(receivedAt, span))
        found.push({ measure: 'explained', month: monthOf(receivedAt, timeZone), count: 1 });
    before = page.next;
  } while (before !== null);
  return found;
}

function countedReviews(reviews: readonly ReviewRow[], span: TimeSpan, timeZone: string): readonly Counted[] {
  return reviews.flatMap(({ aiSystem, why, openedAt, closedAt, outcome }) => [
    ...(why === 'contested' && within(openedAt, span)
      ? [{ measure: 'contested' as const, month: monthOf(openedAt, timeZone), aiSystem, count: 1 }]
      : []),
    ...(outcome !== undefined && outcome !== 'upheld' && within(closedAt, span)
      ? [{ measure: 'changed' as const, month: monthOf(closedAt, timeZone), aiSystem, count: 1 }]
      : []),
  ]);
}

async function decisionsIn(reads: Reads, { from, to, aiSystem }: TrustWanted) {
  const rows: DecisionRow[] = [];
  for await (const row of reads.decided({ from, to })) {
    if (aiSystem !== undefined && row.system !== aiSystem) continue;
    // Whoever has still to judge a decision learns nothing of it from a figure either.
    if (row.heldBack !== true) rows.push(row);
    if (rows.length === MOST_DECISIONS) return { rows, countedOf: MOST_DECISIONS };
  }
  return { rows, countedOf: null };
}

async function inGroups(reads: Reads, rows: readonly DecisionRow[]): Promise<readonly DecidedAbout[]> {
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const groups = new Map<string, DecidedAbout['groups']>();
  for (let at = 0; at < subjects.length; at += PEOPLE) {
    const some = subjects.slice(at, at + PEOPLE);
    const { people } = await reads.seeEach(some);
    for (const [place, person] of people.entries()) {
      if (isProblem(person) || person.found !== 'known') continue;
      const { standing } = person;
      groups.set(some[place] ?? '', {
        ageBand: standing.ageBand ?? NOT_RECORDED,
        regime: regimesOr(standing, reads.settings.defaultRegime).join(' '),
        language: standing.language ?? NOT_RECORDED,
      });
    }
  }
  return rows.flatMap(({ id, subject, adverse }) => {
    const of = groups.get(subject);
    return of === undefined ? [] : [{ id, subject, adverse, groups: of }];
  });
}

function monthsIn({ from, to }: TimeSpan, timeZone: string): readonly string[] {
  const first = monthOf(from, timeZone);
  const months = [monthOf(to - 1, timeZone)];
  while ((months[0] ?? first) > first) months.unshift(monthBefore(months[0] ?? first, 1));
  return months;
}

export async function askTrust(reads: Reads, wanted: TrustWanted) {
  const { timeZone } = reads.settings;
  const oversight = await askOversight(reads, wanted);
  const reviews: ReviewRow[] = [];
  for await (const row of reads.everyReview()) reviews.push(row);
  const counted = oversight.systems.flatMap(({ aiSystem, byMonth }) =>
    byMonth.flatMap(({ month, allowed, reported, uncovered, decisions, adverse }): readonly Counted[] => [
      { measure: 'uses', month, aiSystem, count: allowed + reported },
      { measure: 'without', month, aiSystem, count: uncovered },
      { measure: 'decisions', month, aiSystem, count: decisions },
      { measure: 'against', month, aiSystem, count: adverse },
    ]),
  );
  const { rows, countedOf } = await decisionsIn(reads, wanted);
  return {
    from: timeOf(wanted.from),
    to: timeOf(wanted.to),
    generatedAt: timeOf(reads.now()),
    countedOf,
    ...trustFigures({
      months: monthsIn(wanted, timeZone),
      systems: oversight.systems.map(({ aiSystem }) => aiSystem),
      aiSystem: wanted.aiSystem,
      counted: [
        ...counted,
        ...countedReviews(reviews, wanted, timeZone),
        ...(wanted.aiSystem === undefined
          ? [...(await askChoices(reads, wanted)), ...(await askExplained(reads, wanted))]
          : []),
      ],
      decided: await inGroups(reads, rows),
      reviews,
    }),
  };
}

export type Trust = Awaited<ReturnType<typeof askTrust>>;
