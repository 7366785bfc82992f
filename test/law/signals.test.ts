import { describe, expect, it } from 'vitest';
import { knowsSignal, regimeCodes } from '../../src/law/law.ts';

/** LAW: regime, first day on which a signal of the browser is an opt-out of sale and sharing. */
const table = `
US-CA|2023-03-29
US-CO|2024-07-01
US-CT|2025-01-01
US-TX|2025-01-01
US-MT|2025-01-01
US-NE|2025-01-01
US-NH|2025-01-01
US-NJ|2025-07-15
US-MN|2025-07-31
US-MD|2025-10-01
US-OR|2026-01-01
US-DE|2026-01-01`
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string]);

const DAY = 86_400_000;

describe('a privacy signal of the browser is an opt-out', () => {
  it.each(table)('in %s from %s on and not a day earlier', (regime, from) => {
    expect([knowsSignal(regime, Date.parse(from) - DAY), knowsSignal(regime, Date.parse(from))]).toEqual([false, true]);
  });

  it('and under no other body of law', () => {
    const known = regimeCodes.filter((code) => knowsSignal(code, Date.parse('2030-01-01')));
    expect(known.sort()).toEqual(table.map(([regime]) => regime).sort());
  });
});
