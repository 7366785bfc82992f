/**
 * What the laws of the person ask for a request: how sure one must be who asks, and what the answer must hold.
 * Flow:    http/handlers/requests → here → law (the lists).
 * Promise: a rule asks for nothing before its first day, and an answered request is held against the day it was
 *          answered.
 * Source:  docs/law.md 3.3, 3.5, 3.6.
 */
import { answerListFor, dayOf, levelsFor } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { Instant } from '../../vocabulary/instant.ts';

export function toldToStaff({ kind, regimes, closedAt }: RequestRow, now: Instant) {
  const day = dayOf(closedAt ?? now);
  return { verificationNeeded: levelsFor({ kind, regimes, day }), checklist: answerListFor(kind, { regimes, day }) };
}
