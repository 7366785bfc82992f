/** Acts about requests: opened, moved, told to connected systems. */
import { calendar, erases, type History, moment, olga, self, step, worker } from './kit.ts';

const ada = 'customer:ada';
const systems = [
  { key: 'shop-db', name: 'Shop', kind: 'postgresql' },
  { key: 'paper', name: 'Archive', kind: 'manual' },
];
const asks = (kind: string, more: object = {}) => ({ kind, subject: ada, calendar, ...more });
const table = { name: 'orders', rows: 3, deleted: 2 };
const kept = { name: 'invoices', reason: 'Tax law.' };

/** A run of the task of a system for a request. */
// biome-ignore lint/complexity/useMaxParams: a step reads as one line.
const begin = (name: string, day: number, request: string, system = 'shop-db') =>
  step(name, 'task.move', worker, day, (id) => ({ request: id(request), system, move: 'begin' }));

export const requests: History = [
  step('ada', 'subject.describe', olga, 0, { subject: ada, regimes: ['EU'], ageBand: 'adult', language: 'de' }),
  step('ben', 'subject.describe', olga, 0, { subject: 'customer:ben', regimes: ['UK'], ageBand: 'adult' }),
  step('a copy', 'request.open', self(ada), 1, asks('access', { message: 'All of it.', language: 'de' })),
  step('an erasure', 'request.open', self(ada), 1, asks('erasure')),
  step('a correction', 'request.open', olga, 1, asks('rectification', { receivedAt: Date.parse(moment(0.5)) })),
  step('a restriction', 'request.open', self(ada), 1, asks('restriction')),
  step('a complaint of another', 'request.open', olga, 1, asks('complaint', { subject: 'customer:ben' })),

  step('systems before it is sure who asks', 'task.open', worker, 2, (id) => ({
    request: id('a correction'),
    systems,
  })),
  step('it is sure who asks', 'request.step', olga, 2, (id) => ({
    request: id('a copy'),
    step: 'verify',
    level: 'account-reauth',
    calendar,
  })),
  step('it is sure who wants it erased', 'request.step', olga, 2, (id) => ({
    request: id('an erasure'),
    step: 'verify',
    level: 'account-reauth',
    calendar,
  })),
  step('systems of a copy', 'task.open', worker, 2, (id) => ({ request: id('a copy'), systems })),
  step('systems of a copy again', 'task.open', worker, 2, (id) => ({ request: id('a copy'), systems })),
  step('one more system of a copy', 'task.open', worker, 2, (id) => ({
    request: id('a copy'),
    systems: [...systems, { key: 'mail', name: 'Mail', kind: 'http' }],
  })),
  step('systems of an erasure', 'task.open', worker, 2, (id) => ({
    request: id('an erasure'),
    systems,
    keep: [{ purpose: 'loans', code: 'legal-obligation', until: Date.parse(moment(400)) }],
  })),
  step('systems of a complaint', 'task.open', worker, 2, (id) => ({ request: id('a complaint of another'), systems })),
  step('systems of nothing', 'task.open', worker, 2, { request: 'req_x', systems }),
  step('it is sure who corrects', 'request.step', olga, 2, (id) => ({
    request: id('a correction'),
    step: 'verify',
    level: 'account-reauth',
    calendar,
  })),
  step('systems are told of a correction', 'task.open', olga, 2, (id) => ({
    request: id('a correction'),
    systems,
    answer: {
      request: id('a correction'),
      step: 'fulfil',
      reason: 'The address was old.',
      rectified: [{ what: 'address', from: 'Old Street 2', to: 'New Street 1', told: ['Shop'] }],
      treeSize: 7,
      calendar,
    },
  })),

  begin('a run', 3, 'a copy'),
  begin('a second run beside it', 3, 'a copy'),
  begin('a run of a person', 3, 'a copy', 'paper'),
  begin('a run of a system that is not asked', 3, 'a copy', 'x'),
  step('a run of nothing', 'task.move', worker, 3, { request: 'req_x', system: 'shop-db', move: 'begin' }),
  step('a note of a run', 'task.move', worker, 3, (id) => ({
    request: id('a copy'),
    system: 'shop-db',
    move: 'note',
    lease: id('a run'),
    tables: [table],
    kept: [kept],
  })),
  step('a note of a run that found nothing', 'task.move', worker, 3, (id) => ({
    request: id('a copy'),
    system: 'shop-db',
    move: 'note',
    lease: id('a run'),
    tables: [{ name: 'orders', rows: 0, deleted: 0 }],
    kept: [],
  })),
  step('a note with an old lease', 'task.move', worker, 3, (id) => ({
    request: id('a copy'),
    system: 'shop-db',
    move: 'note',
    lease: id('a note of a run'),
    tables: [table],
    kept: [],
  })),
  step('a retry of what runs', 'task.move', olga, 3, (id) => ({
    request: id('a copy'),
    system: 'shop-db',
    move: 'retry',
  })),
  step('an end by a person of what runs', 'task.end', olga, 3, (id) => ({
    request: id('a copy'),
    system: 'shop-db',
    by: 'person',
    words: 'Done by hand.',
  })),
  step('an end with an old lease', 'task.end', worker, 3, (id) => ({
    request: id('a copy'),
    system: 'shop-db',
    by: 'connector',
    lease: id('a note of a run'),
    tables: [],
  })),
  step('an end', 'task.end', worker, 3, (id) => ({
    request: id('a copy'),
    system: 'shop-db',
    by: 'connector',
    lease: id('a run'),
    tables: [table],
    kept: [kept],
    bytes: 'AAAA',
  })),
  begin('a run of what is done', 3, 'a copy'),
  step('an end by a person', 'task.end', olga, 3, (id) => ({
    request: id('a copy'),
    system: 'paper',
    by: 'person',
    words: 'Looked into both binders.',
  })),

  begin('a run that fails', 4, 'an erasure'),
  step('it failed', 'task.move', worker, 4, (id) => ({
    request: id('an erasure'),
    system: 'shop-db',
    move: 'fail',
    lease: id('a run that fails'),
    code: 'unreachable',
    details: ['x'.repeat(500)],
    isLasting: false,
  })),
  begin('a run before its time', 4, 'an erasure'),
  begin('a run after its time', 4.1, 'an erasure'),
  step('it failed for good', 'task.move', worker, 4.1, (id) => ({
    request: id('an erasure'),
    system: 'shop-db',
    move: 'fail',
    lease: id('a run after its time'),
    code: 'refused',
    details: [],
    isLasting: true,
  })),
  begin('a run of what is parked', 4.2, 'an erasure'),
  step('a retry', 'task.move', olga, 4.2, (id) => ({ request: id('an erasure'), system: 'shop-db', move: 'retry' })),
  step('a retry of what waits', 'task.move', olga, 4.2, (id) => ({
    request: id('an erasure'),
    system: 'shop-db',
    move: 'retry',
  })),
  step('a hold', 'hold.set', olga, 4.3, {
    subject: ada,
    items: [{ kind: 'uses' }],
    ground: 'legal-obligation',
    reason: 'Tax law.',
  }),
  begin('a run under a hold', 4.4, 'an erasure'),
  step('the hold is lifted', 'hold.lift', olga, 4.5, (id) => ({ subject: ada, hold: id('a hold') })),
  step('a retry after the hold', 'task.move', olga, 4.5, (id) => ({
    request: id('an erasure'),
    system: 'shop-db',
    move: 'retry',
  })),
  begin('a run that erases', 4.6, 'an erasure'),
  step('a note of what was erased', 'task.move', worker, 4.6, (id) => ({
    request: id('an erasure'),
    system: 'shop-db',
    move: 'note',
    lease: id('a run that erases'),
    tables: [table],
    kept: [kept],
  })),
  begin('a run after a lease ran out', 5.6, 'an erasure'),
  step('an end that found nobody any more', 'task.end', worker, 5.6, (id) => ({
    request: id('an erasure'),
    system: 'shop-db',
    by: 'connector',
    lease: id('a run after a lease ran out'),
    tables: [{ name: 'orders', rows: 0, deleted: 0 }],
  })),

  step('a copy is answered', 'request.step', olga, 6, (id) => ({
    request: id('a copy'),
    step: 'fulfil',
    treeSize: 7,
    treeLog: 1,
    systems: [...systems],
    calendar,
  })),
  begin('a run of the last system', 6, 'a copy', 'mail'),
  step('the last system', 'task.end', worker, 6, (id) => ({
    request: id('a copy'),
    system: 'mail',
    by: 'connector',
    lease: id('a run of the last system'),
    tables: [],
  })),
  step('a copy is answered after the last system', 'request.step', olga, 6, (id) => ({
    request: id('a copy'),
    step: 'fulfil',
    treeSize: 7,
    systems: [],
    calendar,
  })),
  step('a restriction is refused', 'request.step', olga, 6, (id) => ({
    request: id('a restriction'),
    step: 'deny',
    code: 'art18-no-ground',
    reason: 'None of the four.',
    calendar,
  })),
  step('a restriction is called off', 'request.step', self(ada), 6, (id) => ({
    request: id('a restriction'),
    step: 'cancel',
    calendar,
  })),
  step('systems of what is over', 'task.open', worker, 6, (id) => ({ request: id('a restriction'), systems })),
  step('the end of what nobody was told of', 'task.open-lifted', worker, 6, (id) => ({ request: id('a restriction') })),
  step('the end of nothing', 'task.open-lifted', worker, 6, { request: 'req_x' }),
  erases(ada, 7),
  begin('a run for somebody erased', 8, 'an erasure', 'paper'),
  step('systems of somebody erased', 'task.open', worker, 8, (id) => ({ request: id('an erasure'), systems })),
  step('the end of a restriction of somebody erased', 'task.open-lifted', worker, 8, (id) => ({
    request: id('a restriction'),
  })),
];
