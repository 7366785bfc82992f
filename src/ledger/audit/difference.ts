/**
 * How rows differ from those that the facts give, column by column.
 * Flow:    judge-person, judge-house → here → doctor, watch.
 * Promise: named by table, key and column, never by a value; documents are compared by what they say and not by the
 *          order of their members.
 * Source:  decision 0050.
 */
import { canonicalJson } from '../../seal/seal.ts';
import type { NamedValues, TableName } from '../../store/query.ts';
import { shapeNamed } from '../../store/statements.ts';

/** The key where rows are missing of which nobody can say under what they stood. */
export const AS_A_WHOLE = 'as a whole';

export interface Difference {
  readonly table: string;
  /** The row's own key, as it stands in the database. */
  readonly key: string;
  readonly what: 'changed' | 'missing' | 'extra';
  /** Absent where the whole row is meant. */
  readonly column?: string;
}

const plain = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'string' && /^[[{]/.test(value) ? sameOrder(value) : String(value);
};

function sameOrder(text: string): string {
  try {
    return canonicalJson(JSON.parse(text));
  } catch {
    return text;
  }
}

export interface Compared {
  readonly table: TableName;
  readonly expected: readonly NamedValues[];
  readonly stored: readonly NamedValues[];
  /** Columns that no fact says. */
  readonly besides?: readonly string[];
}

export function rowDifferences({ table, expected, stored, besides = [] }: Compared): readonly Difference[] {
  const { table: name, columns, key } = shapeNamed(table);
  const members = columns.filter((column) => !besides.includes(column.member));
  const keyed = columns.filter((column) => key.includes(column.name)).map(({ member }) => member);
  const keyOf = (row: NamedValues): string => keyed.map((member) => plain(row[member])).join(' ');
  const wanted = new Map(expected.map((row) => [keyOf(row), row]));
  const here = new Map(stored.map((row) => [keyOf(row), row]));
  const missing = [...wanted.keys()].filter((each) => !here.has(each));
  return [
    ...missing.map((each): Difference => ({ table: name, key: each, what: 'missing' })),
    ...[...here].flatMap(([each, row]): readonly Difference[] => {
      const fact = wanted.get(each);
      if (fact === undefined) return [{ table: name, key: each, what: 'extra' }];
      return members
        .filter(({ member }) => plain(fact[member]) !== plain(row[member]))
        .map(({ name: column }) => ({ table: name, key: each, what: 'changed', column }));
    }),
  ];
}
