/**
 * Which of the six colours an AI system has, the same everywhere on a page and from day to day.
 * Flow:    the parts of the AI-use page → here.
 * Promise: the colour follows the place of the system's key, not its counts, so it does not change with use.
 * Source:  docs/design.md 12 (colour tokens, series 1 to 6).
 */
const COLOURS = 6;

export function seriesOf(systems: readonly { readonly key: string }[], key: string): number {
  const keys = systems.map((system) => system.key).toSorted();
  return (Math.max(0, keys.indexOf(key)) % COLOURS) + 1;
}
