/**
 * What somebody had written into a form that is not taken, because they are signed in no more: given back to them.
 * Flow:    pipeline → here → visit (the page that says why).
 * Promise: only of our own forms, and nothing of it is kept; a form that is larger than words are is not read.
 * Source:  docs/promises.md rule 21; WCAG 2.2.5.
 */
import type { IncomingMessage } from 'node:http';
import type { Endpoint } from '../../openapi/endpoint.ts';
import { isProblem } from '../vocabulary/problems.ts';
import { receive } from './receive.ts';
import { isOwnForm } from './session/cookie.ts';

/** Bytes of a form that holds words and no files. */
const MOST_TYPED = 100_000;
/** Two words at least, which no code and no choice has. */
const isWritten = (value: unknown): value is string => typeof value === 'string' && /\S\s+\S/.test(value);

/** The texts of a form that was read. */
export const typedIn = (form: unknown): readonly string[] => Object.values(form ?? {}).filter(isWritten);

/** The texts of a form that nobody has read yet. */
export async function typedBefore(endpoint: Endpoint, request: IncomingMessage): Promise<readonly string[]> {
  const length = Number(request.headers['content-length'] ?? MOST_TYPED + 1);
  const isForm = endpoint.page === true && request.method === 'POST' && isOwnForm(request);
  if (!isForm || length > MOST_TYPED) return [];
  const received = await receive(endpoint, request);
  return isProblem(received) ? [] : typedIn(received.value);
}
