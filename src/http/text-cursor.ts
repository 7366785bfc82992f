/**
 * The cursors of lists of people: a place by pseudonym that works only for the caller and the list it was made for.
 * Flow:    handlers/training.ts → here.
 * Promise: a cursor holds a pseudonym that the caller was shown or passed, and a keyed digest; how many items are asked
 *          for may change from page to page.
 * Source:  docs/design.md 8 (lists); decision 0077.
 */
import { isPseudonym } from '../vocabulary/identifier.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';
import type { AuthenticatedCall } from './call.ts';
import type { Digest } from './cursor.ts';
import { placeIn, placeText } from './marked-place.ts';

interface TextCursor {
  /** The pseudonym after which to go on; empty on the first page. */
  readonly after: string;
  write(place: string | null): string | null;
}

interface Listing extends Pick<AuthenticatedCall, 'caller'> {
  readonly query: { readonly cursor?: string };
}

export function readTextCursor(digest: Digest, { caller, query }: Listing, list: string): TextCursor | Problem {
  const mark = digest(JSON.stringify([caller.principal, list]));
  const after = query.cursor === undefined ? '' : placeIn(query.cursor, mark);
  if (after === undefined || (query.cursor !== undefined && !isPseudonym(after))) return problem('invalid-cursor');
  return {
    after,
    write: (place) => (place === null ? null : placeText(place, mark)),
  };
}
