/**
 * A choice as the API lists it.
 * Flow:    the view `acts` → here → answers (lists of consents).
 * Promise: the same members as the reply that recorded it, but for its place in the ledger.
 * Source:  DESIGN section 8.1.
 */
import type { ConsentAct } from '../../evaluation/person.ts';

export const shownConsent = (act: ConsentAct, subject: string) => ({
  id: act.id,
  subject,
  purpose: act.purpose,
  purposeVersion: act.purposeVersion,
  state: act.what,
  effect: act.effect,
  at: new Date(act.at).toISOString(),
  ...(act.occurredAt === undefined ? {} : { occurredAt: new Date(act.occurredAt).toISOString() }),
  notice: act.notice ?? null,
  warnings: act.warnings ?? [],
});
