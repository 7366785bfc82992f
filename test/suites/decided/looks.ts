/** More looks at the decisions beside this: by two people, before an effect, called off, asked for by a request. */
import { ada, other, report, review, rita, rob, words } from './decisions.ts';
import { calendar, erases, type History, type IdOf, moment, olga, self, shop, staff, step } from './kit.ts';

const una = staff('una', 'support');
const two = (id: IdOf) => review(id, 'a contest of two', 'a look of two');
const waits = 'a decision against a Coloradan that waits';
const waiting = (id: IdOf) => review(id, waits, waits);
type Ending = readonly [string, typeof rita, number, string, object];

const byTwo: History = [
  step('a look of two', 'decision.record', shop, 5, report({ aiSystem: 'double' })),
  step('a contest of two', 'review.open', self(ada), 5, (id: IdOf) => ({
    decision: id('a look of two'),
    why: 'contested',
    calendar,
  })),
  step('rita is asked', 'review.assign', olga, 5, (id: IdOf) => ({ ...two(id), reviewer: 'rita', seat: 'first' })),
  step('rita looks', 'review.view-evidence', rita, 5, two),
  step('rob is asked', 'review.assign', olga, 5, (id: IdOf) => ({ ...two(id), reviewer: 'rob', seat: 'second' })),
  step('rob looks', 'review.view-evidence', rob, 5, two),
  ...(
    [
      ['rita notes', rita, 5.01, 'review.note-view', { view: 'uphold', words }],
      ['rita ends too early', rita, 5.01, 'review.conclude', { outcome: 'upheld', reasons: other }],
      ['rob has an opinion too early', rob, 5.01, 'review.second-opinion', { outcome: 'changed', reasons: other }],
      ['rob notes', rob, 5.01, 'review.note-view', { view: 'change', words }],
      ['rob has an empty opinion', rob, 5.02, 'review.second-opinion', { outcome: 'changed', reasons: 'ok' }],
      ['rob has an opinion', rob, 5.02, 'review.second-opinion', { outcome: 'changed', reasons: other }],
      ['rob has an opinion again', rob, 5.02, 'review.second-opinion', { outcome: 'changed', reasons: other }],
      ['rob ends', rob, 5.02, 'review.conclude', { outcome: 'changed', reasons: other }],
      ['somebody else for the second seat', olga, 5.02, 'review.assign', { reviewer: 'una', seat: 'second' }],
      ['rita says nothing of the other', rita, 5.03, 'review.conclude', { outcome: 'upheld', reasons: other }],
      [
        'rita says little of the other',
        rita,
        5.03,
        'review.conclude',
        { outcome: 'upheld', reasons: other, disagreement: 'no' },
      ],
    ] as readonly Ending[]
  ).map(([name, by, day, kind, more]) => step(name, kind, by, day, (id: IdOf) => ({ ...two(id), ...more }))),
  step('rita ends', 'review.conclude', rita, 5.03, (id: IdOf) => ({
    ...two(id),
    beside: [id('a contest', 'review.opened')],
    outcome: 'upheld',
    reasons: other,
    disagreement: 'The slip that they name belongs to another year.',
    sawFirst: true,
    repeats: true,
  })),
];

const beforeEffect: History = (
  [
    ['una looks into what waits', olga, 6, 'review.assign', { reviewer: 'una', seat: 'first' }],
    ['una looks', una, 6, 'review.view-evidence', {}],
    ['una notes', una, 6.01, 'review.note-view', { view: 'uphold', words }],
    ['una may not let it', una, 6.02, 'review.conclude', { outcome: 'upheld', reasons: other }],
    ['rita is asked instead', olga, 6.03, 'review.assign', { reviewer: 'rita', seat: 'first' }],
    ['rita looks into what waits', rita, 6.04, 'review.view-evidence', {}],
    ['rita notes what waits', rita, 6.05, 'review.note-view', { view: 'uphold', words }],
    ['what waited takes effect', rita, 6.06, 'review.conclude', { outcome: 'upheld', reasons: other }],
  ] as readonly Ending[]
).map(([name, by, day, kind, more]) => step(name, kind, by, day, (id: IdOf) => ({ ...waiting(id), ...more })));

const calledOff: History = [
  step('a contest to call off', 'review.open', self(ada), 7, (id: IdOf) => ({
    decision: id('a decision of a use'),
    why: 'contested',
    calendar,
  })),
  step("another's contest is called off", 'review.cancel', self('customer:kim'), 7, (id: IdOf) => ({
    review: id('a contest to call off', 'review.opened'),
  })),
  step('a look of staff is called off', 'review.cancel', self(ada), 7, (id: IdOf) => ({
    review: id('a look that staff ask for', 'review.opened'),
  })),
  step('a contest is called off', 'review.cancel', self(ada), 7, (id: IdOf) => ({
    review: id('a contest to call off', 'review.opened'),
    reason: 'Never mind.',
  })),
];

/** A request for people to look at decisions. */
const human = (more: object) => ({ kind: 'human-review', calendar, ...more });
const asked: History = [
  step('a request for people to look', 'request.open', self(ada), 8, (id: IdOf) =>
    human({ decisions: [id('a decision of a use'), id('a decision by somebody')], message: 'Please look.' }),
  ),
  step('a request to look at what is looked at', 'request.open', self(ada), 8, (id: IdOf) =>
    human({ decision: id('a decision of a use') }),
  ),
  step("a request to look at another's", 'request.open', self('customer:kim'), 8, (id: IdOf) =>
    human({ decision: id('the decision made again') }),
  ),
  step('a request to look at one of several', 'request.open', self(ada), 8, (id: IdOf) =>
    human({ known: [id('the decision made again'), id('a bare decision')] }),
  ),
  step('a copy that names a decision', 'request.open', self(ada), 8, (id: IdOf) => ({
    kind: 'access',
    decision: id('a bare decision'),
    calendar,
  })),
  step('the request is answered too early', 'request.step', olga, 8, (id: IdOf) => ({
    request: id('a request for people to look'),
    step: 'fulfil',
    treeSize: 3,
    calendar,
  })),
  step('the request is called off', 'request.step', self(ada), 9, (id: IdOf) => ({
    request: id('a request for people to look'),
    step: 'cancel',
    calendar,
  })),
  erases(ada, 10),
  step('a decision about somebody erased', 'decision.record', shop, 11, report({ decidedAt: moment(10.5) })),
  step('a decision before it', 'decision.record', shop, 11, report({ decidedAt: moment(9.5), aiSystem: 'x' })),
  step('a contest of somebody erased', 'review.open', olga, 11, (id: IdOf) => ({
    decision: id('a decision'),
    why: 'asked-by-staff',
    calendar,
  })),
];

export const looks: History = [...byTwo, ...beforeEffect, ...calledOff, ...asked];
