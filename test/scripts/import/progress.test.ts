import { describe, expect, it } from 'vitest';
import { progressWords } from '../../../scripts/import/progress.ts';
import { emptyTally } from '../../../scripts/import/tally.ts';

describe('the progress of an import', () => {
  const tally = { ...emptyTally(), lines: 25_600, recorded: 25_600 };
  const at = (elapsedMs: number, share?: number): string => progressWords(tally, { elapsedMs, share });

  it('says how many lines, how many a second, and about how long it still takes', () => {
    expect(at(10_000, 0.5)).toBe('25600 lines: 25600 recorded. · 2,560 lines a second · about 10 s left');
    expect(at(10_000, 0.05)).toMatch(/ · about 4 min left$/);
    expect(at(10_000, 0.0005)).toMatch(/ · about 5\.6 h left$/);
  });

  it('foretells nothing of the first moment, nor of an input whose end nobody knows', () => {
    expect(at(500, 0.5)).toBe('25600 lines: 25600 recorded.');
    expect(at(10_000)).toBe('25600 lines: 25600 recorded. · 2,560 lines a second');
    expect(at(10_000, 0)).toBe('25600 lines: 25600 recorded. · 2,560 lines a second');
  });
});
