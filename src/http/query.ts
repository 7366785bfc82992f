/**
 * Reads the query and forms: percent-encoded pairs, each name once.
 * Flow:    pipeline → here → bind (models).
 * Promise: no name is read twice, no bytes are guessed, and no name builds a structure (`a[b]=` is just an unknown
 *          name).
 * Source:  WHATWG URL section 5.1; docs/promises.md 3.1.
 */
import { type FieldError, type Problem, problem } from '../vocabulary/problems.ts';

type Pairs = Readonly<Record<string, string>>;

const nothing: Pairs = {};

/** `query` refuses as invalid-query; `form` (the body of a page) as validation-failed. */
export function readPairs(text: string, from: 'query' | 'form'): Pairs | Problem {
  if (text === '') return nothing;
  const pairs = new Map<string, string>();
  for (const piece of text.split('&')) {
    const at = piece.indexOf('=');
    const name = decoded(at < 0 ? piece : piece.slice(0, at));
    const value = at < 0 ? '' : decoded(piece.slice(at + 1));
    if (name === undefined || value === undefined) return refused(from, name ?? '', notText);
    if (pairs.has(name)) return refused(from, name, repeated);
    pairs.set(name, value);
  }
  return Object.fromEntries(pairs);
}

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

function decoded(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text.replaceAll('+', ' '));
    return unprintable.test(plain) ? undefined : plain;
  } catch {
    return undefined;
  }
}

const notText = { code: 'not-text', message: 'This is not percent-encoded text.', fix: 'Encode it as UTF-8.' };
const repeated = { code: 'repeated', message: 'This name is sent more than once.', fix: 'Send it once.' };

function refused(from: 'query' | 'form', name: string, words: Omit<FieldError, 'pointer'>): Problem {
  const place = name.slice(0, 64).replaceAll(/[^\x21-\x7e]/g, '?');
  const errors: readonly FieldError[] = [{ pointer: from === 'query' ? `query/${place}` : `/${place}`, ...words }];
  return problem(from === 'query' ? 'invalid-query' : 'validation-failed', undefined, errors);
}
