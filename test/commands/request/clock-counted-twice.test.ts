/** The last day of a request after whatever happened to it, counted a second time by code that shares nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/commands/command.ts';
import type { OpenRequest } from '../../../src/commands/request/open.ts';
import { openRequest } from '../../../src/commands/request/open.ts';
import { stepRequest } from '../../../src/commands/request/step.ts';
import type { StepRequest } from '../../../src/commands/request/step-input.ts';
import type { Calendar } from '../../../src/law/clock.ts';
import { holidaysOf } from '../../../src/law/holidays.ts';
import type { RequestRow } from '../../../src/views/request/request-row.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import {
  dayIn,
  daysFrom,
  lastInstant,
  nextWorking,
  sameDayLater,
  walk,
  workingDaysLater,
} from '../../given/law/naive-days.ts';
import { type Fake, fake, known, officer, rowOf } from '../../given/request/fake-state.ts';

const DAY_MS = 86_400_000;
const none: ReadonlySet<string> = new Set();

interface Law {
  readonly kind: 'access' | 'optout-sale-share' | 'limit-sensitive';
  /** By which holidays its days are counted, and which set the house has for it. */
  readonly set?: 'DE' | 'GB-EAW' | 'US';
  readonly count: 'months' | 'days' | 'business';
  readonly n: number;
  readonly longest?: number;
  readonly ack?: number;
}

/** Written down a second time, from docs/law.md 3.9. */
const laws: Readonly<Record<string, Law>> = {
  'EU-DE': { kind: 'access', set: 'DE', count: 'months', n: 1, longest: 3 },
  EU: { kind: 'access', set: 'DE', count: 'months', n: 1, longest: 3 },
  UK: { kind: 'access', set: 'GB-EAW', count: 'months', n: 1, longest: 3 },
  'US-CA': { kind: 'access', set: 'US', count: 'days', n: 45, longest: 90, ack: 10 },
  'US-VA': { kind: 'access', set: 'US', count: 'days', n: 45, longest: 90 },
  'US-IA': { kind: 'access', set: 'US', count: 'days', n: 90, longest: 135 },
  BR: { kind: 'access', count: 'days', n: 15 },
  CA: { kind: 'access', count: 'days', n: 30, longest: 60 },
  'CA-QC': { kind: 'access', count: 'days', n: 30 },
};
const optOut: Law = { kind: 'optout-sale-share', set: 'US', count: 'business', n: 15 };

interface Wait {
  readonly why: 'identity' | 'clarification';
  readonly from: string;
  readonly to: string;
}

/** The last day under one law, with `n` of its months or days. */
function lastDay(
  law: Law,
  n: number,
  { received, waits, isUk }: { received: string; waits: readonly Wait[]; isUk: boolean },
): string {
  const holidays = law.set === undefined ? none : holidaysOf(law.set);
  if (law.count === 'days') return walk(received, n);
  if (law.count === 'business') return workingDaysLater(received, n, holidays);
  const proofs = waits.filter(({ why }) => isUk && why === 'identity').map(({ to }) => to);
  const start = [received, ...proofs].sort().at(-1) ?? received;
  const idle = waits
    .filter(({ why, from }) => isUk && why === 'clarification' && from >= start)
    .reduce((sum, { from, to }) => sum + daysFrom(from, to), 0);
  return nextWorking(walk(sameDayLater(start, n), idle), holidays);
}

const places = ['Europe/Berlin', 'Europe/London', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'];
/** Month ends, leap days and changes of the clocks are drawn as often as all other days together. */
const edgesOfTime = [
  '2024-02-29',
  '2025-01-31',
  '2025-03-30',
  '2026-10-25',
  '2026-12-31',
  '2027-02-28',
  '2027-05-31',
  '2028-01-31',
  '2028-02-29',
  '2028-11-30',
];
const starts = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 8) }),
  fc
    .tuple(fc.constantFrom(...edgesOfTime), fc.integer({ min: -DAY_MS, max: DAY_MS }))
    .map(([day, off]) => Date.parse(`${day}T12:00:00.000Z`) + off),
);
const lives = fc.record({
  regimes: fc.uniqueArray(fc.constantFrom(...Object.keys(laws)), { minLength: 1, maxLength: 3 }),
  zone: fc.constantFrom(...places),
  receivedAt: starts,
  /** What happens after how many hours, one after the other. */
  turns: fc.array(
    fc.record({
      what: fc.constantFrom('identity' as const, 'clarification' as const, 'extend' as const),
      after: fc.integer({ min: 1, max: 120 }),
      waits: fc.integer({ min: 0, max: 900 }),
    }),
    { maxLength: 4 },
  ),
});

interface Counted {
  readonly dueAt: number;
  readonly extendedDueAt: number;
}

function counted(
  regimes: readonly string[],
  zone: string,
  { receivedAt, waits }: { receivedAt: number; waits: readonly Wait[] },
): Counted {
  const received = dayIn(receivedAt, zone);
  const days = regimes.map((regime) => {
    // Iowa has an act of its own since 2025; before, its people are answered by the common model.
    const law = laws[regime === 'US-IA' && received < '2025-01-01' ? 'US-VA' : regime];
    if (law === undefined) throw new Error(regime);
    const of = { received, waits, isUk: regime === 'UK' };
    return { due: lastDay(law, law.n, of), longest: lastDay(law, law.longest ?? law.n, of) };
  });
  const first = (all: readonly string[]): number => lastInstant([...all].sort()[0] ?? '', zone);
  return { dueAt: first(days.map(({ due }) => due)), extendedDueAt: first(days.map(({ longest }) => longest)) };
}

const opens = (house: Fake, input: OpenRequest, caller: Caller): RequestRow => {
  const done = house.run(openRequest, input, caller);
  if (isProblem(done)) throw new Error(JSON.stringify(done));
  return done.result.row;
};
const steps = (house: Fake, input: StepRequest): RequestRow | undefined => {
  const done = house.run(stepRequest, input, officer);
  return isProblem(done) ? undefined : done.result;
};
const shownAt = (instant: number | undefined): string =>
  instant === undefined ? 'none' : new Date(instant).toISOString();

describe('the last day of a request', () => {
  it('is the one that a second count finds, for 500 lives with waits and extensions, in any zone', () => {
    let [all, moved, extended] = [0, 0, 0];
    fc.assert(
      fc.property(lives, ({ regimes, zone, receivedAt, turns }) => {
        const calendar: Calendar = { timeZone: zone, holidays: ['DE', 'GB-EAW', 'US'] };
        const house = fake({ 'customer:ada': known('sub_ada', regimes) });
        house.now = receivedAt;
        all += 1;
        let row = opens(house, { kind: 'access', subject: 'customer:ada', calendar }, officer);
        const waits: Wait[] = [];
        let [longer, before] = [false, counted(regimes, zone, { receivedAt, waits })];
        expect(shownAt(row.dueAt)).toBe(shownAt(before.dueAt));
        const ack = regimes.includes('US-CA')
          ? lastInstant(workingDaysLater(dayIn(receivedAt, zone), 10, holidaysOf('US')), zone)
          : undefined;
        expect(shownAt(row.ackDueAt)).toBe(shownAt(ack));
        for (const { what, after, waits: hours } of turns) {
          house.now += after * 3_600_000;
          const step = { request: row.id, reason: 'We looked in all four systems.', calendar } as const;
          const due = longer ? before.extendedDueAt : before.dueAt;
          if (what === 'extend') {
            const done = steps(house, { ...step, step: 'extend' });
            const isAllowed = !longer && house.now <= before.dueAt && before.extendedDueAt > before.dueAt;
            expect(done !== undefined).toBe(isAllowed);
            if (done === undefined) continue;
            [row, longer] = [done, true];
            extended += 1;
          } else {
            const knows = regimes.some((each) => each === 'UK' || (each.startsWith('EU') && what === 'identity'));
            const asked = steps(house, { ...step, step: 'pause', code: what });
            expect(asked !== undefined).toBe(knows);
            if (asked === undefined) continue;
            const [from, late] = [dayIn(house.now, zone), house.now > due];
            house.now += hours * 3_600_000;
            const went = steps(house, { ...step, step: 'resume' });
            if (went === undefined) throw new Error('a wait can always end');
            row = went;
            if (!late) waits.push({ why: what, from, to: dayIn(house.now, zone) });
          }
          const now = counted(regimes, zone, { receivedAt, waits });
          if (now.dueAt !== before.dueAt) moved += 1;
          before = now;
          expect(shownAt(row.dueAt), JSON.stringify(waits)).toBe(shownAt(longer ? now.extendedDueAt : now.dueAt));
        }
      }),
      { numRuns: 500, seed: 20_261_129 },
    );
    // The lives are not all the same one.
    expect([moved > all / 10, extended > all / 10]).toEqual([true, true]);
  });

  it('of an opt-out in California is the fifteenth business day, for 200 days and zones', () => {
    fc.assert(
      fc.property(starts, fc.constantFrom(...places), (receivedAt, zone) => {
        const house = fake({ 'customer:cal': known('sub_cal', ['US-CA']) });
        house.now = receivedAt;
        const calendar: Calendar = { timeZone: zone, holidays: ['US'] };
        const row = opens(house, { kind: 'optout-sale-share', subject: 'customer:cal', calendar }, officer);
        const day = lastDay(optOut, optOut.n, { received: dayIn(receivedAt, zone), waits: [], isUk: false });
        expect(shownAt(row.dueAt)).toBe(shownAt(lastInstant(day, zone)));
      }),
      { numRuns: 200, seed: 20_261_129 },
    );
  });
});

describe('a last day that has passed', () => {
  const late = () => {
    const house = fake({ 'customer:uma': known('sub_uma', ['UK']) });
    house.now = Date.parse('2027-03-01T12:00:00.000Z');
    const row = rowOf(house.open({ kind: 'access', subject: 'customer:uma' }, officer));
    house.now = row.dueAt + 10 * DAY_MS;
    return { house, row };
  };

  it.each(['identity', 'clarification'])('is not brought back by asking for %s afterwards', (code) => {
    const { house, row } = late();
    rowOf(house.step({ request: row.id, step: 'pause', reason: 'Which account?', code }));
    house.now += 20 * DAY_MS;
    expect(rowOf(house.step({ request: row.id, step: 'resume' })).dueAt).toBe(row.dueAt);
  });

  it('is not moved by the tables of another release: what was recorded stands', () => {
    const { house, row } = late();
    // As a release would have recorded it that counted otherwise, and knew no holidays.
    const recorded = {
      ...row,
      dueAt: Date.parse('2027-03-20T23:59:59.999Z'),
      receivedAt: Date.parse('2027-02-20T09:00:00.000Z'),
    };
    house.rows.set(row.id, recorded);
    expect(rowOf(house.step({ request: row.id, step: 'verify' })).dueAt).toBe(recorded.dueAt);
    rowOf(house.step({ request: row.id, step: 'pause', reason: 'Which account?', code: 'clarification' }));
    house.now += 5 * DAY_MS;
    expect(rowOf(house.step({ request: row.id, step: 'resume' })).dueAt).toBe(recorded.dueAt);
  });
});

it('while a law does not count the days of a wait, the time for telling an extension stands still, too', () => {
  const house = fake({ 'customer:uma': known('sub_uma', ['UK']) });
  house.now = Date.parse('2027-03-01T12:00:00.000Z');
  const { id, dueAt } = rowOf(house.open({ kind: 'access', subject: 'customer:uma' }, officer));
  house.now = Date.parse('2027-03-20T12:00:00.000Z');
  rowOf(house.step({ request: id, step: 'pause', reason: 'Which account?', code: 'clarification' }));
  house.now = dueAt + 3 * DAY_MS;
  expect(rowOf(house.step({ request: id, step: 'extend', reason: 'Four systems.' })).extended).toBe(true);
  const row = rowOf(house.step({ request: id, step: 'resume' }));
  // Three months from receipt and the fifteen days of waiting, then the next working day.
  expect(new Date(row.dueAt).toISOString().slice(0, 10)).toBe('2027-06-16');
});
