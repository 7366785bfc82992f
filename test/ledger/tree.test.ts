import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, emptyTree, rootOf, type TreeState, treeFrom } from '../../src/ledger/tree.ts';
import { aTree, hex, naiveRoot, someLeaves } from '../given/ledger/a-tree.ts';

const leaves = someLeaves(1_400);

describe('the tree of a log', () => {
  it('has the root of the RFC at every size, whatever the batches were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), (batches) => {
        let state: TreeState = emptyTree;
        for (const batch of batches) {
          const before = JSON.stringify({ size: state.size, widths: state.partial.map((hashes) => hashes.length) });
          const appended = append(state, leaves.slice(state.size, state.size + batch));
          expect(JSON.stringify({ size: state.size, widths: state.partial.map((hashes) => hashes.length) })).toBe(
            before,
          );
          state = appended.state;
          expect(hex([appended.root, rootOf(state)])).toEqual(
            hex([naiveRoot(leaves.slice(0, state.size)), appended.root]),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from the hashes of its open tiles as if it had never stopped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_100 }), fc.integer({ min: 0, max: 300 }), (size, more) => {
        const { state } = append(emptyTree, leaves.slice(0, size));
        const loaded = treeFrom(size, state.partial);
        const added = leaves.slice(size, size + more);
        expect(Buffer.compare(rootOf(loaded), rootOf(state))).toBe(0);
        const [one, other] = [append(loaded, added), append(state, added)];
        expect(hex([one.root])).toEqual(hex([other.root]));
        expect(one.fullTiles.map((tile) => [tile.level, tile.index, ...hex([tile.hashes, tile.root])])).toEqual(
          other.fullTiles.map((tile) => [tile.level, tile.index, ...hex([tile.hashes, tile.root])]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives each tile once, when it is full, with the root of its hashes', () => {
    const { fullTiles } = aTree(leaves);
    expect(fullTiles.map(({ level, index }) => [level, index])).toEqual([0, 1, 2, 3, 4].map((index) => [0, index]));
    for (const { index, hashes, root } of fullTiles) {
      const part = leaves.slice(index * 256, (index + 1) * 256);
      expect(Buffer.compare(hashes, Buffer.concat(part))).toBe(0);
      expect(hex([root])).toEqual(hex([naiveRoot(part)]));
    }
  });

  it('gives the tile of the level above after 65,536 leaves', () => {
    const tree = aTree();
    for (let batch = 0; batch < 256; batch += 1)
      tree.add(Array.from({ length: 256 }, (_, at) => leaves[(batch + at) % leaves.length]!));
    expect(tree.fullTiles.slice(-2).map(({ level, index }) => [level, index])).toEqual([
      [0, 255],
      [1, 0],
    ]);
    expect(hex([tree.fullTiles.at(-1)!.root])).toEqual(hex([tree.root]));
    expect(
      Buffer.compare(
        tree.fullTiles.at(-1)!.hashes,
        Buffer.concat(tree.fullTiles.slice(0, 256).map(({ root }) => root)),
      ),
    ).toBe(0);
    expect(hex([rootOf(treeFrom(65_536, tree.state.partial))])).toEqual(hex([tree.root]));
  });

  it('is not loaded from open tiles of another size', () =>
    expect(() => treeFrom(3, [leaves.slice(0, 2)])).toThrow('open tile of level 0'));
});
