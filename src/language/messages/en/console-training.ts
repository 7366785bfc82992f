/**
 * Texts of the pages of training runs.
 * Flow:    ../en.ts → here.
 * Promise: whoever may no longer be used is told with why and what to do.
 * Source:  decision 0077.
 */
export const consoleTrainingMessages = {
  'console.training.title': 'Training runs',
  'console.training.lead': 'Whose data went into which version of a model, and of whom it may no longer be used.',
  'console.training.see': 'Which training runs there are',
  'console.training.none': 'No training run is registered.',
  'console.training.version': 'Model version',
  'console.training.purpose': 'Purpose',
  'console.training.state': 'State',
  'console.training.state.is': '{state, select, open {Goes on} finished {Finished} failed {Failed} other {Stopped}}',
  'console.training.included': 'People in it',
  'console.training.refused': 'Refusals',
  'console.training.erased': 'Erased since',
  'console.training.run': 'This run',
  'console.training.ended': 'Ended',
  'console.training.registered': 'Registered',
  'console.training.next': 'Older runs',
  'console.training.gone': 'May no longer be used',
  'console.training.gone.lead':
    '{count, plural, =0 {Nobody on this page} one {One person on this page} other {# people on this page}}, of {looked} looked at. Leave them out of the next version, and decide with your privacy team whether this one may go on.',
  'console.training.gone.none': 'Everybody on this page may still be in it.',
  'console.training.person': 'Person',
  'console.training.why': 'Why',
  'console.training.since': 'Since',
  'console.training.more': 'More people',
  'console.training.back': 'All training runs',
} as const satisfies Record<string, string>;
