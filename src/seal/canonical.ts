/**
 * Writes a value as canonical JSON, so that equal facts have equal bytes and equal hashes.
 * Flow:    ledger (entries, payloads), evidence → here → hashes.
 * Promise: takes plain objects, arrays, well-formed strings, booleans, null and safe finite numbers, and throws a
 *          TypeError for everything else; nothing is dropped or rounded in silence.
 * Source:  RFC 8785; docs/design.md 5.
 */

/** Deeper values are refused, so that no input can exhaust the stack. */
const DEEPEST = 100;
/** From here on a number is written with an exponent, which no reader takes for an exact integer. */
const EXPONENT_FROM = 1e21;
/** From here on sorting by halves is faster. */
const MOST_PLACED = 24;

export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'number':
      return number(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : composed(value, depth + 1);
    default:
      throw refused(`a ${typeof value}`);
  }
}

function composed(value: object, depth: number): string {
  if (depth > DEEPEST) throw refused('a value that is nested too deeply or contains itself');
  if (Object.getOwnPropertySymbols(value).length > 0) throw refused('a member named by a symbol');
  if (Array.isArray(value)) return array(value, depth);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refused('an object of a class');
  const members = value as Readonly<Record<string, unknown>>;
  const names = ordered(Object.keys(members));
  let json = '{';
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as string;
    json += at === 0 ? text(name) : `,${text(name)}`;
    json += `:${written(members[name], depth)}`;
  }
  return `${json}}`;
}

/**
 * By UTF-16 code units, the order that RFC 8785 asks for; put in place one by one, because members are few and nearly
 * in order.
 */
function ordered(names: string[]): readonly string[] {
  if (names.length > MOST_PLACED) return names.sort();
  for (let at = 1; at < names.length; at += 1) {
    const name = names[at] as string;
    let place = at;
    for (; place > 0 && (names[place - 1] as string) > name; place -= 1) names[place] = names[place - 1] as string;
    names[place] = name;
  }
  return names;
}

function array(value: readonly unknown[], depth: number): string {
  if (Object.getPrototypeOf(value) !== Array.prototype) throw refused('an array of a class');
  if (Object.keys(value).length !== value.length) throw refused('an array with holes or named members');
  let json = '';
  for (let at = 0; at < value.length; at += 1) json += `${at === 0 ? '' : ','}${written(value[at], depth)}`;
  return `[${json}]`;
}

/** Text that stands in JSON as it is. */
const AS_IT_IS = /^[ !#-[\]-~]*$/;

function text(value: string): string {
  if (AS_IT_IS.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw refused('half of a character (a lone surrogate)');
  return JSON.stringify(value);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw refused('a number that is not finite');
  if (Object.is(value, -0)) throw refused('minus zero');
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < EXPONENT_FROM)
    throw refused('an integer that not every reader holds exactly');
  return String(value);
}

const refused = (what: string): TypeError => new TypeError(`Canonical JSON cannot hold ${what}.`);
