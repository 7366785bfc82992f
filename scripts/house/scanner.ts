/**
 * A small scanner for TypeScript: takes comments and strings out of the way, and reads imports.
 * Flow:    the text of a file → here → house/sources.ts.
 * Promise: what is masked turns into spaces, so that every line and column stays where it was.
 */
import { posix } from 'node:path';

export interface Import {
  /** A path of this repository, or a package such as `zod` and `node:fs`. */
  readonly of: string;
  readonly local: boolean;
  readonly typeOnly: boolean;
}

const COMMENT = String.raw`/\*[\s\S]*?\*/|//.*`;
const TEXT = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"`;
const TEMPLATE = String.raw`\x60(?:\\.|[^\x60\\])*\x60`;
const REGEX = String.raw`(?<=(?:[(,=:[!&|?{};>]|\breturn)\s*)/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+/[a-z]*`;
const TOKENS = new RegExp(`(?<comment>${COMMENT})|(?<text>${TEXT})|${TEMPLATE}|(?<regex>${REGEX})`, 'g');

/** Without comments, and with `strings` also without what strings and regular expressions hold. */
export function masked(text: string, strings: boolean): string {
  return text.replace(TOKENS, (...found) => {
    const [whole] = found as [string];
    const kind = found.at(-1) as { comment?: string; text?: string; regex?: string };
    if (kind.comment !== undefined) return blank(whole);
    return strings && (kind.text ?? kind.regex) !== undefined
      ? `${whole[0]}${blank(whole.slice(1, -1))}${whole.at(-1)}`
      : whole;
  });
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

const IMPORTS =
  /\b(?:(?<keyword>import|export)\s+(?<type>type\s)?(?:[^'";()]*?\bfrom\s*)?|import\s*\(\s*)(?<quote>['"])(?<of>[^'"\n]+)\k<quote>/g;

export function importsOf(path: string, code: string): Import[] {
  return [...code.matchAll(IMPORTS)].map(({ groups }) => {
    const of = groups?.['of'] ?? '';
    const local = of.startsWith('.');
    const typeOnly = groups?.['type'] !== undefined;
    return { of: local ? posix.join(posix.dirname(path), of) : packageOf(of), local, typeOnly };
  });
}

/** `drizzle-orm/pg-core` is of the package `drizzle-orm`. */
const packageOf = (name: string): string =>
  name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name);
