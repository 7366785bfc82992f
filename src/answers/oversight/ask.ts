/**
 * Asks for the figures of oversight, and for the decisions that a stop touches.
 * Flow:    http, the opening of reviews → here → ports/reads, figures.ts.
 * Promise: every use, decision and review of the time is counted; nothing about a single person is in the figures.
 * Source:  docs/law.md 7, 8; AI Act 26(5).
 */

import { monthOf } from '../../language/dates.ts';
import type { Reads } from '../../ports/reads.ts';
import { effectOf } from '../../views/review/effect.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { oversightFigures } from './figures.ts';

/** From a moment until another, which is no longer part of it. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

export async function askOversight(reads: Reads, { from, to }: TimeSpan) {
  const { timeZone } = reads.settings;
  const uses = (await reads.useCounts({ from, to })).map(({ start, ...use }) => ({
    ...use,
    month: monthOf(start, timeZone),
  }));
  const decisions: { system: string; adverse: boolean; month: string }[] = [];
  for await (const { system, adverse, decidedAt } of reads.decided({ from, to }))
    decisions.push({ system, adverse, month: monthOf(decidedAt, timeZone) });
  const reviews = [];
  for await (const row of reads.everyReview()) reviews.push(row);
  const now = reads.now();
  return {
    from: timeOf(from),
    to: timeOf(to),
    generatedAt: timeOf(now),
    ...oversightFigures({ uses, decisions, reviews }, { from, to, now }),
  };
}

/** The time in which the newest stop doubts the results; nothing where there is no such AI system. */
export async function askDoubtedSpan(
  reads: Reads,
  key: string,
  query: { readonly from?: string; readonly to?: string },
): Promise<TimeSpan | undefined> {
  const { aiSystems, turns } = await reads.registry();
  if (!aiSystems.has(key)) return undefined;
  const stop = turns.get(key)?.findLast(({ stopped }) => stopped);
  const since = stop?.affectedSince ?? stop?.occurredAt ?? 0;
  return {
    from: query.from === undefined ? since : Date.parse(query.from),
    to: query.to === undefined ? reads.now() + 1 : Date.parse(query.to),
  };
}

interface AffectedQuery extends TimeSpan {
  /** The AI system. */
  readonly key: string;
  /** The last decision that was seen. */
  readonly after?: string;
  readonly limit: number;
}

/** The decisions of one AI system in a time, one page, by id; `next` is the last one shown where there are more. */
export async function askAffected(reads: Reads, { key, from, to, after, limit }: AffectedQuery) {
  const rows = await reads.decisionsOf(key, { from, to, limit: limit + 1, ...defined({ after }) });
  const shown = rows.slice(0, limit);
  const reviews = await reads.reviewsOf(shown.map(({ id }) => id));
  const items = shown.map(({ id, subject, decidedAt, at, ...row }) => {
    const own = reviews.filter(({ decision }) => decision === id);
    const effect = effectOf({ at }, own).state;
    const adverse = row.heldBack === true ? null : row.adverse;
    return { decision: id, subject, decidedAt: timeOf(decidedAt), adverse, effect, review: own.at(-1)?.id ?? null };
  });
  return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
