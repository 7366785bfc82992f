/**
 * After a restore the ledger goes on in a new log; its first entry must name the old log as it really ends here.
 * Flow:    verify-log, verify-bundle → here → what is wrong, if anything.
 * Promise: a log never goes on from a state other than the one that its first entry names; entries that were lost are
 *          good only where that entry names them.
 * Source:  docs/design.md 5 (`log.continued`).
 */
import { hashOfBase64, sameBytes } from './bytes.ts';
import { isCount, isObject } from './strict-json.ts';

export interface KnownTree {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface KnownLog extends KnownTree {
  readonly log: number;
}

type Payload = Readonly<Record<string, unknown>>;

/** `old` is the log before this one. */
export function continuationFault(payload: Payload | undefined, old: KnownLog | undefined): string | undefined {
  if (payload === undefined || old === undefined || payload['origin'] !== old.origin)
    return 'does not go on from the log before it';
  const root = hashOfBase64(payload['root']);
  if (payload['size'] !== old.size)
    return `goes on from log ${old.log} at size ${String(payload['size'])}, and that log holds ${old.size} entries`;
  return root === undefined || !sameBytes(root, old.root) ? `goes on from log ${old.log} with another root` : undefined;
}

/** The trees that were known when the ledger went on, and are lost. */
export function lostTrees(payload: Payload | undefined): readonly KnownTree[] {
  const known = payload?.['known'];
  return Array.isArray(known) ? known.flatMap(treeOf) : [];
}

function treeOf(value: unknown): readonly KnownTree[] {
  const root = isObject(value) ? hashOfBase64(value['root']) : undefined;
  if (!isObject(value) || typeof value['origin'] !== 'string' || !isCount(value['size']) || root === undefined)
    return [];
  return [{ origin: value['origin'], size: value['size'], root }];
}

/** Whether one of these names that tree; another node may have known less of it, which nothing here can compare. */
export const isNamed = (lost: readonly KnownTree[], tree: KnownTree): boolean =>
  lost.some(
    ({ origin, size, root }) =>
      origin === tree.origin && (size > tree.size || (size === tree.size && sameBytes(root, tree.root))),
  );
