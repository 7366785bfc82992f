/**
 * Import circles: files that reach themselves again by following imports, types included.
 * Flow:    sources.ts → here → figures.ts, test/house.
 * Promise: one line a circle: the files that all reach one another (a strongly connected part of the graph of imports).
 * Source:  Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
import type { Source } from './sources.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

interface Walk {
  readonly graph: Graph;
  readonly order: Map<string, number>;
  readonly low: Map<string, number>;
  readonly stack: string[];
  readonly found: string[][];
}

export function circlesIn(sources: readonly Source[]): readonly (readonly string[])[] {
  const graph = new Map(
    sources.map(({ path, imports }) => [path, imports.filter(({ local }) => local).map(({ of }) => of)]),
  );
  const walk: Walk = { graph, order: new Map(), low: new Map(), stack: [], found: [] };
  for (const path of graph.keys()) if (!walk.order.has(path)) visit(path, walk);
  return walk.found
    .filter((files) => files.length > 1 || graph.get(files[0] ?? '')?.includes(files[0] ?? '') === true)
    .map((files) => files.sort());
}

function visit(path: string, walk: Walk): void {
  const { graph, order, low, stack, found } = walk;
  const place = order.size;
  order.set(path, place);
  low.set(path, place);
  stack.push(path);
  const lower = (to: number): Map<string, number> => low.set(path, Math.min(low.get(path) ?? to, to));
  for (const next of graph.get(path) ?? []) {
    if (!graph.has(next)) continue;
    if (!order.has(next)) {
      visit(next, walk);
      lower(low.get(next) ?? place);
    } else if (stack.includes(next)) lower(order.get(next) ?? place);
  }
  if (low.get(path) === place) found.push(stack.splice(stack.indexOf(path)));
}
