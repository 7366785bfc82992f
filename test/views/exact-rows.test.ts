/** Rows of one fact each, member by member: the fullest fact of its kind first, then the barest. */
import { describe, expect, it } from 'vitest';
import type { FactKind } from '../../src/facts/facts.ts';
import { changeRow } from '../../src/views/change/change-row.ts';
import { erasurePosition, factPosition, positionAt } from '../../src/views/change/position.ts';
import { consentAct } from '../../src/views/consent/consent-act.ts';
import { decisionRow } from '../../src/views/decision/decision-row.ts';
import { limitAct } from '../../src/views/limit/limit-act.ts';
import { messageRow } from '../../src/views/message/message-row.ts';
import { knownLimits, reviewFactsOf } from '../../src/views/review/reviewer-sees.ts';
import { trainedOnRow, trainingStepRow } from '../../src/views/training/training-row.ts';
import { uncoveredRow } from '../../src/views/use/uncovered-row.ts';
import { useRow } from '../../src/views/use/use-row.ts';
import { MOST_ENTRIES } from '../../src/vocabulary/place.ts';
import { aFact, everyFact, samples } from '../given/facts.ts';

const place = { id: 'fact_x', subject: 'sub_x', log: 2, index: 7, n: 3, at: Date.parse('2026-11-02T09:00:00.000Z') };
const factsOf = (kind: string) => (samples[kind] ?? []).map((payload) => aFact(kind as FactKind, payload, place));
const ms = (day: string): number => Date.parse(`${day}T08:00:00.000Z`);
const { log, index, id, subject, n, at } = place;

describe('a change that other services are told of', () => {
  const head = { log, index, id, subject, at };
  it.each([
    ['consent.refused', { what: 'refused', purpose: 'offers' }, { what: 'refused', purpose: 'offers' }],
    ['consent.withdrawn', { what: 'withdrawn', purpose: 'offers' }, { what: 'withdrawn', purpose: 'offers' }],
    ['limit.set', { what: 'limit-set', purpose: 'offers' }, { what: 'limit-set' }],
    ['limit.lifted', { what: 'limit-lifted', purpose: 'offers' }, { what: 'limit-lifted' }],
    ['review.opened', undefined, { what: 'decision-pending', purpose: 'loans', decision: 'dec_1' }],
    ['review.concluded', { what: 'decision-settled', decision: 'dec_1' }],
    ['request.received', { what: 'request-received', request: id }, { what: 'request-received', request: id }],
    ...(['extended', 'paused', 'resumed', 'denied', 'fulfilled', 'cancelled', 'appealed'] as const).map(
      (step) =>
        [
          `request.${step}`,
          { what: `request-${step}`, request: 'req_1' },
          { what: `request-${step}`, request: 'req_1' },
        ] as const,
    ),
  ] as const)('%s', (kind, ...rows) => {
    const wanted = (rows as readonly (object | undefined)[]).map((row) => row && { ...head, ...row });
    expect(factsOf(kind).map(changeRow)).toEqual(wanted);
  });

  it.each(['request.verified', 'request.logged', 'task.moved', 'use.allowed', 'consent.given'])(
    'and never %s',
    (kind) => expect(factsOf(kind).map(changeRow)).toEqual(factsOf(kind).map(() => undefined)),
  );
});

describe('a use, a decision and a message', () => {
  const head = { id, subject, n, log, index, at };
  const use = { system: 'chooser', purpose: 'offers', reason: 'consent-given', categories: ['purchases'] };
  it.each([
    ['use.allowed', { outcome: 'allowed', basis: 'consent' }, { outcome: 'allowed' }],
    ['use.refused', { outcome: 'refused', basis: 'consent' }, { outcome: 'refused' }],
    ['training.included', { outcome: 'allowed', basis: 'consent' }, { outcome: 'allowed' }],
  ] as const)('%s', (kind, ...rows) => {
    const wanted = (rows as readonly object[]).map((row) => ({
      ...head,
      ...use,
      ...row,
      occurredAt: at,
      mode: 'request',
    }));
    expect(factsOf(kind).map(useRow)).toEqual(wanted);
  });

  it('a use that was reported later, with whether it was covered', () => {
    const reported = { ...head, ...use, outcome: 'reported', occurredAt: ms('2026-10-05'), mode: 'report' };
    expect(factsOf('use.reported').map(useRow)).toEqual([
      { ...reported, covered: true, basis: 'consent' },
      { ...reported, covered: false },
    ]);
  });

  it('a decision, and until when its person has to be told of it', () => {
    const row = {
      ...head,
      system: 'scorer',
      purpose: 'loans',
      aiRole: 'sole',
      adverse: true,
      covered: true,
      reason: 'consent-given',
      decidedAt: ms('2026-10-03'),
    };
    expect(factsOf('decision.recorded').map(decisionRow)).toEqual([
      { ...row, basis: 'contract', adverseDueAt: ms('2026-11-02') },
      row,
    ]);
  });

  it('a message, by its template and what it is about', () => {
    const row = { id, subject, n, at, template: 'review-opened', language: 'en' };
    expect(factsOf('message.written').map(messageRow)).toEqual([{ ...row, about: 'rev_1' }, row]);
  });
});

describe('a choice and a limit', () => {
  const act = { purpose: 'offers', purposeVersion: 2, by: 'self' };
  it('say everything that the standing is folded from', () => {
    const notice = { key: 'offers-notice', version: 3 };
    const coverage = { explicit: false, categories: ['purchases'] };
    const full = { ...act, notice, warnings: ['limit-stands'], occurredAt: ms('2026-10-01') };
    const said = { id, log, index, n, at };
    expect(factsOf('consent.given').map(consentAct)).toMatchObject([
      { ...said, ...full, ...coverage, what: 'given', effect: 'consent', aiSystems: ['chooser'] },
      { ...said, ...act, ...coverage, what: 'given', effect: 'consent' },
    ]);
    expect(factsOf('consent.refused').map(consentAct)).toMatchObject([
      { ...said, ...full, what: 'refused', effect: 'opt-out', explicit: false },
      { ...said, ...act, what: 'refused', effect: 'none', explicit: false },
    ]);
    expect(factsOf('limit.set').map(limitAct)).toMatchObject([
      { ...said, what: 'set', limit: 'restriction', purpose: 'offers', categories: ['purchases'] },
      { ...said, what: 'set', limit: 'objection' },
    ]);
    for (const kind of ['consent.given', 'limit.set', 'limit.lifted'])
      for (const row of factsOf(kind).map((fact) => consentAct(fact) ?? limitAct(fact)))
        expect(Object.values(row ?? {})).not.toContain(undefined);
  });

  it('leave out every member that was not said', () => {
    const [, bare] = factsOf('consent.given').map(consentAct);
    const named = (row: object | undefined): readonly string[] => Object.keys(row ?? {});
    for (const member of ['notice', 'warnings', 'void', 'aiSystems']) expect(named(bare)).not.toContain(member);
    const [, limit] = factsOf('limit.set').map(limitAct);
    for (const member of ['purpose', 'categories', 'warnings', 'source']) expect(named(limit)).not.toContain(member);
  });

  it('a yes counts unless it was recorded without effect because of a limit or an erasure', () => {
    const choice = { ...factsOf('consent.given')[1]?.payload };
    const isVoid = (effect: string, warnings: readonly string[]) =>
      consentAct(aFact('consent.given', { ...choice, effect, warnings }))?.void;
    expect([isVoid('consent', ['limit-stands']), isVoid('consent', ['not-after-erasure'])]).toEqual([
      undefined,
      undefined,
    ]);
    expect([isVoid('none', []), isVoid('none', ['limit-stands']), isVoid('none', ['not-after-erasure'])]).toEqual([
      undefined,
      true,
      true,
    ]);
  });
});

describe('what a review rests on', () => {
  const seats = { first: { assigned: 'fact_1' }, second: { assigned: 'fact_2' } };
  const row = { id: 'rev_1', decision: 'dec_1', evidence: ['file_1', 'file_2'], seats } as never;
  const facts = [
    aFact('decision.recorded', samples['decision.recorded']?.[0] ?? {}, { id: 'dec_1' }),
    aFact('review.opened', samples['review.opened']?.[0] ?? {}, { id: 'rev_1' }),
    aFact('file.added', samples['file.added']?.[0] ?? {}, { id: 'file_1' }),
    aFact('review.assigned', samples['review.assigned']?.[0] ?? {}, { id: 'fact_1' }),
  ];
  const without = (id: string) => (wanted: string) => facts.find((each) => each.id === wanted && each.id !== id);

  it('is there while its decision and its beginning are, with what else is still there', () => {
    const [decision, opened, file, asked] = facts;
    expect(reviewFactsOf(row, without('none'))).toEqual({ decision, opened, files: [file], asked: [asked] });
    expect(reviewFactsOf(row, without('file_1'))).toEqual({ decision, opened, files: [], asked: [asked] });
    expect(reviewFactsOf(row, without('fact_1'))).toEqual({ decision, opened, files: [file], asked: [] });
    for (const gone of ['dec_1', 'rev_1']) expect(reviewFactsOf(row, without(gone))).toBeUndefined();
  });

  it('comes with where the AI system is known to fail, as far as that was published', () => {
    const [limitations, whereItFails] = [{ en: 'Small incomes' }, { en: 'Old data' }];
    expect(knownLimits({ body: { limitations, supportGuide: { whereItFails } } })).toEqual({
      limits: { limitations, whereItFails },
    });
    for (const nothing of [undefined, { body: {} }, { body: { supportGuide: {} } }])
      expect(knownLimits(nothing)).toEqual({ limits: {} });
  });
});

describe('a training run', () => {
  const system = { aiSystem: 'scorer', modelVersion: '2026.11' };
  const nothing = { system: '', version: '', included: 0, refused: 0 };
  const [registered, counted, ended] = [
    { kind: 'training.registered', payload: { v: 1, ...system } },
    { kind: 'training.counted', payload: { v: 1, run: 'trn_1', included: 5, refused: 2 } },
    { kind: 'training.ended', payload: { v: 1, run: 'trn_1' } },
  ].map((fact) => ({ ...place, ...fact }) as never);

  it('has a row for each thing that happened to it', () => {
    const head = (fact: { readonly payload: object }) => ({
      id,
      at,
      position: 2 * 2 ** 32 + 7,
      doc: JSON.stringify(fact.payload),
    });
    expect(trainingStepRow(registered as never)).toEqual({
      ...head(registered as never),
      ...nothing,
      run: id,
      step: 'registered',
      system: 'scorer',
      version: '2026.11',
    });
    expect(trainingStepRow(counted as never)).toEqual({
      ...head(counted as never),
      ...nothing,
      run: 'trn_1',
      step: 'counted',
      included: 5,
      refused: 2,
    });
    expect(trainingStepRow(ended as never)).toEqual({
      ...head(ended as never),
      ...nothing,
      run: 'trn_1',
      step: 'ended',
    });
  });

  it('has a row for each person whose data went into it', () => {
    const row = { run: 'trn_1', subject, n, log, index, at };
    expect(factsOf('training.included').map(trainedOnRow)).toEqual([row, row]);
  });

  it('is made of nothing else', () => {
    const others = everyFact().filter(({ kind }) => !kind.startsWith('training.'));
    expect(
      others.flatMap((fact) => [trainingStepRow(fact), trainedOnRow(fact)]).filter((row) => row !== undefined),
    ).toEqual([]);
    expect(factsOf('training.included').map(trainingStepRow)).toEqual([undefined, undefined]);
  });
});

describe('a model call that nobody asked for', () => {
  const row = (payload: object) =>
    uncoveredRow({ ...place, kind: 'use.uncovered', payload: { v: 1, ...payload } } as never);
  it('is a row with names where it gave itself some, and empty ones where not', () => {
    const cause = 'no-check';
    const names = { service: 'shop', aiSystem: 'chooser', model: 'm1' };
    expect(row({ ...names, cause, reported: true })).toEqual({
      id,
      at,
      service: 'shop',
      system: 'chooser',
      model: 'm1',
      cause,
      reported: true,
    });
    expect(row({ cause, reported: false })).toEqual({
      id,
      at,
      service: '',
      system: '',
      model: '',
      cause,
      reported: false,
    });
    expect(
      everyFact()
        .filter(({ kind }) => kind !== 'use.uncovered')
        .map(uncoveredRow),
    ).not.toContainEqual(expect.anything());
  });
});

describe('a position in the feed', () => {
  it('leads back to the entry that it was made of, as does that of an erasure after it', () => {
    for (const entry of [
      { log: 0, index: 0 },
      { log: 3, index: 41 },
      { log: 511, index: MOST_ENTRIES - 1 },
    ]) {
      const position = factPosition(entry);
      expect(positionAt(position)).toEqual(entry);
      expect(positionAt(erasurePosition({ after: position, before: position + 4096 }, undefined))).toEqual(entry);
    }
    expect(() => factPosition({ log: 0, index: MOST_ENTRIES })).toThrow('no position for entry 0/');
    expect(() => factPosition({ log: 512, index: 0 })).toThrow('512/0');
    const [after, before] = [factPosition({ log: 0, index: 1 }), factPosition({ log: 0, index: 2 })];
    expect(erasurePosition({ after, before }, before - 2)).toBe(before - 1);
    expect(() => erasurePosition({ after, before }, before - 1)).toThrow('too many erasures');
  });
});
