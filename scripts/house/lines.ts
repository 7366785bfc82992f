/**
 * What is counted line by line: casts, empty ids, lines that are too wide.
 * Flow:    sources.ts → here → figures.ts, test/house.
 * Promise: widths are in characters, not bytes; a line that is wide for its quoted text alone counts apart.
 */
import type { Source } from './sources.ts';

const WIDEST = 120;

/** `path:line text` wherever the pattern stands in the code of these files; comments do not count. */
export const placesOf = (sources: readonly Source[], pattern: RegExp): readonly string[] =>
  sources.flatMap(({ path, code, bare }) =>
    [...bare.matchAll(pattern)].map(({ 0: found, index }) => {
      const line = code.slice(0, index).split('\n').length;
      return `${path}:${line} ${found.replaceAll(/\s+/g, ' ')}`;
    }),
  );

export const doubleCast = /\bas\s+unknown\s+as\b/g;
export const neverCast = /\bas\s+never\b/g;
export const payloadCast = /\bpayload\)?(?:\??\.\w+|\[[^\]]*\])*\)?\s+as\s+(?!const\b)\w+/g;
export const openRecord = /\bRecord<string,\s*unknown>/g;
export const emptyId = /\bids(?:\?)?(?:\.\w+|\[[^\]]*\])\s*\?\?\s*''/g;

interface Wide {
  readonly code: readonly string[];
  /** Catalogues of messages, and lines that would fit but for a quoted text. */
  readonly text: readonly string[];
}

const isCatalogue = (path: string): boolean => /^src\/language\/(?:messages|plain)\//.test(path);
const width = (line: string): number => [...line].length;
/** What quotes and regular expressions hold is blank by now. */
const unquoted = (line: string): string =>
  line.replaceAll(/`[^`]*`|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\s{3,}[/a-z]/g, "''");

/** Quoted texts shrink to nothing, also where one runs over several lines; comments stay as wide as they are. */
const withoutTemplates = (bare: string): readonly string[] =>
  bare
    .replaceAll(/`(?:\\.|[^`\\])*`/g, (whole) => (whole.includes('\n') ? whole.replaceAll(/[^\n]/g, '') : '``'))
    .split('\n');

export function wideLines(sources: readonly Source[]): Wide {
  const code: string[] = [];
  const text: string[] = [];
  for (const { path, text: written, bare } of sources) {
    const rest = withoutTemplates(bare);
    for (const [at, line] of written.split('\n').entries()) {
      if (width(line) <= WIDEST) continue;
      const isText = isCatalogue(path) || width(unquoted(rest[at] ?? '')) <= WIDEST;
      (isText ? text : code).push(`${path}:${at + 1} ${width(line)} columns`);
    }
  }
  return { code, text };
}
