import { describe, expect, it } from 'vitest';
import { emptyStanding, type Standing } from '../../../src/evaluation/person.ts';
import type { RecordedFact } from '../../../src/facts/fact.ts';
import { actOf, actRow, foldPerson } from '../../../src/views/subject/person-fold.ts';
import { aboutNobody, aFact, everyFact, FREE_TEXT, factsOf } from '../../given/facts.ts';
import { carriesEveryMember } from '../../suites/carrying-fold.ts';

const folded = (facts: readonly RecordedFact[], from: Standing = emptyStanding): Standing =>
  facts.reduce<Standing>((standing, fact) => foldPerson(standing, fact), from);
const fullest = (kind: string, changes = {}): RecordedFact => factsOf(kind, changes)[0]!;
const full = folded(
  ['subject.described', 'consent.given', 'limit.set', 'notice.shown', 'staff.described', 'file.added', 'hold.set'].map(
    (kind) => fullest(kind, { id: `${kind}_1` }),
  ),
);
const described = ['subject.described'];

describe('the standing of a person', () => {
  carriesEveryMember<Standing>({
    fold: foldPerson,
    changedBy: {
      regimes: described,
      ageBand: described,
      ageBandUntil: described,
      language: described,
      choices: ['consent.given', 'consent.refused', 'consent.withdrawn'],
      limits: ['limit.set', 'limit.lifted'],
      shown: ['notice.shown'],
      files: ['file.added'],
      holds: ['hold.set', 'hold.lifted'],
      staff: ['staff.described'],
    },
    begins: [],
    facts: everyFact(),
    full,
    lost: [],
  });

  it('a legal hold stays when the person is described again', () => {
    const held = folded([fullest('hold.set', { id: 'hold_1' })]);
    expect(folded([fullest('subject.described')], held).holds).toEqual(held.holds);
  });

  it('a fact that is no act of the person leaves the very same standing', () => {
    const acts = ['subject.described', 'consent.', 'limit.', 'notice.shown', 'staff.', 'file.', 'hold.'];
    const others = everyFact().filter(({ kind }) => !acts.some((act) => kind.startsWith(act)));
    expect(others.length).toBeGreaterThan(30);
    for (const fact of others) expect([fact.kind, foldPerson(full, fact)]).toEqual([fact.kind, full]);
  });

  it('a choice about one purpose and a limit of one kind leave all others as they are', () => {
    const other = {
      ...full,
      choices: { ...full.choices, other: { bar: 1 } },
      limits: { ...full.limits, other: { bar: 1 } },
    };
    for (const fact of everyFact()) {
      const { choices, limits } = foldPerson(other, fact);
      expect([fact.kind, choices['other'], limits['other']]).toEqual([fact.kind, { bar: 1 }, { bar: 1 }]);
    }
  });

  it('a new description says everything anew: what it leaves out is no longer known', () => {
    const { regimes, ...rest } = folded([factsOf('subject.described')[1]!], full);
    expect(regimes).toEqual([]);
    expect(Object.keys(rest)).not.toEqual(expect.arrayContaining(['ageBand', 'ageBandUntil', 'language']));
  });

  it('each hold stands until the one act that lifts it', () => {
    const [first, second] = factsOf('hold.set');
    const both = folded([
      { ...first!, id: 'hold_1' },
      { ...second!, id: 'hold_2' },
    ]);
    expect(Object.keys(both.holds ?? {})).toEqual(['hold_1', 'hold_2']);
    expect(Object.keys(folded([aFact('hold.lifted', { hold: 'hold_1' })], both).holds ?? {})).toEqual(['hold_2']);
    expect(folded([aFact('hold.lifted', { hold: 'hold_9' })], both).holds).toEqual(both.holds);
  });

  it('counts the files of one day, and begins again on the next', () => {
    const at = (time: string): RecordedFact => fullest('file.added', { at: Date.parse(time) });
    const day = [at('2026-11-02T00:00:00.000Z'), at('2026-11-02T23:59:59.999Z')];
    expect(folded(day).files).toEqual({ day: '2026-11-02', count: 2 });
    expect(folded([...day, at('2026-11-03T00:00:00.000Z')]).files).toEqual({ day: '2026-11-03', count: 1 });
  });

  it('keeps no free text and no name', () => {
    for (const fact of everyFact())
      expect(JSON.stringify([foldPerson(full, fact), actRow(fact)])).not.toContain(FREE_TEXT);
  });
});

describe('a row of acts', () => {
  it('is made of each act of a person, and of nothing else', () => {
    const acts = ['subject.described', 'consent.given', 'consent.refused', 'consent.withdrawn'];
    const kinds = new Set(everyFact().flatMap((fact) => (actRow(fact) === undefined ? [] : [fact.kind])));
    expect([...kinds].sort()).toEqual([...acts, 'limit.lifted', 'limit.set', 'notice.shown'].sort());
    expect(actRow(aboutNobody(fullest('consent.given')))).toBeUndefined();
  });

  it('happened when it was said to have happened, else when it was recorded', () => {
    const [dated, undated] = factsOf('limit.set');
    expect(actRow(dated!)).toMatchObject({ occurredAt: Date.parse('2026-10-02T08:00:00.000Z'), at: dated!.at });
    expect(actRow(undated!)).toMatchObject({ occurredAt: undated!.at, purpose: null });
  });

  it('is dated where its time was said, or where the person acted here and now', () => {
    const [said, unsaid] = factsOf('consent.refused');
    const own = { ...unsaid!, actor: { id: 'self', role: 'self' as const } };
    expect([said!, unsaid!, own].map((fact) => actOf(fact))).toMatchObject([
      { dated: true },
      { dated: false },
      { dated: true },
    ]);
  });
});
