/**
 * Tiles and leaves as the proofs ask for them, from the store.
 * Flow:    store → here → proofs, tiles.
 * Promise: only what never changes again is remembered: full tiles, at most 64 of a store, and the beginning of open
 *          ones; in memory of its own, because a driver may cut what it gives from a larger piece.
 */
import type { Store } from '../store/store.ts';
import { leafRun, rootRun, tilesAt } from './list-queries.ts';
import type { Run, TileCoordinate, TileSource } from './tiles.ts';

const MOST_HELD = 64;
/** Open tiles, one a level of each log. */
const MOST_EDGES = 16;

type Held = Map<string, Uint8Array>;
const heldOf = new WeakMap<Store, Held>();

function heldFor(store: Store): Held {
  const held = heldOf.get(store) ?? new Map<string, Uint8Array>();
  heldOf.set(store, held);
  return held;
}

/** A map keeps the order of setting, so setting again makes a tile the youngest. */
function hold(held: Held, name: string, hashes: Uint8Array): void {
  held.delete(name);
  held.set(name, hashes);
  const [oldest] = held.size > MOST_HELD ? held.keys() : [];
  if (oldest !== undefined) held.delete(oldest);
}

export function tileSource(store: Store, log: number): TileSource {
  const held = heldFor(store);
  const nameOf = ({ level, index }: TileCoordinate): string => `${log}/${level}/${index}`;
  return {
    async tiles(coordinates) {
      // Kept apart from what is held, so that a proof over more tiles than are held still finds each of them.
      const found = new Map<string, Uint8Array>();
      const take = (name: string, hashes: Uint8Array): void => {
        found.set(name, hashes);
        hold(held, name, hashes);
      };
      for (const name of coordinates.map(nameOf)) {
        const known = held.get(name);
        if (known !== undefined) take(name, known);
      }
      const missing = coordinates.filter((each) => !found.has(nameOf(each)));
      for (const level of new Set(missing.map((each) => each.level))) {
        const indexes = missing.filter((each) => each.level === level).map(({ index }) => index);
        for (const row of await store.one(tilesAt, { log, level, indexes }))
          take(nameOf({ level, index: row.index }), Uint8Array.from(row.hashes));
      }
      return coordinates.map((each) => found.get(nameOf(each)));
    },
    async runs(runs) {
      const found: (readonly Uint8Array[])[] = [];
      for (const run of runs) found.push(await runOf(store, log, run));
      return found;
    },
  };
}

const edgesOf = new WeakMap<Store, Map<string, readonly Uint8Array[]>>();

/** The open edge only ever grows, so what is known of it is read once and the rest is read from there on. */
async function runOf(store: Store, log: number, { level, from, to }: Run): Promise<readonly Uint8Array[]> {
  const edges = edgesOf.get(store) ?? new Map<string, readonly Uint8Array[]>();
  edgesOf.set(store, edges);
  const name = `${log}/${level}/${from}`;
  const known = edges.get(name) ?? [];
  if (known.length === to - from) return known;
  if (known.length > to - from) return known.slice(0, to - from);
  const begin = from + known.length;
  const rows =
    level === 0
      ? await store.one(leafRun, { log, from: begin, to })
      : await store.one(rootRun, { log, level: level - 1, from: begin, to });
  const grown = [...known, ...rows.map(({ hash }) => Uint8Array.from(hash))];
  const [oldest] = edges.size >= MOST_EDGES && !edges.has(name) ? edges.keys() : [];
  if (oldest !== undefined) edges.delete(oldest);
  edges.set(name, grown);
  return grown;
}
