/**
 * The erasures that are being finished by this process, and what takes up again those that were left.
 * Flow:    erase-person (what was begun) → here → the steps of an erasure; house (every few seconds) → resume.
 * Promise: one run a person at a time in this process; what failed here, or was left by a node that died, is finished
 *          without anybody asking again.
 * Source:  docs/decisions/0055-turns-between-batches.md; docs/promises.md F38.
 */
import type { Erased } from '../../ports/records.ts';
import type { ErasureContext, ErasurePlan } from './erasure.ts';
import { erasingRows } from './erasure-queries.ts';
import { withinPatience } from './patience.ts';

export const planIn = (doc: string): ErasurePlan => JSON.parse(doc) as ErasurePlan;

interface UnderWay {
  /** One run a person, however many ask. */
  finish(plan: ErasurePlan): Promise<Erased>;
  resume(): Promise<void>;
  idle(): Promise<void>;
}

/** What stands for so long belongs to nobody: its node died, or it failed here. */
const LEFT_MS = 60_000;
const IDLE_MS = 5_000;

export function erasuresUnderWay(
  { store, now }: Pick<ErasureContext, 'store' | 'now'>,
  finishErasure: (plan: ErasurePlan) => Promise<Erased>,
): UnderWay {
  const running = new Map<string, Promise<Erased>>();
  const failed = new Set<string>();
  const run = async (plan: ErasurePlan): Promise<Erased> => {
    failed.add(plan.subject);
    try {
      const erased = await finishErasure(plan);
      failed.delete(plan.subject);
      return erased;
    } finally {
      running.delete(plan.subject);
    }
  };
  const finish = (plan: ErasurePlan): Promise<Erased> => {
    const mine = running.get(plan.subject) ?? run(plan);
    running.set(plan.subject, mine);
    mine.catch(() => undefined);
    return mine;
  };
  return {
    finish,
    async resume() {
      const rows = (await store.one(erasingRows, {})).filter(({ subject }) => !running.has(subject));
      for (const { subject, at, doc } of rows)
        if (failed.has(subject) || at <= now() - LEFT_MS) await withinPatience(finish(planIn(doc)));
    },
    idle: async () => void (await withinPatience(Promise.allSettled([...running.values()]), IDLE_MS)),
  };
}
