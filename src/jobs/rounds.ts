/**
 * One round after another, never two at once, until it is stopped.
 * Flow:    send-messages.ts, send-webhooks.ts, work-tasks.ts, make-backups.ts → here.
 * Promise: a round that fails ends nothing; a stop lets the last one finish for as long as `lastWaitFor` allows.
 * Source:  docs/operating.md (Stopping).
 */
interface Round {
  readonly everyMs: number;
  /** It never fails: what goes wrong in a round is told by whoever runs it. */
  run(): Promise<void>;
}

interface Rounds {
  /** No further one begins. */
  end(): void;
  /** The one that runs, or ran last. */
  last(): Promise<void>;
}

export function startRounds({ everyMs, run }: Round): Rounds {
  let isBusy = false;
  let round: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    round = run().finally(() => {
      isBusy = false;
    });
  }, everyMs);
  timer.unref();
  return { end: () => clearInterval(timer), last: () => round };
}
