/**
 * Tells the log what begins to stand against recording, and when it is over, each once.
 * Flow:    service → here → the troubles of the house → log.
 * Promise: told within half a second; parts and codes only.
 * Source:  docs/operating.md; decision 0052.
 */

interface Told {
  readonly part: string;
  readonly code: string;
}

const EVERY_MS = 250;

export function reportTroubles(
  troubles: () => readonly Told[],
  report: (trouble: Told, what: 'begun' | 'over') => void,
): { stop(): void } {
  let known = new Map<string, Told>();
  const timer = setInterval(() => {
    const found = new Map(troubles().map((trouble) => [`${trouble.part} ${trouble.code}`, trouble]));
    for (const [name, trouble] of found) if (!known.has(name)) report(trouble, 'begun');
    for (const [name, trouble] of known) if (!found.has(name)) report(trouble, 'over');
    known = found;
  }, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
