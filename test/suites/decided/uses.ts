/** Acts about uses of data: uses and their ends, traced calls, training runs. */
import { erases, type History, moment, olga, self, shop, staff, step, worker } from './kit.ts';

const ada = 'customer:ada';
const purpose = (basis: string, more: object = {}) => ({
  name: { en: 'Offers' },
  description: { en: 'We choose offers for you.' },
  kind: 'ai-inference',
  legalBasis: { EU: basis, UK: basis },
  dataCategories: ['purchases', 'income'],
  ...more,
});
const asks = (more: object = {}) => ({
  subject: ada,
  aiSystem: 'chooser',
  purpose: 'offers',
  language: 'en',
  ...more,
});
const call = { service: 'shop', provider: 'a.provider', model: 'm-1', operation: 'chat' };
const span = (name: string, more: object = {}) => ({
  span: `span_${name}`,
  aiSystems: ['none', 'chooser'],
  call,
  outcome: 'finished',
  occurredAt: moment(3),
  duration: 120,
  ...more,
});
const run = (more: object = {}) => ({ aiSystem: 'chooser', purpose: 'training', modelVersion: '2027.3', ...more });
const named = (subject: string) => ({ subject, identifiers: [] });

export const uses: History = [
  step('offers', 'purpose.publish', olga, 0, { key: 'offers', body: purpose('legitimate-interests') }),
  step('training', 'purpose.publish', olga, 0, {
    key: 'training',
    body: purpose('legitimate-interests', { kind: 'ai-training', dataCategories: ['purchases', 'income', 'location'] }),
  }),
  step('undeclared', 'purpose.publish', olga, 0, { key: 'undeclared', body: purpose('contract') }),
  step('consented', 'purpose.publish', olga, 0, { key: 'consented', body: purpose('consent') }),
  step('chooser', 'ai-system.publish', olga, 0, {
    key: 'chooser',
    body: {
      name: { en: 'Chooser' },
      purposes: ['offers', 'training', 'consented'],
      dataCategories: ['purchases', 'income'],
    },
  }),
  step('ada', 'subject.describe', olga, 1, {
    subject: ada,
    regimes: ['EU'],
    ageBand: 'adult',
    identifiers: ['email:ada@example.org'],
  }),
  step('ben', 'subject.describe', olga, 1, { subject: 'customer:ben', regimes: ['UK'], ageBand: 'adult' }),
  step('rita', 'staff.describe', olga, 1, {
    id: 'rita',
    actor: 'act_rita',
    name: 'A Person',
    roles: ['support'],
    training: [],
    authority: [],
    active: true,
    own: [],
  }),

  step('a use', 'use.record', shop, 2, asks({ reference: 'r-1', context: { regime: 'EU', gpc: true } })),
  step('a use of one kind of data', 'use.record', shop, 2, asks({ dataCategories: ['purchases'] })),
  step('a use of data that is not declared', 'use.record', shop, 2, asks({ dataCategories: ['health'] })),
  step('a use without a consent', 'use.record', shop, 2, asks({ purpose: 'consented' })),
  step('a use of nothing declared', 'use.record', shop, 2, asks({ aiSystem: 'x', purpose: 'x' })),
  step('a use about somebody new', 'use.record', shop, 2, asks({ subject: 'email:New@Example.org' })),
  step(
    'a refused use about somebody new',
    'use.record',
    shop,
    2,
    asks({ subject: 'customer:x', purpose: 'consented' }),
  ),
  step('a use about a pseudonym', 'use.record', shop, 2, asks({ subject: 'sub_x' })),
  step('a use about staff', 'use.record', shop, 2, asks({ subject: 'staff:rita' })),
  step('a report', 'use.record', shop, 2, asks({ mode: 'report', occurredAt: moment(1.5), reference: 'r-2' })),
  step(
    'a report without a consent',
    'use.record',
    shop,
    2,
    asks({ mode: 'report', purpose: 'consented', occurredAt: moment(1.5) }),
  ),
  step('a report without a moment', 'use.record', shop, 2, asks({ mode: 'report' })),
  step('a report of tomorrow', 'use.record', shop, 2, asks({ mode: 'report', occurredAt: moment(3) })),
  step(
    'a report about somebody new',
    'use.record',
    shop,
    2,
    asks({ mode: 'report', subject: 'customer:y', occurredAt: moment(1.5) }),
  ),

  step('a use is over', 'use.end', shop, 2, (id) => ({ use: id('a use'), outcome: 'finished' })),
  step('a use is over, said twice', 'use.end', shop, 2.5, (id) => ({ use: id('a use'), outcome: 'finished' })),
  step('a use is over otherwise', 'use.end', shop, 2.5, (id) => ({ use: id('a use'), outcome: 'failed' })),
  step('a refused use is over', 'use.end', shop, 2.5, (id) => ({
    use: id('a use without a consent'),
    outcome: 'finished',
  })),
  step('a use that nobody knows is over', 'use.end', shop, 2.5, { use: 'use_x', outcome: 'finished' }),

  step('a call of a use', 'span.record', shop, 3, (id) =>
    span('1', {
      use: id('a use'),
      subject: { identifier: ada, isOurs: true },
      aiSystem: 'chooser',
      purpose: 'offers',
      inputTokens: 3,
      outputTokens: 4,
    }),
  ),
  step('a call that is known', 'span.record', shop, 3, span('1')),
  step('a call of a use, barely', 'span.record', shop, 3, (id) => span('2', { use: id('a use'), call: {} })),
  step('a call of tomorrow', 'span.record', shop, 3, (id) => span('3', { use: id('a use'), occurredAt: moment(4) })),
  step(
    'a call without a use',
    'span.record',
    shop,
    3,
    span('4', { subject: { identifier: ada, isOurs: true }, purpose: 'offers' }),
  ),
  step(
    'a call without a use or a purpose',
    'span.record',
    shop,
    3,
    span('5', { subject: { identifier: ada, isOurs: true } }),
  ),
  step('a call without anybody', 'span.record', shop, 3, span('6', { aiSystem: 'x', purpose: 'y' })),
  step(
    'a call about somebody new',
    'span.record',
    shop,
    3,
    span('7', { subject: { identifier: 'customer:z', isOurs: true }, purpose: 'offers' }),
  ),
  step(
    'a call about a borrowed name',
    'span.record',
    shop,
    3,
    span('8', { subject: { identifier: 'user:9', isOurs: false }, purpose: 'offers' }),
  ),
  step(
    'a call about a known borrowed name',
    'span.record',
    shop,
    3,
    span('9', { subject: { identifier: ada, isOurs: false }, purpose: 'offers' }),
  ),
  step('a call of a use that nobody knows', 'span.record', shop, 3, span('10', { use: 'use_x' })),
  step('a call of an end', 'span.record', shop, 3, (id) => span('11', { use: id('a use is over') })),
  step("a call of another's use", 'span.record', shop, 3, (id) =>
    span('12', { use: id('a use'), subject: { identifier: 'customer:ben', isOurs: true } }),
  ),
  step('a call of another AI system', 'span.record', shop, 3, (id) =>
    span('13', { use: id('a use'), aiSystem: 'other' }),
  ),
  step('a call of another purpose', 'span.record', shop, 3, (id) =>
    span('14', { use: id('a use'), purpose: 'training' }),
  ),
  step('a call of a refused use', 'span.record', shop, 3, (id) => span('15', { use: id('a use without a consent') })),
  step('a call long before its use', 'span.record', shop, 3, (id) =>
    span('16', { use: id('a use'), occurredAt: moment(1.99) }),
  ),
  step('a call just before its use', 'span.record', shop, 3, (id) =>
    span('17', { use: id('a use'), occurredAt: moment(1.998) }),
  ),
  step('a call long after its use', 'span.record', shop, 30, (id) =>
    span('18', { use: id('a use'), occurredAt: moment(29) }),
  ),

  step('a run', 'training.register', olga, 30, run()),
  step('a run of some', 'training.register', olga, 30, run({ regimes: ['EU'], dataCategories: ['purchases'] })),
  step('a run of an AI system that nobody declared', 'training.register', olga, 30, run({ aiSystem: 'x' })),
  step('a run for what nobody published', 'training.register', olga, 30, run({ purpose: 'x' })),
  step('a run for what it does not declare', 'training.register', olga, 30, run({ purpose: 'undeclared' })),
  step(
    'a run of data that the purpose does not name',
    'training.register',
    olga,
    30,
    run({ dataCategories: ['purchases', 'health'] }),
  ),
  step(
    'a run of data that the AI system does not name',
    'training.register',
    olga,
    30,
    run({ dataCategories: ['location'] }),
  ),
  step('people', 'training.include', shop, 31, (id) => ({
    run: id('a run of some'),
    people: [named(id('ada', 'subject')), named(id('ada', 'subject')), named(id('ben', 'subject')), named('sub_x')],
  })),
  step('people whose names are known', 'training.include', shop, 31, (id) => {
    const of = (one: string) => id(one, 'subject');
    return { run: id('a run'), people: [{ subject: of('ada'), identifiers: ['customer:gone'] }] };
  }),
  step('nobody', 'training.include', shop, 31, (id) => ({ run: id('a run'), people: [] })),
  step('people of no run', 'training.include', shop, 31, { run: 'trn_x', people: [] }),
  step('a run is over', 'training.end', olga, 32, (id) => ({ run: id('a run'), outcome: 'finished' })),
  step('a run is over, said twice', 'training.end', olga, 33, (id) => ({ run: id('a run'), outcome: 'finished' })),
  step('a run is over otherwise', 'training.end', olga, 33, (id) => ({ run: id('a run'), outcome: 'stopped' })),
  step('a run that nobody knows is over', 'training.end', olga, 33, { run: 'trn_x', outcome: 'finished' }),
  step('people of a run that is over', 'training.include', shop, 33, (id) => ({ run: id('a run'), people: [] })),

  step('a signal', 'signal.record', self(ada), 34, { subject: ada, page: 'GET /me' }),
  step('a Californian', 'subject.describe', olga, 34, {
    subject: 'customer:cal',
    regimes: ['US-CA'],
    ageBand: 'adult',
  }),
  step('a signal of a Californian', 'signal.record', self('customer:cal'), 34, {
    subject: 'customer:cal',
    page: 'GET /me',
    said: 'navigator.globalPrivacyControl',
  }),
  step('a signal of a Californian again', 'signal.record', self('customer:cal'), 35, {
    subject: 'customer:cal',
    page: 'GET /me',
  }),
  step('a signal of somebody new', 'signal.record', shop, 35, { subject: 'customer:new', page: 'GET /v1' }),

  erases(ada, 36),
  step('a use about somebody erased', 'use.record', shop, 37, asks()),
  step('a report about somebody erased', 'use.record', shop, 37, asks({ mode: 'report', occurredAt: moment(35) })),
  step(
    'a call about somebody erased',
    'span.record',
    shop,
    37,
    span('20', { subject: { identifier: ada, isOurs: true }, purpose: 'offers' }),
  ),
  step('a signal of somebody erased', 'signal.record', self(ada), 37, { subject: ada, page: 'GET /me' }),
  step('a use by the machine', 'use.record', worker, 37, asks({ subject: 'customer:ben' })),
  step('a use by staff about themself', 'use.record', staff('rita', 'support'), 37, asks({ subject: 'staff:rita' })),
];
