import { describe, expect, it } from 'vitest';
import { minorAge, optInAges } from '../../src/law/ages.ts';
import { basisFault, wantsOptInForSensitive } from '../../src/law/bases.ts';
import { lawChangesAfter } from '../../src/law/changes.ts';
import { owesPreUseNotice, sparesChild, tellsOfAutomation } from '../../src/law/notices.ts';
import { regimeCodes } from '../../src/law/regimes.ts';
import { knowsSignal } from '../../src/law/signals.ts';
import { legalBases } from '../../src/vocabulary/basis.ts';
import { decisionKinds } from '../../src/vocabulary/purpose.ts';
import { walk } from '../given/law/naive-days.ts';

const on = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
/** Everything about law that decides whether data may be used. */
const answersOn = (regime: string, day: string): string =>
  JSON.stringify([
    minorAge(regime, on(day)),
    optInAges(regime, on(day)),
    wantsOptInForSensitive(regime, on(day)),
    legalBases.map((basis) => basisFault(regime, basis, { on: on(day) })),
    [undefined, ...decisionKinds].map((kind) => owesPreUseNotice(regime, { kind, on: on(day) })),
    tellsOfAutomation(regime, on(day)),
    sparesChild(regime, { ageBand: '13-15', on: on(day) }),
    knowsSignal(regime, on(day)),
  ]);

describe('the next change of the law that is named to callers', () => {
  it('comes before anything about a use is answered differently, under every law', () => {
    const wrong: unknown[] = [];
    let changed = 0;
    for (const regime of regimeCodes) {
      let [day, next] = ['2017-12-31', lawChangesAfter([regime], on('2017-12-31'))];
      let before = answersOn(regime, day);
      for (; next !== undefined; next = lawChangesAfter([regime], on(day))) {
        const named = new Date(next).toISOString().slice(0, 10);
        if (on(named) !== next || named <= day) wrong.push({ regime, day, named });
        if (answersOn(regime, walk(named, -1)) !== before) wrong.push({ regime, day, named });
        [day, before] = [named, answersOn(regime, named)];
        changed += 1;
      }
      if (answersOn(regime, '2099-12-31') !== before) wrong.push({ regime, day, named: 'never' });
    }
    expect(wrong).toEqual([]);
    expect(changed).toBeGreaterThan(regimeCodes.length);
  });

  it('is named once for everybody: every day but those on which something is answered differently is left out', () => {
    const days: string[] = [];
    for (let next = lawChangesAfter(['US-CA'], 0); next !== undefined; next = lawChangesAfter(['US-CA'], next))
      days.push(new Date(next).toISOString().slice(0, 10));
    expect(days.filter((day) => answersOn('US-CA', day) === answersOn('US-CA', walk(day, -1)))).toEqual([]);
    expect(days.length).toBeGreaterThan(2);
  });

  it('of several laws is the first of theirs, in whatever order they are named', () => {
    for (const day of ['2018-01-01', '2024-06-30', '2026-11-23', '2027-05-12'])
      for (const regimes of [
        ['EU', 'US-CA'],
        ['IN', 'UK'],
        ['US-CT', 'EU-DK', 'CA-QC'],
      ]) {
        const each = regimes.flatMap((regime) => lawChangesAfter([regime], on(day)) ?? []);
        const wanted = each.length === 0 ? undefined : Math.min(...each);
        expect([lawChangesAfter(regimes, on(day)), lawChangesAfter([...regimes].reverse(), on(day))]).toEqual([
          wanted,
          wanted,
        ]);
      }
    expect(lawChangesAfter([], 0)).toBeUndefined();
    expect(lawChangesAfter(['EU'], on('2099-01-01'))).toBeUndefined();
  });
});
