/**
 * Every clock of the law around midnight in zones far from UTC, whatever zone the process itself runs in, against
 * somebody who counts days on a calendar of paper.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockFor } from '../../src/law/clock.ts';
import { adverseNoticeClock } from '../../src/law/law.ts';
import { rowFor } from '../../src/law/request-kinds.ts';
import { ruleText } from '../../src/law/rules.ts';
import { requestKinds } from '../../src/vocabulary/request.ts';
import { nextWorking, sameDayLater, walk, workingDaysLater } from '../given/law/naive-days.ts';
import { sources } from '../house/sources.ts';

const zones = ['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata', 'UTC'] as const;
const free = new Set<string>();
/** One of each way to count; which law counts how is for test/law/numbers.test.ts. */
const laws = ['EU', 'UK', 'US', 'US-CA', 'US-IA', 'US-FL', 'US-NV', 'BR', 'CA', 'CA-QC', 'CH', 'IN'];

/** Midnights on which a month, a year, a leap day or the time of the clocks changes. */
const midnights = ['2026-11-01', '2027-01-01', '2027-03-14', '2027-09-26', '2028-02-29', '2028-03-01'];

/** When a day begins in a zone, found minute by minute. */
function beginningOf(day: string, timeZone: string): number {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const local = (at: number): string => calendar.format(at);
  let at = Date.parse(`${day}T00:00:00.000Z`) - 15 * 3_600_000;
  while (local(at) < day) at += 900_000;
  return at;
}

/** The last day by the text of a rule; `extended` takes the longer of its numbers. */
function counted(rule: string, day: string, extended = false): string | undefined {
  const [, code = '', short = '', long] = /^(\w+?)(?:\((\d+)(?:,(\d+))?\))?$/.exec(rule) ?? [];
  const n = Number(extended ? long : short);
  if (extended && long === undefined) return undefined;
  if (code === 'IMMEDIATE') return day;
  if (code === 'CAL_DAYS') return walk(day, n);
  return code === 'BUS_DAYS' ? workingDaysLater(day, n, free) : nextWorking(sameDayLater(day, n), free);
}

describe.each(zones)('where the process runs in %s', (processZone) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = processZone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('it really does', () => {
    const offset = { 'Pacific/Auckland': -780, 'America/Los_Angeles': 480, 'Asia/Kolkata': -330, UTC: 0 };
    expect(new Date('2027-01-01T00:00:00.000Z').getTimezoneOffset()).toBe(offset[processZone]);
  });

  it.each(zones)('every request counts its days by the calendar of %s', (timeZone) => {
    const wrong: unknown[] = [];
    // Where the process runs somewhere else the two most different laws are enough.
    const counting = processZone === timeZone ? laws : ['EU', 'US-CA'];
    for (const day of midnights) {
      const begins = beginningOf(day, timeZone);
      for (const [received, on] of [
        [begins - 1, walk(day, -1)],
        [begins, day],
      ] as const)
        for (const kind of requestKinds)
          for (const regime of counting) {
            const row = rowFor(kind, regime, on);
            const end = (last: string | undefined) =>
              last === undefined ? undefined : beginningOfAfter(last, timeZone) - 1;
            const due = counted(ruleText(row.rule), on);
            const clock = clockFor({ kind, regimes: [regime], receivedAt: received }, { timeZone, holidays: [] });
            const found = [clock.receiptDate, clock.dueDate, clock.dueAt, clock.extendedDueAt, clock.ackDueAt];
            const ack = row.ack === undefined ? undefined : end(counted(ruleText(row.ack), on));
            const wanted = [on, due, end(due), end(counted(ruleText(row.rule), on, true)), ack];
            if (found.join() !== wanted.join()) wrong.push({ kind, regime, on, found, wanted });
          }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it.each(zones)('the notice of an outcome counts its thirty days by the calendar of %s', (timeZone) => {
    for (const day of ['2027-03-14', '2027-09-26', '2028-02-29']) {
      const begins = beginningOf(day, timeZone);
      const dueAfter = (on: number) =>
        adverseNoticeClock({ regimes: ['US-CO'], aiRole: 'sole', kind: undefined, on }, { timeZone, holidays: [] })
          ?.dueAt;
      expect(dueAfter(begins)).toBe(beginningOfAfter(walk(day, 30), timeZone) - 1);
      expect(dueAfter(begins - 1)).toBe(beginningOfAfter(walk(day, 29), timeZone) - 1);
    }
  });
});

const kept = new Map<string, number>();
/** When the day after this one begins. */
function beginningOfAfter(day: string, timeZone: string): number {
  const key = `${day} ${timeZone}`;
  const found = kept.get(key) ?? beginningOf(walk(day, 1), timeZone);
  kept.set(key, found);
  return found;
}

describe('the zone of the process', () => {
  const LOCAL = /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes)\(|\.toLocale\w*String\(|\bDate\.prototype\b/;
  it('is asked for nowhere in the house: a day is one of UTC or of the zone that configuration names', () => {
    const house = sources.filter(({ path }) => /^(?:src|client|openapi|schema)\//.test(path));
    expect(house.filter(({ bare }) => LOCAL.test(bare)).map(({ path }) => path)).toEqual([]);
    const formats = house.filter(({ bare }) => bare.includes('DateTimeFormat(')).map(({ path }) => path);
    expect(formats).toEqual(['src/config-forms.ts', 'src/language/dates.ts']);
  });

  it('is found where somebody asks for it', () => {
    for (const asked of ['date.getDate()', 'date.setHours(1)', 'date.toLocaleDateString()'])
      expect(LOCAL.test(asked), asked).toBe(true);
    expect(LOCAL.test('date.getUTCDate()')).toBe(false);
  });
});
