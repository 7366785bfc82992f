import { describe, expect, it } from 'vitest';
import { cellsOf, shareOf, withheldAmong } from '../../../src/answers/oversight/small-cells.ts';
import { trustFigures, trustTable } from '../../../src/answers/oversight/trust.ts';

const groups = { ageBand: 'adult', regime: 'EU', language: 'en' };
const decided = (count: number, of: Partial<typeof groups>, adverse = false) =>
  Array.from({ length: count }, (_, place) => ({
    id: `${of.language ?? 'en'}-${place}`,
    subject: `${of.language ?? 'en'}-${place}`,
    adverse,
    groups: { ...groups, ...of },
  }));
const nothing = {
  months: ['2026-10', '2026-11'],
  systems: [],
  aiSystem: undefined,
  counted: [],
  decided: [],
  reviews: [],
};

describe('small counts', () => {
  it.each([
    [
      [0, 5, 900],
      [0, 5, 900],
    ],
    [
      [1, 2, 900],
      [null, null, 900],
    ],
    // One alone could be worked out from what is left over.
    [
      [4, 7, 900],
      [null, null, 900],
    ],
    [
      [0, 3, 0],
      [0, null, 0],
    ],
  ])('%j are shown as %j', (counts, shown) => expect(cellsOf(counts)).toEqual(shown));

  it('withhold nothing where nothing is small', () =>
    expect(withheldAmong([0, 10, 11], 10)).toEqual([false, false, false]));
});

describe('a share', () => {
  it('comes with what chance leaves open, wide for few and narrow for many', () => {
    expect(shareOf(5, 10)).toEqual({ share: 0.5, low: 0.2366, high: 0.7634 });
    expect(shareOf(5000, 10_000)).toEqual({ share: 0.5, low: 0.4902, high: 0.5098 });
  });
  it('of nothing is nothing, and stays between none and all', () => {
    expect(shareOf(0, 0)).toEqual({ share: null, low: null, high: null });
    expect(shareOf(0, 20).low).toBe(0);
    expect(shareOf(20, 20).high).toBe(1);
  });
});

describe('the figures of trust and fairness', () => {
  it('show a group of ten people and none of nine, nor the one beside it', () => {
    const rows = (each: readonly ReturnType<typeof decided>[number][]) =>
      trustFigures({ ...nothing, decided: each }).groups.find(({ by }) => by === 'language')?.rows;
    expect(rows(decided(10, {}))).toMatchObject([{ group: 'en', people: 10, share: 0, contested: 0 }]);
    expect(
      rows([...decided(9, { language: 'de' }), ...decided(40, {}), ...decided(50, { language: 'fr' })]),
    ).toMatchObject([
      { group: 'de', people: null, decisions: null, share: null },
      { group: 'en', people: null, decisions: null, share: null },
      { group: 'fr', people: 50, decisions: 50 },
    ]);
  });

  it('of one AI system hold no choices, which belong to purposes, and nothing of another one', () => {
    const counted = [
      { measure: 'agreed', month: '2026-11', count: 50 },
      { measure: 'contested', month: '2026-11', aiSystem: 'a', count: 6 },
      { measure: 'contested', month: '2026-11', aiSystem: 'b', count: 8 },
    ] as const;
    const of = trustFigures({ ...nothing, counted, aiSystem: 'a', systems: ['a', 'b'] });
    expect(of.months[1]?.cells).toMatchObject({ contested: 6 });
    expect(of.months[1]?.cells).not.toHaveProperty('agreed');
    expect(trustFigures({ ...nothing, counted }).months[1]?.cells).toMatchObject({ contested: 14, agreed: 50 });
  });

  it('say in the table what is withheld', () => {
    const counted = [{ measure: 'contested', month: '2026-11', aiSystem: 'a', count: 2 }] as const;
    const table = trustTable(trustFigures({ ...nothing, counted }));
    expect(table).toContain('"month","2026-11","contested","","yes"');
    expect(table).toContain('"month","2026-10","contested","0","no"');
  });
});
