/**
 * A limit as the API lists it.
 * Flow:    the view `acts` → here → answers (lists of limits).
 * Promise: the same members as the reply that recorded it, but for its place in the ledger.
 * Source:  docs/design.md 8.1.
 */
import type { LimitAct } from '../../evaluation/person.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';

export const shownLimit = (act: LimitAct, subject: string) => ({
  id: act.id,
  subject,
  kind: act.limit,
  purpose: act.purpose ?? null,
  state: act.what,
  at: timeOf(act.at),
  ...(act.occurredAt === undefined ? {} : { occurredAt: timeOf(act.occurredAt) }),
  ...defined({ source: act.source }),
  warnings: act.warnings ?? [],
});
