/**
 * Until when an answer holds by itself: no moment before `until` gives another one.
 * Source:  docs/design.md 8.1 (`until`).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts';
import type { Act, PersonState } from '../../src/evaluation/person.ts';
import { applyRegistryFact } from '../../src/evaluation/publish.ts';
import { questionOf } from '../../src/evaluation/question.ts';
import type { Registry } from '../../src/evaluation/registry.ts';
import { legalBases } from '../../src/vocabulary/basis.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { limitKinds } from '../../src/vocabulary/limit.ts';
import { personWith, subject } from '../given/evaluation/person.ts';
import { aRegistry, chooser, published } from '../given/evaluation/registry.ts';

const DAY = 86_400_000;
/** From before the law's dates that are near to after them. */
const START = Date.parse('2026-01-01T00:00:00.000Z');
const END = Date.parse('2028-07-01T00:00:00.000Z');
const day = fc.integer({ min: 0, max: Math.floor((END - START) / DAY) }).map((days) => START + days * DAY);
const iso = (at: number) => new Date(at).toISOString();
const texts = { en: 'Offers' };
const regimes = fc.constantFrom(
  ['EU'],
  ['UK'],
  ['US-CA'],
  ['US-CO'],
  ['US-NJ'],
  ['EU', 'US-TX'],
  ['CA-QC'],
  ['IN'],
  ['US-OK'],
  ['US-CT', 'UK'],
);

const acts: fc.Arbitrary<readonly Act[]> = fc
  .array(
    fc.oneof(
      fc.record({
        what: fc.constantFrom('given', 'withdrawn'),
        purpose: fc.constant('offers'),
        purposeVersion: fc.constant(1),
        by: fc.constantFrom('self', 'parent'),
        effect: fc.constant('consent'),
        explicit: fc.boolean(),
        categories: fc.constant(['purchases']),
        notice: fc.option(fc.constant({ key: 'offers-notice', version: 1 }), { nil: undefined }),
      }),
      fc.record({ what: fc.constantFrom('set', 'lifted'), limit: fc.constantFrom(...limitKinds) }),
      fc
        .record({
          regimes,
          ageBand: fc.constantFrom('under-13', '13-15', '16-17', 'adult'),
          ageBandUntil: fc.option(day, { nil: undefined }),
        })
        .map(({ ageBandUntil, ...more }) => ({ what: 'described', ...more, ...defined({ ageBandUntil }) })),
      fc.record({
        what: fc.constant('shown'),
        covers: fc.constant([{ aiSystem: chooser, aiSystemVersion: 1, purpose: 'offers', purposeVersion: 1 }]),
        notice: fc.option(fc.constant({ key: 'offers-notice', version: 1 }), { nil: undefined }),
        acknowledged: fc.boolean(),
      }),
    ),
    { maxLength: 6 },
  )
  .chain((list) =>
    fc.array(day, { minLength: list.length, maxLength: list.length }).map((days) => {
      const times = [...days].sort((one, other) => one - other);
      return list.map(
        (act, n) => ({ id: `act_${n}`, log: 0, index: n, n: n + 1, dated: true, ...act, at: times[n] }) as Act,
      );
    }),
  );

const purpose = fc.record({
  EU: fc.constantFrom(...legalBases.filter((basis) => basis !== 'opt-out')),
  UK: fc.constantFrom(...legalBases.filter((basis) => basis !== 'opt-out')),
  US: fc.constantFrom('opt-out', 'consent', 'contract'),
  validity: fc.constantFrom(undefined, 'P30D', 'P6M', 'P1Y'),
  significant: fc.boolean(),
  saleOrShare: fc.boolean(),
  sensitive: fc.boolean(),
});
/** What is published ahead: from which day, and whether it matters to whoever agreed before. */
const ahead = fc.array(
  fc.record({
    kind: fc.constantFrom('purpose.published', 'notice.published', 'ai-system.published'),
    from: day,
    material: fc.boolean(),
  }),
  { maxLength: 3 },
);
const registries: fc.Arbitrary<Registry> = fc.tuple(purpose, ahead).map(([declared, coming]) => {
  const { EU, UK, US, validity: consentValidity, ...flags } = declared;
  const body = { legalBasis: { EU, UK, US }, ...flags, ...defined({ consentValidity }) };
  const whole = { name: texts, description: texts, kind: 'ai-inference', dataCategories: ['purchases', 'income'] };
  const said = {
    'purpose.published': { key: 'offers', ...whole, defaultNotice: 'offers-notice', ...body },
    'notice.published': { key: 'offers-notice', title: texts, body: texts, purposes: ['offers'] },
    'ai-system.published': { key: chooser, name: texts, purposes: ['offers'], dataCategories: ['purchases'] },
  };
  return coming
    .map(({ kind, from, material }, place) =>
      published(kind, 10 + place, { ...said[kind], version: 2 + place, effectiveFrom: iso(from), material }),
    )
    .reduce(applyRegistryFact, aRegistry(body));
});
const people: fc.Arbitrary<PersonState> = fc.oneof(
  { weight: 6, arbitrary: acts.map((list) => personWith(list)) },
  {
    weight: 1,
    arbitrary: fc.record({ at: fc.constant(START), until: day, keep: fc.boolean() }).map(
      ({ at, until, keep }): PersonState => ({
        found: 'erased',
        suppressions: [],
        mark: { at, until, keep: keep ? [{ purpose: 'offers', code: 'art17-3-b-legal-obligation', until }] : [] },
      }),
    ),
  },
);

const question = questionOf({ subject, aiSystem: chooser, purpose: 'offers', dataCategories: ['purchases'] }, 'EU');
/** All that a caller acts on. */
const told = ({ until: _until, evidence, ...answer }: Evaluation) => ({
  ...answer,
  evidence: evidence.map(({ id }) => id),
});

describe('until when an answer holds', () => {
  it('nothing of it changes before, whoever asks at whatever moment in between', () => {
    fc.assert(
      fc.property(registries, people, day, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (registry, ...rest) => {
        const [person, now, places] = rest;
        const answer = evaluate(registry, person, question, now);
        const end = answer.until ?? END + DAY;
        if (answer.until !== null) expect(answer.until).toBeGreaterThan(now);
        const span = end - now;
        const moments = [end - 1, ...places.map((place) => now + (place % Math.max(1, Math.floor(span / DAY))) * DAY)];
        for (const moment of moments) {
          if (moment < now || moment >= end) continue;
          expect(told(evaluate(registry, person, question, moment)), iso(moment)).toEqual(told(answer));
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
