/**
 * Asks for the last days of all open requests, as a calendar for staff.
 * Flow:    http → here → ports/reads, icalendar.ts.
 * Promise: of a person nothing stands in it, neither a name nor a pseudonym; a day that the law has moved stands where
 *          it was moved to.
 * Source:  RFC 5545; docs/law.md 2.1; decision 0088.
 */
import { calendarDay, timeWords } from '../../language/dates.ts';
import { clockWords } from '../../language/law-words.ts';
import type { Reads } from '../../ports/reads.ts';
import { clockMoved, type RequestRow } from '../../views/request/request-row.ts';
import { untold } from '../../views/request/told.ts';
import { isOpenRequest, type RequestState, requestStates } from '../../vocabulary/request.ts';
import { breachesDue } from '../breach/ask.ts';
import { type Reader, readerOf } from '../reader.ts';
import { type CalendarDate, calendarText } from './icalendar.ts';

const PAGE = 500;
/** More than a calendar can show; whoever has more works from the queue. */
const MOST_OF_A_STATE = 10_000;

async function askOpen(reads: Reads, state: RequestState): Promise<readonly RequestRow[]> {
  const rows: RequestRow[] = [];
  for (let before: number | null | undefined; before !== null && rows.length < MOST_OF_A_STATE; ) {
    const page = await reads.requests({ state, limit: PAGE, ...(before === undefined ? {} : { before }) });
    rows.push(...page.items);
    before = page.next;
  }
  return rows;
}

function datesOf(row: RequestRow, { reader, baseUrl }: { readonly reader: Reader; readonly baseUrl: string }) {
  const request = reader.say(`right.${row.kind}.title`);
  const words = [
    reader.say(`console.request.${row.state}`),
    clockWords(reader.language, row.clock.rule, clockMoved(row)) ?? row.clock.words,
    row.id,
  ].join('\n');
  const date = (what: 'answer' | 'receipt', instant: number): CalendarDate => ({
    uid: `${row.id}-${what}`,
    day: calendarDay(instant, reader.timeZone),
    title: reader.say(`console.calendar.${what}`, { request }),
    words,
    url: `${baseUrl}/console/requests/${row.id}`,
  });
  const receipts = untold(row).filter(({ what }) => what === 'receipt');
  return [date('answer', row.dueAt), ...receipts.map(({ dueAt }) => date('receipt', dueAt))];
}

/** A whole day as the others are, with the hour in words: the clock of a breach ends within a day. */
async function breachDates(reads: Reads, reader: Reader): Promise<readonly CalendarDate[]> {
  const { timeZone, baseUrl } = reads.settings;
  return (await breachesDue(reads)).map(({ id, dueAt, clocks }) => ({
    uid: `${id}-authority`,
    day: calendarDay(Date.parse(dueAt), timeZone),
    title: reader.say('console.calendar.breach', { time: timeWords(reader.language, Date.parse(dueAt), timeZone) }),
    words: [...clocks.map(({ source, rule }) => `${source}: ${rule}`), id].join('\n'),
    url: `${baseUrl}/console/reports/breaches`,
  }));
}

export async function askDueDates(reads: Reads, language: string): Promise<string> {
  const { timeZone, baseUrl } = reads.settings;
  const reader = readerOf(language, timeZone);
  const open = await Promise.all(requestStates.filter(isOpenRequest).map((state) => askOpen(reads, state)));
  const isCut = open.some(({ length }) => length >= MOST_OF_A_STATE);
  const ofRequests = open.flat().flatMap((row) => datesOf(row, { reader, baseUrl }));
  const dates = [...ofRequests, ...(await breachDates(reads, reader))];
  return calendarText({
    name: reader.say('console.calendar.name'),
    ...(isCut ? { words: reader.say('console.list.cut') } : {}),
    now: reads.now(),
    dates: dates.toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day))),
  });
}
