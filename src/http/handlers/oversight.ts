/**
 * Handlers of oversight: figures, the decisions that a stop touches, and the command that opens their reviews.
 * Flow:    app → here → house (reads, record) → answers/oversight.
 * Promise: opening reviews goes page by page and may be sent again: what is under review already is not opened twice.
 * Source:  docs/law.md 7, 8; AI Act 26(5).
 */

import * as endpoints from '../../../openapi/endpoints/oversight.ts';
import { oversightFigures } from '../../answers/oversight/figures.ts';
import type { House, Sender } from '../../house-port.ts';
import { monthOf } from '../../language/dates.ts';
import type { DecisionRow } from '../../views/decision/decision-row.ts';
import { effectOf } from '../../views/review/effect.ts';
import { defined } from '../../vocabulary/defined.ts';
import { DAY_MS, timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type ProblemCode, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { calendarOf, senderOf, told } from './reply.ts';

const YEAR_MS = 365 * DAY_MS;
const PAGE = 200;

interface Span {
  readonly from: number;
  readonly to: number;
}

export async function report(house: House, { from, to }: Span) {
  const { timeZone } = house.settings;
  const uses = (await house.useCounts({ from, to })).map(({ start, ...use }) => ({
    ...use,
    month: monthOf(start, timeZone),
  }));
  const decisions: { system: string; adverse: boolean; month: string }[] = [];
  for await (const { system, adverse, decidedAt } of house.decided({ from, to }))
    decisions.push({ system, adverse, month: monthOf(decidedAt, timeZone) });
  const reviews = [];
  for await (const row of house.everyReview()) reviews.push(row);
  const now = house.now();
  return {
    from: timeOf(from),
    to: timeOf(to),
    generatedAt: timeOf(now),
    ...oversightFigures({ uses, decisions, reviews }, { from, to, now }),
  };
}

/** Since when the newest stop doubts the results, or why the question has no answer. */
export async function doubted(
  house: House,
  key: string,
  query: { readonly from?: string; readonly to?: string },
): Promise<Span | undefined> {
  const { aiSystems, turns } = await house.registry();
  if (!aiSystems.has(key)) return undefined;
  const stop = turns.get(key)?.findLast(({ stopped }) => stopped);
  const since = stop?.affectedSince ?? stop?.occurredAt ?? 0;
  return {
    from: query.from === undefined ? since : Date.parse(query.from),
    to: query.to === undefined ? house.now() + 1 : Date.parse(query.to),
  };
}

export async function affected(house: House, rows: readonly DecisionRow[]) {
  const reviews = await house.reviewsOf(rows.map(({ id }) => id));
  return rows.map(({ id, subject, decidedAt, adverse, at }) => {
    const own = reviews.filter(({ decision }) => decision === id);
    const effect = effectOf({ at }, own).state;
    return { decision: id, subject, decidedAt: timeOf(decidedAt), adverse, effect, review: own.at(-1)?.id ?? null };
  });
}

interface Opening extends Span {
  readonly key: string;
  readonly adverseOnly: boolean;
  readonly sender: Sender;
}

/** What a refusal says about one decision; any other speaks about the house, and ends the command as its answer. */
const counted: Partial<Record<ProblemCode, 'alreadyOpen' | 'erased'>> = {
  'review-open': 'alreadyOpen',
  'subject-erased': 'erased',
  'not-found': 'erased',
};

export async function openAll(house: House, { key, from, to, adverseOnly, sender }: Opening) {
  const tally = { opened: 0, alreadyOpen: 0, erased: 0, total: 0 };
  const calendar = calendarOf(house);
  for (let after = ''; ; ) {
    const rows = await house.decisionsOf(key, { from, to, after, limit: PAGE });
    const wanted = rows.filter(({ adverse }) => adverse || !adverseOnly);
    const items = wanted.map(({ id }) => ({ input: { decision: id, why: 'stop-list' as const, calendar }, sender }));
    for (const outcome of await house.recordMany('review.open', items)) {
      tally.total += 1;
      if (!isProblem(outcome)) {
        tally.opened += 1;
        continue;
      }
      const counts = counted[outcome.problem];
      if (counts === undefined) return outcome;
      tally[counts] += 1;
    }
    if (rows.length < PAGE) return tally;
    after = rows.at(-1)?.id ?? after;
  }
}

export const oversightHandlers = (house: House): readonly Bound[] => [
  on(endpoints.getOversightReport)(async ({ query }) => {
    const to = query.to === undefined ? house.now() + 1 : Date.parse(query.to);
    return told(
      200,
      await report(house, { from: query.from === undefined ? to - YEAR_MS : Date.parse(query.from), to }),
    );
  }),
  on(endpoints.listAffected)(async ({ params, query }) => {
    const { after, limit } = query;
    const span = await doubted(house, params.key, query);
    if (span === undefined) return problem('not-found');
    const rows = await house.decisionsOf(params.key, { ...span, limit: limit + 1, ...defined({ after }) });
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return told(200, { from: timeOf(span.from), to: timeOf(span.to), items: await affected(house, shown), next });
  }),
  on(endpoints.openReviews)(async (context) => {
    const { idempotency: _once, ...sender } = senderOf(context);
    const span = await doubted(house, context.params.key, context.body);
    if (span === undefined) return problem('not-found');
    const tally = await openAll(house, {
      ...span,
      key: context.params.key,
      adverseOnly: context.body.adverseOnly,
      sender,
    });
    return isProblem(tally) ? tally : told(200, tally);
  }),
];
