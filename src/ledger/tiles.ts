/**
 * Tiles as they are asked for and served: the path of a tile, and its bytes at a tree size.
 * Flow:    path of a request, nodes of a proof → here → TileSource (store) → bytes.
 * Promise: a path has one spelling; what the tree does not hold at that size is nothing, never a shorter tile.
 * Source:  C2SP tlog-tiles; docs/design.md 5.
 */
import { HASH_LENGTH, hashesAt, TILE_WIDTH } from './tree.ts';

export interface TileCoordinate {
  readonly level: number;
  readonly index: number;
}

/** A tile as it is asked for: how many of its 256 hashes. */
interface TileRequest extends TileCoordinate {
  readonly width: number;
}

/** Hashes `from` up to but not including `to` of one tile level. */
export interface Run {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** What the store gives of one log. Both are asked for sets, so that a proof costs two reads at most. */
export interface TileSource {
  /** The 8,192 bytes of stored full tiles, in the order asked; undefined where one is not stored. */
  tiles(coordinates: readonly TileCoordinate[]): Answer<readonly (Uint8Array | undefined)[]>;
  /** Hashes in each run: at level 0 the leaf hashes, above it the roots of the full tiles of the level below. */
  runs(runs: readonly Run[]): Answer<readonly (readonly Uint8Array[])[]>;
}
type Answer<T> = T | Promise<T>;

/** How many hashes of this tile a tree of this size has. */
export const widthOf = ({ level, index }: TileCoordinate, size: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH));

const PATH = /^tile\/(0|[1-9]\d?)\/((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
const MOST_LEVEL = 63;

/** Reads `tile/<L>/<N>[.p/<W>]`, where N stands in groups of three digits, all but the last with an x: `x001/234`. */
export function parseTilePath(path: string): TileRequest | undefined {
  const [, level, high, low, part] = PATH.exec(path) ?? [];
  if (level === undefined || high === undefined || low === undefined) return undefined;
  // A first group of zeros would be a second spelling of the same number.
  if (high.startsWith('x000/')) return undefined;
  const index = Number(high.replace(/[x/]/g, '') + low);
  const width = part === undefined ? TILE_WIDTH : Number(part);
  if (
    Number(level) > MOST_LEVEL ||
    !Number.isSafeInteger(index * TILE_WIDTH) ||
    (part !== undefined && width >= TILE_WIDTH)
  )
    return undefined;
  return { level: Number(level), index, width };
}

export function tilePath({ level, index, width }: TileRequest): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const number = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${number}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The bytes of one tile as a tree of this size holds it, or nothing. */
export async function tileAt(source: TileSource, tile: TileRequest, size: number): Promise<Uint8Array | undefined> {
  if (widthOf(tile, size) < tile.width) return undefined;
  return (await tileBytes(source, [tile]))[0];
}

/** The bytes of tiles in the order asked: full ones as stored, parts from the hashes below. */
export async function tileBytes(
  source: TileSource,
  wanted: readonly TileRequest[],
): Promise<readonly (Uint8Array | undefined)[]> {
  const full = wanted.filter(({ width }) => width === TILE_WIDTH);
  const parts = wanted.filter(({ width }) => width < TILE_WIDTH);
  const stored = full.length === 0 ? [] : await source.tiles(full.map(({ level, index }) => ({ level, index })));
  const runs = parts.length === 0 ? [] : await source.runs(parts.map(runOf));
  const found = new Map<TileRequest, Uint8Array | undefined>();
  for (const [at, tile] of full.entries()) found.set(tile, stored[at]);
  for (const [at, tile] of parts.entries()) found.set(tile, joined(runs[at] ?? [], tile.width));
  return wanted.map((tile) => found.get(tile));
}

const runOf = ({ level, index, width }: TileRequest): Run => ({
  level,
  from: index * TILE_WIDTH,
  to: index * TILE_WIDTH + width,
});

/** The bytes of a list that its source gives again as it is, so that what was computed from them stays known too. */
const joinedBefore = new WeakMap<readonly Uint8Array[], Uint8Array>();

function joined(hashes: readonly Uint8Array[], width: number): Uint8Array | undefined {
  if (hashes.length !== width) return undefined;
  const before = joinedBefore.get(hashes);
  if (before !== undefined) return before;
  const bytes = new Uint8Array(Buffer.concat(hashes));
  if (bytes.length !== width * HASH_LENGTH) return undefined;
  joinedBefore.set(hashes, bytes);
  return bytes;
}
