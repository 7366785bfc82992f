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

/** The inner hashes of one tile side by side: of a height h from 2^(8-h) on, each known once it was computed. */
interface Inner {
  readonly hashes: Uint8Array;
  readonly known: Uint8Array;
}

/**
 * By the tile they were computed from: a tile that the store keeps in memory pays for them once. In memory of their
 * own, because a hash that is kept as it was made would hold the 64 kB that it was cut from.
 */
const inner = new WeakMap<Uint8Array, Inner>();

function innerOf(tile: Uint8Array): Inner {
  const before = inner.get(tile);
  if (before !== undefined) return before;
  const made = { hashes: new Uint8Array(TILE_WIDTH * HASH_LENGTH), known: new Uint8Array(TILE_WIDTH) };
  inner.set(tile, made);
  return made;
}

function hashWithin(tile: Uint8Array, height: number, index: number): Uint8Array {
  if (height === 0) return hashAt(tile, index);
  const { hashes, known } = innerOf(tile);
  const place = 2 ** (TILE_HEIGHT - height) + index;
  if (known[place] !== 1) {
    const hash = nodeHash(hashWithin(tile, height - 1, index * 2), hashWithin(tile, height - 1, index * 2 + 1));
    hashes.set(hash, place * HASH_LENGTH);
    known[place] = 1;
  }
  return hashes.subarray(place * HASH_LENGTH, (place + 1) * HASH_LENGTH);
}

function hashAt(tile: Uint8Array, index: number): Uint8Array {
  const hash = tile.subarray(index * HASH_LENGTH, (index + 1) * HASH_LENGTH);
  if (hash.length !== HASH_LENGTH) throw new Error(`A tile of the ledger ends before hash ${index}.`);
  return hash;
}
