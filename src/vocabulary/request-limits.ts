/**
 * Which limit a request of a kind asks for: the one table that every channel reads.
 * Flow:    read by commands/request, answers/request.
 * Promise: a kind that says no is recorded as that no when it is opened; every other kind has no row here.
 * Source:  GDPR 7(3), 18, 21; Cal. Civ. Code 1798.120, .121; 11 CCR 7221; decision 0023.
 */
import type { LimitKind } from './limit.ts';
import type { RequestKind } from './request.ts';

/** A withdrawal of consent sets no limit: it ends the consents themselves. */
export const limitsAskedBy: Readonly<Partial<Record<RequestKind, LimitKind>>> = {
  objection: 'objection',
  'objection-marketing': 'objection-marketing',
  restriction: 'restriction',
  'optout-sale-share': 'opt-out-sale-share',
  'limit-sensitive': 'opt-out-sensitive',
  'optout-admt': 'opt-out-admt',
  'optout-profiling': 'opt-out-profiling',
};

/** What an erasure stops while it waits; it is no choice of its own, and ends with the request (decision 0110). */
export const stopsWhileWaiting = (kind: RequestKind): LimitKind | undefined =>
  kind === 'erasure' ? 'erasure-asked' : undefined;

export const saysNo = (kind: RequestKind): boolean =>
  kind === 'consent-withdrawal' || limitsAskedBy[kind] !== undefined;
