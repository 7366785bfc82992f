/**
 * Asks how the AI systems stand, and which decisions a stop of one of them touches.
 * Flow:    http → here → ports/reads, systems.ts.
 * Promise: of the people behind the decisions nothing stands here but that there are some.
 * Source:  AI Act 14(4)(e), 26(5); docs/law.md 7, 8.
 */
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { askAffected, askDoubtedSpan } from '../oversight/ask.ts';
import type { Reader } from '../reader.ts';
import { everyOpenReview } from './ask.ts';
import type { ConsoleContext } from './review-card.ts';
import { type AffectedShown, type SystemState, systemStates } from './systems.ts';

const PAGE = 25;

export async function askSystemStates(reads: Reads, work: ConsoleContext): Promise<readonly SystemState[]> {
  const openReviews = new Map<string, number>();
  for await (const { aiSystem } of everyOpenReview(reads))
    openReviews.set(aiSystem, (openReviews.get(aiSystem) ?? 0) + 1);
  return systemStates({ ...work, openReviews });
}

/** The decisions that a stop touches, one page, with since when they are doubted. */
export async function askAffectedShown(
  reads: Reads,
  { key, after }: { readonly key: string; readonly after?: string | undefined },
  reader: Reader,
) {
  const span = (await askDoubtedSpan(reads, key, {})) ?? { from: 0, to: 0 };
  const page = await askAffected(reads, { key, ...span, limit: PAGE, ...defined({ after }) });
  const affected: readonly AffectedShown[] = page.items.map(({ decision, decidedAt, adverse, effect, review }) => ({
    decision,
    decidedAt,
    adverse,
    effect: reader.say(`console.effect.${effect}`),
    review,
  }));
  const since = span.from === 0 ? ((await reads.recordsSince()) ?? reads.now()) : span.from;
  return { affected, since: new Date(since).toISOString(), next: page.next };
}
