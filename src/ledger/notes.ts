/**
 * Small notes about the installation, a name and a value each.
 * Flow:    upgrade, judge-state, rebuild, follow-up-reads, retention-end → here → `meta`.
 * Promise: a note says what was done or found once, never anything about a person but ids of facts.
 * Source:  decision 0014; decision 0015; decision 0102.
 */
import { eq, sql } from 'drizzle-orm';
import { ask, rowsQuery, type Steps } from '../store/query.ts';
import type { Store } from '../store/store.ts';

const noted = rowsQuery<{ name: string }>()('noted', ({ db, t }) =>
  db
    .select({ value: t.meta.value })
    .from(t.meta)
    .where(eq(t.meta.name, sql.placeholder('name'))),
);

/** Counted up whenever a fold gives another view of the same facts, or a row is bound or summed in another way. */
export const FOLDS = '7';

/** When what is over was last ended, in milliseconds since 1970. */
export const SWEPT = 'retention-swept';

/** Which digest has left for whom; sealed. */
export const DIGESTS = 'digests';

/** Addresses that led to two people: the facts that linked them, group by group. */
export const SHARED = 'shared-identifiers';

export function* noteOf(name: string): Steps<string | undefined> {
  const [row] = yield* ask(noted, { name });
  return row?.value;
}

/** The same, outside a write. */
export const readNote = async (store: Store, name: string): Promise<string | undefined> =>
  (await store.one(noted, { name }))[0]?.value;

/** Whether what stands here was left by a release that folded, bound or summed otherwise. */
export function* isOfEarlierRelease(): Steps<boolean> {
  return (yield* noteOf('folds')) !== FOLDS;
}

export function* sharedGroups(): Steps<readonly (readonly string[])[]> {
  const value = yield* noteOf(SHARED);
  return value === undefined ? [] : JSON.parse(value);
}

export function* sharedFacts(): Steps<ReadonlySet<string>> {
  return new Set((yield* sharedGroups()).flat());
}
