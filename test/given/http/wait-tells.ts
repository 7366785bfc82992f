/**
 * Whether the wait for an answer tells one kind of question from another.
 * Flow:    tests → here → a service, asked in turns.
 * Promise: a half is what a coin says, and one is what a stopwatch says.
 */
interface Pair {
  readonly one: () => Promise<unknown>;
  readonly other: () => Promise<unknown>;
}

/** Whoever can tell can tell every time. */
const TIMES = 3;

/**
 * How far from a coin, from 0.5 to 1. What stands above the bound is asked again: a machine that was called away for a
 * moment does not stumble over the same kind of question each time, and a wait that tells does. So the least counts.
 */
export async function howWellTheWaitTells(pairs: number, pair: Pair, bound: number): Promise<number> {
  await auc(50, pair);
  let least = 1;
  for (let times = 0; times < TIMES && least > bound; times += 1) {
    const told = await auc(pairs, pair);
    least = Math.min(least, Math.max(told, 1 - told));
  }
  return least;
}

/** The share of pairs in which the one took longer. */
async function auc(pairs: number, ask: Pair): Promise<number> {
  const took = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const [ones, others]: [number[], number[]] = [[], []];
  for (let at = 0; at < pairs; at += 1) {
    // Whoever goes second finds a warm machine, so they take turns.
    if (at % 2 === 0) ones.push(await took(ask.one));
    others.push(await took(ask.other));
    if (at % 2 === 1) ones.push(await took(ask.one));
  }
  return greaterShare(ones, others);
}

function greaterShare(ones: readonly number[], others: readonly number[]): number {
  const all = [...ones.map((ms) => ({ ms, isOne: true })), ...others.map((ms) => ({ ms, isOne: false }))];
  all.sort((one, other) => one.ms - other.ms);
  const ranks = all.reduce((sum, { isOne }, at) => sum + (isOne ? at + 1 : 0), 0);
  return (ranks - (ones.length * (ones.length + 1)) / 2) / (ones.length * others.length);
}
