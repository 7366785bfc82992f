/**
 * Tiles in memory, and the hash of any perfect subtree within them.
 * Flow:    nodes a proof needs → here (one read of full tiles, one of each open edge) → proofs.
 * Promise: a tile is read once however many nodes lie in it, and an inner hash is computed once as long as its tile
 *          lives.
 * Source:  C2SP tlog-tiles.
 */
import { nodeHash } from '../seal/seal.ts';
import { type TileCoordinate, type TileSource, tileBytes, widthOf } from './tiles.ts';
import { HASH_LENGTH, TILE_HEIGHT, TILE_WIDTH } from './tree.ts';

/** A perfect subtree: 2^height leaves, the index-th of that height from the left. */
export interface Node {
  readonly height: number;
  readonly index: number;
}

export interface LoadedTiles {
  hashOf(node: Node): Uint8Array;
}

export async function loadTiles(source: TileSource, nodes: readonly Node[], size: number): Promise<LoadedTiles> {
  const wanted = new Map(nodes.map(tileOf).map((tile) => [nameOf(tile), tile]));
  const tiles = [...wanted.values()].map((tile) => ({ ...tile, width: widthOf(tile, size) }));
  const bytes = await tileBytes(source, tiles);
  const loaded = new Map(tiles.map((tile, at) => [nameOf(tile), bytes[at]]));
  return {
    hashOf(node) {
      const name = nameOf(tileOf(node));
      const tile = loaded.get(name);
      if (tile === undefined) throw new Error(`Tile ${name} of the ledger is missing.`);
      const inTile = 2 ** (TILE_HEIGHT - (node.height % TILE_HEIGHT));
      return hashWithin(tile, node.height % TILE_HEIGHT, node.index % inTile);
    },
  };
}

const nameOf = ({ level, index }: TileCoordinate): string => `${level}/${index}`;

function tileOf({ height, index }: Node): TileCoordinate {
  const inTile = 2 ** (TILE_HEIGHT - (height % TILE_HEIGHT));
  return { level: Math.floor(height / TILE_HEIGHT), index: Math.floor(index / inTile) };
}

/** Inner hashes by the tile they were computed from: a tile that the store keeps in memory pays for them once. */
const inner = new WeakMap<Uint8Array, Map<number, Uint8Array>>();

function hashWithin(tile: Uint8Array, height: number, index: number): Uint8Array {
  if (height === 0) return hashAt(tile, index);
  let known = inner.get(tile);
  if (known === undefined) {
    known = new Map();
    inner.set(tile, known);
  }
  const place = height * TILE_WIDTH + index;
  const before = known.get(place);
  if (before !== undefined) return before;
  const hash = nodeHash(hashWithin(tile, height - 1, index * 2), hashWithin(tile, height - 1, index * 2 + 1));
  known.set(place, hash);
  return hash;
}

function hashAt(tile: Uint8Array, index: number): Uint8Array {
  const hash = tile.subarray(index * HASH_LENGTH, (index + 1) * HASH_LENGTH);
  if (hash.length !== HASH_LENGTH) throw new Error(`A tile of the ledger ends before hash ${index}.`);
  return hash;
}
