/** Rows of one fact each: which kinds have one, what is taken over, and that no free word comes along. */
import { describe, expect, it } from 'vitest';
import type { RecordedFact } from '../../src/facts/fact.ts';
import { changeRow } from '../../src/views/change/change-row.ts';
import { erasurePosition, erasureRoom, factPosition } from '../../src/views/change/position.ts';
import { consentAct } from '../../src/views/consent/consent-act.ts';
import { shownConsent } from '../../src/views/consent/shown-consent.ts';
import { decisionRow } from '../../src/views/decision/decision-row.ts';
import { limitAct } from '../../src/views/limit/limit-act.ts';
import { shownLimit } from '../../src/views/limit/shown-limit.ts';
import { messageRow } from '../../src/views/message/message-row.ts';
import { useRow } from '../../src/views/use/use-row.ts';
import { aboutNobody, aFact, everyFact, FREE_TEXT, factsOf } from '../given/facts.ts';

const made: readonly (readonly [
  view: string,
  make: (fact: RecordedFact) => object | undefined,
  kinds: readonly string[],
])[] = [
  ['uses', useRow, ['training.included', 'use.allowed', 'use.refused', 'use.reported']],
  ['decisions', decisionRow, ['decision.recorded']],
  ['messages', messageRow, ['message.written']],
  ['choices', consentAct, ['consent.given', 'consent.refused', 'consent.withdrawn']],
  ['limits', limitAct, ['limit.lifted', 'limit.set']],
  [
    'changes',
    changeRow,
    [
      'ai-system.resumed',
      'ai-system.suspended',
      'consent.refused',
      'consent.withdrawn',
      'limit.lifted',
      'limit.set',
      'request.appealed',
      'request.cancelled',
      'request.denied',
      'request.extended',
      'request.fulfilled',
      'request.paused',
      'request.received',
      'request.resumed',
      'review.concluded',
      'review.opened',
    ],
  ],
];

describe.each(made)('a row of %s', (_view, make, kinds) => {
  const rows = everyFact().flatMap((fact) => {
    const row = make(fact);
    return row === undefined ? [] : [{ fact, row }];
  });

  it('is made of its own kinds of facts and of no other', () => {
    expect([...new Set(rows.map(({ fact }) => fact.kind))].sort()).toEqual([...kinds].sort());
  });

  it('keeps its place in the ledger, is plain JSON, and leaves out what was not said', () => {
    for (const { fact, row } of rows) {
      expect(row).toMatchObject({ id: fact.id, at: fact.at });
      expect(JSON.parse(JSON.stringify(row))).toEqual(row);
      expect(Object.values(row)).not.toContain(undefined);
    }
  });

  it('holds no word of a person, an officer or a decision', () => {
    for (const { row } of rows) expect(JSON.stringify(row)).not.toContain(FREE_TEXT);
  });
});

const nobody = (kind: string): RecordedFact => aboutNobody(factsOf(kind)[0]!);
const [full, bare] = [
  (kind: string): RecordedFact => factsOf(kind)[0]!,
  (kind: string): RecordedFact => factsOf(kind)[1]!,
] as const;
const ms = (day: string): number => Date.parse(`${day}T08:00:00.000Z`);

describe('what a row takes over', () => {
  it('a use about nobody has no row', () => {
    for (const kind of ['use.allowed', 'use.refused', 'use.reported']) expect(useRow(nobody(kind))).toBeUndefined();
  });

  it('a use that was asked for happened when it was recorded, a reported one when it was said to', () => {
    const asked = bare('use.allowed');
    expect(useRow(asked)).toMatchObject({ outcome: 'allowed', mode: 'request', occurredAt: asked.at });
    expect(useRow(asked)).not.toHaveProperty('covered');
    expect(useRow(full('use.reported'))).toMatchObject({ covered: true, mode: 'report', occurredAt: ms('2026-10-05') });
  });

  it('a decision keeps until when law wants its person told, where a law does', () => {
    expect(decisionRow(full('decision.recorded'))).toMatchObject({ adverseDueAt: ms('2026-11-02'), basis: 'contract' });
    expect(decisionRow(bare('decision.recorded'))).not.toHaveProperty('adverseDueAt');
  });

  it('only a given choice covers data and systems', () => {
    expect(consentAct(full('consent.given'))).toMatchObject({ categories: ['purchases'], aiSystems: ['chooser'] });
    for (const kind of ['consent.refused', 'consent.withdrawn'])
      expect(consentAct(full(kind))).toMatchObject({ explicit: false, notice: { key: 'offers-notice', version: 3 } });
  });

  it('a yes that was recorded without effect because of a limit or an erasure never counts', () => {
    const choice = { ...full('consent.given').payload, effect: 'none' };
    const withWarning = (warnings: readonly string[]) =>
      consentAct(aFact('consent.given', { ...choice, warnings }))?.void;
    expect(['limit-stands', 'not-after-erasure', 'other'].map((word) => withWarning([word]))).toEqual([
      true,
      true,
      undefined,
    ]);
  });

  it('a list shows a choice and a limit with every member, also where nothing was said', () => {
    expect(shownConsent(consentAct(bare('consent.given'))!, 'sub_1')).toMatchObject({ notice: null, warnings: [] });
    expect(shownLimit(limitAct(bare('limit.set'))!, 'sub_1')).toMatchObject({
      purpose: null,
      warnings: [],
      state: 'set',
    });
    expect(shownLimit(limitAct(full('limit.lifted'))!, 'sub_1')).toMatchObject({
      purpose: 'offers',
      warnings: ['undated'],
      occurredAt: '2026-10-02T08:00:00.000Z',
    });
  });

  it('a review is told of only where the decision waits for it', () => {
    expect(changeRow(full('review.opened'))).toBeUndefined();
    expect(changeRow(bare('review.opened'))).toMatchObject({ what: 'decision-pending', decision: 'dec_1' });
  });

  it('the stop switch concerns everybody', () => {
    const fact = { ...aboutNobody(full('limit.set')), kind: 'ai-system.suspended', payload: { v: 1, key: 'a' } };
    expect(changeRow(fact as RecordedFact)).toMatchObject({
      subject: null,
      what: 'ai-system-suspended',
      aiSystem: 'a',
    });
  });
});

describe('a position in the feed', () => {
  it('keeps the order of facts over all logs, exactly', () => {
    const places = [
      { log: 0, index: 0 },
      { log: 0, index: 1 },
      { log: 0, index: 2 ** 32 - 1 },
      { log: 1, index: 0 },
      { log: 511, index: 2 ** 32 - 1 },
    ];
    const positions = places.map(factPosition);
    expect(positions).toEqual([...positions].sort((one, other) => one - other));
    expect(new Set(positions).size).toBe(places.length);
    expect(positions.every(Number.isSafeInteger)).toBe(true);
    expect(() => factPosition({ log: 512, index: 0 })).toThrow();
  });

  it('of an erasure stands after the newest fact, after the erasure before it, and before the next fact', () => {
    const room = erasureRoom(1, 7);
    const first = erasurePosition(room, undefined);
    const second = erasurePosition(room, first);
    const order = [factPosition({ log: 1, index: 6 }), first, second, factPosition({ log: 1, index: 7 })];
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(() => erasurePosition(room, room.before - 1)).toThrow();
  });
});
