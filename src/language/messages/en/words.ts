/**
 * Plain meanings of the legal words that a person may meet in a letter or a law.
 * Flow:    ../en.ts → here; shown as "Words we use".
 * Promise: this is the only place where a customer reads such a word, and it is explained there in one sentence.
 * Source:  docs/design.md 3; GDPR 4, 6, 22.
 */
export const wordMessages = {
  'word.processing.term': 'Processing',
  'word.processing.meaning': 'Anything done with data: collecting, reading, storing, sending on, deleting.',
  'word.controller.term': 'Controller',
  'word.controller.meaning': 'The company that decides why and how data is used. Here that is us.',
  'word.consent.term': 'Consent',
  'word.consent.meaning': 'Your free yes to one use of your data. You can take it back at any time.',
  'word.legitimate-interests.term': 'Legitimate interests',
  'word.legitimate-interests.meaning':
    'A good reason of our own, which the law asks us to weigh against your interests. You can object, and then we must stop or show that our reason weighs more.',
  'word.automated-decision.term': 'Automated decision',
  'word.automated-decision.meaning': 'A decision about you that a computer program makes or shapes.',
  'word.ai-system.term': 'AI system',
  'word.ai-system.meaning':
    'A computer program that finds its own way from data to a result, such as a guess, a text or a score.',
  'word.restriction.term': 'Restriction',
  'word.restriction.meaning': 'Your data is put on hold: kept, but not used, until something is settled.',
  'word.portability.term': 'Portability',
  'word.portability.meaning': 'Taking what you gave us to somebody else, in a file that other services can read.',
  'word.erasure.term': 'Erasure',
  'word.erasure.meaning':
    'Deletion. Here the keys that open your data are destroyed, so that nobody can read it any more.',
} as const satisfies Record<string, string>;
