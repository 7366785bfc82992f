import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, evaluateAsOf } from '../../src/evaluation/evaluate.ts';
import { type Act, emptyStanding } from '../../src/evaluation/person.ts';
import { questionOf } from '../../src/evaluation/question.ts';
import type { Registry } from '../../src/evaluation/registry.ts';
import { applyAct, momentOf, standingAsOf, standingOf } from '../../src/evaluation/standing.ts';
import { legalBases } from '../../src/vocabulary/basis.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { limitKinds } from '../../src/vocabulary/limit.ts';
import { reasons } from '../../src/vocabulary/reason.ts';
import { personWith as person, subject } from '../given/evaluation/person.ts';
import { aRegistry, chooser } from '../given/evaluation/registry.ts';

const purposes = ['offers', 'ads'] as const;
const instant = fc.integer({ min: 1_000, max: 9_000 });
const place = {
  id: fc.constant('x'),
  log: fc.constant(0),
  index: fc.constant(0),
  at: instant,
  occurredAt: fc.option(instant, { nil: undefined }),
  dated: fc.boolean(),
};

const recorded = (act: object, n: number): Act => {
  const { occurredAt, dated, at, ...rest } = act as { occurredAt?: number; dated: boolean; at: number };
  const time = occurredAt === undefined ? {} : { occurredAt: Math.min(occurredAt, at) };
  return {
    ...rest,
    id: `act_${n}`,
    n,
    index: n,
    at,
    ...time,
    dated: dated || occurredAt !== undefined,
  } as unknown as Act;
};

const yes = fc.record({
  ...place,
  what: fc.constant('given'),
  purpose: fc.constantFrom(...purposes),
  purposeVersion: fc.constant(1),
  by: fc.constantFrom('self', 'parent', 'agent'),
  effect: fc.constant('consent'),
  explicit: fc.boolean(),
  categories: fc.constantFrom(['purchases'], ['purchases', 'income']),
});
const no = fc.record({
  ...place,
  what: fc.constantFrom('refused', 'withdrawn'),
  purpose: fc.constantFrom(...purposes),
  purposeVersion: fc.constant(1),
  by: fc.constant('self'),
  effect: fc.constantFrom('consent', 'objection', 'opt-out', 'none'),
  explicit: fc.constant(false),
});
const set = fc.record({
  ...place,
  what: fc.constant('set'),
  limit: fc.constantFrom(...limitKinds),
  purpose: fc.option(fc.constantFrom(...purposes), { nil: undefined }),
});
const lifted = fc.record({
  ...place,
  what: fc.constant('lifted'),
  limit: fc.constantFrom(...limitKinds),
  purpose: fc.option(fc.constantFrom(...purposes), { nil: undefined }),
});
const described = fc.record({
  ...place,
  what: fc.constant('described'),
  regimes: fc.constantFrom([], ['EU'], ['US-CA'], ['EU', 'US-TX'], ['UK']),
  ageBand: fc.constantFrom('under-13', '13-15', 'adult'),
});

const shown = fc.record({
  ...place,
  what: fc.constant('shown'),
  covers: fc.constantFrom(
    ...[1, 2].map((aiSystemVersion) => [{ aiSystem: chooser, aiSystemVersion, purpose: 'offers', purposeVersion: 1 }]),
    [{ aiSystem: 'another', aiSystemVersion: 1, purpose: 'offers', purposeVersion: 1 }],
  ),
  notice: fc.option(fc.constantFrom({ key: 'offers-notice', version: 1 }, { key: 'another', version: 1 }), {
    nil: undefined,
  }),
  acknowledged: fc.boolean(),
});

/** Acts in the order in which they were recorded: `at` never goes back. */
const acts = fc.array(fc.oneof(yes, no, set, lifted, described, shown), { maxLength: 12 }).map((list) => {
  const times = list.map((act) => act.at).sort((one, other) => one - other);
  return list.map((act, n) => recorded({ ...act, at: times[n] }, n + 1));
});
const restricting = fc.oneof(no, set);

const registries: fc.Arbitrary<Registry> = fc
  .record({
    EU: fc.constantFrom(
      ...legalBases.filter((basis) => basis !== 'opt-out' && basis !== 'recognised-legitimate-interests'),
    ),
    UK: fc.constantFrom(...legalBases.filter((basis) => basis !== 'opt-out')),
    US: fc.constantFrom(...legalBases.filter((basis) => basis !== 'recognised-legitimate-interests')),
    flags: fc.record({ significant: fc.boolean(), saleOrShare: fc.boolean(), forMarketing: fc.boolean() }),
    art22: fc.constantFrom(undefined, { EU: 'contract' }, { EU: 'explicit-consent' }),
    restricted: fc.constantFrom(undefined, 'consent', 'legal-claims'),
  })
  .map(({ EU, UK, US, flags, art22, restricted }) =>
    aRegistry({
      legalBasis: { EU, UK, US },
      ...flags,
      ...defined({ art22, allowedWhenRestricted: restricted }),
    }),
  );

const question = questionOf({ subject, aiSystem: chooser, purpose: 'offers', dataCategories: ['purchases'] }, 'EU');
const now = 10_000;
/** When California asks for the notice. */
const late = Date.parse('2027-03-01T00:00:00.000Z');
const whenever = fc.constantFrom(now, late);
const many = { numRuns: 1_000 };

describe('what must hold for every history of a person', () => {
  it('adding a no, a limit or a stop never turns a refusal into a permission', () => {
    fc.assert(
      fc.property(registries, acts, fc.tuple(restricting, whenever), (registry, list, [more, at]) => {
        if (evaluate(registry, person(list), question, at).allowed) return;
        const last = list.at(-1)?.at ?? 0;
        const longer = [...list, recorded({ ...more, at: Math.max(last, more.at) }, list.length + 1)];
        expect(evaluate(registry, person(longer), question, at).allowed).toBe(false);
      }),
      many,
    );
  });

  it('after an effective no nothing is allowed until a dated yes from after it, but for law and life', () => {
    fc.assert(
      fc.property(registries, fc.tuple(acts, no, acts), (registry, [before, refusal, after]) => {
        const effective = { ...refusal, purpose: 'offers', effect: 'consent', at: 9_000 };
        const list = [...before, recorded(effective, before.length + 1)];
        const bar = standingOf(list).choices['offers']?.bar ?? 0;
        const late = after
          .map((act, n) => ({ ...act, at: 9_500, n: list.length + 1 + n }) as Act)
          .filter((act) => act.what !== 'given' || !act.dated || momentOf(act) <= bar);
        const answer = evaluate(registry, person([...list, ...late]), question, now);
        expect(
          !answer.allowed ||
            answer.bases.every(({ basis }) => basis === 'legal-obligation' || basis === 'vital-interests'),
        ).toBe(true);
      }),
      many,
    );
  });

  it('folding one act at a time gives the standing that folding all at once gives, whatever order they are handed over in', () => {
    fc.assert(
      fc.property(acts, fc.infiniteStream(fc.nat()), (list, order) => {
        const shuffled = list
          .map((act) => ({ act, key: order.next().value as number }))
          .sort((one, other) => one.key - other.key);
        expect(standingOf(shuffled.map(({ act }) => act))).toEqual(list.reduce(applyAct, emptyStanding));
        expect(JSON.parse(JSON.stringify(standingOf(list)))).toEqual(standingOf(list));
      }),
      many,
    );
  });

  it('several noes give the same bar in any order of arrival', () => {
    fc.assert(
      fc.property(fc.array(no, { minLength: 1, maxLength: 6 }), (list) => {
        const dated = list.map((act) => ({ ...act, purpose: 'offers', occurredAt: act.occurredAt ?? act.at }));
        const bar = (of: typeof dated) =>
          standingOf(of.map((act, n) => recorded({ ...act, at: 9_000 }, n + 1))).choices['offers']?.bar;
        expect(bar([...dated].reverse())).toBe(bar(dated));
      }),
    );
  });

  it('what happened later never changes how an earlier moment is judged', () => {
    fc.assert(
      fc.property(registries, acts, instant, (registry, list, on) => {
        const known = list.filter((act) => act.what !== 'described');
        const earlier = known.filter((act) => momentOf(act) <= on);
        expect(standingAsOf(known, on)).toEqual(standingAsOf(earlier, on));
        expect(evaluateAsOf(registry, person(known), question, on).allowed).toBe(
          evaluateAsOf(registry, person(earlier), question, on).allowed,
        );
      }),
      many,
    );
  });

  it('a clock that goes back never turns a refusal into a permission, because the moment judged never goes back', () => {
    fc.assert(
      fc.property(
        acts,
        fc.array(fc.integer({ min: 0, max: 1_000_000_000_000 }), { minLength: 2, maxLength: 8 }),
        (list, readings) => {
          const registry = aRegistry({
            legalBasis: { EU: 'consent', UK: 'consent', US: 'consent' },
            consentValidity: 'P1D',
          });
          let highest = now;
          let hasExpired = false;
          for (const reading of readings) {
            highest = Math.max(highest, reading);
            const { reason } = evaluate(registry, person(list), question, highest);
            if (hasExpired) expect(reason).not.toBe('consent-given');
            hasExpired ||= reason === 'expired';
          }
        },
      ),
    );
  });

  it('the answer is total: every history has one of the reasons of the table, and a permission names what it rests on', () => {
    fc.assert(
      fc.property(registries, acts, instant, (registry, list, on) => {
        for (const answer of [
          evaluate(registry, person(list), question, now),
          evaluate(registry, person(list), question, late),
          evaluateAsOf(registry, person(list), question, on),
        ]) {
          expect(reasons[answer.reason].allowed).toBe(answer.allowed);
          expect(
            answer.allowed ? answer.evidence.length > 0 && answer.basis !== null : answer.obligations.length === 0,
          ).toBe(true);
          expect(answer.bases.every(({ reason }) => !answer.allowed || reasons[reason].allowed)).toBe(true);
        }
      }),
      many,
    );
  });

  it('in California of 2027 nothing that a machine decides is allowed without a showing, and the showing is cited', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const registry = aRegistry({
          legalBasis: { US: 'opt-out', EU: 'contract', UK: 'contract' },
          significant: true,
          art22: { EU: 'contract' },
        });
        const answer = evaluate(registry, person(list), { ...question, regime: 'US-CA' }, late);
        const covers = (act: Act): boolean =>
          act.what === 'shown' && act.covers.some(({ aiSystem }) => aiSystem === chooser);
        if (answer.allowed)
          expect(answer.evidence.map(({ id }) => id)).toEqual(expect.arrayContaining([expect.stringMatching(/^act_/)]));
        if (!list.some(covers)) expect(answer.allowed).toBe(false);
      }),
      many,
    );
  });

  it('the act that is cited is the one that decides: without it the answer is another', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const registry = aRegistry({ legalBasis: { EU: 'consent', UK: 'consent', US: 'consent' } });
        const answer = evaluate(registry, person(list), question, now);
        if (answer.reason !== 'consent-given') return;
        const cited = answer.evidence.map(({ id }) => id);
        const without = list.filter((act) => act.what !== 'given' || !cited.includes(act.id));
        const again = evaluate(registry, person(without), question, now);
        expect(again.evidence.map(({ id }) => id)).not.toEqual(cited);
      }),
      many,
    );
  });

  it('asking many at once is asking each alone, in any order and as often as one likes', () => {
    fc.assert(
      fc.property(registries, fc.array(acts, { minLength: 1, maxLength: 5 }), whenever, (registry, people, at) => {
        const ask = (list: readonly Act[]) => evaluate(registry, person(list), question, at);
        const singles = people.map(ask);
        expect([...people].reverse().map(ask).reverse()).toEqual(singles);
        expect([...people, ...people].map(ask)).toEqual([...singles, ...singles]);
      }),
    );
  });
});
