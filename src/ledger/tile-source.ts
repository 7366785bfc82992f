/**
 * Tiles and leaves as the proofs ask for them, from the store.
 * Flow:    store → here → proofs, tiles.
 * Promise: only full tiles are remembered, because they never change again; at most 64 of a store, half a megabyte.
 */
import type { Store } from '../store/store.ts';
import { leafRun, rootRun, tilesAt } from './list-queries.ts';
import type { TileCoordinate, TileSource } from './tiles.ts';

const MOST_HELD = 64;

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
        for (const row of await store.one(tilesAt, { log, level, indexes })) take(nameOf({ level, index: row.index }), row.hashes);
      }
      return coordinates.map((each) => found.get(nameOf(each)));
    },
    async runs(runs) {
      const found: (readonly Uint8Array[])[] = [];
      for (const { level, from, to } of runs) {
        const rows = level === 0 ? await store.one(leafRun, { log, from, to }) : await store.one(rootRun, { log, level: level - 1, from, to });
        found.push(rows.map(({ hash }) => hash));
      }
      return found;
    },
  };
}
