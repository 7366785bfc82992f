/**
 * Every change, once and in order, for as long as somebody listens: reconnects by itself and goes on where it was.
 * Flow:    whoever integrates → here → change-stream.
 * Promise: `cursor` of the last change that was worked off, kept by whoever follows, is all that is needed to miss
 *          nothing over a restart.
 * Source:  docs/events.md.
 */
import { type ChangeHeard, type Follow, heardChanges } from './change-stream.ts';
import type { ClientSettings } from './client.ts';
import { CandorUnavailable } from './unavailable.ts';

export type { ChangeHeard } from './change-stream.ts';

export interface FollowOptions extends Pick<Follow, 'after' | 'fromOldest' | 'signal'> {
  /** Hears why a connection ended, before the next one is tried. */
  readonly onInterrupted?: (fault: CandorUnavailable) => void;
}

const FIRST_MS = 250;
const MOST_MS = 30_000;

/** Ends when `signal` aborts, and throws where the service will never answer otherwise (a cursor or token refused). */
export async function* followChanges(
  settings: ClientSettings,
  { after, fromOldest, signal, onInterrupted }: FollowOptions = {},
): AsyncGenerator<{ readonly change: ChangeHeard; readonly cursor: string }> {
  let cursor = after;
  for (let failed = 0; signal?.aborted !== true; failed += 1) {
    try {
      for await (const told of heardChanges(settings, { after: cursor, fromOldest: fromOldest === true, signal })) {
        failed = 0;
        cursor = told.cursor;
        if (told.told === 'change') yield { change: told.change, cursor };
      }
    } catch (fault) {
      if (!(fault instanceof CandorUnavailable)) throw fault;
      if (fault.why === 'stopped') return;
      onInterrupted?.(fault);
    }
    await waited(Math.min(FIRST_MS * 2 ** failed, MOST_MS) * (0.5 + Math.random() / 2), signal);
  }
}

/** Also over where the caller gives up. */
export function waited(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    timer.unref();
    if (signal?.aborted === true) done();
    else signal?.addEventListener('abort', done, { once: true });
  });
}
