/**
 * A slow walk through everybody, which holds the views against the ledger and begins again at the end.
 * Flow:    service → here (a few people at a time) → ledger/audit → report (status, metrics, log).
 * Promise: never more than a few milliseconds at a time, a hundredth of the time at most, and never in anybody's way; a
 *          fault ends one step and not the walk. What it finds is told as what an evaluation meets is told.
 * Source:  decision 0051.
 */
import type { JudgedStep } from '../ledger/audit/judge.ts';
import type { UnfitReport } from '../ledger/bound/unfit.ts';

const FEW = 5;
/** One part in so many of the time at most: people of whom much is recorded take longer, and so does the pause. */
const SHARE = 100;

interface Walking {
  judge(after: string, limit: number): Promise<JudgedStep>;
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
  let after = '';
  let people = 0;
  let last: { readonly at: number; readonly people: number } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const step = async (): Promise<boolean> => {
    const done = await judge(after, FEW);
    for (const { table, key } of done.differences) report.note({ table, key });
    people += done.people;
    after = done.after ?? '';
    if (done.after !== undefined) return false;
    last = { at: now(), people };
    people = 0;
    return true;
  };
  const takeTurn = async (): Promise<void> => {
    const began = performance.now();
    await step().catch(() => undefined);
    const took = performance.now() - began;
    if (timer !== undefined) goOn(Math.max(everyMs, took * (SHARE - 1)));
  };
  const goOn = (pause: number): void => {
    timer = setTimeout(() => {
      turn = takeTurn();
    }, pause).unref();
  };
  goOn(everyMs);
  return {
    lastRound: () => last,
    step,
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await turn;
    },
  };
}
