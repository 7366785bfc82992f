import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedFact } from '../../../src/facts/fact.ts';
import {
  accessKinds,
  emptyAccess,
  foldAccess,
  isEndedIn,
  staffSinceIn,
} from '../../../src/views/access/access-fold.ts';
import type { StaffRole } from '../../../src/vocabulary/staff.ts';
import { aFact, everyFact } from '../../given/facts.ts';

const people = ['act_ann', 'act_bob'] as const;
const tokens = ['hash-1', 'hash-2'] as const;
const roles = ['officer', 'reviewer'] as const satisfies readonly StaffRole[];
type Person = (typeof people)[number];

type Act =
  | { readonly what: 'end-token'; readonly key: string }
  | { readonly what: 'end'; readonly key: Person }
  | { readonly what: 'restore'; readonly key: Person; readonly which: number }
  | { readonly what: 'describe'; readonly key: Person; readonly active: boolean; readonly roles: readonly StaffRole[] };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('end-token' as const), key: fc.constantFrom(...tokens) }),
    fc.record({ what: fc.constant('end' as const), key: fc.constantFrom(...people) }),
    fc.record({ what: fc.constant('restore' as const), key: fc.constantFrom(...people), which: fc.nat({ max: 2 }) }),
    fc.record({
      what: fc.constant('describe' as const),
      key: fc.constantFrom(...people),
      active: fc.boolean(),
      roles: fc.subarray([...roles], { minLength: 1 }),
    }),
  ),
  { maxLength: 12 },
);

/** Acts ten moments apart, as facts; what is restored is one of the ends of that person that came before. */
function factsOf(history: readonly Act[]): readonly RecordedFact[] {
  const ends = new Map<string, string[]>();
  return history.flatMap((act, place): readonly RecordedFact[] => {
    const at = { id: `rvk_${place}`, at: (place + 1) * 10 };
    if (act.what === 'end-token') return [aFact('access.revoked', { what: 'token', key: act.key, cause: 'lost' }, at)];
    if (act.what === 'end') {
      ends.set(act.key, [...(ends.get(act.key) ?? []), at.id]);
      return [aFact('access.revoked', { what: 'principal', key: act.key, cause: 'left' }, at)];
    }
    if (act.what === 'restore') {
      const revocation = ends.get(act.key)?.[act.which];
      if (revocation === undefined) return [];
      return [aFact('access.restored', { what: 'principal', key: act.key, revocation }, at)];
    }
    const { key: actor, active } = act;
    return [
      aFact(
        'staff.described',
        { actor, name: 'n', roles: act.roles, authority: [], active, training: [], own: [] },
        at,
      ),
    ];
  });
}

const folded = (facts: readonly RecordedFact[]) => {
  const state = emptyAccess();
  for (const fact of facts) foldAccess(state, fact);
  return state;
};

/** The same from the whole history, without a state: what was ended and not restored, and what began before it was. */
function isEnded(facts: readonly RecordedFact[], who: Person, begunAt: number): boolean {
  let [isIn, hasLeft, since] = [true, false, 0];
  const standing = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'access.revoked' && fact.payload.what === 'principal' && fact.payload.key === who)
      standing.add(fact.id);
    if (fact.kind === 'access.restored' && fact.payload.key === who) {
      standing.delete(fact.payload.revocation);
      since = Math.max(since, fact.at);
    }
    if (fact.kind === 'staff.described' && fact.payload.actor === who) {
      if (hasLeft && fact.payload.active) since = Math.max(since, fact.at);
      isIn = fact.payload.active;
      hasLeft = !isIn;
    }
  }
  return standing.size > 0 || !isIn || begunAt < since;
}

describe('what still counts of tokens and sessions', () => {
  it('is what the whole history says, for everybody and for whatever began when', () => {
    fc.assert(
      fc.property(acts, fc.nat({ max: 140 }), (history, begunAt) => {
        const facts = factsOf(history);
        const state = folded(facts);
        for (const who of people)
          expect(isEndedIn(state, { principals: [who], begunAt })).toBe(isEnded(facts, who, begunAt));
        expect(isEndedIn(state, { principals: ['act_carl'], begunAt: 0 })).toBe(false);
        expect(isEndedIn(state, { principals: [...people], begunAt })).toBe(
          people.some((who) => isEnded(facts, who, begunAt)),
        );
        for (const token of tokens) {
          const isLost = history.some((act) => act.what === 'end-token' && act.key === token);
          expect(isEndedIn(state, { token, principals: [], begunAt })).toBe(isLost);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts from the very moment at which somebody was let in again, and not before', () => {
    const facts = factsOf([
      { what: 'end', key: 'act_ann' },
      { what: 'restore', key: 'act_ann', which: 0 },
    ]);
    const state = folded(facts);
    const counts = (begunAt: number): boolean => !isEndedIn(state, { principals: ['act_ann'], begunAt });
    expect([counts(19), counts(20), counts(21)]).toEqual([false, true, true]);
  });

  it('each end stands in the list with its cause, and with when it was lifted once it was', () => {
    const facts = factsOf([
      { what: 'end-token', key: 'hash-1' },
      { what: 'end', key: 'act_ann' },
      { what: 'end', key: 'act_ann' },
      { what: 'restore', key: 'act_ann', which: 0 },
    ]);
    expect([...folded(facts).revocations.values()]).toEqual([
      { id: 'rvk_0', what: 'token', key: 'hash-1', cause: 'lost', at: 10 },
      { id: 'rvk_1', what: 'principal', key: 'act_ann', cause: 'left', at: 20, liftedAt: 40 },
      { id: 'rvk_2', what: 'principal', key: 'act_ann', cause: 'left', at: 30 },
    ]);
  });

  it('whoever held a role then or holds it now is named, and nobody else', () => {
    fc.assert(
      fc.property(acts, fc.nat({ max: 140 }), (history, since) => {
        const facts = factsOf(history);
        const held = (who: Person, role: StaffRole): boolean => {
          let [holds, ended] = [false, Number.NEGATIVE_INFINITY];
          for (const fact of facts) {
            if (fact.kind !== 'staff.described' || fact.payload.actor !== who) continue;
            const now = fact.payload.active && fact.payload.roles.includes(role);
            if (holds && !now) ended = fact.at;
            if (now) ended = Number.NEGATIVE_INFINITY;
            holds = now;
          }
          return holds || ended > since;
        };
        for (const role of roles)
          expect([...staffSinceIn(folded(facts), role, since)].sort()).toEqual(people.filter((who) => held(who, role)));
      }),
      { numRuns: 500 },
    );
  });

  it('is made of its own kinds of facts and of no other', () => {
    for (const fact of everyFact().filter(({ kind }) => !(accessKinds as readonly string[]).includes(kind)))
      expect(folded([fact])).toEqual(emptyAccess());
  });
});
