/**
 * The cursors of lists of people: a place by pseudonym that works only for the caller and the list it was made for.
 * Flow:    handlers/training.ts → here.
 * Promise: a cursor holds a pseudonym that the caller was shown or passed, and a keyed digest; how many items are asked
 *          for may change from page to page.
 * Source:  docs/design.md 8 (lists); decision 0077.
 */
import { base64url } from '../vocabulary/base64.ts';
import { isPseudonym } from '../vocabulary/identifier.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';
import type { AuthenticatedCall } from './call.ts';
import type { Digest } from './cursor.ts';

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
  if (after === undefined) return problem('invalid-cursor');
  return {
    after,
    write: (place) => (place === null ? null : base64url(Buffer.from(JSON.stringify([place, mark])))),
  };
}

function placeIn(cursor: string, mark: string): string | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(read) || read.length !== 2 || read[1] !== mark) return undefined;
    return isPseudonym(read[0]) ? read[0] : undefined;
  } catch {
    return undefined;
  }
}
