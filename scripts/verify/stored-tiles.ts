/**
 * Recomputes the tiles of a stored log and compares each with what is stored.
 * Flow:    verify-log (every finished node) → here → findings.
 * Promise: where a tile of level 0 differs, the very index is named, because that hash was stored when the entry was.
 * Source:  C2SP tlog-tiles; docs/promises.md F8, F9.
 */
import { HASH_LENGTH, sameBytes } from './bytes.ts';
import { type Rows, storedTile, tileCount } from './stored-log.ts';
import type { Findings } from './wrong.ts';

const WIDTH = 256;
const LEVEL_HEIGHT = 8;

interface Tile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
  root?: Uint8Array;
}

export interface Tiles {
  readonly count: number;
  /** Takes every finished node of the tree, in the order in which the tree finishes them. */
  finished(height: number, position: number, hash: Uint8Array): void;
  /** Compares the tiles that were finished since the last call. */
  compare(): Promise<void>;
  /** To be called once at the end: no tile may stand there that the tree does not have. */
  compareCount(): Promise<void>;
}

export function tilesOf(source: Rows, log: number, findings: Findings): Tiles {
  const open: Uint8Array[][] = [];
  let waiting: Tile[] = [];
  let count = 0;
  let differing = 0;

  async function compareOne(tile: Tile): Promise<void> {
    const place = `log ${log} tile ${tile.level}/${tile.index}`;
    const stored = await storedTile(source, { log, level: tile.level, index: tile.index });
    if (stored === undefined) findings.add(place, 'is missing');
    else if (!sameBytes(stored.hashes, tile.hashes)) {
      // A changed entry changes every tile above it too; only the lowest says where.
      if (tile.level === 0 || differing === 0) findings.add(place, describe(stored.hashes, tile));
      differing += 1;
    } else if (tile.root !== undefined && !sameBytes(stored.root, tile.root))
      findings.add(place, 'has another root than its hashes');
  }

  return {
    get count() {
      return count;
    },
    finished(height, position, hash) {
      if (height % LEVEL_HEIGHT !== 0) return;
      const level = height / LEVEL_HEIGHT;
      // The node above a full tile is finished right after the tile: it is the tile's root.
      const below =
        level === 0 ? undefined : waiting.findLast((tile) => tile.level === level - 1 && tile.index === position);
      if (below !== undefined) below.root = hash;
      open[level] ??= [];
      const hashes = open[level];
      hashes.push(hash);
      if (hashes.length < WIDTH) return;
      waiting.push({ level, index: (position + 1) / WIDTH - 1, hashes: Buffer.concat(hashes) });
      open[level] = [];
      count += 1;
    },
    async compare() {
      const ready = waiting;
      waiting = [];
      for (const tile of ready) await compareOne(tile);
    },
    async compareCount() {
      const stored = await tileCount(source, log);
      if (stored > count) findings.add(`log ${log} tiles`, `hold ${stored} full tiles where the tree has ${count}`);
    },
  };
}

function describe(stored: Uint8Array, tile: Tile): string {
  for (let at = 0; at < WIDTH; at += 1) {
    const slice = (bytes: Uint8Array): Uint8Array => bytes.subarray(at * HASH_LENGTH, (at + 1) * HASH_LENGTH);
    if (sameBytes(slice(stored), slice(tile.hashes))) continue;
    return tile.level === 0
      ? `has another hash for index ${tile.index * WIDTH + at}`
      : `has another hash at position ${at}`;
  }
  return 'is longer than a tile';
}
