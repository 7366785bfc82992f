/**
 * Volume over time as bars: how wide each is, and what stands in it.
 * Flow:    audit.ts → here → pages/charts/volume-bars.
 * Promise: pure; bars begin with the hours and days of the configured zone, touch, and hold every row once.
 * Source:  docs/design.md 12 (chart 4).
 */
import { calendarDay, startOfDay } from '../../language/dates.ts';
import type { EntryCounts } from '../../ports/ledger-reader.ts';
import { DAY_MS, HOUR_MS } from '../../vocabulary/instant.ts';

export type BarWidth = 'hour' | 'hours' | 'day' | 'week' | 'month';

export interface VolumeBar {
  readonly from: number;
  readonly to: number;
  readonly allowed: number;
  readonly refused: number;
  readonly reported: number;
  readonly other: number;
  /** Facts that somebody was erased; among `other`, too. */
  readonly erasures: number;
}

export interface Volume {
  readonly width: BarWidth;
  readonly bars: readonly VolumeBar[];
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

const series: Readonly<Record<string, 'allowed' | 'refused' | 'reported'>> = {
  'use.allowed': 'allowed',
  'training.included': 'allowed',
  'use.refused': 'refused',
  'use.reported': 'reported',
};

/** The calendar day so many days after another. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T12:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);

const steps: readonly { readonly upTo: number; readonly width: BarWidth }[] = [
  { upTo: 2.1 * DAY_MS, width: 'hour' },
  { upTo: 8.1 * DAY_MS, width: 'hours' },
  { upTo: 92 * DAY_MS, width: 'day' },
  { upTo: 750 * DAY_MS, width: 'week' },
];

const widthFor = (span: number): BarWidth => steps.find(({ upTo }) => span <= upTo)?.width ?? 'month';

/** Hours of one bar where a day holds several. */
const hoursIn = { hour: 1, hours: 3 } as const;

function nextDay(day: string, width: 'day' | 'week' | 'month'): string {
  if (width !== 'month') return dayAfter(day, width === 'week' ? 7 : 1);
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** Where bars begin, in order, the first at or before the beginning. */
function startsOf({ from, to, timeZone: zone }: Span, width: BarWidth): readonly number[] {
  const starts: number[] = [];
  let day = calendarDay(from, zone);
  if (width === 'month') day = `${day.slice(0, 7)}-01`;
  for (let start = startOfDay(day, zone); start < to; start = startOfDay(day, zone)) {
    day = nextDay(day, width === 'hour' || width === 'hours' ? 'day' : width);
    if (width !== 'hour' && width !== 'hours') {
      starts.push(start);
      continue;
    }
    const end = Math.min(to, startOfDay(day, zone));
    for (let hour = start; hour < end; hour += hoursIn[width] * HOUR_MS) starts.push(hour);
  }
  return starts;
}

/** The bar that holds a moment: the last one that begins at it or before. */
function barAt(starts: readonly number[], moment: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= moment) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function volumeOf(rows: EntryCounts['rows'], span: Span): Volume {
  const { from, to } = span;
  const width = widthFor(to - from);
  const starts = startsOf(span, width);
  const bars = starts.map((start, at) => ({
    from: start,
    to: starts[at + 1] ?? to,
    allowed: 0,
    refused: 0,
    reported: 0,
    other: 0,
    erasures: 0,
  }));
  for (const { kind, start, count } of rows) {
    const bar = bars[barAt(starts, start)];
    if (bar === undefined) continue;
    bar[series[kind] ?? 'other'] += count;
    if (kind === 'person.erased') bar.erasures += count;
  }
  return { width, bars };
}
