/**
 * Row: one inclusion proof in a stored tree of 1,000,000 leaves.
 * Flow:    bench → here → src/ledger (proofs, tile source) over src/store in a temporary folder.
 * Promise: always the whole million, also in a quick run; leaves are spread over the tree; every proof is checked once.
 */
import { rmSync } from 'node:fs';
import { systemClock } from '../../../src/clock.ts';
import { guardClock } from '../../../src/clock-guard.ts';
import { inclusionProof } from '../../../src/ledger/proofs.ts';
import { tileSource } from '../../../src/ledger/tile-source.ts';
import { append, emptyTree, rootOf, TILE_WIDTH } from '../../../src/ledger/tree.ts';
import { leafHash } from '../../../src/seal/seal.ts';
import { put } from '../../../src/store/query.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { verifyInclusion } from '../../verify/merkle.ts';
import { freshFolder } from '../a-house.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { medianOf, quantile, timed } from '../take-turns.ts';

const SIZE = 1_000_000;
const leafAt = (at: number): Uint8Array => leafHash(Buffer.from(String(at)));

async function measure({ rounds }: MeasureOptions): Promise<Measured> {
  const folder = freshFolder();
  const store = openSqlite(folder, guardClock(systemClock));
  try {
    const grown = append(
      emptyTree,
      Array.from({ length: SIZE }, (_, at) => leafAt(at)),
    );
    const open = Array.from({ length: SIZE % TILE_WIDTH }, (_, at) => SIZE - (SIZE % TILE_WIDTH) + at);
    await store.write(
      function* () {
        yield* put(
          'tiles',
          grown.fullTiles.map((tile) => ({ log: 0, ...tile })),
        );
        yield* put(
          'entries',
          open.map((index) => ({ log: 0, index, leafHash: leafAt(index) })),
        );
      },
      { log: 0, registry: 'read' },
    );
    const root = rootOf(grown.state);
    const source = tileSource(store, 0);
    const samples: number[] = [];
    for (let sample = 0; sample < rounds * 200; sample += 1) {
      const index = Math.floor((SIZE * (sample * 0.618_033_988_7)) % SIZE);
      let proof: readonly Uint8Array[] = [];
      const ask = async (): Promise<number> => {
        proof = (await inclusionProof(source, index, SIZE)) ?? [];
        return 1;
      };
      samples.push(await timed(ask));
      if (!verifyInclusion({ leafHash: leafAt(index), index, size: SIZE, root, proof: [...proof] }))
        throw new Error(`the proof of ${index} is wrong`);
    }
    const [p50, p99] = [medianOf(samples) / 1_000, quantile(samples, 0.99) / 1_000];
    return {
      shown: `p50 ${p50.toFixed(0)} µs, p99 ${p99.toFixed(0)} µs`,
      met: p50 <= 200,
      numbers: { p50Us: p50, p99Us: p99, leaves: SIZE },
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['inclusion-proof'], measure };
