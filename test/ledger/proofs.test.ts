import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyConsistency, verifyInclusion } from '../../scripts/verify/merkle.ts';
import { consistencyProof, inclusionProof, inclusionProofs } from '../../src/ledger/proofs.ts';
import { aTree, hex, naivePath, naiveRoot, naiveSubproof, someLeaves } from '../given/ledger/a-tree.ts';

const SIZE = 1_300;
const leaves = someLeaves(SIZE);
const tree = aTree(leaves);
const sizes = fc.oneof(
  fc.integer({ min: 1, max: SIZE }),
  fc.constantFrom(1, 2, 255, 256, 257, 511, 512, 513, 1_024, 1_025, SIZE),
);

describe('proofs from tiles', () => {
  it('of inclusion are those of the RFC, at every size of the log so far', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, any) => {
        const index = any % size;
        const proof = (await inclusionProof(tree, index, size)) ?? [];
        expect(hex(proof)).toEqual(hex(naivePath(index, leaves.slice(0, size))));
        expect(
          verifyInclusion({ leafHash: leaves[index]!, index, size, root: naiveRoot(leaves.slice(0, size)), proof }),
        ).toBe(true);
      }),
    );
  });

  it('of consistency are those of the RFC, between any two sizes', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const proof = (await consistencyProof(tree, from, to)) ?? [];
        expect(hex(proof)).toEqual(hex(naiveSubproof(from, leaves.slice(0, to))));
        const [firstRoot, secondRoot] = [naiveRoot(leaves.slice(0, from)), naiveRoot(leaves.slice(0, to))];
        expect(verifyConsistency({ firstSize: from, firstRoot, secondSize: to, secondRoot, proof })).toBe(true);
      }),
    );
  });

  it('of many entries cost two reads', async () => {
    const before = { ...tree.reads };
    const proofs = await inclusionProofs(tree, [0, 3, 700, 1_023, 1_299], SIZE);
    expect(tree.reads).toEqual({ tiles: before.tiles + 1, runs: before.runs + 1 });
    expect(proofs?.map(hex)).toEqual([0, 3, 700, 1_023, 1_299].map((index) => hex(naivePath(index, leaves))));
  });

  it('are none where there is nothing to prove', async () => {
    expect(await consistencyProof(tree, 0, 0)).toBeUndefined();
    expect(await consistencyProof(tree, 0, 5)).toBeUndefined();
    expect(await consistencyProof(tree, 6, 5)).toBeUndefined();
    expect(await inclusionProof(tree, 0, 0)).toBeUndefined();
    expect(await inclusionProof(tree, 5, 5)).toBeUndefined();
    expect(await inclusionProof(tree, -1, 5)).toBeUndefined();
    expect(await inclusionProof(tree, 0.5, 5)).toBeUndefined();
    expect(await consistencyProof(tree, 5, 5)).toEqual([]);
  });

  it('fail loudly where a stored tile is missing', async () => {
    const holed = { ...tree, tiles: () => [undefined] };
    await expect(inclusionProof(holed, 3, 256)).rejects.toThrow('Tile 0/0 of the ledger is missing');
  });
});

describe('a log of a million entries', () => {
  it('proves entries and its own growth from tiles in memory', async () => {
    const big = aTree();
    let firstRoot = big.root;
    for (let batch = 1; batch <= 1_000; batch += 1) {
      big.add(leaves.slice(0, 1_000));
      if (batch === 700) firstRoot = big.root;
    }
    const size = 1_000_000;
    for (const index of [0, 123_456, 999_999]) {
      const proof = (await inclusionProof(big, index, size)) ?? [];
      expect(verifyInclusion({ leafHash: leaves[index % 1_000]!, index, size, root: big.root, proof })).toBe(true);
    }
    const proof = (await consistencyProof(big, 700_000, size)) ?? [];
    expect(verifyConsistency({ firstSize: 700_000, firstRoot, secondSize: size, secondRoot: big.root, proof })).toBe(
      true,
    );
  });
});
