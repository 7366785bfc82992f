/**
 * A slow walk through everybody, which holds the views against the ledger and begins again at the end.
 * Flow:    service → here (a few people at a time) → ledger/audit → report (status, metrics, log).
 * Promise: never more than a few milliseconds at a time, a hundredth of the time at most, also where very much is
 *          recorded about one person; a fault ends one step and not the walk. What it finds is told as what an
 *          evaluation meets is told.
 * Source:  decision 0051.
 */
import type { JudgedStep } from '../ledger/audit/judge.ts';
import type { UnfitReport } from '../ledger/bound/unfit.ts';

const FEW = 5;
/** One part in so many of the time at most: what took longer is followed by a longer pause. */
const SHARE = 100;

interface Walking {
  /** `turn` is awaited wherever one step has done enough for once. */
  judge(after: string | undefined, limit: number, turn?: () => Promise<void>): Promise<JudgedStep>;
  readonly report: UnfitReport;
  readonly everyMs: number;
  now(): number;
}

export interface Walk {
  /** When the last whole round ended, and how many people it saw. */
  lastRound(): { readonly at: number; readonly people: number } | undefined;
  /** One step; says whether it ended a round. */
  step(): Promise<boolean>;
  stop(): Promise<void>;
}

export function startWalk({ judge, report, everyMs, now }: Walking): Walk {
  let after: string | undefined;
  let people = 0;
  let last: { readonly at: number; readonly people: number } | undefined;
  const rests = restsOf();
  const step = async (turn?: () => Promise<void>): Promise<boolean> => {
    const done = await judge(after, FEW, turn);
    for (const { table, key } of done.differences) report.note({ table, key });
    people += done.people;
    after = done.after;
    if (done.after !== undefined) return false;
    last = { at: now(), people };
    people = 0;
    return true;
  };
  /** A person of whom much is recorded is left where they are when the walk is stopped. */
  const turn = async (): Promise<void> => {
    await rests.take(0);
    if (rests.isOver()) throw new Error('The walk was stopped.');
  };
  const walk = async (): Promise<void> => {
    await rests.take(everyMs);
    while (!rests.isOver()) {
      await step(turn).catch(() => undefined);
      await rests.take(everyMs);
    }
  };
  const walking = walk();
  return {
    lastRound: () => last,
    step: () => step(),
    async stop() {
      rests.end();
      await walking;
    },
  };
}

/** Pauses between pieces of work, each as long as the piece before it asks for; an end cuts them short. */
function restsOf() {
  let [isOver, began, wake] = [false, performance.now(), (): void => undefined];
  return {
    isOver: () => isOver,
    async take(atLeastMs: number): Promise<void> {
      const took = performance.now() - began;
      if (!isOver)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(atLeastMs, took * (SHARE - 1))).unref();
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      began = performance.now();
    },
    end(): void {
      isOver = true;
      wake();
    },
  };
}
