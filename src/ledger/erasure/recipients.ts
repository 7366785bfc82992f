/**
 * Who else may hold something of a person: the recipients of the AI systems that used their data, and of the purposes.
 * Flow:    begin (before the views of the person go) → here → the certificate.
 * Promise: names only recipients that the company published; that they answered is not claimed, because nobody here
 *          knows it.
 * Source:  GDPR 19; docs/law.md 6.4.
 */

import { eq, ne, sql } from 'drizzle-orm';
import type { Registry } from '../../evaluation/registry.ts';
import { ask, rowsQuery, type Steps } from '../../store/query.ts';
import { defined } from '../../vocabulary/defined.ts';

export interface ToldRecipient {
  readonly recipient: string;
  /** By language; absent where the key was never published. */
  readonly name?: Readonly<Record<string, string>>;
}

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

export function* recipientsOf(subject: string, registry: Registry): Steps<readonly ToldRecipient[]> {
  const uses = yield* ask(usedFor, { subject });
  const systems = new Set([...uses, ...(yield* ask(systemsDeciding, { subject }))].map(({ system }) => system));
  const purposes = new Set(uses.map(({ purpose }) => purpose));
  const bySystem = [...systems].flatMap((system) =>
    (registry.aiSystems.get(system) ?? []).flatMap(({ body }) => keysIn(body, 'recipients')),
  );
  const byPurpose = [...registry.recipients].flatMap(([key, versions]) =>
    versions.some(({ body }) => keysIn(body, 'purposes').some((purpose) => purposes.has(purpose))) ? [key] : [],
  );
  return [...new Set([...bySystem, ...byPurpose])].sort().map((recipient) => {
    const name = registry.recipients.get(recipient)?.at(-1)?.body.name;
    return { recipient, ...defined({ name }) };
  });
}

function keysIn(body: object, member: string): readonly string[] {
  const value = (body as Readonly<Record<string, unknown>>)[member];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
