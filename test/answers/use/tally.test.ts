import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addTallies, type CountedUse, tallyUses } from '../../../src/answers/use/tally.ts';

const use = fc.record<CountedUse>({
  system: fc.constantFrom('a', 'b', '__proto__'),
  purpose: fc.constantFrom('support', 'offers'),
  outcome: fc.constantFrom('allowed', 'refused', 'reported'),
  covered: fc.boolean(),
  reason: fc.constantFrom('never-asked', 'objected'),
  categories: fc.array(fc.constantFrom('payments', 'messages', 'constructor'), { maxLength: 3 }),
  occurredAt: fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') }),
});

it('counts the same however the uses are cut into pages', () => {
  fc.assert(
    fc.property(fc.array(use, { maxLength: 60 }), fc.nat(60), (uses, cut) => {
      const whole = tallyUses(uses, 'Europe/Berlin');
      const pages = addTallies(
        tallyUses(uses.slice(cut), 'Europe/Berlin'),
        tallyUses(uses.slice(0, cut), 'Europe/Berlin'),
      );
      expect(pages).toEqual(whole);
    }),
  );
});

it('counts a use just before midnight in the month of the zone, not of UTC', () => {
  const late: CountedUse = {
    system: 'a',
    purpose: 'p',
    outcome: 'allowed',
    reason: 'contract',
    categories: [],
    occurredAt: Date.parse('2026-10-31T23:30:00.000Z'),
  };
  expect(Object.keys(tallyUses([late], 'Europe/Berlin').a?.months ?? {})).toEqual(['2026-11']);
  expect(Object.keys(tallyUses([late], 'UTC').a?.months ?? {})).toEqual(['2026-10']);
});

it('counts a use of two kinds of data once for each kind', () => {
  const uses: readonly CountedUse[] = [
    { system: 'a', purpose: 'p', outcome: 'allowed', reason: 'contract', categories: ['x', 'y', 'x'], occurredAt: 0 },
  ];
  expect(tallyUses(uses, 'UTC').a).toMatchObject({ allowed: 1, categories: { x: 1, y: 1 } });
});
