/**
 * Which yes answers an earlier no: every mixture of who said it, whether its time is known, and when.
 * Source:  docs/design.md 7.
 */
import { describe, expect, it } from 'vitest';
import { isAnsweredByOwnYes, isLiftedByOwnYes } from '../../src/evaluation/case.ts';
import type { ConsentAct, LimitAct } from '../../src/evaluation/person.ts';

const SET_AT = 5_000;
const SET_N = 5;

interface Said {
  readonly by: ConsentAct['by'];
  readonly dated: boolean;
  readonly n: number;
  readonly moment: number;
}

/** A yes that was recorded late and happened at `moment`. */
const yes = ({ by, dated, n, moment }: Said): ConsentAct => ({
  what: 'given',
  id: `con_${n}`,
  n,
  log: 0,
  index: n,
  at: 9_000,
  occurredAt: moment,
  dated,
  by,
  purpose: 'offers',
  purposeVersion: 1,
  effect: 'consent',
  explicit: false,
});
const set: LimitAct = {
  what: 'set',
  id: 'lim_5',
  n: SET_N,
  log: 0,
  index: 5,
  at: SET_AT,
  dated: true,
  limit: 'objection',
};

const everything: readonly Said[] = (['self', 'parent', 'agent'] as const).flatMap((by) =>
  [true, false].flatMap((dated) =>
    [SET_N - 1, SET_N, SET_N + 1].flatMap((n) =>
      [SET_AT - 1, SET_AT, SET_AT + 1, SET_AT + 500].map((moment) => ({ by, dated, n, moment })),
    ),
  ),
);

describe('a limit is answered by a yes', () => {
  it.each(everything)(
    'of $by, dated $dated, recorded as $n, of $moment: only their own, younger in both ways',
    (said) => {
      const answers = said.by !== 'agent' && said.dated && said.n > SET_N && said.moment > SET_AT;
      expect(isLiftedByOwnYes(yes(said), { set })).toBe(answers);
    },
  );

  it.each(everything)(
    'of $by, dated $dated, of $moment, where a later no has raised the bar: only one from after it',
    (said) => {
      const answers = said.by !== 'agent' && said.dated && said.n > SET_N && said.moment > SET_AT + 100;
      expect(isLiftedByOwnYes(yes(said), { set, bar: SET_AT + 100 })).toBe(answers);
    },
  );

  it('is not there to be answered where nothing was said, or nothing is limited', () => {
    expect(isLiftedByOwnYes(undefined, { set })).toBe(false);
    expect(isLiftedByOwnYes(yes({ by: 'self', dated: true, n: 9, moment: 9_000 }), {})).toBe(false);
  });
});

describe('a wish that outlived an erasure is answered by a yes', () => {
  it.each(everything)('of $by, dated $dated, of $moment: only their own from after it', (said) => {
    const answers = said.by !== 'agent' && said.dated && said.moment > SET_AT;
    expect(isAnsweredByOwnYes(yes(said), { code: 'objection-marketing', at: SET_AT })).toBe(answers);
  });

  it('and not by silence', () => {
    expect(isAnsweredByOwnYes(undefined, { code: 'objection-marketing', at: SET_AT })).toBe(false);
  });
});
