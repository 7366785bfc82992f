import { describe, expect, it } from 'vitest';
import { files, read } from './sources.ts';

/** Steps over a string, a template or a pattern that begins here; the place behind it, or this place. */
function behindLiteral(text: string, at: number, before: string): number {
  const opening = text[at] ?? '';
  const isPattern = opening === '/' && /[(,=:[!&|?{};]$/.test(before);
  if (!isPattern && !`'"\``.includes(opening)) return at;
  let inClass = false;
  for (let place = at + 1; place < text.length; place += 1) {
    const sign = text[place];
    if (sign === '\\') place += 1;
    else if (isPattern && sign === '[') inClass = true;
    else if (isPattern && sign === ']') inClass = false;
    else if (sign === opening && !inClass) return place + 1;
  }
  return text.length;
}

/** The arguments of the call whose bracket opens here. */
function argumentsFrom(text: string, open: number): readonly string[] {
  const found: string[] = [''];
  let depth = 0;
  for (let at = open + 1; at < text.length; ) {
    const behind = behindLiteral(text, at, (found.at(-1) ?? '').trim() === '' ? '(' : (found.at(-1) ?? '').trimEnd());
    if (behind > at) found.push(`${found.pop()}${text.slice(at, behind)}`);
    else {
      const sign = text[at] ?? '';
      if (depth === 0 && sign === ')') break;
      if ('([{'.includes(sign)) depth += 1;
      if (')]}'.includes(sign)) depth -= 1;
      if (depth === 0 && sign === ',') found.push('');
      else found.push(`${found.pop()}${sign}`);
    }
    at = Math.max(behind, at + 1);
  }
  return found.map((each) => each.trim()).filter((each) => each !== '');
}

/** A literal says itself what it is; a function is never read as a pattern. */
const isSafe = (replacement: string): boolean =>
  /^(?:'[^']*'|"[^"]*"|`[^`$]*`)$/.test(replacement) || /^(?:async )?(?:\([^)]*\)|\w+)\s*=>/.test(replacement);

const unsafeIn = (text: string): readonly string[] =>
  [...text.matchAll(/\.replace(?:All)?\(/g)].flatMap(({ 0: call, index }) => {
    const [, replacement] = argumentsFrom(text, index + call.length - 1);
    return replacement === undefined || isSafe(replacement) ? [] : [replacement];
  });

describe('nothing that somebody sent is read as a replacement pattern, in which $$ and $& mean something else', () => {
  const own = files.filter((path) => /^(?:src|scripts|openapi)\/.*\.(?:tsx?|mjs)$/.test(path));

  it('each replacement is a literal or a function', () => {
    expect(own.length).toBeGreaterThan(300);
    expect(own.flatMap((path) => unsafeIn(read(path)).map((replacement) => `${path}: ${replacement}`))).toEqual([]);
  });

  it.each([
    "text.replaceAll('{value}', value);",
    "written.replace('.', mark);",
    'text.replace(/[(,]/g, `${value}`);',
    "text.replaceAll(')', pick(['a', 'b']));",
  ])('%s would be found', (line) => expect(unsafeIn(line)).toHaveLength(1));

  it.each([
    "text.replace(/\\s+/g, ' ');",
    "text.replaceAll(/[&<>\"']/g, (letter) => entities[letter] ?? '');",
    "text.replace(/([a-z])([A-Z])/g, '$1 $2');",
    'path.replaceAll(/x/g, name => name);',
  ])('%s may stand', (line) => expect(unsafeIn(line)).toEqual([]));
});
