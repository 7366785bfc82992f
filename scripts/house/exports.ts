/**
 * What files hand out and what they take: exported names, and who imports them by name.
 * Flow:    sources.ts → here → figures.ts, test/house.
 * Promise: a name that is handed on (`export … from`) counts as taken, not as declared a second time; whoever imports a
 *          whole module takes every name of it.
 */
import { posix } from 'node:path';
import type { Source } from './sources.ts';

export interface Exported {
  readonly path: string;
  readonly room: string;
  readonly name: string;
}

const DECLARED =
  /^export (?:declare )?(?:default )?(?:abstract )?(?:async )?(?:const|let|function\*?|interface|type|class|enum) (\w+)/gm;
const TAKEN_APART = /^export const \{([^}]*)\}/gm;
const LISTED = /^export (?:type )?\{([^}]*)\}(?!\s*from)/gm;

/** `a`, `type B` and `c as d`, each as the name that is left of `as` and the one that is right of it. */
const namesIn = (list: string): (readonly [string, string])[] =>
  list
    .split(',')
    .map((each) => each.trim().replace(/^type\s+/, ''))
    .filter((each) => each !== '')
    .map((each) => {
      const [from = '', to = from] = each.split(/\s+as\s+|\s*:\s*/);
      return [from, to];
    });

/** The ways into the package, as its package.json names them. */
const CLIENT: ReadonlySet<string> = new Set(
  ['index', 'client', 'use', 'express', 'ai-sdk', 'langchain', 'openai', 'openfeature', 'mcp'].map(
    (way) => `client/src/${way}.ts`,
  ),
);

/**
 * Names that a loader looks for by convention: a command's `main`, a row of the bench, the tables that drizzle-kit
 * reads by their path. Two of them do not collide, and nobody imports them by name.
 */
const byConvention = ({ path }: Source, name: string): boolean =>
  (name === 'main' && (path === 'src/main.ts' || /^scripts\/[^/]+\.ts$/.test(path))) ||
  (name === 'row' && path.startsWith('scripts/bench/rows/')) ||
  /^schema\/(?:postgres|sqlite)\.ts$/.test(path) ||
  // What the client's package hands out is taken in other people's services.
  CLIENT.has(path);

function exportsOf(source: Source): readonly Exported[] {
  const { path, room, code } = source;
  const names = [
    ...[...code.matchAll(DECLARED)].map(([, name = '']) => name),
    ...[...code.matchAll(TAKEN_APART)].flatMap(([, list = '']) => namesIn(list).map(([, name]) => name)),
    ...[...code.matchAll(LISTED)].flatMap(([, list = '']) => namesIn(list).map(([, name]) => name)),
  ];
  return [...new Set(names)].filter((name) => !byConvention(source, name)).map((name) => ({ path, room, name }));
}

const TAKEN =
  /\b(?:import|export)\s+(?:type\s+)?(?:(?<all>\*(?:\s+as\s+\w+)?)|\{(?<list>[^}]*)\})\s*from\s*['"](?<of>\.[^'"\n]+)['"]/g;
const LATER = /\bimport\s*\(\s*['"](?<of>\.[^'"\n]+)['"]/g;

/** Every `path#name` that some file takes; `path#*` where a whole module is taken. */
function takenBy(sources: readonly Source[]): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { path, code } of sources) {
    const at = (of: string): string => posix.join(posix.dirname(path), of);
    for (const { groups } of code.matchAll(TAKEN)) {
      const of = at(groups?.['of'] ?? '');
      if (groups?.['all'] !== undefined) taken.add(`${of}#*`);
      for (const [name] of namesIn(groups?.['list'] ?? '')) taken.add(`${of}#${name}`);
    }
    for (const { groups } of code.matchAll(LATER)) taken.add(`${at(groups?.['of'] ?? '')}#*`);
  }
  return taken;
}

/** Exports that none of these files takes. */
export function untaken(house: readonly Source[], takers: readonly Source[]): readonly Exported[] {
  const taken = takenBy(takers);
  return house.flatMap(exportsOf).filter(({ path, name }) => !taken.has(`${path}#${name}`) && !taken.has(`${path}#*`));
}

/**
 * Files whose names are meant to be those of others: the definition of an endpoint is named like the command that it
 * runs, and is always taken by its namespace (`reviews.noteView`); the catalogue of a language has the names of every
 * other language's, and only catalogues.ts takes it.
 */
const isNamedAlike = ({ path }: Exported): boolean =>
  path.startsWith('openapi/endpoints/') || /^src\/language\/messages\/[a-z]+\//.test(path);

/**
 * Names that two or more files declare, each with its files. The verifier shares no code with the house on purpose, so
 * its names are its own.
 */
export function shared(house: readonly Source[]): ReadonlyMap<string, readonly Exported[]> {
  const declared = house.flatMap(exportsOf).filter((each) => !isNamedAlike(each));
  const found = Map.groupBy(declared, ({ room, name }) =>
    room === 'scripts/verify' ? `${name} (scripts/verify)` : name,
  );
  return new Map([...found].filter(([, all]) => all.length > 1).sort(([one], [other]) => (one < other ? -1 : 1)));
}
