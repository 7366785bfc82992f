/**
 * The entries that fit the filters as a table for a spreadsheet.
 * Flow:    http/handlers/console/audit.ts → here → ports/reads.
 * Promise: at most ten thousand rows, read page by page; no cell is taken for a formula, whatever somebody recorded.
 * Source:  RFC 4180.
 */
import type { EntriesWanted, Reads } from '../../ports/reads.ts';
import { csvLine, csvStart } from '../../vocabulary/csv.ts';
import type { ConsoleContext } from '../console/review-card.ts';
import { type AuditRow, auditRow } from './audit-row.ts';

export const MOST_ROWS = 10_000;
const A_PAGE = 500;
const columns: readonly (readonly [string, (row: AuditRow) => string | number | null])[] = [
  ['log', ({ log }) => log],
  ['index', ({ index }) => index],
  ['at', ({ at }) => at],
  ['kind', ({ kind }) => kind],
  ['words', ({ words }) => words],
  ['aiSystem', ({ aiSystem }) => aiSystem?.key ?? null],
  ['purpose', ({ purpose }) => purpose ?? null],
  ['reason', ({ reason }) => reason ?? null],
  ['subject', ({ subject }) => subject ?? null],
  ['actor', ({ actor }) => actor?.id ?? null],
  ['role', ({ actor }) => actor?.role ?? null],
  ['leafHash', ({ leafHash }) => leafHash],
  ['erased', ({ look }) => (look === 'erased' ? 'yes' : 'no')],
];

/** Begins with a mark by which spreadsheets know the letters of every language. */
export async function askAuditTable(reads: Reads, wanted: EntriesWanted, work: ConsoleContext): Promise<string> {
  let text = csvStart + csvLine(columns.map(([name]) => name));
  let before: number | undefined;
  for (let count = 0; count < MOST_ROWS; ) {
    const limit = Math.min(A_PAGE, MOST_ROWS - count);
    const page = await reads.entries({ ...wanted, limit, ...(before === undefined ? {} : { before }) });
    const rows = page.items.map((entry) => auditRow(entry, work));
    text += rows.map((row) => csvLine(columns.map(([, value]) => value(row)))).join('');
    count += rows.length;
    if (page.next === null) break;
    before = page.next;
  }
  return text;
}
