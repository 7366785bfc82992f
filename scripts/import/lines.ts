/**
 * Reads a file of lines, one `{kind, …body}` each, and checks every line before anything is recorded.
 * Flow:    a file or standard input → here → recording, sending.
 * Promise: an unknown member is a refusal and never dropped in silence; the same line has the same key.
 * Source:  docs/design.md 9; docs/promises.md rule 25 (strict bodies).
 */
import { checkPart } from '../../src/http/bind.ts';
import { parseStrictJson } from '../../src/http/strict-json.ts';
import { sha256 } from '../../src/seal/hashes.ts';
import { isProblem, type Problem, problem } from '../../src/vocabulary/problems.ts';
import { kindNames, type LineKind, readContent } from './kinds.ts';
import type { BrokenLine } from './line-bytes.ts';

export interface ImportOptions {
  /** The name of the import; the same name and line are recorded once. */
  readonly name: string;
  /** The kind of every line that names none. */
  readonly as?: string;
  /** Members to leave out. */
  readonly drop: readonly string[];
  /** Whether the first line that is refused ends the import. */
  readonly stops?: boolean;
}

/** A line ready to be recorded. */
export interface ImportLine {
  readonly number: number;
  readonly kind: LineKind;
  /** The input of the command. */
  readonly input: unknown;
  readonly path: string;
  /** The body as a request would carry it. */
  readonly body: unknown;
  readonly key: string;
  readonly text: string;
}

export interface RefusedLine {
  readonly number: number;
  readonly refused: Problem;
}

/** Members in one line; the API takes fewer in a body, but a decision can be long. */
const mostMembers = 20_000;

/** A line with a byte that is no UTF-8: most often a file that was saved as Latin-1 (Windows-1252) or UTF-16. */
export function refuseBroken({ number, byte, value }: BrokenLine): RefusedLine {
  const hex = value.toString(16).toUpperCase().padStart(2, '0');
  const detail = `Byte ${byte} of the line (0x${hex}) is no UTF-8. Save the file as UTF-8; it may be Latin-1 or UTF-16 now.`;
  return { number, refused: problem('malformed-encoding', detail) };
}

export function readLine(number: number, text: string, wishes: ImportOptions): ImportLine | RefusedLine {
  const parsed = parseStrictJson(Buffer.from(text, 'utf8'), mostMembers);
  if (isProblem(parsed)) return { number, refused: parsed };
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { number, refused: problem('validation-failed', 'A line is one JSON object.') };
  const dropped = new Set(wishes.drop);
  const kept = Object.fromEntries(Object.entries(value).filter(([member]) => !dropped.has(member)));
  const told = readContent(kept, wishes.as);
  if (told === undefined)
    return {
      number,
      refused: problem('validation-failed', `The member kind has to be one of: ${kindNames.join(', ')}.`),
    };
  const fits = checked(told.kind, told.members);
  if (isProblem(fits)) return { number, refused: fits };
  return { number, kind: told.kind, ...fits, key: keyOf(wishes.name, text), text };
}

type Fits = { readonly input: unknown; readonly path: string; readonly body: unknown } | Problem;

function checked(kind: LineKind, members: Readonly<Record<string, unknown>>): Fits {
  if (kind.place === undefined) {
    const fit = checkPart('body', kind.body, members);
    if (isProblem(fit)) return fit;
    return { input: kind.input(fit.value as object, ''), path: kind.path(''), body: members };
  }
  const { [kind.place.member]: named, ...body } = members;
  const place = kind.place.model.safeParse(named);
  if (!place.success) {
    const error = {
      pointer: `/${kind.place.member}`,
      code: 'required',
      message: 'It is missing or has the wrong form.',
      fix: fixOf[kind.place.member],
    };
    return problem('validation-failed', undefined, [error]);
  }
  const fit = checkPart('body', kind.body, body);
  if (isProblem(fit)) return fit;
  return { input: kind.input(fit.value as object, place.data as string), path: kind.path(place.data as string), body };
}

const fixOf = {
  key: 'Name it in lower case with hyphens, such as credit-scoring.',
  subject: 'Write customer:<id> or sub_…; e-mail addresses and numbers go into identifiers.',
} as const;

export const keyOf = (name: string, text: string): string =>
  Buffer.from(sha256(Buffer.from(`${name}\n${text}`, 'utf8'))).toString('hex');
