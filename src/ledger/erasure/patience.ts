/**
 * How long somebody who asked for an erasure is kept waiting.
 * Flow:    erase-person, retention-end → here → the answer, finished or under way.
 * Promise: work that takes longer goes on by itself, also where it fails later; whoever waits is answered within a
 *          second.
 * Source:  docs/decisions/0055-turns-between-batches.md.
 */

/** Leaves room for what comes before and after it within the second. */
export const PATIENCE_MS = 600;

/** What the work gave, or nothing where it took too long or did not succeed. */
export async function withinPatience<T>(work: Promise<T>, patience = PATIENCE_MS): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, patience)).unref();
  });
  try {
    return await Promise.race([work.catch(() => undefined), over]);
  } finally {
    clearTimeout(timer);
  }
}
