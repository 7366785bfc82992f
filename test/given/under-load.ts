/**
 * Steady callers who use without a pause, while somebody is erased: how long the answer takes, and the end.
 * Flow:    test/journeys/erasure-under-load, test/prove/erasure-load → here → one or two nodes.
 * Promise: the load goes on until the erasure is over or the patience of the test is; every use is answered as a use.
 */
export type Ask = (sent: {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly json?: unknown;
}) => Promise<{ readonly status: number; readonly text: string }>;

export interface Loaded {
  readonly callers: number;
  /** From the question to the answer, and to the certificate. */
  readonly answerMs: number;
  readonly endMs: number;
  /** What the answer said first: 201 with the certificate, 202 where it goes on. */
  readonly status: number;
  readonly uses: number;
  readonly slowestUseMs: number;
  readonly faults: readonly string[];
}

interface Load {
  readonly nodes: readonly Ask[];
  readonly callers: number;
  readonly use: unknown;
  /** Who is erased, one after the other. */
  readonly subjects: readonly string[];
  readonly mostMs: number;
}

export async function eraseUnderLoad({ nodes, callers, use, subjects, mostMs }: Load): Promise<Loaded> {
  const begun = performance.now();
  const faults: string[] = [];
  let [uses, slowestUseMs, over] = [0, 0, false];
  const isOn = (): boolean => !over && performance.now() - begun < mostMs;
  const caller = async (which: number): Promise<void> => {
    while (isOn()) {
      const sent = performance.now();
      const { status, text } = await pick(nodes, which)({ method: 'POST', path: '/v1/uses', json: use });
      slowestUseMs = Math.max(slowestUseMs, performance.now() - sent);
      uses += 1;
      if (status !== 201) faults.push(`${status} ${text}`);
    }
  };
  const load = Promise.all(Array.from({ length: callers }, (_, which) => caller(which)));
  await new Promise((resolve) => setTimeout(resolve, 300));
  let [answerMs, endMs, first] = [0, 0, 0];
  for (const [at, subject] of subjects.entries()) {
    const asked = performance.now();
    const ask = pick(nodes, at);
    const answer = await ask({ method: 'POST', path: `/v1/subjects/${subject}/erasure`, json: {} });
    answerMs = Math.max(answerMs, performance.now() - asked);
    first = Math.max(first, answer.status);
    if (answer.status !== 201 && answer.status !== 202) faults.push(`${answer.status} ${answer.text}`);
    const { look } = JSON.parse(answer.text) as { readonly look?: string };
    for (let status = answer.status; status === 202 && look !== undefined && isOn(); )
      ({ status } = await ask({ method: 'GET', path: look }));
    endMs = Math.max(endMs, performance.now() - asked);
  }
  const isDone = isOn();
  over = true;
  await load;
  if (!isDone) faults.push('the erasure did not end before the load did');
  return { callers, answerMs, endMs, status: first, uses, slowestUseMs, faults };
}

const pick = <T>(all: readonly T[], at: number): T => {
  const one = all[at % all.length];
  if (one === undefined) throw new Error('The load needs a node.');
  return one;
};
