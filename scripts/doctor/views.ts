/**
 * Folds everything anew from the ledger, and names each row of the database that says something else.
 * Flow:    doctor --open → here → src/ledger/audit → findings.
 * Promise: named by table, key and column, never by a value; changes nothing, and a service may run meanwhile. Where
 *          nothing can be written it folds from a copy that is removed.
 * Source:  decision 0050; docs/design.md 5 (`doctor --open`).
 */
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import { AS_A_WHOLE, type Difference } from '../../src/ledger/audit/difference.ts';
import { judgeAll } from '../../src/ledger/audit/judge.ts';
import type { Store } from '../../src/store/store.ts';
import { wordsOfFault } from '../command-line/command.ts';
import { withKeyring } from '../installation/keys.ts';
import { copyLedger } from '../verify/copied-ledger.ts';
import { bad, type DoctorFinding, good } from './finding.ts';

const mostNamed = 200;
const mend = 'run `npm run verify -- --all`, then `npm run rebuild-views`';

export async function lookAtViews(config: Config): Promise<readonly DoctorFinding[]> {
  try {
    const store = await openReader(config);
    try {
      return await withKeyring(config, async (keyring) => findingsOf(await judgeAll({ store, keyring })));
    } finally {
      await store.close();
    }
  } catch (fault) {
    return [bad('views', wordsOfFault(fault))];
  }
}

const clock = { now: () => systemClock.now(), yields: false, acceptsServerTime: () => true };

type Reader = Pick<Store, 'read' | 'close'>;

/** The driver of PostgreSQL is loaded only where it is asked. */
async function openReader({ dataDir, databaseUrl }: Config): Promise<Reader> {
  if (databaseUrl !== undefined)
    return (await import('../../src/store/postgres.ts')).openPostgresReader(databaseUrl, clock);
  const { openSqliteReader } = await import('../../src/store/sqlite.ts');
  try {
    return openSqliteReader(dataDir, clock);
  } catch (fault) {
    if (!isUnwritable(fault)) throw fault;
    return openCopy(dataDir, (folder) => openSqliteReader(folder, clock));
  }
}

/** Beside its log each reader keeps an index, for which there must be a place that can be written. */
const isUnwritable = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && /^SQLITE_(?:CANTOPEN|READONLY)/.test(String(fault.code));

function openCopy(dataDir: string, open: (folder: string) => Reader): Reader {
  const copy = copyLedger(join(dataDir, 'candor.db'));
  try {
    const reader = open(copy.folder);
    return { read: reader.read, close: () => reader.close().finally(copy.drop) };
  } catch (fault) {
    copy.drop();
    throw fault;
  }
}

function findingsOf({ people, differences }: Awaited<ReturnType<typeof judgeAll>>): readonly DoctorFinding[] {
  if (differences.length === 0) return [good('views', `${people} people folded anew, every row as their facts say`)];
  const more = differences.length - mostNamed;
  return [
    ...differences.slice(0, mostNamed).map((each) => bad('views', `${wordsOf(each)}; ${mend}`)),
    ...(more > 0 ? [bad('views', `and ${more} more`)] : []),
  ];
}

function wordsOf({ table, key, what, column }: Difference): string {
  if (key === AS_A_WHOLE) return `${table} ${key}: a row is missing, or was exchanged for an older one`;
  if (what === 'missing') return `${table} ${key}: the row is missing`;
  if (what === 'extra') return `${table} ${key}: no fact says this row`;
  return `${table} ${key}: ${column === undefined ? 'the row' : `the column ${column}`} is not what was written`;
}
