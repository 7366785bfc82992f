/** Tiles are asked from the store once while they are remembered, and remembering never changes an answer. */
import { describe, expect, it } from 'vitest';
import { tileSource } from '../../src/ledger/tile-source.ts';
import type { Store } from '../../src/store/store.ts';

/** A store of full tiles that counts what it is asked for; each tile is told by its first byte. */
function countingStore() {
  const asked: string[] = [];
  const one = async (_query: unknown, { level, indexes }: { level: number; indexes: readonly number[] }) =>
    indexes
      .filter((index) => index < 200)
      .map((index) => {
        asked.push(`${level}/${index}`);
        return { index, hashes: new Uint8Array(8192).fill(index) };
      });
  return { store: { one } as unknown as Store, asked };
}

const at = (index: number) => ({ level: 0, index });

describe('full tiles', () => {
  it('are read once and answered again, also through another source of the same store', async () => {
    const { store, asked } = countingStore();
    const first = await tileSource(store, 0).tiles([at(1), at(2), at(1)]);
    const again = await tileSource(store, 0).tiles([at(2), at(1)]);
    expect(first.map((tile) => tile?.[0])).toEqual([1, 2, 1]);
    expect(again.map((tile) => tile?.[0])).toEqual([2, 1]);
    expect(new Set(asked).size).toBe(2);
  });

  it('of another log are never taken for those of this one', async () => {
    const { store, asked } = countingStore();
    await tileSource(store, 0).tiles([at(1)]);
    await tileSource(store, 1).tiles([at(1)]);
    expect(asked).toEqual(['0/1', '0/1']);
  });

  it('that do not exist are asked again, because they may be there by then', async () => {
    const { store } = countingStore();
    expect(await tileSource(store, 0).tiles([at(500)])).toEqual([undefined]);
  });

  it('are answered in full where more are asked for than are remembered', async () => {
    const { store, asked } = countingStore();
    const many = Array.from({ length: 150 }, (_, index) => at(index));
    const tiles = await tileSource(store, 0).tiles(many);
    expect(tiles.map((tile) => tile?.[0])).toEqual(many.map(({ index }) => index));
    await tileSource(store, 0).tiles([at(149)]);
    await tileSource(store, 0).tiles([at(0)]);
    expect(asked.length).toBe(151);
  });
});
