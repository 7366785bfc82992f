/**
 * How far an import is, on the terminal of whoever waits: lines, how many a second, and about how long it still takes.
 * Flow:    scripts/import → here → standard error.
 * Promise: nothing where nobody looks (a file, a pipe); the time left only where the end is known.
 */
import { describeTally, type ImportTally } from './tally.ts';

/** Nothing can be foretold of the first moment. */
const TOO_EARLY_MS = 2_000;

interface Pace {
  readonly elapsedMs: number;
  /** How much of the file was read, from 0 to 1; absent where its size is not known. */
  readonly share?: number | undefined;
}

export function progressWords(tally: ImportTally, { elapsedMs, share }: Pace): string {
  if (elapsedMs < TOO_EARLY_MS) return describeTally(tally);
  const rate = Math.round(tally.lines / (elapsedMs / 1000)).toLocaleString('en');
  const left = share === undefined || share === 0 ? undefined : (elapsedMs / share) * (1 - share);
  return [describeTally(tally), `${rate} lines a second`, ...(left === undefined ? [] : [leftWords(left)])].join(' · ');
}

function leftWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `about ${seconds} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `about ${minutes} min left` : `about ${(minutes / 60).toFixed(1)} h left`;
}

/** Says it on one line that is written over, now and then. */
export function progressOnTerminal(shareRead: () => number | undefined) {
  const begun = performance.now();
  const isSeen = process.stderr.isTTY;
  const clear = '\r\u001b[K';
  return {
    tell(tally: ImportTally): void {
      if (!isSeen || tally.lines % 256 !== 0) return;
      process.stderr.write(clear + progressWords(tally, { elapsedMs: performance.now() - begun, share: shareRead() }));
    },
    end(): void {
      if (isSeen) process.stderr.write(clear);
    },
  };
}
