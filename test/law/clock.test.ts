import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, clockFor } from '../../src/law/clock.ts';
import { regimeCodes } from '../../src/law/regimes.ts';
import { rowFor } from '../../src/law/request-kinds.ts';
import { type RequestKind, requestKinds } from '../../src/vocabulary/request.ts';

const berlin: Calendar = { timeZone: 'Europe/Berlin', holidays: ['DE', 'GB-EAW', 'US'] };
const angeles: Calendar = { timeZone: 'America/Los_Angeles', holidays: ['US'] };
const london: Calendar = { timeZone: 'Europe/London', holidays: ['GB-EAW'] };
const noon = (day: string): number => Date.parse(`${day}T12:00:00.000Z`);
const iso = (instant: number | undefined): string => (instant === undefined ? 'none' : new Date(instant).toISOString());

const asked = (kind: RequestKind, regimes: readonly string[], day: string) => ({
  kind,
  regimes,
  receivedAt: noon(day),
});

describe('a request in Europe', () => {
  it('is due at the end of the day in Berlin, one month on, past two holidays and a weekend', () => {
    const clock = clockFor(asked('access', ['EU'], '2026-11-25'), berlin);
    expect(clock).toMatchObject({
      rule: 'EU_MONTHS(1,3)',
      receiptDate: '2026-11-25',
      dueDate: '2026-12-28',
      regime: 'EU',
    });
    expect(iso(clock.dueAt)).toBe('2026-12-28T22:59:59.999Z');
    expect(iso(clock.extendedDueAt)).toBe('2027-02-25T22:59:59.999Z');
    expect(clock.source).toContain('GDPR 15');
    expect(clock.words).toContain('next working day');
  });

  it('received half an hour before midnight in London counts from New Year in Berlin', () => {
    const clock = clockFor(
      { kind: 'erasure', regimes: ['EU-DE'], receivedAt: Date.parse('2026-12-31T23:30:00.000Z') },
      berlin,
    );
    expect([clock.receiptDate, clock.dueDate, iso(clock.extendedDueAt)]).toEqual([
      '2027-01-01',
      '2027-02-01',
      '2027-04-01T21:59:59.999Z',
    ]);
  });

  it('has to stop marketing and heed a withdrawal the same day', () => {
    for (const kind of ['objection-marketing', 'consent-withdrawal'] as const) {
      const clock = clockFor(asked(kind, ['EU', 'UK'], '2026-11-25'), berlin);
      expect([clock.rule, clock.dueDate, clock.extendedDueAt]).toEqual(['IMMEDIATE', '2026-11-25', undefined]);
    }
  });
});

describe('a request in the United Kingdom', () => {
  const awaited = [{ why: 'identity' as const, from: noon('2027-02-10'), to: noon('2027-02-22') }];
  it('starts when the proof of identity arrives, where it was needed', () => {
    const clock = clockFor({ ...asked('access', ['UK'], '2027-02-10'), pauses: awaited }, london);
    expect([clock.receiptDate, clock.dueDate, iso(clock.extendedDueAt)]).toEqual([
      '2027-02-10',
      '2027-03-22',
      '2027-05-24T22:59:59.999Z',
    ]);
  });

  it('starts at receipt in California and Europe all the same', () => {
    for (const regime of ['US-CA', 'EU']) {
      const later = clockFor({ ...asked('access', [regime], '2027-02-10'), pauses: awaited }, berlin);
      expect(later.dueAt).toBe(clockFor(asked('access', [regime], '2027-02-10'), berlin).dueAt);
    }
  });

  it('acknowledges a complaint within 30 days, the day of receipt counted', () => {
    expect(iso(clockFor(asked('complaint', ['UK'], '2027-03-01'), london).ackDueAt)).toBe('2027-03-30T22:59:59.999Z');
  });
});

describe('a request in California', () => {
  it('is acknowledged in ten business days and answered in 45, or 90 when extended', () => {
    const clock = clockFor(asked('access', ['US-CA'], '2026-11-16'), angeles);
    expect(clock).toMatchObject({ rule: 'CAL_DAYS(45,90)', dueDate: '2026-12-31' });
    expect([iso(clock.ackDueAt), iso(clock.extendedDueAt)]).toEqual([
      '2026-12-02T07:59:59.999Z',
      '2027-02-15T07:59:59.999Z',
    ]);
  });

  it('received at half past five in the morning in London counts from the day before', () => {
    const receivedAt = Date.parse('2027-01-15T05:30:00.000Z');
    const optOut = clockFor({ kind: 'optout-sale-share', regimes: ['US-CA'], receivedAt }, angeles);
    const know = clockFor({ kind: 'access', regimes: ['US-CA'], receivedAt }, angeles);
    expect([optOut.rule, optOut.dueDate, know.dueDate]).toEqual(['BUS_DAYS(15)', '2027-02-05', '2027-02-28']);
    expect(iso(know.ackDueAt)).toBe('2027-01-30T07:59:59.999Z');
  });

  it.each(['optout-sale-share', 'limit-sensitive', 'optout-admt'] as const)(
    '%s has 15 business days and no extension',
    (kind) => {
      for (const day of ['2026-11-13', '2027-01-15']) {
        const clock = clockFor(asked(kind, ['US-CA'], day), angeles);
        expect([clock.rule, clock.extendedDueAt]).toEqual(['BUS_DAYS(15)', undefined]);
      }
    },
  );
});

describe('the other regimes', () => {
  it.each([
    ['access', 'US-VA', '2026-12-01', 'CAL_DAYS(45,90)', '2027-01-15'],
    ['access', 'US-IA', '2026-12-01', 'CAL_DAYS(90,135)', '2027-03-01'],
    ['dsr-appeal', 'US-TX', '2026-12-01', 'CAL_DAYS(60)', '2027-01-30'],
    ['dsr-appeal', 'US-CO', '2026-12-01', 'CAL_DAYS(45,105)', '2027-01-15'],
    ['dsr-appeal', 'US-MN', '2027-01-31', 'CAL_DAYS(45,105)', '2027-03-17'],
    ['dsr-appeal', 'US-OR', '2027-01-31', 'CAL_DAYS(45)', '2027-03-17'],
    ['human-review', 'US-CO', '2027-01-31', 'CAL_DAYS(45,90)', '2027-03-17'],
    ['access', 'BR', '2026-12-20', 'CAL_DAYS(15)', '2027-01-04'],
    ['access', 'CA', '2027-01-31', 'CAL_DAYS(30,60)', '2027-03-02'],
    ['access', 'CA-QC', '2027-01-31', 'CAL_DAYS(30)', '2027-03-02'],
    ['restriction', 'US-VA', '2026-12-01', 'CAL_DAYS(45,90)', '2027-01-15'],
  ] as const)('%s under %s', (...[kind, regime, day, rule, due]) => {
    expect(clockFor(asked(kind, [regime], day), angeles)).toMatchObject({ rule, dueDate: due });
  });

  it('says of an appeal that the appeal arrived, and of everything else that the request did', () => {
    const said = requestKinds.filter((kind) =>
      /appeal/.test(clockFor(asked(kind, ['US-CO'], '2027-06-01'), angeles).words),
    );
    expect(said).toEqual(['dsr-appeal']);
  });

  it('where the law is silent, says that the clock is a policy of the house', () => {
    expect(clockFor(asked('restriction', ['US-VA'], '2026-12-01'), angeles).source).toContain('policy default');
  });
});

describe('somebody under several laws', () => {
  it('is answered by the earliest, and no extension outlasts the shortest', () => {
    const clock = clockFor(asked('access', ['US-CA', 'EU'], '2026-11-25'), berlin);
    expect([clock.regime, clock.dueDate, clock.clocks.length]).toEqual(['EU', '2026-12-28', 2]);
    expect(iso(clock.extendedDueAt)).toBe('2027-02-23T22:59:59.999Z');
    expect(clock.ackDueAt).toBeDefined();
  });

  it('gets no extension where one of the laws knows none and is due first', () => {
    expect(clockFor(asked('access', ['BR', 'EU'], '2026-11-25'), berlin).extendedDueAt).toBeUndefined();
  });
});

describe('for every kind of request, law, place and moment', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/Los_Angeles',
    'Pacific/Auckland',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'UTC',
  );
  const questions = fc.record({
    kind: fc.constantFrom(...requestKinds),
    regimes: fc.uniqueArray(fc.constantFrom(...regimeCodes), { minLength: 1, maxLength: 4 }),
    receivedAt: fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }),
  });
  const calendars = fc.record({ timeZone: zones, holidays: fc.subarray(['DE', 'GB-EAW', 'US']) });

  it('there is a last day, never before receipt, never later than any of its laws allows', () => {
    fc.assert(
      fc.property(questions, calendars, (question, calendar) => {
        const clock = clockFor(question, calendar);
        expect(clock.dueAt).toBeGreaterThanOrEqual(question.receivedAt);
        expect(clock.dueDate >= clock.receiptDate).toBe(true);
        expect(clock.dueAt).toBe(Math.min(...clock.clocks.map((each) => each.dueAt)));
        expect(clock.extendedDueAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(clock.dueAt);
        expect([clock.rule, clock.source, clock.words].every((text) => text.length > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a last day to say that it arrived stands where one of the laws asks for that, and is the first of theirs', () => {
    fc.assert(
      fc.property(questions, calendars, (question, calendar) => {
        const { ackDueAt, clocks } = clockFor(question, calendar);
        const asked = clocks.flatMap((each) => each.ackDueAt ?? []);
        expect(ackDueAt).toBe(asked.length === 0 ? undefined : Math.min(...asked));
        for (const each of clocks) {
          const { ack } = rowFor(question.kind, each.regime, each.receiptDate);
          expect(each.ackDueAt !== undefined).toBe(ack !== undefined);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what was waited for is told of beside the last day only where it would move that day', () => {
    const waited = fc.record({
      why: fc.constantFrom('identity' as const, 'authority' as const, 'fee' as const, 'clarification' as const),
      days: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(questions, calendars, waited, (question, calendar, { why, days }) => {
        const pause = { why, from: question.receivedAt, to: question.receivedAt + days * 86_400_000 };
        const [without, after] = [question, { ...question, pauses: [pause] }].map((each) => clockFor(each, calendar));
        expect([without?.suspendedDueAt, ...(without?.clocks ?? []).map((each) => each.suspendedDueAt)]).toEqual(
          [undefined, ...question.regimes].map(() => undefined),
        );
        const told = after?.suspendedDueAt;
        expect(told ?? Number.POSITIVE_INFINITY).toBeGreaterThan(after?.dueAt ?? 0);
        const [regime = '', ...others] = question.regimes;
        const isEuropean = others.length === 0 && (regime === 'EU' || regime.startsWith('EU-'));
        const isMonths = after?.rule.startsWith('EU_MONTHS') === true && question.kind !== 'complaint';
        if (why !== 'identity' || days === 0) expect(told).toBeUndefined();
        else if (isEuropean && isMonths && days > 7) expect(told).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('one law more never makes it later, and leaving the holidays out never makes it later', () => {
    fc.assert(
      fc.property(questions, calendars, fc.constantFrom(...regimeCodes), (question, calendar, more) => {
        const clock = clockFor(question, calendar);
        expect(clockFor({ ...question, regimes: [...question.regimes, more] }, calendar).dueAt).toBeLessThanOrEqual(
          clock.dueAt,
        );
        expect(clockFor(question, { ...calendar, holidays: [] }).dueAt).toBeLessThanOrEqual(clock.dueAt);
      }),
      { numRuns: 300 },
    );
  });
});
