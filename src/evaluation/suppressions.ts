/**
 * What of a person's standing outlives their erasure: the wish to be left alone.
 * Flow:    erasure → here → suppression marks per identifier.
 * Promise: only what the person asked for and what stands at that moment; a consent never outlives an erasure.
 * Source:  docs/design.md 6; Cal. Civ. Code 1798.135(c)(4); GDPR 21(3).
 */

import type { Instant } from '../facts/fact.ts';
import { defined } from '../vocabulary/defined.ts';
import { isLiftedByOwnYes } from './case.ts';
import type { LimitAct, LimitState, Standing, Suppression } from './person.ts';
import { inForceOrFirst, type Purpose, type Registry } from './registry.ts';
import { expiryOf } from './rows/consent.ts';
import { choiceFor } from './standing.ts';

export function suppressionsOf(standing: Standing, registry: Registry, now: Instant): readonly Suppression[] {
  const found = new Map<string, Suppression>();
  const keep = (code: Suppression['code'], purpose?: string): void => {
    found.set(`${code} ${purpose ?? '*'}`, { code, ...defined({ purpose }), at: now });
  };
  const purposeOf = (key: string): Purpose | undefined => inForceOrFirst(registry.purposes.get(key), now);
  for (const limit of Object.values(standing.limits)) {
    const wish = wishOf(standing, limit, { registry, now });
    if (wish?.limit === 'objection' && (wish.purpose === undefined || purposeOf(wish.purpose)?.forMarketing))
      keep('objection-marketing', wish.purpose);
    if (wish?.limit === 'objection-marketing') keep('objection-marketing', wish.purpose);
    if (wish?.limit === 'opt-out-sale-share' || wish?.limit === 'opt-out-profiling') keep(wish.limit, wish.purpose);
    if (wish?.limit === 'opt-out' && wish.purpose !== undefined && isAloneWish(purposeOf(wish.purpose)))
      keep('opt-out', wish.purpose);
  }
  for (const [purpose, choice] of Object.entries(standing.choices)) {
    if (choice.objection !== undefined && purposeOf(purpose)?.forMarketing) keep('objection-marketing', purpose);
    if (choice.optOut !== undefined && isAloneWish(purposeOf(purpose))) keep('opt-out', purpose);
  }
  return [...found.values()];
}

interface Moment {
  readonly registry: Registry;
  readonly now: Instant;
}

/** The limit as it stands, unless an own yes for its one purpose has answered it and has not run out. */
function wishOf(standing: Standing, limit: LimitState, { registry, now }: Moment): LimitAct | undefined {
  const set = limit.set;
  if (set?.purpose === undefined) return set;
  const newest = choiceFor(standing, set.purpose)?.newest;
  if (newest?.what !== 'given' || !isLiftedByOwnYes(newest, limit)) return set;
  const purpose = inForceOrFirst(registry.purposes.get(set.purpose), now);
  return purpose !== undefined && expiryOf({ registry, purpose }, newest) <= now ? set : undefined;
}

const isAloneWish = (purpose: Purpose | undefined): boolean =>
  purpose !== undefined && (purpose.forMarketing || purpose.saleOrShare || purpose.significant);
