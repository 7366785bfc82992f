/**
 * What is in the state as a whole: for each part one keyed sum over its rows, to which a row is added and from which it
 * is taken.
 * Flow:    keep-state (each write), judge-state (start, doctor) → here.
 * Promise: the sum of some rows is the same in any order, and no other rows have it: each is hashed under a key that no
 *          database holds, and what is stored is masked, so that nobody can work out which rows would weigh as much.
 * Source:  decision 0063.
 */
import type { Keyring } from '../../seal/seal.ts';
import type { FoundRow, NamedValues, TableName } from '../../store/query.ts';
import { shapeNamed } from '../../store/statements.ts';
import { accessKinds } from '../../views/access/access-fold.ts';
import { registryKinds } from './kinds.ts';

/** Tables whose rows decide something, whole. */
export const summedTables = [
  'people',
  'identities',
  'erasedMarks',
  'suppressionMarks',
  'erasing',
  'requests',
  'reviews',
  'keptHolds',
  'requestSecrets',
  'nodes',
  'meta',
] as const satisfies readonly TableName[];
export type SummedTable = (typeof summedTables)[number];

/** Facts that are folded by their kinds, so that one that is called something else would be missing. */
export const summedKinds = {
  registry: registryKinds,
  access: accessKinds,
  erased: ['person.erased'],
  proposals: ['proposal.made', 'proposal.settled'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type SummedFacts = keyof typeof summedKinds;

export type Part = SummedTable | SummedFacts;
const factParts = Object.keys(summedKinds) as readonly SummedFacts[];
export const parts: readonly Part[] = [...summedTables, ...factParts];

/**
 * Columns that later releases gave to these tables, oldest first: a release before them summed the rows without.
 * Whoever adds one counts up FOLDS with it, so that the next start sums everything anew.
 */
export const columnsSince: Readonly<Partial<Record<SummedTable, readonly string[]>>> = {
  requests: ['untoldDueAt', 'tasksDueAt'],
};

/** What is summed: a part, and the columns that the release which summed it did not have. */
export interface Summing {
  readonly part: Part;
  readonly without?: readonly string[];
}

/** How earlier releases summed a part, the last of them first. */
export function earlierSummings(part: Part): readonly Summing[] {
  const since = isSummed(part as TableName) ? (columnsSince[part as SummedTable] ?? []) : [];
  return since.map((_, at) => ({ part, without: since.slice(since.length - 1 - at) }));
}

export const isSummed = (table: TableName): table is SummedTable => (summedTables as readonly string[]).includes(table);

/** Eight numbers of 32 bits, each of which overflows by itself. */
export type Sum = Uint32Array;
const LANES = 8;
export const emptySum = (): Sum => new Uint32Array(LANES);

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function add(sum: Sum, weight: Uint8Array): void {
  const numbers = view(weight);
  for (let at = 0; at < LANES; at += 1) sum[at] = (sum[at] ?? 0) + numbers.getUint32(at * 4, true);
}
export function subtract(sum: Sum, weight: Uint8Array): void {
  const numbers = view(weight);
  for (let at = 0; at < LANES; at += 1) sum[at] = (sum[at] ?? 0) - numbers.getUint32(at * 4, true);
}

/** A weight of its own for every turn, with which the sum is stored. */
const maskOf = (keyring: Keyring, what: MaskedSum, turn: number): Uint8Array => keyring.weigh(`mask\0${what}\0${turn}`);
/** Sums over the same rows with other masks, so that no two that are stored together say anything of each other. */
export type MaskedSum = Part | 'marks note' | 'wishes note';

export function withMask(
  keyring: Keyring,
  part: MaskedSum,
  { turn, sum }: { readonly turn: number; readonly sum: Sum },
): string {
  const bytes = Buffer.alloc(LANES * 4);
  const both = Uint32Array.from(sum);
  add(both, maskOf(keyring, part, turn));
  for (let at = 0; at < LANES; at += 1) bytes.writeUInt32LE(both[at] ?? 0, at * 4);
  return bytes.toString('base64url');
}
export function unmasked(
  keyring: Keyring,
  part: MaskedSum,
  { turn, text }: { readonly turn: number; readonly text: string },
): Sum {
  const sum = emptySum();
  add(sum, Buffer.from(text, 'base64url'));
  subtract(sum, maskOf(keyring, part, turn));
  return sum;
}

const plain = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value ?? '');

/** A person's row is bound over all its columns, and the code is what is summed; of the others every column is. */
export function weightWithout(
  keyring: Keyring,
  { table, without }: { readonly table: SummedTable; readonly without: readonly string[] },
  row: NamedValues,
): Uint8Array {
  if (table === 'people') return keyring.weigh(`people\0${String(row['subject'])}\0${String(row['bound'])}`);
  const columns = shapeNamed(table).columns.filter(({ member }) => !without.includes(member));
  return keyring.weigh([table, ...columns.map(({ member }) => plain(row[member]))].join('\0'));
}
export const weightOfRow = (keyring: Keyring, table: SummedTable, row: NamedValues): Uint8Array =>
  weightWithout(keyring, { table, without: [] }, row);

type Entry = Pick<FoundRow<'entries'>, 'log' | 'index' | 'kind' | 'leafHash'>;

export const weightOfEntry = (keyring: Keyring, part: SummedFacts, { log, index, kind, leafHash }: Entry): Uint8Array =>
  keyring.weigh([part, log, index, kind, Buffer.from(leafHash).toString('base64')].join('\0'));

const partOfKind = new Map(factParts.flatMap((part) => summedKinds[part].map((kind) => [kind, part] as const)));
export const partOf = (kind: string | null | undefined): SummedFacts | undefined => partOfKind.get(kind ?? '');
