/**
 * The public register of AI systems.
 * Flow:    ../en.ts → here.
 * Promise: words for everybody: no name of a law, nothing that needs an account to be understood.
 */
export const registerMessages = {
  'register.title': 'The AI systems we use',
  'register.lead':
    'Every AI system that uses data about people: what it is for, what it is good at, where it fails, and who watches over it.',
  'register.none': 'No AI system is in use.',
  'register.decides': 'Helps to decide about people',
  'register.assists': 'Helps staff, decides nothing important',
  'register.live': 'In use',
  'register.suspended': 'Stopped',
  'register.retired': 'No longer in use',
  'register.more': 'Read more',
  'register.all': 'All AI systems',
  'register.opt-out': 'How to opt out',
  'register.why': 'Why we may use data',
  'register.data': 'What data it uses',
  'register.ask': 'Ask how it was used with your data',
  'register.human': 'Ask a person to look at a decision',
  'register.human.where':
    'The laws of these places give you a person who looks again: {places}. Elsewhere you can still ask, and we answer.',
  'register.not-plain': 'Some of these words are harder than they should be. The reason given: “{reason}”',
  'register.changed': 'Last changed on {day}. Version {version}.',
} as const satisfies Record<string, string>;
