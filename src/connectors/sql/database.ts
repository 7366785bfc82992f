/**
 * A connection to somebody else's database: one transaction, few statements, in two dialects.
 * Flow:    postgres.ts, mariadb.ts (drivers) → here → schema.ts, read-rows.ts, erase-rows.ts.
 * Promise: values travel beside the statement and never in it; names are quoted; a driver's message, which may quote a
 *          value, a host or an account, never leaves: only a code does.
 */
import { fault, type Row, SystemTrouble } from '../system-work.ts';

export type Dialect = 'postgresql' | 'mariadb';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Database {
  readonly dialect: Dialect;
  rows(statement: Statement): Promise<readonly Row[]>;
  /** How many rows it changed or removed. */
  change(statement: Statement): Promise<number>;
  /** Ends the transaction that it was opened with. */
  commit(): Promise<void>;
  /** Without a commit everything is taken back. */
  close(): Promise<void>;
}

export interface Opening {
  readonly url: string;
  readonly isReadOnly: boolean;
  /** Milliseconds for the connection, and for each statement. */
  readonly timeoutMs: number;
}

/** Writes a statement piece by piece, with its values beside it. */
export function writing(dialect: Dialect) {
  const values: unknown[] = [];
  const mark = dialect === 'postgresql' ? '"' : '`';
  return {
    name: (name: string): string => mark + name.replaceAll(mark, () => mark + mark) + mark,
    value(value: unknown): string {
      values.push(value);
      return dialect === 'postgresql' ? `$${values.length}` : '?';
    },
    list(all: readonly unknown[]): string {
      return `(${all.map((each) => this.value(each)).join(', ')})`;
    },
    done: (text: string): Statement => ({ text, values }),
  };
}

/** SQLSTATE classes and codes of MariaDB and of node, as one word each. */
const codes: readonly (readonly [RegExp, string])[] = [
  [/^(28\w{3}|ER_ACCESS_DENIED_\w+|ER_DBACCESS_DENIED_ERROR|1045|1044)$/, 'credentials-refused'],
  [/^(42501|25006|ER_\w*ACCESS_DENIED\w*|ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION)$/, 'not-permitted'],
  [/^(57014|ER_STATEMENT_TIMEOUT|ER_QUERY_TIMEOUT|PROTOCOL_SEQUENCE_TIMEOUT|ETIMEDOUT)$/, 'timeout'],
  [/^(40\w{3}|55P03|ER_LOCK_\w+|ER_CHECKREAD)$/, 'locked'],
  [/^(23\w{3}|ER_ROW_IS_REFERENCED\w*|ER_NO_REFERENCED_ROW\w*|ER_DUP_ENTRY|ER_BAD_NULL_ERROR|4025)$/, 'constraint'],
  [/^(42\w{3}|ER_NO_SUCH_TABLE|ER_BAD_FIELD_ERROR|ER_PARSE_ERROR)$/, 'map-unfit'],
  [/^(3D000|ER_BAD_DB_ERROR)$/, 'database-unknown'],
  [/^(08\w{3}|57P0\d|53\w{3}|PROTOCOL_CONNECTION_LOST|ER_CON_COUNT_ERROR|ER_SERVER_SHUTDOWN|E[A-Z]+)$/, 'unreachable'],
];

/** What a driver threw, as a fault with a code of ours. */
export function troubleOf(thrown: unknown): SystemTrouble {
  if (thrown instanceof SystemTrouble) return thrown;
  const { code, message } = thrown as { readonly code?: unknown; readonly message?: unknown };
  const raw = typeof code === 'string' ? code : '';
  const known = codes.find(([pattern]) => pattern.test(raw))?.[1];
  if (known !== undefined) return new SystemTrouble(fault(known));
  // The driver for PostgreSQL gives these no code.
  const words = typeof message === 'string' ? message : '';
  if (/timeout/i.test(words)) return new SystemTrouble(fault('timeout'));
  return new SystemTrouble(fault(/terminat|connection|socket/i.test(words) ? 'unreachable' : 'failed'));
}
