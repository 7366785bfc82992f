/**
 * The tokens of pages that a body asks for: a place that works only for the caller and the request it was made for.
 * Flow:    handlers/authzen.ts → here.
 * Promise: with any other value in the request a token is refused; how many results are wanted may change. It holds a
 *          place and a keyed digest only; a place among people is a pseudonym.
 * Source:  OpenID AuthZEN Authorization API 1.0 section 8.2; decision 0060.
 */
import { canonicalJson } from '../seal/seal.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';
import type { AuthenticatedCall } from './call.ts';
import type { Digest } from './cursor.ts';
import { placeIn, placeText } from './marked-place.ts';

interface Paged {
  readonly page?: { readonly token?: string; readonly limit?: number };
}
interface PageAsked {
  readonly after?: string;
  readonly limit: number;
  /** The page of an answer, left out where nobody asked for pages and there is one only. */
  pageOf(count: number, found: Found): { readonly page?: NextPage };
}
interface Found {
  readonly next?: string;
  readonly total?: number;
}
interface NextPage {
  readonly next_token: string;
  readonly count: number;
  readonly total?: number;
}

const USUAL = 100;
const MOST = 1000;

export function readPageToken(
  digest: Digest,
  {
    caller,
    list,
    body: { page, ...asked },
  }: Pick<AuthenticatedCall, 'caller'> & { readonly list: string; readonly body: Paged },
): PageAsked | Problem {
  const mark = digest(canonicalJson([caller.principal, list, asked]));
  // An empty token is how the standard says "none".
  const after = page?.token ? placeIn(page.token, mark) : undefined;
  if (page?.token && after === undefined) return problem('invalid-cursor');
  return {
    ...(after === undefined ? {} : { after }),
    limit: Math.min(page?.limit ?? USUAL, MOST),
    pageOf: (count, { next, total }) => {
      if (page === undefined && next === undefined) return {};
      const token = next === undefined ? '' : placeText(next, mark);
      return { page: { next_token: token, count, ...(total === undefined ? {} : { total }) } };
    },
  };
}
