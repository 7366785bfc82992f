/**
 * Are two published bodies the same, whatever the order of their members?
 * Flow:    commands/registry → here.
 * Promise: equal exactly where the canonical JSON of both is equal: member order does not count, list order does.
 * Source:  docs/design.md 8 (same canonical body → same version).
 */
export function isSameBody(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, place) => isSameBody(item, other[place]))
    );
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameBody(one[name], other[name]))
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
