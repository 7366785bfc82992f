/**
 * The known word that somebody most likely meant.
 * Flow:    config (variables), scripts/run.mjs (commands) → here.
 * Promise: nothing where no word is near enough to be worth a guess; letter case never counts.
 */

/** How many letters must be put in, taken out or changed to make one word of the other. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [column, facing] of [...other].entries())
      now.push(
        Math.min(
          (now[column] ?? 0) + 1,
          (before[column + 1] ?? 0) + 1,
          (before[column] ?? 0) + (letter === facing ? 0 : 1),
        ),
      );
    before = now;
  }
  return before.at(-1) ?? 0;
}

export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((name) => ({ name, far: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.far - other.far);
  return best !== undefined && best.far <= Math.max(2, word.length / 3) ? best.name : undefined;
}
