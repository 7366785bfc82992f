/**
 * What a legal ground goes on to need of a person after their erasure: the purposes that the law obliges the company
 * to.
 * Flow:    erasure → here → `keep` of the erased marks.
 * Promise: only purposes that rest on a legal obligation under a law of this person, that really used their data, and
 *          whose published period still runs.
 * Source:  GDPR 17(3)(b); docs/design.md 6.
 */
import type { Instant } from '../facts/fact.ts';
import { basisFor } from './case.ts';
import { type ErasedMark, regimesOr, type Standing } from './person.ts';
import { inForceOrFirst, type Registry } from './registry.ts';
import { endOf, spanOf } from './span.ts';

export type Keep = ErasedMark['keep'][number];

interface Since {
  readonly now: Instant;
  readonly defaultRegime: string;
  /** When each purpose last used the person's data. */
  readonly lastUsed: ReadonlyMap<string, Instant>;
}

export function keepsByLaw(
  standing: Standing,
  registry: Registry,
  { now, defaultRegime, lastUsed }: Since,
): readonly Keep[] {
  const regimes = regimesOr(standing, defaultRegime);
  return [...lastUsed].flatMap(([key, usedAt]) => {
    const purpose = inForceOrFirst(registry.purposes.get(key), now);
    const span = spanOf(purpose?.body.retentionPeriod ?? '');
    if (purpose === undefined || span === undefined) return [];
    const until = endOf(usedAt, span);
    const isOwed = regimes.some((regime) => basisFor(purpose, regime, now) === 'legal-obligation');
    return isOwed && until > now ? [{ purpose: key, code: 'legal-obligation', until }] : [];
  });
}
