import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTilePath, tileAt, tilePath } from '../../src/ledger/tiles.ts';
import { aTree, someLeaves } from '../given/ledger/a-tree.ts';

const leaves = someLeaves(600);
const tree = aTree(leaves);
const get = async (path: string, size = 600) => {
  const tile = parseTilePath(path);
  return tile && tileAt(tree, tile, size);
};

describe('the path of a tile', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 63 }),
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
        },
      ),
    );
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  });

  it.each([
    'tile/0/1',
    'tile/00/001',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/x01/234',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000/',
    '/tile/0/000',
    'tile/entries/000',
    'tile/0/999999',
  ])('is refused as %s', (path) => expect(parseTilePath(path)).toBeUndefined());
});

describe('a tile', () => {
  it('is served full, or in any part that the tree has', async () => {
    expect(await get('tile/0/001')).toEqual(new Uint8Array(Buffer.concat(leaves.slice(256, 512))));
    expect(await get('tile/0/002.p/88')).toEqual(new Uint8Array(Buffer.concat(leaves.slice(512))));
    expect(await get('tile/0/000.p/3')).toEqual(new Uint8Array(Buffer.concat(leaves.slice(0, 3))));
    expect(await get('tile/1/000.p/2')).toEqual(new Uint8Array(Buffer.concat(tree.fullTiles.map(({ root }) => root))));
  });

  it('is nothing where the tree of that size does not have it', async () => {
    for (const path of [
      'tile/0/002',
      'tile/0/002.p/89',
      'tile/0/003.p/1',
      'tile/1/000',
      'tile/1/000.p/3',
      'tile/2/000.p/1',
    ])
      expect(await get(path)).toBeUndefined();
    expect(await get('tile/0/001', 511)).toBeUndefined();
    expect(await get('tile/1/000.p/1', 255)).toBeUndefined();
  });
});
