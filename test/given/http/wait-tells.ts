/**
 * Whether the wait for an answer tells one kind of question from another.
 * Flow:    tests → here → a service, asked in turns.
 * Promise: a half is what a coin says, and one is what a stopwatch says.
 */
interface Pair {
  readonly one: () => Promise<unknown>;
  readonly other: () => Promise<unknown>;
}

/** So many times as many pairs at most. */
const TIMES = 3;

/**
 * How far from a coin, from 0.5 to 1. What stands above the bound is asked more often, and all pairs together count: a
 * machine that was called away for a moment weighs less in more of them, and a wait that tells weighs the same.
 */
export async function howWellTheWaitTells(pairs: number, pair: Pair, bound: number): Promise<number> {
  await timed(50, pair);
  const all: Timed = { ones: [], others: [] };
  let told = 1;
  for (let times = 0; times < TIMES && told > bound; times += 1) {
    const more = await timed(pairs, pair);
    all.ones.push(...more.ones);
    all.others.push(...more.others);
    const share = greaterShare(all);
    told = Math.max(share, 1 - share);
  }
  return told;
}

/** Milliseconds. */
interface Timed {
  readonly ones: number[];
  readonly others: number[];
}

async function timed(pairs: number, ask: Pair): Promise<Timed> {
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
  return { ones, others };
}

/** The share of pairs, of any one with any other, in which the one took longer. */
function greaterShare({ ones, others }: Timed): number {
  const all = [...ones.map((ms) => ({ ms, isOne: true })), ...others.map((ms) => ({ ms, isOne: false }))];
  all.sort((one, other) => one.ms - other.ms);
  const ranks = all.reduce((sum, { isOne }, at) => sum + (isOne ? at + 1 : 0), 0);
  return (ranks - (ones.length * (ones.length + 1)) / 2) / (ones.length * others.length);
}
