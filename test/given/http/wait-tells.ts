/**
 * Whether the wait for an answer tells one kind of question from another.
 * Flow:    tests → here → a service, asked in turns.
 * Promise: the share of pairs in which the one took longer; a half is what a coin says.
 */
export async function auc(
  pairs: number,
  ask: { readonly one: () => Promise<unknown>; readonly other: () => Promise<unknown> },
): Promise<number> {
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
