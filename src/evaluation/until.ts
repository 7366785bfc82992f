/**
 * Until when an answer holds by itself: the earliest moment at which it may change without anybody acting.
 * Flow:    evaluate → here.
 * Promise: never later than the first such moment; null where there is none.
 * Source:  docs/design.md 8.1 (`until`).
 */
import type { Instant } from '../facts/fact.ts';
import { lawChangesAfter } from '../law/law.ts';
import type { ConsentAct, Standing } from './person.ts';
import type { Question } from './question.ts';
import type { Registry } from './registry.ts';
import { shownAbout } from './shown-notice.ts';

interface Held {
  readonly question: Question;
  readonly standing: Standing;
  readonly given: ConsentAct | undefined;
  readonly on: Instant;
  /** The bodies of law that the answer was judged under. */
  readonly regimes: readonly string[];
  /** When the consent, or the mark of an erasure, ends. */
  readonly expiry: Instant | undefined;
}

export function untilOf(registry: Registry, held: Held): Instant | null {
  const { question, standing, given, on } = held;
  let until = Number.POSITIVE_INFINITY;
  const consider = (moment: Instant | undefined): void => {
    if (moment !== undefined && moment > on && moment < until) until = moment;
  };
  const considerVersions = (versions: readonly { readonly effectiveFrom: Instant }[] | undefined): void => {
    for (const version of versions ?? []) consider(version.effectiveFrom);
  };
  considerVersions(registry.purposes.get(question.purpose));
  considerVersions(registry.aiSystems.get(question.aiSystem));
  // The notice that is named in the answer, for whoever has to be asked.
  for (const key of registry.noticesByPurpose.get(question.purpose) ?? []) considerVersions(registry.notices.get(key));
  if (given?.notice !== undefined) considerVersions(registry.notices.get(given.notice.key));
  for (const { notice } of shownAbout(standing.shown, question))
    if (notice !== undefined) considerVersions(registry.notices.get(notice.key));
  consider(standing.ageBandUntil);
  consider(held.expiry);
  consider(lawChangesAfter(held.regimes, on));
  return until === Number.POSITIVE_INFINITY ? null : until;
}
