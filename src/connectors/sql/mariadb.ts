/**
 * Opens somebody's MariaDB or MySQL for one run, in one transaction.
 * Flow:    sql-system.ts → here → the server.
 * Promise: a reading run could not write if it tried; numbers keep every digit, and dates come as the database writes
 *          them; nothing is read from a file of the client's machine.
 */
import { type Connection, createConnection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';
import { type Database, type Opening, type Statement, troubleOf } from './database.ts';

const asText = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** Bytes are handed out as text. */
const asRead = (row: RowDataPacket): RowDataPacket =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  ) as RowDataPacket;

const connected = (url: string, timeoutMs: number): Promise<Connection> =>
  createConnection({
    uri: url,
    connectTimeout: timeoutMs,
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    jsonStrings: true,
    charset: 'utf8mb4',
    // Neither several statements at once nor files of this machine, whatever the server asks for.
    multipleStatements: false,
    flags: ['-LOCAL_FILES'],
  }).catch((thrown: unknown) => {
    throw troubleOf(thrown);
  });

export async function mariadbRun({ url, isReadOnly, timeoutMs }: Opening): Promise<Database> {
  const connection = await connected(url, timeoutMs);
  // A connection that is cut between two statements says so here; the next statement tells it.
  connection.on('error', () => undefined);
  // Prepared by the server, so that no value is ever written into a statement by rules of quoting.
  const ask = async <T extends RowDataPacket[] | ResultSetHeader>({ text, values }: Statement): Promise<T> => {
    try {
      const [answer] = await connection.execute<T>({ sql: text, values: values.map(asText), timeout: timeoutMs });
      return answer;
    } catch (thrown) {
      throw troubleOf(thrown);
    }
  };
  const say = async (text: string): Promise<void> => {
    await connection.query({ sql: text, timeout: timeoutMs }).catch((thrown: unknown) => {
      throw troubleOf(thrown);
    });
  };
  try {
    for (const text of beginning(isReadOnly)) await say(text);
  } catch (thrown) {
    await close(connection);
    throw thrown;
  }
  return {
    dialect: 'mariadb',
    rows: async (statement) => (await ask<RowDataPacket[]>(statement)).map(asRead),
    change: async (statement) => (await ask<ResultSetHeader>(statement)).affectedRows,
    commit: () => say('COMMIT'),
    close: () => close(connection),
  };
}

const beginning = (isReadOnly: boolean): readonly string[] => [
  // A value that does not fit is an error and not cut off.
  "SET SESSION sql_mode = 'TRADITIONAL'",
  `SET TRANSACTION ISOLATION LEVEL ${isReadOnly ? 'REPEATABLE READ' : 'READ COMMITTED'}`,
  `START TRANSACTION ${isReadOnly ? 'READ ONLY' : 'READ WRITE'}`,
];

/** One that hangs does not hear a goodbye. */
async function close(connection: Connection): Promise<void> {
  const late = setTimeout(() => connection.destroy(), 1000);
  await connection.end().catch(() => undefined);
  clearTimeout(late);
}
