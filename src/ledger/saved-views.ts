/**
 * The views that each member of staff saved.
 * Flow:    http (console) → here → their note in `meta`.
 * Promise: one row a member of staff, named by pseudonym, its content sealed, because a name is what somebody typed;
 *          two that are saved at once, on any nodes, are both kept.
 * Source:  decision 0130.
 */
import { eq, sql } from 'drizzle-orm';
import type { Reads } from '../ports/reads.ts';
import type { Records } from '../ports/records.ts';
import type { Keyring } from '../seal/seal.ts';
import { ask, put, rowsQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import type { SavedView } from '../vocabulary/saved-view.ts';
import { digestsOf } from './digests.ts';
import { feedReads } from './feed-reads.ts';

const noteOf = (staff: string): string => `saved-views ${staff}`;

const viewsOf = rowsQuery<{ name: string }>()('savedViews', ({ db, t }) =>
  db
    .select({ value: t.meta.value })
    .from(t.meta)
    .where(eq(t.meta.name, sql.placeholder('name'))),
);

interface ViewRoom {
  readonly store: Store;
  readonly keyring: Keyring;
  log(): number;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

function savedViews({
  store,
  keyring,
  log,
  alone,
}: ViewRoom): Pick<Reads, 'savedViews'> & Pick<Records, 'changeViews'> {
  const opened = (name: string, row: { readonly value: string } | undefined): readonly SavedView[] =>
    row === undefined
      ? []
      : JSON.parse(Buffer.from(keyring.openForHouse(name, Buffer.from(row.value, 'base64'))).toString());
  const sealed = (name: string, views: readonly SavedView[]): string =>
    Buffer.from(keyring.sealForHouse(name, Buffer.from(JSON.stringify(views)))).toString('base64');
  return {
    async savedViews(staff) {
      const name = noteOf(staff);
      return opened(name, (await store.one(viewsOf, { name }))[0]);
    },
    async changeViews(staff, change) {
      const name = noteOf(staff);
      const steps = function* () {
        const views = change(opened(name, (yield* ask(viewsOf, { name }))[0]));
        if (views !== undefined) yield* put('meta', [{ name, value: sealed(name, views) }], true);
        return views !== undefined;
      };
      return alone(() => store.write(steps, { log: log(), registry: 'read' }));
    },
  };
}

/** What is kept for whoever works here or reads along: how far they read, their views, and which digests left. */
export const ownNotes = (room: ViewRoom & Parameters<typeof feedReads>[0]) => ({
  ...feedReads(room),
  ...savedViews(room),
  digests: digestsOf(room),
});

export type OwnNotes = ReturnType<typeof ownNotes>;
