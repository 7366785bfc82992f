import { describe, expect, it } from 'vitest';
import { basisAllowedIn, basisFault, wantsOptInForSensitive } from '../../src/law/law.ts';
import { regimeCodes } from '../../src/law/regimes.ts';
import { legalBases } from '../../src/vocabulary/basis.ts';

const on = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
const NOW = on('2026-11-23');

describe('which legal basis exists where', () => {
  it.each([
    ['EU', 'opt-out', false],
    ['EU-DE', 'opt-out', false],
    ['UK', 'opt-out', false],
    ['BR', 'opt-out', false],
    ['CA-QC', 'opt-out', false],
    ['US-CA', 'opt-out', true],
    ['US', 'opt-out', true],
    ['CA', 'opt-out', true],
    ['UK', 'recognised-legitimate-interests', true],
    ['EU', 'recognised-legitimate-interests', false],
    ['US-VA', 'recognised-legitimate-interests', false],
    ['EU', 'consent', true],
    ['EU-DE', 'legitimate-interests', true],
  ] as const)('%s: %s is %s', (...[regime, basis, allowed]) => {
    expect(basisAllowedIn(regime, basis, { on: NOW })).toBe(allowed);
  });

  it('opting out does not do for sensitive data where a state wants a yes first', () => {
    expect(basisAllowedIn('US-VA', 'opt-out', { sensitive: true, on: NOW })).toBe(false);
    expect(basisAllowedIn('US-VA', 'opt-out', { sensitive: false, on: NOW })).toBe(true);
    expect(basisAllowedIn('US-CA', 'opt-out', { sensitive: true, on: NOW })).toBe(true);
    expect([wantsOptInForSensitive('US-OK', NOW), wantsOptInForSensitive('US-OK', on('2027-01-01'))]).toEqual([
      false,
      true,
    ]);
    expect([
      wantsOptInForSensitive('US-UT', NOW),
      wantsOptInForSensitive('US-IA', NOW),
      wantsOptInForSensitive('US', NOW),
    ]).toEqual([false, false, false]);
  });

  it('where one does not hold, others are named, and each of those holds there', () => {
    for (const regime of regimeCodes)
      for (const basis of legalBases)
        for (const sensitive of [false, true])
          for (const on_ of [on('2018-05-25'), NOW, on('2028-06-01')]) {
            const fault = basisFault(regime, basis, { sensitive, on: on_ });
            if (fault === undefined) continue;
            expect(legalBases).toEqual(expect.arrayContaining([...fault.instead]));
            expect(fault.instead.filter((each) => !basisAllowedIn(regime, each, { sensitive, on: on_ }))).toEqual([]);
            expect(fault.instead.length).toBeGreaterThan(0);
          }
  });
});
