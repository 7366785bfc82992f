/**
 * Pages by key: one row more than wanted is asked for, to know whether there is a next page.
 * Flow:    reads, review-reads → here → store.
 * Promise: a page is asked by key, never by offset.
 */
import type { Query } from '../store/query.ts';
import type { Store } from '../store/store.ts';

export const LAST = Number.MAX_SAFE_INTEGER;

export interface Paged<Row> {
  readonly items: readonly Row[];
  readonly next: number | null;
}

export async function page<Row, P extends { readonly limit: number }>(
  store: Store,
  of: { readonly query: Query<P, Row>; readonly params: P; readonly position: (row: Row) => number },
): Promise<Paged<Row>> {
  const rows = await store.one(of.query, { ...of.params, limit: of.params.limit + 1 });
  const items = rows.slice(0, of.params.limit);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last !== undefined ? of.position(last) : null };
}

/** A filter that counts only where it is given. */
export const optional = (name: string, value: string | undefined) => ({
  [name]: value ?? '',
  [`${name}Off`]: value === undefined ? 1 : 0,
});
