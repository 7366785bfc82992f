/**
 * Turns the faults a model found into `errors[]`: where, what, and how to mend it.
 * Flow:    bind (zod issues) → here → problem.
 * Promise: no value that was sent is repeated; only the name of a member that is not described, cut to 64 characters.
 * Source:  RFC 6901 (JSON pointer), RFC 9457 section 3.
 */
import type { Issue } from '../../openapi/endpoint.ts';
import type { FieldError } from '../vocabulary/problems.ts';

/** Where a part of the request stands in `errors[].pointer`. */
export type RequestPart = 'path' | 'query' | 'body';

type Words = Omit<FieldError, 'pointer'>;

const step = (key: PropertyKey): string => String(key).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1');

/** A JSON pointer for the body; `query/name` and `path/name` for the rest. */
function pointerTo(part: RequestPart, path: readonly PropertyKey[]): string {
  const steps = path.map(step).join('/');
  if (part === 'body') return path.length === 0 ? '' : `/${steps}`;
  return path.length === 0 ? part : `${part}/${steps}`;
}

export function faultsOf(part: RequestPart, issues: readonly Issue[], value: unknown): FieldError[] {
  return issues.slice(0, 20).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, 20).map((key) => unknownMember(part, [...issue.path, key]));
    return [{ pointer: pointerTo(part, issue.path), ...wordsFor(issue, valueAt(value, issue.path)) }];
  });
}

const unknownMember = (part: RequestPart, path: readonly PropertyKey[]): FieldError => ({
  pointer: pointerTo(part, path),
  code: 'unknown-member',
  message: 'This member is not described.',
  fix: 'Leave it out, or check its spelling against /docs.',
});

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function wordsFor(issue: Issue, value: unknown): Words {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? { code: 'required', message: 'This member is missing.', fix: `Send it as ${article(issue.expected)}.` }
        : {
            code: 'wrong-type',
            message: `This must be ${article(issue.expected)}.`,
            fix: `Send ${article(issue.expected)}.`,
          };
    case 'invalid_value':
      return value === undefined
        ? { code: 'required', message: 'This member is missing.', fix: `Send one of: ${issue.values.join(', ')}.` }
        : {
            code: 'not-in-list',
            message: 'This is none of the values that are possible here.',
            fix: `Send one of: ${issue.values.join(', ')}.`,
          };
    case 'too_big':
      return tooBig(issue.origin, String(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, String(issue.minimum));
    case 'custom':
      return {
        code: text(issue.params?.['code']) ?? 'wrong-form',
        message: issue.message,
        fix: text(issue.params?.['fix']) ?? 'See the description in /docs.',
      };
    case 'invalid_format':
      return {
        code: 'wrong-form',
        message: 'This has not the described form.',
        fix: formatFix(issue.format, issue.pattern),
      };
    case 'invalid_union':
      return { code: 'wrong-form', message: 'This fits none of the described forms.', fix: 'See the forms in /docs.' };
    default:
      return { code: 'wrong-form', message: 'This has not the described form.', fix: 'See the description in /docs.' };
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);
const unit = (origin: string): string => ({ string: ' characters', array: ' items' })[origin] ?? '';

const formatFix = (format: string, pattern: string | undefined): string => {
  if (format === 'datetime') return 'Send a time like 2026-01-01T08:00:00.000Z.';
  return pattern === undefined || pattern.length > 120
    ? `Send the format ${format}.`
    : `Send text that matches ${pattern}.`;
};

const tooBig = (origin: string, most: string): Words =>
  origin === 'array'
    ? {
        code: 'too-many-items',
        message: `At most ${most} items are taken here.`,
        fix: 'Send several smaller requests.',
      }
    : {
        code: 'too-large',
        message: `This is more than ${most}${unit(origin)}.`,
        fix: `Send at most ${most}${unit(origin)}.`,
      };

const tooSmall = (origin: string, least: string): Words => ({
  code: 'too-small',
  message: `This is less than ${least}${unit(origin)}.`,
  fix: `Send at least ${least}${unit(origin)}.`,
});
