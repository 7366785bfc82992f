/**
 * The head of the state: one row that says which ledger the whole of it belongs to, and the sum of each of its parts.
 * Flow:    keep-state (writes it with what it changes) → here → judge-state, registry-memory, access.
 * Promise: bound as a whole under a key that no database holds; a head of an older day names an older ledger.
 * Source:  decision 0063.
 */
import { sql } from 'drizzle-orm';
import type { Keyring } from '../../seal/seal.ts';
import { ask, put, rowsQuery, type Steps } from '../../store/query.ts';
import { emptySum, type Part, type Sum, unmasked, withMask } from './sums.ts';

/** In which turn a sum was masked, and the sum as it is stored. */
type StoredSum = readonly [turn: number, text: string];

export interface StateHead {
  /** Behind the newest fact of the registry. */
  readonly version: number;
  /** The tree that was signed last. */
  readonly log: number;
  readonly size: number;
  /** Base64, empty where nothing was recorded yet. */
  readonly root: string;
  /** Counted up with every change. */
  readonly turn: number;
  readonly sums: Readonly<Partial<Record<Part, StoredSum>>>;
}

const headRow = rowsQuery<object>()('stateHead', ({ db, t }) =>
  db
    .select({ version: t.registryHead.version, state: t.registryHead.state, bound: t.registryHead.bound })
    .from(t.registryHead)
    .where(sql`${t.registryHead.id} = 1`),
);

const binding = (keyring: Keyring, version: number, state: string): string =>
  keyring.bind('state', `${version}\0${state}`);

/** `missing` where an older release wrote it, `changed` where it is not as this service wrote it. */
export function* readHead(keyring: Keyring): Steps<StateHead | 'missing' | 'changed'> {
  const [row] = yield* ask(headRow, {});
  if (row === undefined) return 'changed';
  const { version, state, bound } = row;
  if (state === null) return 'missing';
  if (bound !== binding(keyring, version, state)) return 'changed';
  // It was written here, in this form.
  return { version, ...(JSON.parse(state) as Omit<StateHead, 'version'>) };
}

export function* writeHead(keyring: Keyring, { version, ...said }: StateHead): Steps<void> {
  const state = JSON.stringify(said);
  yield* put('registryHead', [{ id: 1, version, state, bound: binding(keyring, version, state) }], true);
}

export function sumIn(keyring: Keyring, { sums }: StateHead, part: Part): Sum {
  const stored = sums[part];
  return stored === undefined ? emptySum() : unmasked(keyring, part, { turn: stored[0], text: stored[1] });
}

export const storedSum = (
  keyring: Keyring,
  part: Part,
  { turn, sum }: { readonly turn: number; readonly sum: Sum },
): StoredSum => [turn, withMask(keyring, part, { turn, sum })];

export const isSameSum = (one: Sum, other: Sum): boolean => one.every((number, at) => number === other[at]);
