/**
 * The erasures that are being finished by this process, and what takes up again those that were left.
 * Flow:    erase-person (what was begun) → here → the steps of an erasure; house (every few seconds) → resume.
 * Promise: one run a person at a time in this process; what failed here, or was left by a node that died, is finished
 *          without anybody asking again.
 * Source:  docs/decisions/0055-turns-between-batches.md; docs/promises.md F38.
 */
import type { Erased } from '../../ports/records.ts';
import { Unavailable } from '../../store/store.ts';
import type { ErasureContext, ErasurePlan } from './erasure.ts';
import { erasingRows } from './erasure-queries.ts';
import { withinPatience } from './patience.ts';

export const planIn = (doc: string): ErasurePlan => JSON.parse(doc) as ErasurePlan;

const groupsOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, at) => all.slice(at * TOGETHER, (at + 1) * TOGETHER));

interface UnderWay {
  /** One run a person, however many ask. */
  finish(plan: ErasurePlan): Promise<Erased>;
  /** These were begun before this process; some of them at once, the others by and by. */
  takeUp(plans: readonly ErasurePlan[]): Promise<void>;
  resume(): Promise<void>;
  /** Waits for a while; what is not ended then goes no step further, and the next start takes it up. */
  stop(): Promise<void>;
}

/** What stands for so long belongs to nobody: its node died, or it failed here. */
const LEFT_MS = 60_000;
const STOP_MS = 3_000;
/** Together they clean the files once. */
const TOGETHER = 32;
/** Their marks stand and nothing about them is allowed, so that many of them need not keep a start waiting. */
const START_MS = 3_000;

export function erasuresUnderWay(
  { store, now }: Pick<ErasureContext, 'store' | 'now'>,
  finishErasure: (plan: ErasurePlan, goOn: () => void) => Promise<Erased>,
): UnderWay {
  const running = new Map<string, Promise<Erased>>();
  const left = new Set<string>();
  let isStopping = false;
  const goOn = (): void => {
    if (isStopping) throw new Unavailable('stopping');
  };
  const run = async (plan: ErasurePlan): Promise<Erased> => {
    left.add(plan.subject);
    try {
      const erased = await finishErasure(plan, goOn);
      left.delete(plan.subject);
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
    async takeUp(plans) {
      for (const { subject } of plans) left.add(subject);
      const begun = performance.now();
      for (const group of groupsOf(plans)) {
        if (performance.now() - begun >= START_MS) return;
        await Promise.all(group.map(finish));
      }
    },
    async resume() {
      const rows = (await store.one(erasingRows, {})).filter(({ subject }) => !running.has(subject));
      const wanted = rows.filter(({ subject, at }) => left.has(subject) || at <= now() - LEFT_MS);
      for (const group of groupsOf(wanted)) {
        if (isStopping) return;
        await withinPatience(Promise.allSettled(group.map(({ doc }) => finish(planIn(doc)))));
      }
    },
    async stop() {
      await withinPatience(Promise.allSettled([...running.values()]), STOP_MS);
      isStopping = true;
      await withinPatience(Promise.allSettled([...running.values()]), STOP_MS);
    },
  };
}
