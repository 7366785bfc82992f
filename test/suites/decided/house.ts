/** Acts of the house about itself: access, webhooks, staff, proposals, links. */
import { type History, moment, olga, self, staff, step, worker } from './kit.ts';

const ada = 'customer:ada';
const omar = staff('omar');
const operator = staff('operator', 'system');

const webhook = (url: string) => ({
  url,
  description: 'Orders',
  signing: 'hmac-sha256',
  secret: 'whsec_c2VjcmV0',
  verifyingKey: 'whsec_c2VjcmV0',
  position: 7,
});
const described = (id: string, more: object = {}) => ({
  id,
  actor: `act_${id}`,
  name: 'A Person',
  roles: ['reviewer'],
  training: [{ code: 'credit', at: moment(-30), until: moment(300) }],
  authority: ['loans'],
  active: true,
  own: [],
  ...more,
});
const subject = (identifier: string) => ({ subject: identifier, regimes: ['EU'], ageBand: 'adult' });

export const house: History = [
  step('a token is ended', 'access.revoke', olga, 0, { what: 'token', key: 'k1', cause: 'lost' }),
  step('a client is ended', 'access.revoke', olga, 0, { what: 'principal', key: 'k2', cause: 'left' }),
  step('a client is let in again', 'access.restore', olga, 1, (id) => ({ revocation: id('a client is ended') })),
  step('a token stays ended', 'access.restore', olga, 1, (id) => ({ revocation: id('a token is ended') })),
  step('an end that nobody knows', 'access.restore', olga, 1, { revocation: 'rvk_x' }),

  step('a webhook', 'webhook.make', olga, 2, webhook('https://hooks.example:8443/in?key=1')),
  step('a webhook with another address', 'webhook.change', olga, 2, (id) => ({
    webhook: id('a webhook'),
    what: ['address', 'description'],
    url: 'https://hooks.example/other',
    description: 'Orders, new',
  })),
  step('a webhook with another secret', 'webhook.change', olga, 2, (id) => ({
    webhook: id('a webhook'),
    what: ['secret'],
    secret: 's2',
    verifyingKey: 'v2',
  })),
  step('a webhook that is sent again', 'webhook.change', olga, 2, (id) => ({
    webhook: id('a webhook'),
    what: ['replay'],
    after: { log: 1, index: 4 },
    position: 4,
  })),
  step('a webhook of which nothing changes', 'webhook.change', olga, 2, (id) => ({
    webhook: id('a webhook'),
    what: [],
  })),
  step('a webhook that fails for good', 'webhook.change', worker, 3, (id) => ({
    webhook: id('a webhook'),
    what: ['disabled'],
    state: 'disabled',
    cause: 'failing',
  })),
  step('a webhook that fails for good, said twice', 'webhook.change', worker, 3, (id) => ({
    webhook: id('a webhook'),
    what: ['disabled'],
    state: 'disabled',
    cause: 'failing',
  })),
  step('a webhook that goes on', 'webhook.change', olga, 3, (id) => ({
    webhook: id('a webhook'),
    what: ['enabled'],
    state: 'active',
  })),
  step('a webhook is over', 'webhook.end', olga, 4, (id) => ({ webhook: id('a webhook') })),
  step('a webhook is over already', 'webhook.end', olga, 4, (id) => ({ webhook: id('a webhook') })),
  step('a webhook that is over and changed', 'webhook.change', olga, 4, (id) => ({
    webhook: id('a webhook'),
    what: ['description'],
    description: 'x',
  })),
  step('a webhook that nobody knows', 'webhook.change', olga, 4, { webhook: 'whk_x', what: ['secret'], secret: 's' }),
  step('the end of a webhook that nobody knows', 'webhook.end', olga, 4, { webhook: 'whk_x' }),

  step('a customer', 'subject.describe', olga, 5, subject(ada)),
  step('somebody who works here', 'staff.describe', olga, 5, described('rita', { own: [ada, ada] })),
  step('somebody who works here has left', 'staff.describe', olga, 6, described('rita', { active: false })),
  step('somebody whose own record nobody knows', 'staff.describe', olga, 6, described('nina', { own: ['customer:x'] })),
  step(
    'a colleague',
    'staff.describe',
    olga,
    6,
    described('omar', { roles: ['officer'], training: [], authority: [] }),
  ),
  step('herself', 'staff.describe', omar, 6, described('olga', { training: [{ code: 'credit', at: moment(-30) }] })),
  step('staff as customers', 'subject.describe', olga, 6, subject('staff:rita')),

  step('a wish to erase', 'proposal.make', olga, 7, { act: 'subject.erase', about: ada, wish: { subject: ada } }),
  step('a wish about nobody', 'proposal.make', olga, 7, { act: 'hold.end', wish: { hold: 'hold_1' } }),
  step('a wish about somebody unknown', 'proposal.make', olga, 7, {
    act: 'subject.erase',
    about: 'customer:x',
    wish: {},
  }),
  step('a wish about new staff', 'proposal.make', olga, 7, { act: 'staff.describe', about: 'staff:new', wish: {} }),
  step('a wish to lift what does not stand', 'proposal.make', olga, 7, {
    act: 'hold.lift',
    about: ada,
    wish: { subject: ada, hold: 'hold_x' },
  }),
  step('the first person again', 'proposal.settle', olga, 8, (id) => ({
    proposal: id('a wish to erase'),
    outcome: 'confirmed',
  })),
  step('a second person who does not work here', 'proposal.settle', staff('stranger'), 8, (id) => ({
    proposal: id('a wish to erase'),
    outcome: 'confirmed',
  })),
  step('a second person who has left', 'proposal.settle', staff('rita'), 8, (id) => ({
    proposal: id('a wish to erase'),
    outcome: 'confirmed',
  })),
  step(
    'a second person who came by a link',
    'proposal.settle',
    staff('omar', 'officer', {
      linkedBy: 'olga',
      actor: { id: 'act_omar', role: 'officer', through: { id: 'act_olga', link: 'lnk_x', role: 'officer' } },
    }),
    8,
    (id) => ({
      proposal: id('a wish to erase'),
      outcome: 'confirmed',
    }),
  ),
  step(
    'a second person who proved themself too long ago',
    'proposal.settle',
    staff('omar', 'officer', { isStale: true }),
    8,
    (id) => ({
      proposal: id('a wish to erase'),
      outcome: 'confirmed',
    }),
  ),
  step('a second person', 'proposal.settle', omar, 8, (id) => ({
    proposal: id('a wish to erase'),
    outcome: 'confirmed',
  })),
  step('the first person calls it off', 'proposal.settle', olga, 8, (id) => ({
    proposal: id('a wish about nobody'),
    outcome: 'declined',
  })),
  step('a second person about themself', 'proposal.settle', omar, 8, (id) => ({
    proposal: id('a wish about new staff'),
    outcome: 'confirmed',
    about: id('a colleague', 'subject'),
  })),
  step('the last moment of a wish', 'proposal.settle', omar, 13.99, (id) => ({
    proposal: id('a wish about new staff'),
    outcome: 'declined',
  })),
  step('a wish that has run out', 'proposal.settle', omar, 14, (id) => ({
    proposal: id('a wish about new staff'),
    outcome: 'declined',
  })),
  step('a wish that nobody had', 'proposal.settle', omar, 14, { proposal: 'prp_x', outcome: 'declined' }),

  step('a link by staff', 'link.make', omar, 15, { holder: ada, place: 'me', sent: 'email' }),
  step('a link by the operator', 'link.make', operator, 15, {
    holder: 'staff:omar',
    place: 'console',
    staff: 'act_omar',
  }),
  step('a link by an administrator', 'link.make', staff('root', 'admin'), 15, { holder: 'customer:x', place: 'me' }),
  step('a link for new staff', 'link.make', staff('root', 'admin'), 15, {
    holder: 'staff:new2',
    place: 'console',
    staff: 'act_new2',
  }),
  step('a link to their own pages', 'link.make', staff('ada'), 15, { holder: ada, place: 'me' }),
  step('a link is opened', 'link.open', self(ada), 16, (id) => ({
    holder: ada,
    place: 'me',
    link: id('a link by staff'),
    by: 'staff',
    role: 'officer',
    sent: 'email',
  })),
  step('a link of new staff is opened', 'link.open', worker, 16, {
    holder: 'staff:new2',
    place: 'console',
    staff: 'act_new2',
    link: 'lnk_x',
    by: 'administrator',
    role: 'admin',
  }),

  step('a link to their own console', 'link.make', omar, 17, {
    holder: 'staff:omar',
    place: 'console',
    staff: 'act_omar',
  }),
  step('a wish about themself, to be confirmed', 'proposal.make', omar, 17, {
    act: 'staff.describe',
    about: 'staff:omar',
    wish: { id: 'omar' },
  }),
  step('a wish about themself who is not on record yet', 'proposal.make', staff('pia'), 17, {
    act: 'staff.describe',
    about: 'staff:pia',
    wish: { id: 'pia' },
  }),
  step('a wish to erase themself', 'proposal.make', staff('ada'), 17, { act: 'subject.erase', about: ada, wish: {} }),
  step('a note about themself, known by a claim', 'note.add', staff('zed', 'support', { knownAs: ada }), 17, {
    subject: ada,
    text: 'x',
  }),
  step('a note about the maker of a link', 'note.add', staff('zed', 'support', { linkedBy: 'ada' }), 17, {
    subject: ada,
    text: 'x',
  }),
  step('a note about somebody else', 'note.add', staff('zed', 'support', { knownAs: 'customer:zed' }), 17, {
    subject: ada,
    text: 'x',
  }),
  step('themself, described for the first time', 'subject.describe', staff('zoe'), 17, subject('customer:zoe')),
  step('somebody else, described for the first time', 'subject.describe', staff('zoe'), 17, subject('customer:ben')),
];
