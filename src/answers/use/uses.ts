/**
 * The counts of one system as the answer shows them: every month of the period, categories with labels, refusals in
 * words.
 * Flow:    systems.ts → here → language.
 * Promise: a month without a use is shown as zero, so that a gap in the bars is a gap in the record.
 * Source:  docs/design.md 8.1 (`uses`).
 */
import { reasonSentence } from '../../language/reasons.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Audience, Reader } from '../reader.ts';
import type { UseCounts } from './system-answer.ts';
import type { Tally } from './tally.ts';
import { uncoveredWords } from './without-permission.ts';

const nothing = { allowed: 0, refused: 0, reported: 0 };

const byMost = (one: readonly [string, number], other: readonly [string, number]): number =>
  other[1] - one[1] || (one[0] < other[0] ? -1 : 1);

interface UsesContext {
  readonly reader: Reader;
  readonly months: readonly string[];
  readonly audience: Audience;
}

export function usesOf(tally: Tally | undefined, context: UsesContext): UseCounts {
  const { reader, months } = context;
  const voice = context.audience === 'officer' ? 'officer' : 'customer';
  const uncovered = tally?.withoutPermission;
  const counted = tally?.months ?? {};
  const older = Object.keys(counted)
    .filter((month) => !months.includes(month))
    .sort();
  const time = (instant: number | undefined): string | null =>
    instant === undefined || !Number.isFinite(instant) ? null : timeOf(instant);
  return {
    allowed: tally?.allowed ?? 0,
    refused: tally?.refused ?? 0,
    reported: tally?.reported ?? 0,
    reportedWithoutPermission: uncovered?.count ?? 0,
    withoutPermissionWords: uncovered === undefined || uncovered.count === 0 ? null : uncoveredWords(uncovered, reader),
    firstAt: time(tally?.firstAt),
    lastAt: time(tally?.lastAt),
    byMonth: [...months, ...older].map((month) => ({ month, ...nothing, ...counted[month] })),
    byCategory: Object.entries(tally?.categories ?? {})
      .sort(byMost)
      .map(([category, count]) => ({ category, label: reader.category(category), count })),
    refusedBecause: Object.entries(tally?.refusals ?? {})
      .sort(byMost)
      .map(([reason, count]) => ({ reason, count, words: reasonSentence(reader.language, reason, voice) })),
  };
}
