/**
 * The legal holds on a person, folded from facts.
 * Flow:    views (recorded facts) → here → `holds` of the standing → erasure, commands.
 * Promise: codes and ids only; the reason of an officer stays sealed in the fact.
 * Source:  docs/design.md 6.
 */
import type { Instant } from '../facts/fact.ts';
import type { Hold, Standing } from './person.ts';

export type { Hold } from './person.ts';

/** A hold whose last day has come holds nothing any more. */
export const standingHolds = (standing: Standing, now: Instant): readonly (Hold & { readonly id: string })[] =>
  Object.entries(standing.holds ?? {}).flatMap(([id, hold]) =>
    hold.until === undefined || hold.until > now ? [{ id, ...hold }] : [],
  );

export function withoutHold(standing: Standing, id: string): Standing {
  const { [id]: _ended, ...rest } = standing.holds ?? {};
  return { ...standing, holds: rest };
}
