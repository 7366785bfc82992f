/**
 * Proofs and evidence from the stored log: checkpoints, inclusion, consistency, tiles, a person's bundle.
 * Flow:    store (tiles, entries) → here → house → http (ledger routes, evidence).
 * Promise: every proof is against a checkpoint that was signed and stored with its batch.
 * Source:  docs/design.md 5; RFC 9162 section 2.
 */
import type { RecordedFact } from '../facts/fact.ts';
import type { Keyring } from '../seal/keys.ts';
import { isSignedBy } from '../seal/seal.ts';
import type { Store } from '../store/store.ts';
import type { TreePoint } from '../vocabulary/place.ts';
import { registryKinds } from './bound/kinds.ts';
import { readCheckpoint } from './checkpoints.ts';
import { citedRegistry } from './cited-registry.ts';
import { type EvidenceDocument, evidenceBundle, type SignedLog } from './evidence.ts';
import { headText } from './head.ts';
import { followKey, formerVkeys, keySteps, sizeOfLastChange } from './key-changes.ts';
import { chainBefore, coveringFactIds, logRow, logRows } from './list-queries.ts';
import { type EntryRow, keyIdsOf, readFact } from './opened.ts';
import { consistencyProof, inclusionProof } from './proofs.ts';
import { proveEntry } from './prove-entry.ts';
import { proveIn } from './prove-in.ts';
import { provenFact } from './proven-fact.ts';
import { entriesById, factsOfKinds } from './queries.ts';
import { type Checking, ledgerChecks } from './self-check.ts';
import { tileSource } from './tile-source.ts';
import { parseTilePath, tileAt } from './tiles.ts';

/** Above this a bundle is given as NDJSON, which is reserved. */
const MOST_ENTRIES = 10_000;
const A_PAGE = 1_000;

export function ledgerReader(proving: Proving & Checking) {
  const { store, keyring, log: current } = proving;
  const checks = ledgerChecks(proving);
  const source = (log: number) => tileSource(store, log);
  const size = async (log: number): Promise<number> => (await readCheckpoint(store, log))?.size ?? 0;
  return {
    log: current,
    size,
    checkpoint: async (log: number): Promise<string | undefined> => (await readCheckpoint(store, log))?.note,
    checkpointAt: async (log: number, at: number): Promise<string | undefined> =>
      (await readCheckpoint(store, log, at))?.note,
    vkey: async (log: number): Promise<string | undefined> => (await store.one(logRow, { log }))[0]?.vkey,
    formerVkeys: (log: number): Promise<readonly string[]> => formerVkeys(store, log),
    inclusion: async (log: number, index: number, at: number) =>
      at > (await size(log)) ? undefined : inclusionProof(source(log), index, at),
    consistency: async (log: number, from: number, to: number) =>
      to > (await size(log)) ? undefined : consistencyProof(source(log), from, to),
    async tile(log: number, path: string): Promise<Uint8Array | undefined> {
      const wanted = parseTilePath(path);
      return wanted === undefined ? undefined : tileAt(source(log), wanted, await size(log));
    },
    proven: (id: string) => provenFact({ store, keyring }, id),
    prove: (log: number, index: number) => proveEntry(proving, log, index),
    ...checks,
    signPackage: (manifest: string): string =>
      keyring.signPackage(`candor-package/v1\n${keyring.origin}\n${manifest}\n`),
    signReceipt: (document: string): string => keyring.signReceipt(document),
  };
}

async function chainOf(store: Store, subject: string, upTo: TreePoint): Promise<readonly EntryRow[]> {
  const rows: EntryRow[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; rows.length < MOST_ENTRIES; ) {
    const next = await store.one(chainBefore, { subject, before, ...upTo, limit: A_PAGE, kinds: [], kindsOff: 1 });
    rows.push(...next);
    before = next.at(-1)?.n ?? 0;
    if (next.length < A_PAGE) break;
  }
  return rows.reverse();
}

export interface Proving {
  readonly store: Store;
  readonly keyring: Keyring;
  /** The log that is written now. */
  readonly log: number;
}

/** Another node may change the key between any two reads. */
const TRIES = 5;

/** The checkpoint that a bundle stands under: of the key that signs its head. */
export async function checkpointFor(proving: Proving, upTo: TreePoint | undefined, left = TRIES) {
  const { store, keyring, log } = proving;
  await store.read(() => followKey({ log, keyring }));
  const isUnderThisKey = upTo?.log === log && upTo.size > (await sizeOfLastChange(store, log));
  const newest = await readCheckpoint(store, log, isUnderThisKey ? upTo.size : undefined);
  if (newest === undefined || left === 0 || isSignedBy(newest.note, keyring.vkey)) return newest;
  return checkpointFor(proving, upTo, left - 1);
}

/**
 * The whole bundle of one person, at the newest checkpoint; of nobody where `subject` is absent. A closed log signs no
 * more heads, so what was answered at one of its sizes is proven as it stands now; so is what was answered under a key
 * that signs no more.
 */
export async function evidenceOf(
  proving: Proving,
  subject: string | undefined,
  upTo?: TreePoint,
): Promise<EvidenceDocument | undefined> {
  const { store, keyring, log } = proving;
  const newest = await checkpointFor(proving, upTo);
  if (newest === undefined) return undefined;
  const { vkey } = keyring;
  const chain = subject === undefined ? [] : await chainOf(store, subject, { log, size: newest.size });
  const keys = await keyring.forOpening(keyIdsOf(chain));
  const facts = chain.flatMap((row) => readFact(row, keys.get(row.keyId ?? '')) ?? []);
  const cited = await citedRows(proving, facts, chain.length > facts.length);
  const { earlier, steps } = await earlierLogs(proving, [...chain, ...cited]);
  const points = [...earlier, { log, size: newest.size }];
  const last = chain.at(-1);
  const head =
    subject === undefined || last === undefined
      ? null
      : keyring.signHead(
          headText({ origin: keyring.origin, subject, n: last.n ?? 0, leafHash: last.leafHash, size: newest.size }),
        );
  if (vkey !== keyring.vkey) return evidenceOf(proving, subject, upTo);
  return evidenceBundle({
    log,
    origin: keyring.origin,
    vkey,
    checkpoint: newest.note,
    keys: await keySteps(store, log, newest.size),
    subject: head === null ? null : (subject ?? null),
    head,
    entries: await proveIn(store, points, { rows: chain, keys }),
    registry: await proveIn(store, points, { rows: [...cited, ...steps], keys }),
    earlier,
  });
}

/**
 * Closed logs from the first one that holds any of the rows, and the facts by which each later log goes on from the one
 * before.
 */
export async function earlierLogs({ store, log }: Proving, rows: readonly Pick<EntryRow, 'log'>[]) {
  const first = Math.min(log, ...rows.map((row) => row.log));
  const earlier: (SignedLog & TreePoint)[] = [];
  for (const row of first === log ? [] : await store.one(logRows, {})) {
    const newest = row.log < first || row.log >= log ? undefined : await readCheckpoint(store, row.log);
    if (newest !== undefined)
      earlier.push({
        log: row.log,
        origin: row.origin,
        vkey: row.vkey,
        checkpoint: newest.note,
        keys: await keySteps(store, row.log, newest.size),
        size: newest.size,
      });
  }
  const steps =
    earlier.length === 0 ? [] : await store.one(factsOfKinds, { kinds: ['log.continued'], log: first + 1, from: 0 });
  return { earlier, steps };
}

async function citedRows(
  { store }: Proving,
  facts: readonly RecordedFact[],
  hasEmptied: boolean,
): Promise<readonly EntryRow[]> {
  const rows = await store.one(factsOfKinds, { kinds: registryKinds, log: 0, from: 0 });
  const published = rows.flatMap((row) => readFact(row, undefined) ?? []);
  const cited = new Set(
    citedRegistry(
      facts.map(({ payload }) => payload),
      published,
    ),
  );
  const covering = hasEmptied ? (await store.one(coveringFactIds, {})).map(({ fact }) => fact) : [];
  const covers = covering.length === 0 ? [] : await store.one(entriesById, { ids: covering });
  return [...rows.filter(({ id }) => cited.has(id ?? '')), ...covers];
}
