/**
 * German for ../en/digest.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { digestMessages as english } from '../en/digest.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const digestMessages: InEveryLanguage<typeof english> = {
  'digest.title': 'Was am {day} wartet',
  'digest.closing': 'Diese E-Mail kommt einmal am Tag, und nur wenn etwas wartet. Über keine Person steht etwas darin.',
  'digest.part.breaches': 'Datenpannen: Die Behörde muss es erfahren',
  'digest.part.late': 'Überfällig',
  'digest.part.soon': 'In den nächsten sieben Tagen fällig',
  'digest.part.untold': 'Das Gesetz verlangt eine Mitteilung, und sie ist nicht angekommen',
  'digest.part.systems': 'Wartet bei verbundenen Systemen auf jemanden',
  'digest.count.request': '{count, plural, one {# Anfrage} other {# Anfragen}}',
  'digest.count.review':
    '{count, plural, one {# Überprüfung einer Entscheidung} other {# Überprüfungen von Entscheidungen}}',
  'digest.count.notice':
    '{count, plural, one {# Entscheidung gegen eine Person} other {# Entscheidungen gegen Personen}}',
  'digest.count.task': '{count, plural, one {# Aufgabe} other {# Aufgaben}}: {system}',
  'digest.breach.in': '{hours, plural, =0 {Weniger als eine Stunde übrig} one {Noch # Stunde} other {Noch # Stunden}}',
  'digest.breach.late': '{hours, plural, one {# Stunde zu spät} other {# Stunden zu spät}}',
};
