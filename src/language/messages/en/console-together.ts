/**
 * Texts of one step for many requests.
 * Flow:    ../en.ts → here.
 * Promise: every line says what would happen or why it would not.
 * Source:  decision 0130.
 */
export const consoleTogetherMessages = {
  'console.together.title': 'One step for several requests',
  'console.together.choose': 'Choose',
  'console.together.choose.one': 'Choose: {title}, {number}',
  'console.together.step': 'Step',
  'console.together.step.extend': 'More time is needed',
  'console.together.step.note': 'Note something',
  'console.together.preview': 'See what would happen',
  'console.together.lead': 'Nothing is done yet. Read each line, then confirm.',
  'console.together.effect': 'What would happen',
  'console.together.extended': 'The last day becomes {day}, and the person is told why.',
  'console.together.noted': 'The note goes into the record of the person, who can read it.',
  'console.together.left-out':
    'Left out: {why, select, unknown {there is no such request} erased {the person was deleted} closed {it is closed} extended {its time was extended once already} no_law {its law allows no extension} late {its time is over} other {the words say nothing}}.',
  'console.together.reviews.title': 'Ask one person to look at several',
  'console.together.reviews.whom': 'Who looks at them',
  'console.together.reviews.me': 'Me',
  'console.together.reviews.review': 'Review',
  'console.together.assigned': '{who} is asked to look.',
  'console.together.reassigned': '{who} is asked in place of the colleague who has it now.',
  'console.together.reviews.left-out':
    'Left out: {why, select, unknown {there is no such review} erased {the person was deleted} closed {it is over} already {they have it} conflict {they decided it, it is about them, or they have seen its result} other {nobody of this name works here}}.',
  'console.together.reviews.confirm': 'Ask for {count, plural, one {one review} other {{count} reviews}}',
  'console.together.reviews.none': 'Choose at least one review.',
  'console.together.reviews.nobody': 'Nobody of this name is described as working here.',
  'console.together.reviews.done': 'Each review has a record of its own.',
  'console.together.confirm': 'Do this for {count, plural, one {one request} other {{count} requests}}',
  'console.together.none': 'Choose at least one request.',
  'console.together.no-words': 'Write what the step says.',
  'console.together.done': 'Each request has a record of its own.',
  'console.together.is-done': 'Done',
  'console.together.not-done': 'Not done: {why}',
} as const;
