/**
 * The newest entries read and hashed anew, up to the root that was signed: what staff press a button for.
 * Flow:    prove.ts → here → store (entries, tiles, checkpoint), mark → answers/ledger.
 * Promise: bounded, whatever the size of the log, and others take turns; the tree is grown from what is stored before
 *          the first entry read, so a right root speaks for everything before it, too. It is a check by ourselves:
 *          `npm run verify -- --all` is the one that needs nobody's word.
 * Source:  RFC 9162 section 2.1.1; docs/verifying.md.
 */
import { and, eq, gte, lte, sql } from 'drizzle-orm';
import type { LedgerCheck } from '../ports/ledger-reader.ts';
import type { Keyring } from '../seal/keys.ts';
import { isSignedBy } from '../seal/seal.ts';
import { rowsQuery } from '../store/query.ts';
import { type Store, Unavailable } from '../store/store.ts';
import { readCheckpoint } from './checkpoints.ts';
import type { LogMark } from './mark.ts';
import { isAsHashed } from './opened.ts';
import { afterOthers } from './paging.ts';
import { rootAt } from './proofs.ts';
import { statements } from './search/queries.ts';
import { tileSource } from './tile-source.ts';
import type { TileSource } from './tiles.ts';
import { append, hashesAt, rootOf, TILE_WIDTH, type TreeState, treeFrom } from './tree.ts';

/** Entries that are read anew at most: a hundred full tiles. */
const MOST = 100 * TILE_WIDTH;
const A_PAGE = 500;
/** Places that are named at most. */
const MOST_NAMED = 5;
const p = sql.placeholder;

export interface Checking {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly log: number;
  readonly mark: Pick<LogMark, 'read'>;
  now(): number;
}

/** What recorded facts emptied, of the entries in a span. */
const emptiedIn = rowsQuery<{ readonly log: number; readonly from: number; readonly to: number }>()(
  'emptiedIn',
  ({ db, t }) =>
    db
      .select({ from: t.covered.from, to: t.covered.to })
      .from(t.covered)
      .where(
        and(
          eq(t.covered.log, p('log')),
          eq(t.covered.what, sql`'erased'`),
          lte(t.covered.from, p('to')),
          gte(t.covered.to, p('from')),
        ),
      ),
);

/** The open edge of the tree when it had so many entries, a whole number of tiles. */
async function treeAt(source: TileSource, size: number): Promise<TreeState> {
  const runs: { level: number; from: number; to: number }[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const to = hashesAt(level, size);
    runs.push({ level, from: Math.floor(to / TILE_WIDTH) * TILE_WIDTH, to });
  }
  return treeFrom(size, await source.runs(runs));
}

/** What the store does not hold as it must is nothing here; a store that cannot answer is a fault of its own. */
const heldBy = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((fault: unknown) => {
    if (fault instanceof Unavailable) throw fault;
    return undefined;
  });

interface ReadAnew {
  readonly root: Uint8Array | undefined;
  readonly checked: number;
  readonly erased: number;
  readonly wrong: readonly number[];
}

async function readAnew({ store, log }: Checking, from: number, size: number): Promise<ReadAnew> {
  let tree = await heldBy(treeAt(tileSource(store, log), from));
  let checked = 0;
  const bare: number[] = [];
  const wrong: number[] = [];
  for (let next = from; next < size; next += A_PAGE) {
    const span = { fromLog: log, fromIndex: next, toLog: log, toIndex: Math.min(size, next + A_PAGE) };
    const rows = await store.one(statements.oldest.all, { ...span, limit: A_PAGE });
    for (const row of rows)
      if (row.entry === null) bare.push(row.index);
      else if (!isAsHashed(row)) wrong.push(row.index);
    const leaves = rows.map((row) => row.leafHash);
    tree = tree === undefined ? undefined : append(tree, leaves).state;
    checked += rows.length;
    await afterOthers();
  }
  // Asked last, because a fact says that an entry is to be empty before it is.
  const emptied = await store.one(emptiedIn, { log, from, to: size });
  const isCovered = (index: number): boolean => emptied.some((each) => each.from <= index && index <= each.to);
  return {
    root: tree === undefined ? undefined : rootOf(tree),
    checked,
    erased: bare.length,
    wrong: [...wrong, ...bare.filter((index) => !isCovered(index))].slice(0, MOST_NAMED),
  };
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.compare(one, other) === 0;

async function witnessOf({ store, log, mark }: Checking, size: number): Promise<LedgerCheck['witness']> {
  const marked = mark.read();
  if (marked === undefined) return undefined;
  // It is written after the commit, so it may be a step behind, and on a server that others write to a step ahead.
  const known = marked.size <= size ? await heldBy(rootAt(tileSource(store, log), marked.size)) : undefined;
  const newer = marked.size > size ? (await readCheckpoint(store, log, marked.size))?.root : undefined;
  return { size: marked.size, agrees: isSame(known ?? newer, marked.root) };
}

async function checkOnce(checking: Checking, before: LedgerCheck | undefined): Promise<LedgerCheck | undefined> {
  const { store, keyring, log, now } = checking;
  const newest = await readCheckpoint(store, log);
  if (newest === undefined) return undefined;
  const at = now();
  const from = Math.max(0, Math.floor((newest.size - MOST) / TILE_WIDTH) * TILE_WIDTH);
  const { root, ...read } = await readAnew(checking, from, newest.size);
  const isConsistent =
    before !== undefined &&
    before.size <= newest.size &&
    isSame(await heldBy(rootAt(tileSource(store, log), before.size)), before.root);
  return {
    at,
    ms: now() - at,
    log,
    size: newest.size,
    root: newest.root,
    from,
    ...read,
    isRootRight: isSame(root, newest.root),
    isSigned: isSignedBy(newest.note, keyring.vkey),
    witness: await witnessOf(checking, newest.size),
    since: before === undefined ? undefined : { at: before.at, size: before.size, isConsistent },
  };
}

export function ledgerChecks(checking: Checking) {
  let last: LedgerCheck | undefined;
  let running: Promise<LedgerCheck | undefined> | undefined;
  async function anew(): Promise<LedgerCheck | undefined> {
    try {
      last = await checkOnce(checking, last);
      return last;
    } finally {
      running = undefined;
    }
  }
  return {
    check(): Promise<LedgerCheck | undefined> {
      running ??= anew();
      return running;
    },
    lastCheck: (): LedgerCheck | undefined => last,
  };
}
