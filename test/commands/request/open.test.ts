import { describe, expect, it } from 'vitest';
import { openRequest } from '../../../src/commands/request/open.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { requestKinds } from '../../../src/vocabulary/request.ts';
import { berlin, erased, fake, known, officer, problemOf, rowOf, selfOf } from '../../given/request/fake-state.ts';

const ada = known('sub_ada', ['EU']);

describe('asking for something', () => {
  it('every kind is accepted and clocked, for the person and for staff', () => {
    for (const kind of requestKinds) {
      const house = fake({ 'customer:ada': ada });
      for (const row of [
        house.open({ kind }, selfOf('customer:ada')),
        house.open({ kind, subject: 'customer:ada' }, officer),
      ]) {
        expect(rowOf(row)).toMatchObject({ kind, subject: 'sub_ada', regimes: ['EU'], state: 'received' });
        expect(rowOf(row).dueAt).toBeGreaterThanOrEqual(house.now);
      }
    }
  });

  it('answers with the promised members and the secret, once', () => {
    const house = fake({ 'customer:ada': ada });
    const done = house.run(
      openRequest,
      { kind: 'access', message: 'Everything, please.', calendar: berlin },
      selfOf('customer:ada'),
    );
    if (isProblem(done)) throw new Error(done.problem);
    expect(done.body).toMatchObject({
      kind: 'access',
      regimes: ['EU'],
      state: 'received',
      receivedAt: '2026-11-25T10:00:00.000Z',
      dueAt: '2026-12-28T22:59:59.999Z',
      clock: { rule: 'EU_MONTHS(1,3)' },
      entry: { log: 1 },
    });
    expect(done.body.secret).toMatch(/^sec_.{26}$/);
    expect(done.effects).toEqual([
      { effect: 'send-message', message: expect.stringMatching(/^msg_/), subject: 'sub_ada' },
      { effect: 'keep-request-secret', request: done.body.id, secret: done.body.secret },
    ]);
  });

  it("keeps the person's words out of the row and in the sealed fact", () => {
    const house = fake({ 'customer:ada': ada });
    const row = rowOf(house.open({ kind: 'access', message: 'CANARY' }, selfOf('customer:ada')));
    expect(JSON.stringify(row)).not.toContain('CANARY');
    expect(JSON.stringify(house.facts)).toContain('CANARY');
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
  });

  it('a signed-in person is known by the session; a letter is not verified yet', () => {
    const house = fake({ 'customer:ada': ada });
    expect(rowOf(house.open({ kind: 'access' }, selfOf('customer:ada')))).toMatchObject({
      verification: 'session',
      channel: 'self',
    });
    expect(rowOf(house.open({ kind: 'access', subject: 'customer:ada' }, officer))).toMatchObject({
      verification: 'none',
      channel: 'staff',
    });
  });

  it('somebody new becomes a person first, under the regime of the house', () => {
    const house = fake();
    const row = rowOf(house.open({ kind: 'access', subject: 'email:new@example.com' }, officer));
    expect(house.facts.map((fact) => fact.kind)).toEqual(['subject.linked', 'request.received', 'message.written']);
    expect(house.facts[0]).toMatchObject({
      subject: row.subject,
      payload: { v: 1, identifier: 'email:new@example.com' },
    });
    expect(row.regimes).toEqual(['EU']);
  });

  it('runs the clock of every law of the person and is due at the earliest', () => {
    const house = fake({ 'customer:cal': known('sub_cal', ['US-CA', 'EU']) });
    const row = rowOf(house.open({ kind: 'access' }, selfOf('customer:cal')));
    expect(row.regimes).toEqual(['US-CA', 'EU']);
    expect(new Date(row.dueAt).toISOString()).toBe('2026-12-28T22:59:59.999Z');
  });

  it('a letter counts from the day it came, not from the day it was typed in, and never from tomorrow', () => {
    const house = fake({ 'customer:ada': ada });
    const receivedAt = Date.parse('2026-11-20T09:00:00.000Z');
    expect(
      new Date(rowOf(house.open({ kind: 'access', subject: 'customer:ada', receivedAt }, officer)).dueAt).toISOString(),
    ).toBe('2026-12-21T22:59:59.999Z');
    expect(problemOf(house.open({ kind: 'access', subject: 'customer:ada', receivedAt: house.now + 1 }, officer))).toBe(
      'validation-failed',
    );
    expect(problemOf(house.open({ kind: 'access', receivedAt }, selfOf('customer:ada')))).toBe('validation-failed');
  });

  it('keeps the period and the language asked for', () => {
    const house = fake({ 'customer:ada': ada });
    const period = { from: '2026-01-01T00:00:00.000Z' };
    expect(rowOf(house.open({ kind: 'access', language: 'de', period }, selfOf('customer:ada')))).toMatchObject({
      language: 'de',
      period,
    });
  });

  it('nobody asks for somebody else with an own token, staff must say for whom, an unknown pseudonym is nobody', () => {
    const house = fake({ 'customer:ada': ada });
    expect(problemOf(house.open({ kind: 'access', subject: 'customer:bob' }, selfOf('customer:ada')))).toBe(
      'validation-failed',
    );
    expect(problemOf(house.open({ kind: 'access' }, officer))).toBe('validation-failed');
    expect(problemOf(house.open({ kind: 'access', subject: 'sub_nobody' }, officer))).toBe('not-found');
  });
});

describe('asking after an erasure', () => {
  it('staff cannot bring a person back by filing a request', () => {
    const house = fake({ 'customer:gone': erased });
    expect(problemOf(house.open({ kind: 'access', subject: 'customer:gone' }, officer))).toBe('subject-erased');
    expect(house.facts).toEqual([]);
  });

  it('the person can come back by an own act, as somebody new', () => {
    const house = fake({ 'customer:gone': erased });
    const done = house.run(openRequest, { kind: 'access', calendar: berlin }, selfOf('customer:gone'));
    if (isProblem(done)) throw new Error(done.problem);
    expect(done.effects).toContainEqual({ effect: 'lift-erased-mark', identifier: 'customer:gone' });
    expect(house.facts.map((fact) => fact.kind)).toEqual(['subject.linked', 'request.received', 'message.written']);
  });
});
