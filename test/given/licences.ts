/**
 * The licences that docs/dependencies.md allows, and whether a package comes under one of them.
 * Flow:    docs/dependencies.md → here → test/scripts/dependencies.test.ts, test/prove/bare-tree.test.ts.
 */

/** Read from the sentence of the policy, so that the two cannot differ. */
export function allowedLicences(policy: string): ReadonlySet<string> {
  const [, named = ''] = /^- \*\*Licences\.\*\* ([\s\S]*?)\. A test/m.exec(policy) ?? [];
  const ids = named
    .replace('BSD,', 'BSD-2-Clause, BSD-3-Clause,')
    .replace(/and ([\w.-]+) for typefaces/, '$1')
    .split(/,\s*/);
  return new Set(ids);
}

/** Of packages whose manifest names none, as the policy says it, after somebody has read the file beside it. */
export const readByHand = (policy: string): ReadonlyMap<string, string> =>
  new Map(
    [...policy.matchAll(/^- `([^`]+)` names no licence in its manifest; its file `LICENSE` is ([\w.-]+)\.$/gm)].map(
      ([, name = '', licence = '']) => [name, licence],
    ),
  );

/** `(MIT OR Apache-2.0)` is fine where one of them is; every part of an AND has to be. */
export const isAllowed = (expression: string, allowed: ReadonlySet<string>): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((id) => allowed.has(id.trim())));
