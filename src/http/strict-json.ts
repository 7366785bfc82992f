/**
 * Reads JSON strictly: what two parsers could understand differently is refused instead of guessed.
 * Flow:    body (raw bytes) → here → bind (models).
 * Promise: total on any bytes and never recursive beyond 32; on what it accepts it MUST agree with JSON.parse.
 * Source:  RFC 8259, RFC 7493 (I-JSON); docs/promises.md findings 6, 7, 11.
 */
import { isUtf8 } from 'node:buffer';
import { type FieldError, type Problem, problem } from '../vocabulary/problems.ts';

const mostDepth = 32;
const mostFaults = 20;

/** `keys` is how many members the whole body may have. */
export function parseStrictJson(bytes: Buffer, keys: number): { readonly value: unknown } | Problem {
  if (!isUtf8(bytes) || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf))
    return problem('malformed-encoding');
  const members = countMembers(bytes);
  if (members === undefined || members > keys) return problem('json-too-complex');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return problem('malformed-json');
  }
  const seen: Seen = { members: 0, faults: [] };
  look(value, '', seen);
  if (seen.members !== members) return problem('duplicate-key');
  return seen.faults.length > 0 ? problem('validation-failed', undefined, seen.faults) : { value };
}

/**
 * Counts the colons outside strings, or gives undefined where the nesting is too deep. Broken JSON is left to the
 * parser.
 */
function countMembers(bytes: Buffer): number | undefined {
  let depth = 0;
  let members = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) at = endOfString(bytes, at);
    else if (byte === 0x3a) members += 1;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > mostDepth) return undefined;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return members;
}

export function endOfString(bytes: Buffer, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}

interface Seen {
  members: number;
  readonly faults: FieldError[];
}

/**
 * JSON.parse keeps one member of each name, also where two names are equal only after unescaping. So a value with fewer
 * members than the text has colons had a duplicate.
 */
function look(value: unknown, pointer: string, seen: Seen): void {
  if (typeof value === 'string') lookAtText(value, pointer, seen);
  else if (typeof value === 'number') lookAtNumber(value, pointer, seen);
  else if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) look(value[at], `${pointer}/${at}`, seen);
  } else if (typeof value === 'object' && value !== null)
    lookAtMembers(value as Record<string, unknown>, pointer, seen);
}

function lookAtMembers(value: Record<string, unknown>, pointer: string, seen: Seen): void {
  for (const name of Object.keys(value)) {
    seen.members += 1;
    const place = `${pointer}/${name.length > 64 ? name.slice(0, 64) : name}`;
    if (name === '__proto__' || name === 'constructor' || name === 'prototype')
      fault(seen, place, words['forbidden-name']);
    else lookAtText(name, place, seen);
    look(value[name], place, seen);
  }
}

/** Line ends and tabs are text; every other control character is not. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

function lookAtText(text: string, pointer: string, seen: Seen): void {
  if (unprintable.test(text)) fault(seen, pointer, words['control-character']);
  else if (!text.isWellFormed()) fault(seen, pointer, words['lone-surrogate']);
}

function lookAtNumber(value: number, pointer: string, seen: Seen): void {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    fault(seen, pointer, words['number-too-large']);
  } else if (Object.is(value, -0)) fault(seen, pointer, words['negative-zero']);
}

type Words = Omit<FieldError, 'pointer'>;
const say = (code: string, message: string, fix: string): Words => ({ code, message, fix });
const words = {
  'forbidden-name': say('forbidden-name', 'A member must not have this name.', 'Leave it out.'),
  'control-character': say(
    'control-character',
    'This text holds a control character.',
    'Send text without control characters.',
  ),
  'lone-surrogate': say('lone-surrogate', 'This text holds half a character.', 'Send whole Unicode characters.'),
  'number-too-large': say(
    'number-too-large',
    'This number cannot be kept exactly.',
    'Send at most 9007199254740991, or send it as text.',
  ),
  'negative-zero': say('negative-zero', 'Zero has no sign here.', 'Send 0.'),
} as const;

function fault(seen: Seen, pointer: string, what: Words): void {
  if (seen.faults.length < mostFaults) seen.faults.push({ pointer: printable(pointer), ...what });
}

const printable = (pointer: string): string =>
  unprintable.test(pointer) || !pointer.isWellFormed() ? pointer.replaceAll(/[^\x20-\x7e]/g, '?') : pointer;
