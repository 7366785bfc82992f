/**
 * Reads JSON and refuses what two readers could understand differently: duplicate members and lone surrogates.
 * Flow:    entry, bundle → here → a plain value.
 * Promise: what is returned has one meaning. Nothing is ever written back: the verifier hashes the bytes that it was
 *          given.
 * Source:  RFC 8259 section 4, RFC 7493 (I-JSON) sections 2.1 and 2.3.
 */
import { isWrong, type Wrong, wrong } from './wrong.ts';

export function parseStrictJson(text: string): { readonly value: unknown } | Wrong {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('is not JSON');
  }
  const doubt = ambiguityIn(text);
  return isWrong(doubt) ? doubt : { value };
}

/** Walks text that is known to be JSON, so only strings, brackets and commas matter. */
function ambiguityIn(text: string): Wrong | undefined {
  const open: (Set<string> | undefined)[] = [];
  let nameExpected = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 0x22) {
      const end = endOfString(text, at);
      const token = text.slice(at, end);
      const doubt = doubtAbout(token, nameExpected ? open.at(-1) : undefined);
      if (doubt !== undefined) return doubt;
      nameExpected = false;
      at = end - 1;
    } else if (sign === 0x7b) {
      open.push(new Set());
      nameExpected = true;
    } else if (sign === 0x5b) {
      open.push(undefined);
      nameExpected = false;
    } else if (sign === 0x7d || sign === 0x5d) {
      open.pop();
      nameExpected = false;
    } else if (sign === 0x2c) {
      nameExpected = open.at(-1) !== undefined;
    }
  }
  return undefined;
}

/** The place after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  return at + 1;
}

function doubtAbout(token: string, names: Set<string> | undefined): Wrong | undefined {
  const escaped = token.includes('\\');
  const string = escaped ? String(JSON.parse(token)) : token.slice(1, -1);
  if (!string.isWellFormed()) return wrong('holds half of a character (a lone surrogate)');
  if (names === undefined) return undefined;
  if (names.has(string)) return wrong(`says "${string}" twice`);
  names.add(string);
  return undefined;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A count or position: a whole number from 0 that every reader holds exactly. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
