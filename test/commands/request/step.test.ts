import { describe, expect, it } from 'vitest';
import { stepRequest } from '../../../src/commands/request/step.ts';
import { minimalRecord } from '../../../src/views/request/minimal-record.ts';
import { foldRequest } from '../../../src/views/request/request-row.ts';
import { defined } from '../../../src/vocabulary/defined.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import type { RequestKind } from '../../../src/vocabulary/request.ts';
import { berlin, type Fake, fake, known, officer, problemOf, rowOf, selfOf } from '../../given/request/fake-state.ts';

const DAY_MS = 86_400_000;

const people = () => ({
  'customer:ada': known('sub_ada', ['EU']),
  'customer:col': known('sub_col', ['US-CO']),
  'customer:cal': known('sub_cal', ['US-CA']),
});
const letter = (house: Fake, kind: RequestKind, subject = 'customer:ada') =>
  rowOf(house.open({ kind, subject }, officer)).id;
const own = (house: Fake, kind: RequestKind, subject = 'customer:ada') =>
  rowOf(house.open({ kind }, selfOf(subject))).id;

describe('answering', () => {
  it.each(['access', 'erasure', 'ai-explanation'] as const)(
    '%s by letter is answered only after it is known who asks',
    (kind) => {
      const house = fake(people());
      const request = letter(house, kind);
      expect(problemOf(house.step({ request, step: 'fulfil' }))).toBe('invalid-transition');
      expect(
        problemOf(house.step({ request, step: 'deny', code: 'art12-5-excessive', reason: 'The fifth this week.' })),
      ).toBe('invalid-transition');
      expect(rowOf(house.step({ request, step: 'verify', code: 'doubt-resolved' })).state).toBe('verified');
      expect(rowOf(house.step({ request, step: 'fulfil' }))).toMatchObject({
        state: 'fulfilled',
        treeSize: 7,
        closedAt: house.now,
      });
    },
  );

  it('a signed-in person is answered without another check', () => {
    const house = fake(people());
    expect(rowOf(house.step({ request: own(house, 'access'), step: 'fulfil' })).state).toBe('fulfilled');
  });

  it('somebody who could not be verified is told so, on that ground alone', () => {
    const house = fake(people());
    expect(
      rowOf(house.step({ request: letter(house, 'access'), step: 'deny', code: 'art12-6-identity-not-resolved' }))
        .state,
    ).toBe('denied');
  });

  it('verification says how, and never "not at all"', () => {
    const house = fake(people());
    const request = letter(house, 'access', 'customer:cal');
    expect(problemOf(house.step({ request, step: 'verify', code: 'none' }))).toBe('validation-failed');
    expect(problemOf(house.step({ request, step: 'verify', code: 'by-feeling' }))).toBe('validation-failed');
    expect(rowOf(house.step({ request, step: 'verify' })).verification).toBe('reasonably-high');
  });

  it('a part can be withheld on a ground that allows it, and the ground is shown', () => {
    const house = fake(people());
    const request = own(house, 'erasure');
    expect(problemOf(house.step({ request, step: 'fulfil', code: 'art17-3-b-legal-obligation' }))).toBe(
      'validation-failed',
    );
    expect(
      rowOf(
        house.step({ request, step: 'fulfil', code: 'art17-3-b-legal-obligation', reason: 'Invoices, ten years.' }),
      ),
    ).toMatchObject({
      state: 'fulfilled',
      denialCode: 'art17-3-b-legal-obligation',
    });
    expect(problemOf(house.step({ request: own(house, 'restriction'), step: 'fulfil', code: 'art18-no-ground' }))).toBe(
      'validation-failed',
    );
  });
});

describe('refusing', () => {
  it('needs a ground of the catalogue that fits the kind and the law', () => {
    const house = fake(people());
    const request = own(house, 'erasure');
    for (const code of [undefined, 'too-much-work', 'art18-no-ground', 'ca-del-debug']) {
      expect(problemOf(house.step({ request, step: 'deny', reason: 'no', ...defined({ code }) }))).toBe(
        'validation-failed',
      );
    }
    expect(rowOf(house.step({ request, step: 'deny', code: 'art17-no-ground' }))).toMatchObject({
      state: 'denied',
      denialCode: 'art17-no-ground',
    });
  });

  it('needs words where the ground does, and where it holds in only one of several laws', () => {
    const house = fake({ 'customer:two': known('sub_two', ['EU', 'US-CA']) });
    const request = own(house, 'erasure', 'customer:two');
    expect(problemOf(house.step({ request, step: 'deny', code: 'art17-3-e-legal-claims' }))).toBe('validation-failed');
    expect(problemOf(house.step({ request, step: 'deny', code: 'art17-no-ground' }))).toBe('validation-failed');
    expect(
      rowOf(
        house.step({
          request,
          step: 'deny',
          code: 'art17-no-ground',
          reason: 'In California: needed for the contract.',
        }),
      ).state,
    ).toBe('denied');
  });

  it('is never possible for a withdrawal of consent or an objection to marketing', () => {
    const house = fake(people());
    for (const kind of ['consent-withdrawal', 'objection-marketing'] as const) {
      expect(
        problemOf(house.step({ request: own(house, kind), step: 'deny', code: 'art12-5-excessive', reason: 'no' })),
      ).toBe('validation-failed');
    }
  });

  it('tells the reason in plain words and where to go from here', () => {
    const house = fake(people());
    const input = { request: own(house, 'erasure'), step: 'deny', code: 'art17-no-ground', calendar: berlin } as const;
    const done = house.run(stepRequest, input, officer);
    if (isProblem(done)) throw new Error(done.problem);
    expect(done.body).toMatchObject({
      state: 'denied',
      denial: {
        code: 'art17-no-ground',
        words: 'We still need this data for what it was collected for, and may keep using it.',
        legalReference: 'GDPR 17(1)',
        inPart: false,
        complaints: [{ regime: 'EU', court: true }],
      },
    });
  });
});

describe('time', () => {
  it('is extended once, in time, with a reason, counted from the start', () => {
    const house = fake(people());
    const request = own(house, 'access');
    expect(problemOf(house.step({ request, step: 'extend' }))).toBe('validation-failed');
    const row = rowOf(house.step({ request, step: 'extend', reason: 'Four systems.' }));
    expect([new Date(row.dueAt).toISOString(), row.extended]).toEqual(['2027-02-25T22:59:59.999Z', true]);
    expect(problemOf(house.step({ request, step: 'extend', reason: 'Again.' }))).toBe('invalid-transition');
  });

  it('is not extended when it is over, nor where the law knows no extension', () => {
    const house = fake(people());
    const request = own(house, 'access');
    const optOut = own(house, 'optout-sale-share', 'customer:cal');
    expect(problemOf(house.step({ request: optOut, step: 'extend', reason: 'Slow.' }))).toBe('invalid-transition');
    house.now = Date.parse('2026-12-28T23:00:00.000Z');
    expect(problemOf(house.step({ request, step: 'extend', reason: 'Late.' }))).toBe('invalid-transition');
  });

  it('stands still only where a law of the person knows a pause, for what that law knows', () => {
    const house = fake({ ...people(), 'customer:uma': known('sub_uma', ['UK']) });
    const pause = (subject: string, code: string) =>
      problemOf(house.step({ request: letter(house, 'access', subject), step: 'pause', reason: 'Which one?', code }));
    expect(pause('customer:ada', 'clarification')).toBe('validation-failed');
    const erasure = { request: letter(house, 'erasure', 'customer:uma'), step: 'pause', reason: 'Of what?' } as const;
    expect(problemOf(house.step({ ...erasure, code: 'clarification' }))).toBe('validation-failed');
    rowOf(house.step({ ...erasure, code: 'identity' }));
    for (const subject of ['customer:cal', 'customer:col'])
      expect(pause(subject, 'identity')).toBe('invalid-transition');
    expect(
      problemOf(
        house.step({ request: letter(house, 'objection-marketing', 'customer:uma'), step: 'pause', reason: 'x' }),
      ),
    ).toBe('invalid-transition');
  });

  it('in the Union stays where it was while proof of identity is awaited, and both dates are told', () => {
    const house = fake(people());
    const request = letter(house, 'access');
    const { dueAt } = rowOf(house.step({ request, step: 'verify' }));
    expect(rowOf(house.step({ request, step: 'pause', reason: 'Who are you?', code: 'identity' })).state).toBe(
      'paused',
    );
    expect(problemOf(house.step({ request, step: 'fulfil' }))).toBe('invalid-transition');
    house.now += 10 * DAY_MS;
    const row = rowOf(house.step({ request, step: 'resume' }));
    expect(row).toMatchObject({ state: 'verified', dueAt });
    expect(row.suspendedDueAt).toBeGreaterThan(dueAt + 6 * DAY_MS);
  });

  it.each([
    ['clarification', '2027-03-05', '2027-03-12', '2027-03-01', '2027-04-08'],
    ['identity', '2027-02-10', '2027-02-22', '2027-02-08', '2027-03-22'],
  ])('in the United Kingdom moves for %s by the rule of that law', (...[code, askedOn, answeredOn, received, due]) => {
    const house = fake({ 'customer:uma': known('sub_uma', ['UK']) });
    const at = (day: string): void => {
      house.now = Date.parse(`${day}T12:00:00.000Z`);
    };
    at(received);
    const request = letter(house, 'access', 'customer:uma');
    at(askedOn);
    rowOf(house.step({ request, step: 'pause', reason: 'Which account?', code }));
    at(answeredOn);
    const row = rowOf(house.step({ request, step: 'resume' }));
    expect(new Date(row.dueAt).toISOString().slice(0, 10)).toBe(due);
  });

  it('does not keep a request for ever: one that waits can be refused for want of an answer', () => {
    const house = fake({ 'customer:uma': known('sub_uma', ['UK']) });
    const request = letter(house, 'access', 'customer:uma');
    const deny = { request, step: 'deny', code: 'uk-12a-no-clarification', reason: 'We asked twice.' } as const;
    expect(problemOf(house.step(deny))).toBe('validation-failed');
    rowOf(house.step({ request, step: 'pause', reason: 'Which account?' }));
    expect(rowOf(house.step(deny)).state).toBe('denied');
  });
});

describe('appealing', () => {
  it('opens a refused request again, once, on a clock of its own, where the law knows an appeal', () => {
    const house = fake(people());
    const request = own(house, 'erasure', 'customer:col');
    rowOf(house.step({ request, step: 'deny', code: 'us-exempt-data', reason: 'Bank data.' }));
    const row = rowOf(house.step({ request, step: 'appeal' }, selfOf('customer:col')));
    expect(row).toMatchObject({ state: 'appealed', appealed: true, clock: { rule: 'CAL_DAYS(45,105)' } });
    expect(row.closedAt).toBeUndefined();
    const again = { request, step: 'deny', code: 'us-exempt-data', reason: 'Still bank data.' } as const;
    expect(problemOf(house.step(again))).toBe('invalid-transition');
    rowOf(house.step(again, { ...officer, actor: { id: 'staff_omar', role: 'officer' } }));
    expect(problemOf(house.step({ request, step: 'appeal' }))).toBe('invalid-transition');
  });

  it('is no step in Europe, where the way is a complaint', () => {
    const house = fake(people());
    const request = own(house, 'erasure');
    rowOf(house.step({ request, step: 'deny', code: 'art17-no-ground' }));
    expect(problemOf(house.step({ request, step: 'appeal' }))).toBe('invalid-transition');
  });
});

describe('whose request it is', () => {
  it("somebody else's request is the same as a missing one", () => {
    const house = fake(people());
    const request = own(house, 'access');
    const missing = house.step({ request: 'req_nothing', step: 'cancel' }, selfOf('customer:cal'));
    expect(house.step({ request, step: 'cancel' }, selfOf('customer:cal'))).toEqual(missing);
    expect(problemOf(missing)).toBe('not-found');
    expect(problemOf(house.step({ request, step: 'cancel' }, selfOf('customer:unknown')))).toBe('not-found');
  });

  it('the person can give up, and nothing else', () => {
    const house = fake(people());
    const request = own(house, 'access');
    for (const step of ['verify', 'fulfil', 'pause', 'extend'] as const) {
      expect(problemOf(house.step({ request, step, reason: 'me' }, selfOf('customer:ada')))).toBe('invalid-transition');
    }
    expect(rowOf(house.step({ request, step: 'cancel' }, selfOf('customer:ada'))).state).toBe('cancelled');
  });
});

describe('what stays when the person is gone', () => {
  it('is the minimal record, without subject, and it takes no further step', () => {
    const house = fake(people());
    const request = own(house, 'erasure');
    const row = rowOf(house.step({ request, step: 'fulfil' }));
    const payload = minimalRecord(row, house.now);
    const left = foldRequest(undefined, {
      id: 'fact_x',
      kind: 'request.logged',
      payload,
      at: house.now,
      actor: { id: 'system', role: 'system' },
    });
    expect(left).toMatchObject({
      id: request,
      kind: 'erasure',
      state: 'fulfilled',
      receivedAt: row.receivedAt,
      dueAt: row.dueAt,
      closedAt: row.closedAt,
    });
    expect(JSON.stringify([left, payload])).not.toContain('sub_');
    if (left !== undefined) house.rows.set(request, left);
    expect(problemOf(house.step({ request, step: 'cancel' }))).toBe('subject-erased');
  });

  it('a request that was still open is closed by the erasure', () => {
    const house = fake(people());
    const row = rowOf(house.open({ kind: 'access' }, selfOf('customer:ada')));
    expect(minimalRecord(row, house.now)).toMatchObject({
      outcome: 'cancelled',
      closedAt: new Date(house.now).toISOString(),
    });
  });
});

describe('another calendar', () => {
  it('a release or a setting that brings other holidays moves no last day that was told', () => {
    const house = fake(people());
    house.now = Date.parse('2027-04-27T10:00:00.000Z');
    const request = letter(house, 'access');
    const { dueAt } = rowOf(house.step({ request, step: 'verify', code: 'doubt-resolved' }));
    expect(new Date(dueAt).toISOString()).toBe('2027-05-27T21:59:59.999Z');
    // In Hesse that day is Corpus Christi, and a clock that starts today would end a day later.
    const hesse = { timeZone: 'Europe/Berlin', holidays: ['DE-HE'] };
    const step = (fields: { readonly step: 'pause' | 'resume'; readonly reason?: string; readonly code?: string }) => {
      const done = house.run(stepRequest, { request, calendar: hesse, ...fields }, officer);
      return isProblem(done) ? done.problem : done.result.dueAt;
    };
    house.now = Date.parse('2027-06-01T10:00:00.000Z');
    expect(step({ step: 'pause', code: 'identity', reason: 'Which of two accounts is yours?' })).toBe(dueAt);
    house.now = Date.parse('2027-06-03T10:00:00.000Z');
    expect(step({ step: 'resume' })).toBe(dueAt);
  });
});
