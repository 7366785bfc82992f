/**
 * Reads JSON text strictly and writes it canonically.
 * Flow:    imports, scripts → here → canonical.
 * Promise: a member named twice is refused, because two readers could take different ones for the truth.
 * Source:  RFC 8785; RFC 7493 section 2.3.
 */
import { canonicalJson } from './canonical.ts';

export function canonicalText(json: string): string {
  const value: unknown = JSON.parse(json);
  refuseDuplicates(json);
  return canonicalJson(value);
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/** The text is known to be JSON here, so strings, brackets and commas say everything about where names stand. */
function refuseDuplicates(json: string): void {
  const open: (Set<string> | undefined)[] = [];
  let nameExpected = false;
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ',' && nameExpected) addOnce(open.at(-1), JSON.parse(token) as string);
    nameExpected = token === '{' || (token === ',' && open.at(-1) !== undefined);
  }
}

function addOnce(names: Set<string> | undefined, name: string): void {
  if (names?.has(name)) throw new TypeError('Canonical JSON cannot hold a member that is named twice.');
  names?.add(name);
}
