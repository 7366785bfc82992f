/**
 * Pages by key: one row more than wanted is asked for, to know whether there is a next page.
 * Flow:    reads, review-reads → here → store.
 * Promise: a page is asked by key, never by offset.
 */
import type { Page } from '../ports/reads.ts';
import type { Query } from '../store/query.ts';
import type { Store } from '../store/store.ts';

export const LAST = Number.MAX_SAFE_INTEGER;

export async function readPage<Row, P extends { readonly limit: number }>(
  store: Store,
  of: { readonly query: Query<P, Row>; readonly params: P; readonly position: (row: Row) => number },
): Promise<Page<Row>> {
  const rows = await store.one(of.query, { ...of.params, limit: of.params.limit + 1 });
  const items = rows.slice(0, of.params.limit);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last !== undefined ? of.position(last) : null };
}

/**
 * Whoever goes through everybody, page by page, takes turns with other requests: an embedded store answers at once, and
 * a loop over its answers would leave nobody else in between.
 */
export const afterOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Two parameters of a filter: its value, and whether it counts for nothing because none was given. */
type Filter<Name extends string> = { readonly [K in Name]: string } & { readonly [K in `${Name}Off`]: number };

/** A filter that counts only where it is given. */
export const optional = <Name extends string>(name: Name, value: string | undefined): Filter<Name> =>
  // A computed member widens the type to every text, so the compiler cannot see the two names.
  ({ [name]: value ?? '', [`${name}Off`]: value === undefined ? 1 : 0 }) as Filter<Name>;
