/**
 * A legal clock in the form in which facts carry it.
 * Flow:    law (clock) → here → facts `request.received`, `request.appealed`.
 * Promise: the last instant, its rule and its source are fixed when the clock starts; configuration cannot move them
 *          later.
 * Source:  docs/law.md 2.1.
 */
import type { RequestClock } from '../../law/law.ts';
import { timeOf } from '../refusal.ts';

export const dueMembers = (clock: RequestClock) => ({
  dueAt: timeOf(clock.dueAt),
  clock: { rule: clock.rule, source: clock.source, words: clock.words },
  ...(clock.extendedDueAt === undefined ? {} : { extendedDueAt: timeOf(clock.extendedDueAt) }),
  ...(clock.ackDueAt === undefined ? {} : { ackDueAt: timeOf(clock.ackDueAt) }),
});
