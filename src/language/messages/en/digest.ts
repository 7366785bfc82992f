/**
 * Texts of the digest that staff get by e-mail.
 * Flow:    ../en.ts → here.
 * Promise: numbers and the names of queues; no text has a place for a person.
 * Source:  decision 0134.
 */
export const digestMessages = {
  'digest.title': 'What waits on {day}',
  'digest.closing': 'This mail comes once a day, and only if something waits. It says nothing about any person.',
  'digest.part.breaches': 'Breaches: the authority has to be told',
  'digest.part.late': 'Late',
  'digest.part.soon': 'Due within seven days',
  'digest.part.untold': 'Law wants people told, and it has not reached them',
  'digest.part.systems': 'Waits for somebody at connected systems',
  'digest.count.request': '{count, plural, one {# request} other {# requests}}',
  'digest.count.review': '{count, plural, one {# review of a decision} other {# reviews of decisions}}',
  'digest.count.notice': '{count, plural, one {# decision against a person} other {# decisions against people}}',
  'digest.count.task': '{count, plural, one {# task} other {# tasks}}: {system}',
  'digest.breach.in': '{hours, plural, =0 {Less than an hour left} one {# hour left} other {# hours left}}',
  'digest.breach.late': '{hours, plural, one {# hour late} other {# hours late}}',
} as const satisfies Record<string, string>;
