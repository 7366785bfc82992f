/**
 * After a restore the ledger goes on in a new log; its first entry must name the old log as it really ends here.
 * Flow:    verify-log → here → what is wrong, if anything.
 * Promise: a log never goes on from a state other than the one that its first entry names.
 * Source:  DESIGN section 5 (`log.continued`).
 */
import { hashOfBase64, sameBytes } from './bytes.ts';

export interface KnownLog {
  readonly log: number;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export function continuationFault(payload: Readonly<Record<string, unknown>> | undefined, known: readonly KnownLog[]): string | undefined {
  const old = known.find((log) => log.origin === payload?.['origin']);
  if (payload === undefined || old === undefined) return 'goes on from a log that is not here';
  const root = hashOfBase64(payload['root']);
  if (payload['size'] !== old.size) return `goes on from log ${old.log} at size ${String(payload['size'])}, and that log holds ${old.size} entries`;
  return root === undefined || !sameBytes(root, old.root) ? `goes on from log ${old.log} with another root` : undefined;
}
