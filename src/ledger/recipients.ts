/**
 * Which AI systems used or judged a person's data, and for which purposes.
 * Flow:    views `uses`, `decisions` → here → evaluation/recipients.
 * Promise: a use that was refused used nothing.
 * Source:  GDPR 19; decision 0028.
 */
import { eq, ne, sql } from 'drizzle-orm';
import type { GotFrom } from '../evaluation/recipients.ts';
import { ask, rowsQuery, type Steps } from '../store/query.ts';
import type { Store } from '../store/store.ts';

const p = sql.placeholder;

const usedFor = rowsQuery<{ subject: string }>()('usedFor', ({ db, t }) =>
  db
    .selectDistinct({ system: t.uses.system, purpose: t.uses.purpose })
    .from(t.uses)
    .where(sql`${eq(t.uses.subject, p('subject'))} and ${ne(t.uses.outcome, sql`'refused'`)}`),
);
const systemsDeciding = rowsQuery<{ subject: string }>()('systemsThatDecided', ({ db, t }) =>
  db
    .selectDistinct({ system: t.decisions.system })
    .from(t.decisions)
    .where(eq(t.decisions.subject, p('subject'))),
);

const systemsIn = (rows: readonly { readonly system: string }[]) => new Set(rows.map(({ system }) => system));
const purposesIn = (rows: readonly { readonly purpose: string }[]) => new Set(rows.map(({ purpose }) => purpose));

export function* gotFrom(subject: string): Steps<GotFrom> {
  const uses = yield* ask(usedFor, { subject });
  return { systems: systemsIn([...uses, ...(yield* ask(systemsDeciding, { subject }))]), purposes: purposesIn(uses) };
}

/** The same outside a transaction. */
export async function askGotFrom(store: Store, subject: string): Promise<GotFrom> {
  const uses = await store.one(usedFor, { subject });
  return {
    systems: systemsIn([...uses, ...(await store.one(systemsDeciding, { subject }))]),
    purposes: purposesIn(uses),
  };
}
