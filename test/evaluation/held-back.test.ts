/**
 * What a person is not told to change: each way to say so alone, and who is heard first.
 * Source:  decision 0016.
 */
import { describe, expect, it } from 'vitest';
import { type AboutDecision, heldBack, whyUnchangeable } from '../../src/evaluation/held-back.ts';

type Given = {
  readonly inputs?: readonly object[];
  readonly reasons?: readonly object[];
  readonly factors?: readonly object[];
  readonly outcome?: Readonly<Record<string, string>>;
};
const label = { en: 'Savings' };
/** A report and a declaration with only what matters here. */
const about = ({ inputs, reasons, factors = [], outcome = { en: 'Declined' } }: Given = {}): AboutDecision =>
  ({
    declared: { ...(inputs && { inputs }), ...(reasons && { reasonCatalogue: { version: '1', reasons } }) },
    decision: { factors, outcome, decidedAt: '2026-06-01T00:00:00.000Z' },
    spoken: (text: Readonly<Record<string, string>>) => text,
  }) as unknown as AboutDecision;
const why = (given: Given, name = 'savings_balance') => whyUnchangeable({ name, labels: ['Savings'] }, about(given));
const reason = (more: object) => ({ code: 'R1', feature: 'savings_balance', label, ...more });

describe('nobody is asked to change what', () => {
  it.each<[string, Given, string | undefined]>([
    ['an input is declared to be protected', { inputs: [{ name: 'savings_balance', protected: true }] }, 'protected'],
    ['an input cannot be changed', { inputs: [{ name: 'savings_balance', changeable: false }] }, 'unchangeable'],
    ['an input can be changed', { inputs: [{ name: 'savings_balance', changeable: true }] }, undefined],
    ['a reason of the catalogue is protected', { reasons: [reason({ protected: true })] }, 'protected'],
    ['a reason cannot be changed', { reasons: [reason({ changeable: false })] }, 'unchangeable'],
    ['a reason is called unchangeable', { reasons: [reason({ unchangeable: true })] }, 'unchangeable'],
    [
      'a reason is both changeable and unchangeable',
      { reasons: [reason({ changeable: true, unchangeable: true })] },
      'unchangeable',
    ],
    ['a reason can be changed', { reasons: [reason({ changeable: true, unchangeable: false })] }, undefined],
    ['the report itself says protected', { factors: [reason({ protected: true })] }, 'protected'],
    ['the report itself says it cannot', { factors: [reason({ changeable: false })] }, 'unchangeable'],
    ['nobody said anything of', {}, undefined],
    ['something else is protected', { inputs: [{ name: 'postcode', protected: true }] }, undefined],
  ])('%s', (_title, given, expected) => {
    expect(why(given)).toBe(expected);
  });

  it('a no is heard before a yes, and protection before both, whoever says it', () => {
    const yes = { inputs: [{ name: 'savings_balance', changeable: true }] };
    expect(why({ ...yes, factors: [reason({ changeable: false })] })).toBe('unchangeable');
    expect(why({ ...yes, reasons: [reason({ changeable: false })] })).toBe('unchangeable');
    expect(why({ ...yes, factors: [reason({ changeable: false, protected: true })] })).toBe('protected');
  });

  it('a factor is known by the feature that the catalogue gives its code', () => {
    const catalogue = { reasons: [reason({})] };
    expect(why({ ...catalogue, factors: [{ code: 'R1', feature: 'x', label, changeable: false }] })).toBe(
      'unchangeable',
    );
    expect(why({ ...catalogue, factors: [{ code: 'R2', feature: 'x', label, changeable: false }] })).toBeUndefined();
  });

  it.each([
    'savings-balance',
    'savingsBalance',
    'SavingsBalance',
    'SAVINGS_BALANCE',
    'savings  balance',
    'savings.balance',
  ])('%s is the same thing as savings_balance', (name) => {
    expect(why({ inputs: [{ name: 'savings_balance', changeable: false }] }, name)).toBe('unchangeable');
  });

  it.each(['savingsbalance', 'savings_balance_2', 'balance_savings', 'savings'])('%s is something else', (name) => {
    expect(why({ inputs: [{ name: 'savings_balance', changeable: false }] }, name)).toBeUndefined();
  });

  it('a name or a label that law protects is protected, unless it is declared to be changeable', () => {
    expect(why({}, 'native_country')).toBe('protected');
    expect(whyUnchangeable({ name: 'x1', labels: ['Ethnic origin'] }, about())).toBe('protected');
    expect(why({ inputs: [{ name: 'native_country', changeable: true }] }, 'native_country')).toBeUndefined();
  });
});

describe('what would have changed nothing is not shown as a way to another result', () => {
  const change = (from: unknown, to: unknown, outcome: Readonly<Record<string, string>> = { en: 'Approved' }) =>
    heldBack({ name: 'savings_balance', label, from, to, outcome } as never, about());

  it.each<[unknown, unknown]>([
    ['none', 'none'],
    ['None', ' none '],
    ['none', 'none.'],
    ['none!', 'NONE'],
    ['less  than 100', 'Less than 100'],
    [100, 100],
    [true, true],
  ])('from %j to %j is the same value', (from, to) => {
    expect(change(from, to)).toBe('same-value');
  });

  it.each<[unknown, unknown]>([
    ['none', 'some'],
    ['lessthan', 'less than'],
    ['1.5', '15'],
    ['yes. no', 'yes no'],
    [100, 101],
    [100, '100'],
    [true, false],
  ])('from %j to %j is a change', (from, to) => {
    expect(change(from, to)).toBeUndefined();
  });

  it.each<[Readonly<Record<string, string>>, 'same-outcome' | undefined]>([
    [{ en: 'declined' }, 'same-outcome'],
    [{ en: ' Declined. ' }, 'same-outcome'],
    [{ en: 'Approved', de: 'Declined' }, undefined],
    [{ de: 'Declined' }, undefined],
    [{ de: 'Genehmigt', en: 'DECLINED!' }, 'same-outcome'],
  ])('the result %j, where it was Declined', (outcome, expected) => {
    expect(change('none', 'some', outcome)).toBe(expected);
  });

  it('that nobody can change it is said first', () => {
    const given = about({ inputs: [{ name: 'savings_balance', protected: true }] });
    const same = { name: 'savings_balance', label, from: 1, to: 1, outcome: { en: 'Declined' } };
    expect(heldBack(same as never, given)).toBe('protected');
  });
});
