/**
 * The cursors of lists: a position that works only for the caller and the filters it was made for.
 * Flow:    handlers of lists → here.
 * Promise: a cursor of another principal or person, or of other filters, is refused; it holds a position and a keyed
 *          digest only.
 * Source:  docs/design.md 8 (lists); docs/promises.md 3.1; decision 0046.
 */

import type { PageQuery } from '../ports/reads.ts';
import { defined } from '../vocabulary/defined.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';
import type { AnyContext } from './bind.ts';

/** A keyed digest of a text, in characters that are safe in JSON. */
export type Digest = (text: string) => string;

export interface Cursor {
  /** The position to go on from; absent on the first page. */
  readonly before?: number;
  /** The cursor of another position of the same list. */
  write(position: number | null): string | null;
}

/** `list` names the list with everything of the path that narrows it. */
export type CursorReader = (context: Pick<AnyContext, 'caller' | 'query'>, list: string) => Cursor | Problem;

/** What the house is asked for. */
export const pageQuery = ({ before }: Cursor, limit: number): PageQuery => ({ limit, ...defined({ before }) });

/** The same answer with the cursor of its next page instead of the position. */
export const withCursor = <P extends { readonly next: number | null }>(page: P, cursor: Cursor) => ({
  ...page,
  next: cursor.write(page.next),
});

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

/**
 * How many items are asked for, and where a list begins, may change from page to page, and so may the language. A
 * reason is a filter here and why somebody looks there, so it has to stay the same.
 */
const notFilters = new Set(['cursor', 'after', 'start', 'limit', 'language']);

function filtersOf(query: unknown): readonly (readonly [string, unknown])[] {
  const entries = Object.entries((query ?? {}) as Record<string, unknown>);
  return entries
    .filter(([name, value]) => value !== undefined && !notFilters.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Two customers may come under one `sub`, where another claim names the customer. */
const ownerOf = (caller: AnyContext['caller']): readonly string[] =>
  caller?.self === undefined ? [caller?.principal ?? ''] : [caller.principal, caller.self];

export const cursorReader =
  (digest: Digest): CursorReader =>
  ({ caller, query }, list) => {
    const mark = digest(JSON.stringify([...ownerOf(caller), list, filtersOf(query)]));
    const { cursor, after } = (query ?? {}) as { readonly cursor?: string; readonly after?: string };
    const sent = cursor ?? after;
    const before = sent === undefined ? undefined : positionIn(sent, mark);
    if (sent !== undefined && before === undefined) return problem('invalid-cursor');
    return {
      ...defined({ before }),
      write: (position) => (position === null ? null : toText(JSON.stringify({ p: position, k: mark }))),
    };
  };
