/**
 * A slow, separate reading of the calendar rules, without Temporal: it walks day by day on UTC midnights.
 * Flow:    calendar.test.ts compares it with src/law/calendar.ts.
 */
const DAY_MS = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
const show = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const walk = (day: string, days: number): string => show(at(day) + days * DAY_MS);

export function worksOn(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(at(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** Walks on until as many month borders are crossed as asked for, then to the same number or the month's last day. */
export function sameDayLater(day: string, months: number): string {
  const number = Number(day.slice(8));
  let current = day;
  for (let crossed = 0; crossed < months; ) {
    const next = walk(current, 1);
    if (next.slice(0, 7) !== current.slice(0, 7)) crossed += 1;
    current = next;
  }
  while (Number(current.slice(8)) < number && walk(current, 1).slice(0, 7) === current.slice(0, 7))
    current = walk(current, 1);
  return current;
}

export function nextWorking(day: string, holidays: ReadonlySet<string>): string {
  let current = day;
  while (!worksOn(current, holidays)) current = walk(current, 1);
  return current;
}

export function workingDaysLater(day: string, count: number, holidays: ReadonlySet<string>): string {
  const seen: string[] = [];
  for (let current = walk(day, 1); seen.length < count; current = walk(current, 1)) {
    if (worksOn(current, holidays)) seen.push(current);
  }
  return seen.at(-1) ?? day;
}

const shown = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant where people live, by Intl alone. */
export function dayIn(instant: number, zone: string): string {
  const format = shown.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  shown.set(zone, format);
  return format.format(instant);
}

/** The last millisecond of a day where people live, found by halving. */
export function lastInstant(day: string, zone: string): number {
  let inside = at(day) - DAY_MS;
  let outside = at(day) + 3 * DAY_MS;
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (dayIn(middle, zone) <= day) inside = middle;
    else outside = middle;
  }
  return inside;
}

export const daysFrom = (one: string, other: string): number => Math.round((at(other) - at(one)) / DAY_MS);
