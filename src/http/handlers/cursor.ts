/**
 * The cursors of lists: a position that works only for the caller and the filters it was made for.
 * Flow:    handlers of lists → here.
 * Promise: a cursor of somebody else, or of other filters, is refused; it holds a position and a keyed digest only.
 * Source:  docs/design.md 8 (lists); docs/promises.md 3.1.
 */
import { defined } from '../../vocabulary/defined.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { AnyContext } from '../bind.ts';

/** A keyed digest of a text, in characters that are safe in JSON. */
export type Digest = (text: string) => string;

export interface Pager {
  /** The position to go on from; absent on the first page. */
  readonly at?: number;
  next(position: number | null): string | null;
}

/** The page of a list that goes from the newest to the oldest, as the house is asked for it. */
export const pageWanted = ({ at }: Pager, limit: number) => ({ limit, ...defined({ before: at }) });

/** `list` names the list with everything of the path that narrows it. */
export type Pagers = (context: Pick<AnyContext, 'caller' | 'query'>, list: string) => Pager | Problem;

const toText = (bytes: string): string => btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function positionIn(cursor: string, mark: string): number | undefined {
  try {
    const read: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof read !== 'object' || read === null || !('p' in read) || !('k' in read) || read.k !== mark)
      return undefined;
    return Number.isSafeInteger(read.p) ? (read.p as number) : undefined;
  } catch {
    return undefined;
  }
}

/** How many items are asked for may change from page to page, and so may the language. */
const notFilters = new Set(['cursor', 'after', 'limit', 'language', 'reason']);

function filtersOf(query: unknown): readonly (readonly [string, unknown])[] {
  const entries = Object.entries((query ?? {}) as Record<string, unknown>);
  return entries
    .filter(([name, value]) => value !== undefined && !notFilters.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

export const pagersOf =
  (digest: Digest): Pagers =>
  ({ caller, query }, list) => {
    const mark = digest(JSON.stringify([caller?.principal ?? '', list, filtersOf(query)]));
    const { cursor, after } = (query ?? {}) as { readonly cursor?: string; readonly after?: string };
    const sent = cursor ?? after;
    const at = sent === undefined ? undefined : positionIn(sent, mark);
    if (sent !== undefined && at === undefined) return problem('invalid-cursor');
    return {
      ...defined({ at }),
      next: (position) => (position === null ? null : toText(JSON.stringify({ p: position, k: mark }))),
    };
  };

/** One page of a list that is already in memory, by a number that falls from item to item. */
export function pageIn<T>(
  items: readonly T[],
  placeOf: (item: T) => number,
  wants: { readonly at?: number; readonly limit: number },
) {
  const { at, limit } = wants;
  const rest = at === undefined ? items : items.filter((item) => placeOf(item) < at);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next: rest.length > shown.length && last !== undefined ? placeOf(last) : null };
}
