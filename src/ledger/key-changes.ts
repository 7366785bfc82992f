/**
 * The keys that a log was signed with: the one in force, those before it, and the way from one to the next.
 * Flow:    stored logs and entries → here → evidence, the published keys, the writer of checkpoints.
 * Promise: which key signs is read under the lock of the log, beside the tree that it signs; a change stands under a
 *          checkpoint of the key before it, and the newest checkpoint is always of the key in force.
 * Source:  docs/design.md 5 (`log.key-changed`); decision 0125.
 */
import type { Keyring } from '../seal/keys.ts';
import { ask, type Steps, wait } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { readCheckpoint } from './checkpoints.ts';
import type { KeyStep } from './evidence.ts';
import { logRow } from './list-queries.ts';
import { readFact } from './opened.ts';
import { proveIn } from './prove-in.ts';
import { factsOfKinds } from './queries.ts';

/** Another node may have changed the key since. */
export function* followKey({ log, keyring }: { readonly log: number; readonly keyring: Keyring }): Steps<void> {
  const [row] = yield* ask(logRow, { log });
  if (row !== undefined) yield* wait(keyring.follow(row.vkey));
}

async function changesIn(store: Store, log: number) {
  const rows = await store.one(factsOfKinds, { kinds: ['log.key-changed'], log, from: 0 });
  return rows.filter((row) => row.log === log);
}

/** Up to this size the log was signed by a key that is not in force any more. */
export async function sizeOfLastChange(store: Store, log: number): Promise<number> {
  const last = (await changesIn(store, log)).at(-1);
  return last === undefined ? 0 : last.index + 1;
}

/** Each change up to this size, with its proof, under the checkpoint that the key before signed. */
export async function keySteps(store: Store, log: number, upTo: number): Promise<readonly KeyStep[]> {
  const steps: KeyStep[] = [];
  for (const row of await changesIn(store, log)) {
    const fact = readFact(row, undefined);
    const size = row.index + 1;
    if (size > upTo) break;
    const under = await readCheckpoint(store, log, size);
    const [proven] = await proveIn(store, [{ log, size }], { rows: [row], keys: new Map() });
    if (fact?.kind === 'log.key-changed' && under !== undefined && proven !== undefined)
      steps.push({ ...proven, vkey: fact.payload.vkey, checkpoint: under.note });
  }
  return steps;
}

/** The keys of a log that are not in force any more, the newest first. */
export async function formerVkeys(store: Store, log: number): Promise<readonly string[]> {
  const rows = await store.one(factsOfKinds, { kinds: ['key.rotated'], log, from: 0 });
  const facts = rows.flatMap((row) => (row.log === log ? (readFact(row, undefined) ?? []) : []));
  return facts
    .flatMap((fact) => (fact.kind === 'key.rotated' && fact.payload.key === 'log' ? [fact.payload.from] : []))
    .reverse();
}

/** Those of all logs, the oldest first. */
export async function everyVkey(
  store: Store,
  logs: readonly { readonly log: number; readonly vkey: string }[],
): Promise<readonly string[]> {
  const vkeys: string[] = [];
  for (const { log, vkey } of logs) vkeys.push(...[vkey, ...(await formerVkeys(store, log))].reverse());
  return vkeys;
}
