/** A breach: written down, added to, and who was told of it or not, with what the law wants said. */
import { type History, moment, olga, step } from './kit.ts';

const what = 'A list went to the wrong shop.';

export const breaches: History = [
  step('a breach', 'breach.record', olga, 1, { what, noticedAt: moment(0), regimes: ['EU', 'UK'] }),
  step('a breach by a system that nobody declared', 'breach.record', olga, 1, {
    what,
    noticedAt: moment(0),
    regimes: ['EU'],
    aiSystems: ['nobody'],
  }),
  step('a breach that has not come yet', 'breach.record', olga, 1, { what, noticedAt: moment(2), regimes: ['EU'] }),
  step('what was found', 'breach.note', olga, 2, (id) => ({
    breach: id('a breach'),
    about: 'facts',
    text: 'It was two lists.',
    from: moment(-1),
    to: moment(0),
  })),
  step('a time that ends before it begins', 'breach.note', olga, 2, (id) => ({
    breach: id('a breach'),
    about: 'facts',
    text: 'It was two lists.',
    from: moment(0),
    to: moment(-1),
  })),
  step('a beginning after the end on record', 'breach.note', olga, 2, (id) => ({
    breach: id('a breach'),
    about: 'facts',
    text: 'It was two lists.',
    from: moment(1),
  })),
  step('a note to what nobody recorded', 'breach.note', olga, 2, { breach: 'brc_x', about: 'facts', text: 'x' }),
  step('the authority at the last moment', 'breach.tell', olga, 3, (id) => ({
    breach: id('a breach'),
    whom: 'authority',
    toldAt: moment(3),
    text: 'By their form.',
  })),
  step('the authority too late', 'breach.tell', olga, 4, (id) => ({
    breach: id('a breach'),
    whom: 'authority',
    toldAt: moment(3.01),
    text: 'By their form.',
  })),
  step('the authority too late, and why', 'breach.tell', olga, 4, (id) => ({
    breach: id('a breach'),
    whom: 'authority',
    toldAt: moment(3.01),
    text: 'By their form.',
    lateBecause: 'The extent was unclear.',
  })),
  step('people before it was noticed', 'breach.tell', olga, 4, (id) => ({
    breach: id('a breach'),
    whom: 'people',
    toldAt: moment(-1),
    text: 'By letter.',
  })),
  step('why people are not told', 'breach.keep', olga, 5, (id) => ({
    breach: id('a breach'),
    whom: 'people',
    ground: 'unintelligible',
    text: 'The lists were encrypted.',
  })),
  step('a ground that is not of the authority', 'breach.keep', olga, 5, (id) => ({
    breach: id('a breach'),
    whom: 'authority',
    ground: 'unintelligible',
    text: 'The lists were encrypted.',
  })),
];
