/**
 * Asks what the ledger audit shows: entries that fit the filters, how much was recorded when, what happened meanwhile.
 * Flow:    http/handlers/console/audit.ts → here → ports/reads, audit-row.ts, bars.ts → pages/console/audit-page.
 * Promise: nothing is loaded but the page that is shown; counts come from an index. A look is taken by the handler,
 *          before this asks for a person.
 * Source:  docs/design.md 12 (chart 4).
 */
import { calendarDay, startOfDay } from '../../language/dates.ts';
import type { EntryCounts } from '../../ports/ledger-reader.ts';
import type { EntriesWanted, Reads, Window } from '../../ports/reads.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { parseCheckpoint } from '../../vocabulary/checkpoint.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { type ConsoleContext, systemName } from '../console/review-card.ts';
import { type AuditRow, auditRow } from './audit-row.ts';
import { dayAfter, type Volume, volumeOf } from './bars.ts';
import { kindsOf } from './kind-groups.ts';

export interface AuditFilters {
  /** Calendar days of the configured zone, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
  readonly aiSystem?: string;
  /** A `sub_…`. */
  readonly subject?: string;
  readonly actor?: string;
}

/** Where the list begins: places in the ledger, or a moment. */
export interface AuditPlace {
  readonly before?: number;
  readonly after?: number;
  readonly until?: string;
}

export interface AuditList {
  readonly rows: readonly AuditRow[];
  /** The place to go on before, for older entries; null at the end. */
  readonly older: number | null;
  /** The place to go on after, for newer entries; null at the newest. */
  readonly newer: number | null;
}

/** Something that happened meanwhile, as a line across the bars. */
interface AuditMark {
  readonly at: string;
  readonly words: string;
  readonly name: string | null;
  readonly log: number;
  readonly index: number;
}

export interface AuditChart extends Volume {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly AuditMark[];
  /** Entries in that time; what is erased counts, too, where nothing else is filtered. Null while they are counted. */
  readonly total: number | null;
  readonly erased: number | null;
}

const ROWS_A_PAGE = 50;
/** Days of the drawing where no time was chosen. */
const USUAL_DAYS = 30;
const MOST_MARKS = 9;

const isDay = (text: string): boolean => text.length === 10;

function windowOf({ from, to }: AuditFilters, timeZone: string): Window {
  return {
    ...(from === undefined ? {} : { from: startOfDay(from, timeZone) }),
    ...(to === undefined ? {} : { to: startOfDay(dayAfter(to), timeZone) }),
  };
}

/** What the house is asked for; the filters of the page and of the file are the same. */
export function entriesWanted(
  filters: AuditFilters,
  { timeZone, limit }: { readonly timeZone: string; readonly limit: number },
): EntriesWanted {
  const { kind, aiSystem, subject, actor } = filters;
  return {
    limit,
    ...windowOf(filters, timeZone),
    ...(kind === undefined ? {} : { kinds: kindsOf(kind) }),
    ...defined({ aiSystem, subject, actor }),
  };
}

function upTo(until: string | undefined, timeZone: string): number | undefined {
  if (until === undefined) return undefined;
  return isDay(until) ? startOfDay(dayAfter(until), timeZone) : Date.parse(until);
}

export async function askAuditList(
  reads: Reads,
  { filters, place }: { readonly filters: AuditFilters; readonly place: AuditPlace },
  work: ConsoleContext,
): Promise<AuditList> {
  const { timeZone } = reads.settings;
  const { before, after } = place;
  const wanted = entriesWanted(filters, { timeZone, limit: ROWS_A_PAGE });
  const until = upTo(place.until, timeZone);
  const end = until === undefined ? {} : { to: Math.min(until, wanted.to ?? until) };
  const found = await reads.entries({
    ...wanted,
    ...end,
    ...defined({ before, after: before === undefined ? after : undefined }),
  });
  // Whoever went back to the newest is where the list begins.
  if (after !== undefined && before === undefined && found.items.length < ROWS_A_PAGE)
    return askAuditList(reads, { filters, place: {} }, work);
  const rows = found.items.map((entry) => auditRow(entry, work));
  const isLater = before !== undefined || after !== undefined || until !== undefined;
  return { rows, older: found.next, newer: isLater ? (rows[0]?.place ?? (before ?? 1) - 1) : null };
}

const published = [
  'purpose.published',
  'notice.published',
  'ai-system.published',
  'ai-system.suspended',
  'ai-system.resumed',
  'recipient.published',
];

async function askMarks(reads: Reads, window: Window, work: ConsoleContext): Promise<readonly AuditMark[]> {
  const { items } = await reads.entries({ ...window, kinds: published, limit: MOST_MARKS });
  return items
    .map((entry) => {
      const row = auditRow(entry, work);
      const key = typeof entry.payload?.key === 'string' ? entry.payload.key : null;
      const isSystem = entry.kind?.startsWith('ai-system.') === true;
      const name = key !== null && isSystem ? systemName(key, work) : key;
      return { at: row.at ?? '', words: row.words, name, log: row.log, index: row.index };
    })
    .reverse();
}

const isOf = (kinds: readonly string[] | undefined, kind: string): boolean => kinds?.includes(kind) !== false;

export async function askAuditChart(reads: Reads, filters: AuditFilters, work: ConsoleContext): Promise<AuditChart> {
  const { timeZone } = reads.settings;
  const chosen = windowOf(filters, timeZone);
  // Nothing stands before the first entry or after today, so no bar is drawn there.
  const today = calendarDay(work.now, timeZone);
  const tomorrow = startOfDay(dayAfter(today), timeZone);
  const first = startOfDay(calendarDay((await reads.recordsSince()) ?? work.now, timeZone), timeZone);
  const to = Math.min(chosen.to ?? tomorrow, tomorrow);
  const usual = startOfDay(dayAfter(calendarDay(to - 1, timeZone), 1 - USUAL_DAYS), timeZone);
  const from = Math.max(first, Math.min(chosen.from ?? usual, to));
  const { kind, aiSystem, subject } = filters;
  const kinds = kind === undefined ? undefined : kindsOf(kind);
  const marks = await askMarks(reads, { from, to }, work);
  const counted = await reads.entryCountsSoon({ from, to, ...defined({ aiSystem, subject }) });
  const rows = counted?.rows.filter((row) => isOf(kinds, row.kind)) ?? [];
  const isAll = kind === undefined && aiSystem === undefined && subject === undefined;
  return {
    from,
    to,
    ...volumeOf(rows, { from, to, timeZone }),
    marks,
    ...sumsOf(rows, counted?.total, isAll),
  };
}

function sumsOf(rows: EntryCounts['rows'], total: number | undefined, isAll: boolean) {
  if (total === undefined) return { total: null, erased: null };
  const sum = rows.reduce((all, { count }) => all + count, 0);
  return { total: isAll ? total : sum, erased: isAll ? Math.max(0, total - sum) : null };
}

/** The newest checkpoint of the log that is written now, and what the last check here found. */
export async function askAuditState(reads: Reads) {
  const { log } = reads.ledger;
  const note = (await reads.ledger.checkpoint(log)) ?? '';
  const checkpoint = parseCheckpoint(note);
  return {
    log,
    note,
    size: checkpoint?.size ?? 0,
    root: checkpoint === undefined ? null : base64(checkpoint.root),
    vkey: (await reads.ledger.vkey(log))?.trim() ?? null,
    check: shownCheck(reads),
  };
}

function shownCheck(reads: Reads) {
  const last = reads.ledger.lastCheck();
  if (last === undefined) return null;
  const { at, root: _root, since, ...check } = last;
  const isGood =
    check.isRootRight &&
    check.isSigned &&
    check.wrong.length === 0 &&
    check.witness?.agrees !== false &&
    since?.isConsistent !== false;
  return {
    ...check,
    at: timeOf(at),
    secondsAgo: Math.max(0, Math.round((reads.now() - at) / 1000)),
    isGood,
    since: since === undefined ? null : { ...since, at: timeOf(since.at), grown: check.size - since.size },
  };
}

export type AuditState = Awaited<ReturnType<typeof askAuditState>>;
