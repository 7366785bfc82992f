/**
 * Asks for the report about requests, and for their log.
 * Flow:    http → here → ports/reads, request-figures.ts.
 * Promise: every request received in the time is counted, also of people who are erased; the log names nobody.
 * Source:  11 CCR 7101(b), 7102; docs/law.md 8.
 */
import { fallsUnder } from '../../law/law.ts';
import type { Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { csvLine, csvStart } from '../../vocabulary/csv.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { TimeSpan } from '../oversight/ask.ts';
import { isOnTime, requestFigures } from './request-figures.ts';

const A_PAGE = 500;

interface RequestsWanted extends TimeSpan {
  /** Only requests of people under this law; left out: of everybody. */
  readonly regime?: string;
}

async function* requestsIn(reads: Reads, { from, to, regime }: RequestsWanted): AsyncGenerator<RequestRow> {
  let before: number | undefined;
  do {
    const page = await reads.requests({ limit: A_PAGE, ...defined({ before }) });
    for (const row of page.items) {
      const fits = regime === undefined || row.regimes.some((each) => fallsUnder(each, regime));
      if (row.receivedAt >= from && row.receivedAt < to && fits) yield row;
    }
    before = page.next ?? undefined;
  } while (before !== undefined);
}

export async function askRequestReport(reads: Reads, wanted: RequestsWanted) {
  const rows: RequestRow[] = [];
  for await (const row of requestsIn(reads, wanted)) rows.push(row);
  const now = reads.now();
  return {
    from: timeOf(wanted.from),
    to: timeOf(wanted.to),
    generatedAt: timeOf(now),
    regime: wanted.regime ?? null,
    ...requestFigures(rows, now),
  };
}

export type RequestReport = Awaited<ReturnType<typeof askRequestReport>>;

const columns: readonly (readonly [string, (row: RequestRow) => string | number | null])[] = [
  ['request', ({ id }) => id],
  ['received', ({ receivedAt }) => timeOf(receivedAt)],
  ['nature', ({ kind }) => kind],
  ['manner', ({ channel }) => channel],
  ['regimes', ({ regimes }) => regimes.join(' ')],
  ['due', ({ dueAt }) => timeOf(dueAt)],
  ['extended', ({ extended }) => (extended ? 'yes' : 'no')],
  ['answered', ({ closedAt }) => (closedAt === undefined ? null : timeOf(closedAt))],
  ['answer', ({ closedAt, state }) => (closedAt === undefined ? null : state)],
  ['onTime', (row) => (row.closedAt === undefined ? null : isOnTime(row) ? 'yes' : 'no')],
  ['basisOfDenial', ({ denialCode }) => denialCode ?? null],
  ['appealed', ({ appealed }) => (appealed ? 'yes' : 'no')],
];

/** The figures as a table: a row a kind of request. */
export const requestTable = ({ metrics }: RequestReport): string =>
  csvStart +
  csvLine(['metric', 'received', 'complied', 'denied', 'open', 'withdrawn', 'meanDays', 'medianDays', 'grounds']) +
  metrics
    .map(({ grounds, ...each }) => {
      const { metric, received, complied, denied, open, withdrawn, meanDays, medianDays } = each;
      const named = grounds.map(({ code, count }) => `${code}: ${count}`).join('; ');
      return csvLine([metric, received, complied, denied, open, withdrawn, meanDays, medianDays, named]);
    })
    .join('');

/** The log as a table, row by row, the newest first. */
export async function* requestLog(reads: Reads, wanted: RequestsWanted): AsyncGenerator<string> {
  yield csvStart + csvLine(columns.map(([name]) => name));
  for await (const row of requestsIn(reads, wanted)) yield csvLine(columns.map(([, value]) => value(row)));
}
