/**
 * Tiles and leaves as the proofs ask for them, from the store.
 * Flow:    store → here → proofs, tiles.
 */
import type { Store } from '../store/store.ts';
import { leafRun, rootRun, tilesAt } from './list-queries.ts';
import type { TileSource } from './tiles.ts';

export function tileSource(store: Store, log: number): TileSource {
  return {
    async tiles(coordinates) {
      const levels = [...new Set(coordinates.map(({ level }) => level))];
      const found = new Map<string, Uint8Array>();
      for (const level of levels) {
        const indexes = coordinates.filter((each) => each.level === level).map(({ index }) => index);
        for (const row of await store.one(tilesAt, { log, level, indexes })) found.set(`${level}/${row.index}`, row.hashes);
      }
      return coordinates.map(({ level, index }) => found.get(`${level}/${index}`));
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
