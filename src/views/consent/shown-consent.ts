/**
 * A choice as the API lists it.
 * Flow:    the view `acts` → here → answers (lists of consents).
 * Promise: the same members as the reply that recorded it, but for its place in the ledger.
 * Source:  docs/design.md 8.1.
 */
import type { ConsentAct } from '../../evaluation/person.ts';
import { timeOf } from '../../vocabulary/instant.ts';

export const shownConsent = (act: ConsentAct, subject: string) => ({
  id: act.id,
  subject,
  purpose: act.purpose,
  purposeVersion: act.purposeVersion,
  state: act.what,
  effect: act.effect,
  at: timeOf(act.at),
  ...(act.occurredAt === undefined ? {} : { occurredAt: timeOf(act.occurredAt) }),
  notice: act.notice ?? null,
  warnings: act.warnings ?? [],
});
