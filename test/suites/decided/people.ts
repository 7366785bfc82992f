/** Acts about people: who they are, holds, notes, files, looks, messages, an erasure and what comes back. */
import { erases, type History, moment, olga, self, shop, staff, step, worker } from './kit.ts';

const ada = 'customer:ada';
const ben = 'customer:ben';
const file = { name: 'slip.pdf', type: 'application/pdf', size: 3, digest: 'ZGlnZXN0', bytes: 'AAAA' };
const offers = {
  name: { en: 'Offers' },
  description: { en: 'We choose offers for you.' },
  kind: 'ai-inference',
  legalBasis: { EU: 'consent' },
  dataCategories: ['purchases'],
  defaultNotice: 'offers-notice',
};
const chooser = { name: { en: 'Chooser' }, purposes: ['offers'], dataCategories: ['purchases'] };
const notice = { title: { en: 'Offers' }, body: { en: 'May we?', de: 'Dürfen wir?' }, purposes: ['offers'] };
const shown = (more: object = {}) => ({
  subject: ada,
  covers: [{ aiSystem: 'chooser', aiSystemVersion: 1, purpose: 'offers', purposeVersion: 1 }],
  language: 'de',
  hash: 'x'.repeat(44),
  how: 'page',
  acknowledged: true,
  ...more,
});
const hold = (more: object = {}) => ({
  subject: ada,
  items: [{ kind: 'uses' }, { purpose: 'offers' }],
  ground: 'legal-obligation',
  reason: 'Tax law keeps these for ten years.',
  ...more,
});

export const people: History = [
  step('a purpose', 'purpose.publish', olga, 0, { key: 'offers', body: offers }),
  step('a notice', 'notice.publish', olga, 0, { key: 'offers-notice', body: notice }),
  step('an AI system', 'ai-system.publish', olga, 0, { key: 'chooser', body: chooser }),
  step('a recipient', 'recipient.publish', olga, 0, {
    key: 'bank',
    body: { name: { en: 'A Bank' }, kind: 'processor' },
  }),
  step('the same purpose', 'purpose.publish', olga, 0, { key: 'offers', body: offers }),
  step('the AI system stops', 'ai-system.suspend', olga, 1, {
    key: 'chooser',
    reason: { en: 'It chose wrongly.' },
    occurredAt: moment(0.5),
    affectedSince: moment(0.25),
  }),
  step('the AI system stops again', 'ai-system.suspend', olga, 1, { key: 'chooser' }),
  step('the AI system stops tomorrow', 'ai-system.suspend', olga, 1, { key: 'chooser', occurredAt: moment(2) }),
  step('the AI system did wrong tomorrow', 'ai-system.suspend', olga, 1, { key: 'chooser', affectedSince: moment(2) }),
  step('the AI system goes on', 'ai-system.resume', olga, 2, { key: 'chooser', reason: { en: 'It is mended.' } }),
  step('the AI system goes on again', 'ai-system.resume', olga, 2, { key: 'chooser' }),
  step('an AI system that nobody declared stops', 'ai-system.suspend', olga, 2, { key: 'other' }),

  step('somebody', 'subject.describe', olga, 3, {
    subject: ada,
    regimes: ['EU', 'EU', 'US-CA'],
    ageBand: 'adult',
    ageBandUntil: moment(400),
    language: 'de',
    identifiers: ['email:Ada@Example.org', ada, 'phone:+491701234567'],
  }),
  step('somebody, the same again', 'subject.describe', olga, 3, {
    subject: ada,
    regimes: ['EU', 'US-CA'],
    ageBand: 'adult',
    ageBandUntil: moment(400),
    language: 'de',
  }),
  step('somebody with another age', 'subject.describe', olga, 3, {
    subject: ada,
    regimes: ['EU', 'US-CA'],
    ageBand: '16-17',
    ageBandUntil: moment(400),
    language: 'de',
  }),
  step('somebody with another end of it', 'subject.describe', olga, 3, {
    subject: ada,
    regimes: ['EU', 'US-CA'],
    ageBand: '16-17',
    ageBandUntil: moment(500),
    language: 'de',
  }),
  step('somebody with another language', 'subject.describe', olga, 3, {
    subject: ada,
    regimes: ['EU', 'US-CA'],
    ageBand: '16-17',
    ageBandUntil: moment(500),
    language: 'fr',
  }),
  step('somebody under fewer laws', 'subject.describe', olga, 3, { subject: ada, regimes: ['EU'] }),
  step('somebody under another law', 'subject.describe', olga, 3, { subject: ada, regimes: ['UK'] }),
  step('somebody back under the first', 'subject.describe', olga, 3, { subject: ada, regimes: ['EU'] }),
  step('an end without an age', 'subject.describe', olga, 3, { subject: ada, ageBandUntil: moment(400) }),
  step('no such law', 'subject.describe', olga, 3, { subject: ada, regimes: ['EU', 'XX'] }),
  step('another with an address from a shop', 'subject.describe', shop, 3, {
    subject: ben,
    identifiers: ['email:ben@example.org'],
  }),
  step('an address of somebody else', 'subject.describe', olga, 3, {
    subject: ben,
    identifiers: ['email:ada@example.org'],
  }),
  step('a pseudonym that nobody has', 'subject.describe', olga, 3, { subject: 'sub_x' }),
  step('a second name that nobody has', 'subject.describe', olga, 3, { subject: ben, identifiers: ['sub_x'] }),
  step('an address is confirmed', 'address.confirm', self(ben), 4, { identifier: 'email:ben@example.org' }),
  step('an address that nobody has', 'address.confirm', self(ben), 4, { identifier: 'email:x@example.org' }),
  step('one who works here', 'staff.describe', olga, 4, {
    id: 'rita',
    actor: 'act_rita',
    name: 'A Person',
    roles: ['support'],
    training: [],
    authority: [],
    active: true,
    own: [ben],
  }),

  step('a notice was shown', 'notice.show', shop, 5, shown({ notice: { key: 'offers-notice', version: 1 } })),
  step('a notice was shown before', 'notice.show', shop, 5, shown({ occurredAt: moment(4.5), acknowledged: false })),
  step('a notice will be shown', 'notice.show', shop, 5, shown({ occurredAt: moment(6) })),
  step('a notice was shown to somebody new', 'notice.show', shop, 5, shown({ subject: 'email:New@Example.org' })),
  step('a notice was shown to staff', 'notice.show', shop, 5, shown({ subject: 'staff:rita' })),
  step('a notice was shown to a pseudonym', 'notice.show', shop, 5, shown({ subject: 'sub_x' })),

  step('a hold', 'hold.set', olga, 6, hold({ until: moment(100) })),
  step('a hold without an end', 'hold.set', olga, 6, hold({ items: [{ kind: 'decisions' }] })),
  step('a hold that is over', 'hold.set', olga, 6, hold({ until: moment(6) })),
  step(
    'a hold on nothing',
    'hold.set',
    olga,
    6,
    hold({ items: [{ purpose: 'x' }, { fact: 'use_x' }, { kind: 'uses' }] }),
  ),
  step('a hold on a fact', 'hold.set', olga, 6, (id) => hold({ items: [{ fact: id('a notice was shown') }] })),
  step("a hold on another's fact", 'hold.set', olga, 6, (id) =>
    hold({ subject: ben, items: [{ fact: id('a notice was shown') }] }),
  ),
  step('a hold on nobody', 'hold.set', olga, 6, hold({ subject: 'customer:x' })),
  step('a hold by whom it is about', 'hold.set', staff('rita'), 6, hold({ subject: ben, items: [{ kind: 'uses' }] })),
  step('a hold is lifted', 'hold.lift', olga, 7, (id) => ({ subject: ada, hold: id('a hold') })),
  step('a hold without an end is lifted', 'hold.lift', olga, 7, (id) => ({
    subject: ada,
    hold: id('a hold without an end'),
  })),
  step('a hold that is lifted already', 'hold.lift', olga, 7, (id) => ({ subject: ada, hold: id('a hold') })),
  step("another's hold", 'hold.lift', olga, 7, (id) => ({ subject: ben, hold: id('a hold on a fact') })),
  step('a hold of nobody', 'hold.lift', olga, 7, { subject: 'customer:x', hold: 'hold_x' }),

  step('a note', 'note.add', olga, 8, { subject: ada, text: 'Called, wants a letter.' }),
  step('a note about something', 'note.add', olga, 8, (id) => ({
    subject: ada,
    text: 'Called.',
    about: id('a notice was shown'),
  })),
  step("a note about something of another's", 'note.add', olga, 8, (id) => ({
    subject: ben,
    text: 'Called.',
    about: id('a notice was shown'),
  })),
  step('a note about nobody', 'note.add', olga, 8, { subject: 'customer:x', text: 'x' }),
  step('a note about themself', 'note.add', staff('rita', 'support'), 8, { subject: ben, text: 'x' }),

  ...Array.from({ length: 21 }, (_each, at) =>
    step(`file ${at + 1} of a day`, 'file.add', self(ada), 9, at === 0 ? file : { ...file, name: undefined }),
  ),
  step('a file of the next day', 'file.add', self(ada), 10, { ...file, type: 'text/plain' }),
  step('a file of nobody', 'file.add', self('customer:x'), 10, file),
  step('a file by staff', 'file.add', olga, 10, file),

  step('a look at one decision', 'look.take', olga, 11, (id) => ({
    subject: ada,
    what: 'decision',
    reason: 'review',
    decision: 'dec_1',
    withheld: [
      { decision: 'dec_1', subject: id('somebody', 'subject') },
      { decision: 'dec_2', subject: 'sub_x' },
    ],
  })),
  step('a look that the law keeps quiet', 'look.take', olga, 11, {
    subject: ada,
    what: 'ai-use',
    reason: 'confidential-aml',
  }),
  step('a look at nobody', 'look.take', olga, 11, { subject: 'customer:x', what: 'ai-use', reason: 'support' }),

  step('a request is told', 'request.open', self(ada), 12, {
    kind: 'access',
    calendar: { timeZone: 'UTC', holidays: [] },
  }),
  step('a message leaves', 'message.settle', worker, 12, (id) => ({
    message: id('a request is told', 'message.written'),
    about: id('a request is told'),
    channel: 'email',
    tries: 2,
  })),
  step('a message is given up', 'message.settle', worker, 12, (id) => ({
    message: id('a request is told', 'message.written'),
    about: 'req_x',
    channel: 'file',
    tries: 5,
    code: 'timeout',
  })),
  step('a message that nobody wrote', 'message.settle', worker, 12, { message: 'msg_x', channel: 'email', tries: 1 }),
  step('a message is handed over', 'message.hand-over', olga, 13, (id) => ({
    message: id('a request is told', 'message.written'),
    about: id('a request is told'),
    how: 'letter',
    occurredAt: moment(12.5),
  })),
  step('a message is handed over now', 'message.hand-over', olga, 13, (id) => ({
    message: id('a request is told', 'message.written'),
    about: id('a request is told'),
    how: 'spoken',
  })),
  step('a message is handed over tomorrow', 'message.hand-over', olga, 13, (id) => ({
    message: id('a request is told', 'message.written'),
    about: id('a request is told'),
    how: 'letter',
    occurredAt: moment(14),
  })),
  step('a message about something else', 'message.hand-over', olga, 13, (id) => ({
    message: id('a request is told', 'message.written'),
    about: 'req_x',
    how: 'letter',
  })),

  step('an opt-out before the erasure', 'limit.record', self(ada), 14, {
    subject: ada,
    kind: 'opt-out-sale-share',
    state: 'set',
  }),
  erases(ada, 15),
  step('a notice was shown to somebody erased', 'notice.show', shop, 16, shown()),
  step('a hold on somebody erased', 'hold.set', olga, 16, hold()),
  step('a hold is lifted of somebody erased', 'hold.lift', olga, 16, { subject: ada, hold: 'hold_x' }),
  step('a note about somebody erased', 'note.add', olga, 16, { subject: ada, text: 'x' }),
  step('a file of somebody erased', 'file.add', self(ada), 16, file),
  step('a wish about somebody erased', 'proposal.make', olga, 16, { act: 'subject.erase', about: ada, wish: {} }),
  step('an address of somebody erased', 'address.confirm', self(ada), 16, { identifier: 'email:ada@example.org' }),
  step('somebody erased is described', 'subject.describe', olga, 16, { subject: ada, regimes: ['EU'] }),
  step('an address of somebody erased is taken', 'subject.describe', olga, 16, {
    subject: ben,
    identifiers: ['email:ada@example.org'],
  }),
  step('somebody erased works here', 'staff.describe', olga, 16, {
    id: 'nina',
    actor: 'act_nina',
    name: 'A Person',
    roles: ['support'],
    training: [],
    authority: [],
    active: true,
    own: [ada],
  }),
  step('somebody comes back before they went', 'subject.return', olga, 17, {
    subject: ada,
    returned: { how: 'By phone.', occurredAt: moment(15) },
  }),
  step('somebody comes back tomorrow', 'subject.return', olga, 17, {
    subject: ada,
    returned: { how: 'By phone.', occurredAt: moment(18) },
  }),
  step('somebody comes back, says a shop', 'subject.return', shop, 17, {
    subject: ada,
    returned: { how: 'By phone.', occurredAt: moment(16.5) },
  }),
  step('somebody comes back', 'subject.return', olga, 17, {
    subject: ada,
    returned: { how: 'By phone.', occurredAt: moment(16.5), newHolder: true },
  }),
  step('somebody is back already', 'subject.return', olga, 17, {
    subject: ada,
    returned: { how: 'By phone.', occurredAt: moment(16.5) },
  }),
  step('an address comes back', 'subject.return', olga, 17, {
    subject: 'phone:+491701234567',
    returned: { how: 'By phone.', occurredAt: moment(16.5) },
  }),
  step('nobody comes back', 'subject.return', olga, 17, {
    subject: 'customer:x',
    returned: { how: 'By phone.', occurredAt: moment(16.5) },
  }),
];
