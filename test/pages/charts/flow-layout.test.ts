import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages } from '../../../src/language/messages/catalogues.ts';
import { categoryMessages } from '../../../src/language/messages/en/categories.ts';
import { type MessageKey, say } from '../../../src/language/say.ts';
import { type FlowSystem, flowLayout, labelLines, lineLengths } from '../../../src/pages/charts/flow-layout.ts';

const system = fc.record<FlowSystem>({
  key: fc.string({ minLength: 1, maxLength: 4 }),
  name: fc.string(),
  does: fc.string(),
  uses: fc.integer({ min: 1, max: 1_000_000 }),
  series: fc.integer({ min: 1, max: 4 }),
  categories: fc.array(
    fc.record({ label: fc.constantFrom(...'abcdefghijklmn'.split('')), count: fc.integer({ min: 1, max: 1_000_000 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
});

it('keeps labels apart and everything inside the drawing, whatever the counts', () => {
  fc.assert(
    fc.property(fc.array(system, { minLength: 1, maxLength: 12 }), (systems) => {
      const layout = flowLayout(systems, 'Other');
      for (const column of [layout.data, layout.systems]) {
        for (const [place, node] of column.entries()) {
          expect(node.y).toBeGreaterThanOrEqual(-0.001);
          expect(node.y + node.height).toBeLessThanOrEqual(layout.height + 0.001);
          const before = column[place - 1];
          if (before !== undefined)
            expect(node.y + node.height / 2 - (before.y + before.height / 2)).toBeGreaterThanOrEqual(37);
        }
      }
      for (const { from, to } of layout.bands) for (const y of [...from, ...to]) expect(Number.isFinite(y)).toBe(true);
    }),
  );
});

it.each(languages)('cuts no label of a kind of data in %s', (language) => {
  for (const category of Object.keys(categoryMessages)) {
    const label = say(language, category as MessageKey);
    expect(labelLines(label, lineLengths.data).join(' ')).toBe(label);
  }
});

it('cuts what two lines do not hold, and gives every label of two lines room for them', () => {
  expect(labelLines('one two three four', 8)).toEqual(['one two', 'three f…']);
  const long = {
    key: 'a',
    does: '',
    uses: 1,
    series: 1,
    categories: [{ label: 'Past loans and what was paid', count: 1 }],
  };
  const layout = flowLayout([{ ...long, name: 'A' }], 'Other');
  expect(layout.height).toBeGreaterThanOrEqual(54);
});

it('shows the same scale on both sides: twice the uses, twice the bar', () => {
  const one = { key: 'a', name: 'A', does: '', uses: 100, series: 1, categories: [{ label: 'x', count: 100 }] };
  const two = { ...one, key: 'b', name: 'B', uses: 200, series: 2, categories: [{ label: 'y', count: 200 }] };
  const [b, a] = flowLayout([one, two], 'Other').systems;
  expect((b?.height ?? 0) / (a?.height ?? 1)).toBeCloseTo(2);
});
