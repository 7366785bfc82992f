/** Acts about decisions: reported, contested, looked at by one person or two, made again. */
import { calendar, type History, type IdOf, moment, olga, said, self, shop, staff, step } from './kit.ts';

export const ada = 'customer:ada';
export const rita = staff('rita', 'support');
export const rob = staff('rob', 'support');
export const words = 'The payslip shows more than the sum that was used here.';
export const other = 'The second payslip was read as if it were the first one of the year.';

const system = (key: string, oversight: object, more: object = {}) =>
  step(`AI system ${key}`, 'ai-system.publish', olga, 0, {
    key,
    body: { name: said(key), purposes: ['loans'], dataCategories: ['income'], humanOversight: oversight, ...more },
  });
const works = (name: string, more: object = {}) =>
  step(`${name} works here`, 'staff.describe', olga, 0, {
    id: name,
    actor: `act_${name}`,
    name: 'A Person',
    roles: ['reviewer'],
    training: [{ code: 'credit', at: moment(-30), until: moment(300) }],
    authority: ['change-outcome'],
    active: true,
    own: [],
    ...more,
  });
export const report = (more: object = {}) => ({
  subject: ada,
  aiSystem: 'plain',
  purpose: 'loans',
  decidedAt: moment(1),
  what: said('Your loan'),
  outcome: said('declined'),
  adverse: true,
  aiRole: 'main',
  output: { value: 0.3, scale: said('0 to 1'), rule: said('0.5 and more is a yes') },
  inputs: [
    { name: 'income', label: said('Income'), value: 1000, category: 'income', source: said('payslip') },
    { name: 'age', label: said('Age'), value: 40, category: 'identity', source: said('form') },
  ],
  factors: [{ code: 'income-low', label: said('Low income'), direction: 'against' }],
  counterfactuals: [
    { name: 'income', label: said('Income'), from: 1000, to: 2000, outcome: said('accepted'), feasible: true },
  ],
  modelVersion: '1',
  humanInvolvement: { role: said('A clerk'), whatTheyDid: said('Read it.') },
  ...more,
});
/** What every step of a review names. */
// biome-ignore lint/complexity/useMaxParams: a step reads as one line.
export const review = (id: IdOf, opened: string, decided: string, files: readonly string[] = []) => ({
  review: id(opened, 'review.opened'),
  decision: id(decided, 'decision.recorded'),
  files,
});

const declared: History = [
  step('loans', 'purpose.publish', olga, 0, {
    key: 'loans',
    body: {
      name: said('Loans'),
      description: said('We decide about loans.'),
      kind: 'automated-decision',
      legalBasis: { EU: 'contract', US: 'contract', 'US-CO': 'contract' },
      art22: { EU: 'contract' },
      dataCategories: ['income', 'identity'],
      significant: true,
    },
  }),
  system('plain', { mode: 'after-the-fact', training: ['credit'] }),
  system('waiting', { mode: 'before-effect', training: ['credit'] }, { scoreSuppliedTo: ['bank'] }),
  system('double', { mode: 'after-the-fact', training: ['credit'], reviewers: 2 }),
  works('rita'),
  works('rob'),
  works('una', { authority: [] }),
  works('lea', { active: false }),
  step('ada', 'subject.describe', olga, 0, { subject: ada, regimes: ['EU'], ageBand: 'adult', language: 'en' }),
  step('cole', 'subject.describe', olga, 0, { subject: 'customer:cole', regimes: ['US-CO'], ageBand: 'adult' }),
  step('kim', 'subject.describe', olga, 0, { subject: 'customer:kim', regimes: ['EU'], ageBand: '13-15' }),
  step('quinn', 'subject.describe', olga, 0, { subject: 'customer:quinn', regimes: ['CA-QC'], ageBand: 'adult' }),
];

const reported: History = [
  step('a decision', 'decision.record', shop, 1, report()),
  step('a decision of tomorrow', 'decision.record', shop, 1, report({ decidedAt: moment(2) })),
  step('a bare decision', 'decision.record', shop, 1, {
    ...report({ adverse: false, aiRole: 'sole' }),
    output: { value: 0.3 },
    inputs: [],
    factors: [],
    counterfactuals: [],
    humanInvolvement: { role: said('none') },
  }),
  step(
    'a decision with a human who did nothing',
    'decision.record',
    shop,
    1,
    report({ aiRole: 'sole', humanInvolvement: { role: said('A clerk') } }),
  ),
  step('a decision about a child', 'decision.record', shop, 1, report({ subject: 'customer:kim', aiRole: 'sole' })),
  step(
    'a decision of a machine that nobody was told of',
    'decision.record',
    shop,
    1,
    report({ subject: 'customer:quinn', aiRole: 'sole' }),
  ),
  step('a decision against a Coloradan', 'decision.record', shop, 1, report({ subject: 'customer:cole', calendar })),
  step(
    'a decision against a Coloradan that waits',
    'decision.record',
    shop,
    1,
    report({ subject: 'customer:cole', aiSystem: 'waiting', calendar }),
  ),
  step('a decision about somebody new', 'decision.record', shop, 1, report({ subject: 'customer:new' })),
  step(
    'a decision by somebody',
    'decision.record',
    shop,
    1,
    report({ humanInvolvement: { role: said('A clerk'), by: 'rob' } }),
  ),
  step(
    'a decision by nobody known',
    'decision.record',
    shop,
    1,
    report({ humanInvolvement: { role: said('A clerk'), by: 'x' } }),
  ),
  step('a use', 'use.record', shop, 1, {
    subject: ada,
    aiSystem: 'plain',
    purpose: 'loans',
    language: 'en',
    dataCategories: ['income'],
  }),
  step('a decision of a use', 'decision.record', shop, 1, (id) => report({ use: id('a use') })),
  step('a decision of a use of another AI system', 'decision.record', shop, 1, (id) =>
    report({ use: id('a use'), aiSystem: 'double' }),
  ),
  step("a decision of another's use", 'decision.record', shop, 1, (id) =>
    report({ use: id('a use'), subject: 'customer:kim' }),
  ),
  step('a decision of a use that nobody knows', 'decision.record', shop, 1, report({ use: 'use_x' })),
  step('a decision that replaces nothing', 'decision.record', shop, 1, report({ replaces: 'dec_x' })),
  step('a decision of a review that nobody held', 'decision.record', shop, 1, report({ review: 'rev_x' })),
];

const contested: History = [
  step('a slip', 'file.add', self(ada), 2, { type: 'image/png', size: 8, digest: 'x', bytes: 'iVBORw0KGgo=' }),
  step('a contest', 'review.open', self(ada), 2, (id) => ({
    decision: id('a decision'),
    why: 'contested',
    statement: 'I earn more than that.',
    corrections: [{ name: 'income', value: 2500 }],
    evidence: [id('a slip'), id('a slip')],
    calendar,
  })),
  step('a second contest', 'review.open', self(ada), 2, (id) => ({
    decision: id('a decision'),
    why: 'contested',
    calendar,
  })),
  step('a look that staff ask for', 'review.open', olga, 2, (id) => ({
    decision: id('a decision by somebody'),
    why: 'asked-by-staff',
    calendar,
  })),
  step('a look that staff ask for again', 'review.open', olga, 2, (id) => ({
    decision: id('a decision by somebody'),
    why: 'asked-by-staff',
    calendar,
  })),
  step('a contest of what nobody decided', 'review.open', self(ada), 2, {
    decision: 'dec_x',
    why: 'contested',
    calendar,
  }),
  step("a contest of another's", 'review.open', self('customer:kim'), 2, (id) => ({
    decision: id('a decision'),
    why: 'contested',
    calendar,
  })),
  step('a contest of what did not go in', 'review.open', self(ada), 2, (id) => ({
    decision: id('a decision of a use'),
    why: 'contested',
    corrections: [
      { name: 'shoes', value: 1 },
      { name: 'income', value: 1 },
      { name: 'income', value: 2 },
    ],
    evidence: ['file_x'],
    calendar,
  })),
  step('a contest without inputs', 'review.open', self(ada), 2, (id) => ({
    decision: id('a bare decision'),
    why: 'contested',
    corrections: [{ name: 'shoes', value: 1 }],
    calendar,
  })),
  step('a reviewer', 'review.assign', olga, 3, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    reviewer: 'rita',
    seat: 'first',
  })),
  step('a reviewer twice', 'review.assign', olga, 3, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    reviewer: 'rita',
    seat: 'first',
  })),
  step('a reviewer who has left', 'review.assign', olga, 3, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    reviewer: 'lea',
    seat: 'first',
  })),
  step('a reviewer whom nobody knows', 'review.assign', olga, 3, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    reviewer: 'x',
    seat: 'first',
    actor: 'act_x',
  })),
  step('a reviewer who saw it first', 'review.assign', olga, 3, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    reviewer: 'una',
    seat: 'second',
    sawFirst: true,
  })),
  step('a reviewer who decided', 'review.assign', olga, 3, (id) => ({
    ...review(id, 'a look that staff ask for', 'a decision by somebody'),
    reviewer: 'rob',
    seat: 'first',
  })),
  step('a reviewer of another decision', 'review.assign', olga, 3, (id) => ({
    review: id('a contest', 'review.opened'),
    decision: 'dec_x',
    files: [],
    reviewer: 'rob',
    seat: 'first',
  })),
  step('a view of what nobody looked at', 'review.note-view', rita, 3, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    view: 'change',
    words,
  })),
  step('an end before a look', 'review.conclude', rita, 3, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 'upheld',
    reasons: words,
  })),
  step('a look by somebody else', 'review.view-evidence', rob, 3, (id) => review(id, 'a contest', 'a decision')),
  step('a look', 'review.view-evidence', rita, 3, (id) => review(id, 'a contest', 'a decision', [id('a slip')])),
  step('a look at a file', 'review.view-evidence', rita, 3.001, (id) => ({
    ...review(id, 'a contest', 'a decision', [id('a slip')]),
    file: id('a slip'),
  })),
  step('a look at no file', 'review.view-evidence', rita, 3.001, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    file: 'file_x',
  })),
  step('an end before a view', 'review.conclude', rita, 3.001, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 'upheld',
    reasons: words,
  })),
  step('an empty view', 'review.note-view', rita, 3.002, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    view: 'change',
    words: 'Looks good.',
  })),
  step('a view', 'review.note-view', rita, 3.002, (id) => ({
    ...review(id, 'a contest', 'a decision', [id('a slip')]),
    view: 'change',
    words,
  })),
  step('a view again', 'review.note-view', rita, 3.002, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    view: 'uphold',
    words,
  })),
  step('an empty end', 'review.conclude', rita, 3.004, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 'upheld',
    reasons: 'ok',
  })),
  step('a change to nothing', 'review.conclude', rita, 3.004, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 'changed',
    reasons: other,
  })),
  step('no change to something', 'review.conclude', rita, 3.004, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 'upheld',
    newOutcome: said('yes'),
    reasons: other,
  })),
  step('no repeat with other data', 'review.conclude', rita, 3.004, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 'upheld',
    corrected: [{ name: 'income', value: 2 }],
    reasons: other,
  })),
  step('a repeat with data that did not go in', 'review.conclude', rita, 3.004, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 're-run',
    corrected: [{ name: 'shoes', value: 2 }],
    reasons: other,
  })),
  step('a second opinion of the first', 'review.second-opinion', rita, 3.004, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 'upheld',
    reasons: other,
  })),
  step('an end', 'review.conclude', rita, 3.004, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 're-run',
    reasons: other,
  })),
  step('an end after the end', 'review.conclude', rita, 3.004, (id) => ({
    ...review(id, 'a contest', 'a decision'),
    outcome: 're-run',
    reasons: other,
  })),
  step('a contest that is over is called off', 'review.cancel', self(ada), 3.01, (id) => ({
    review: id('a contest', 'review.opened'),
  })),
  step('the decision made again', 'decision.record', shop, 4, (id) =>
    report({
      decidedAt: moment(3.5),
      replaces: id('a decision'),
      review: id('a contest', 'review.opened'),
      adverse: false,
      outcome: said('accepted'),
    }),
  ),
  step('another decision for the same review', 'decision.record', shop, 4, (id) =>
    report({ replaces: id('a decision of a use'), review: id('a contest', 'review.opened') }),
  ),
];

export const decisions: History = [...declared, ...reported, ...contested];
