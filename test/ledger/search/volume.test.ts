/** A page never waits for its drawing longer than a moment, and the count that it began is not lost. */
import { describe, expect, it } from 'vitest';
import { soonCounted } from '../../../src/ledger/search/volume.ts';
import type { EntryCounts } from '../../../src/ports/ledger-reader.ts';

const counted: EntryCounts = { total: 3, rows: [{ kind: 'use.allowed', start: 0, count: 3 }] };

/** A ledger whose count takes as long as the test wants. */
function aSlowLedger() {
  const ends: { readonly done: () => void; readonly failed: () => void }[] = [];
  const count = (): Promise<EntryCounts> =>
    new Promise((resolve, reject) => {
      ends.push({ done: () => resolve(counted), failed: () => reject(new Error('the storage is gone')) });
    });
  return { ends, soon: soonCounted(count) };
}

describe('a drawing that takes long to count', () => {
  it('is there at once where counting takes no time', async () => {
    expect(await soonCounted(async () => counted)({})).toEqual(counted);
  });

  it('is not waited for, goes on behind the page, and is counted once for all who ask alike', async () => {
    const { ends, soon } = aSlowLedger();
    const began = performance.now();
    expect(await Promise.all([soon({ from: 1 }), soon({ from: 1 }), soon({ from: 2 })])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(ends).toHaveLength(2);
    const next = soon({ from: 1 });
    for (const { done } of ends) done();
    expect(await next).toEqual(counted);
  });

  it('that failed behind the page is begun again by the next one', async () => {
    const { ends, soon } = aSlowLedger();
    expect(await soon({})).toBeUndefined();
    ends[0]?.failed();
    await new Promise((resolve) => setImmediate(resolve));
    const next = soon({});
    ends[1]?.done();
    expect(await next).toEqual(counted);
  });
});
