/**
 * French for ../en/digest.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { digestMessages as english } from '../en/digest.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const digestMessages: InEveryLanguage<typeof english> = {
  'digest.title': 'Ce qui attend le {day}',
  'digest.closing':
    'Cet e-mail arrive une fois par jour, et seulement si quelque chose attend. Il ne dit rien sur personne.',
  'digest.part.breaches': 'Violations de données : l’autorité doit être informée',
  'digest.part.late': 'En retard',
  'digest.part.soon': 'À faire dans les sept jours',
  'digest.part.untold': 'La loi veut que des personnes soient informées, et rien ne leur est parvenu',
  'digest.part.systems': 'Attend quelqu’un dans les systèmes connectés',
  'digest.count.request': '{count, plural, one {# demande} other {# demandes}}',
  'digest.count.review': '{count, plural, one {# réexamen d’une décision} other {# réexamens de décisions}}',
  'digest.count.notice':
    '{count, plural, one {# décision défavorable à une personne} other {# décisions défavorables à des personnes}}',
  'digest.count.task': '{count, plural, one {# tâche} other {# tâches}} : {system}',
  'digest.breach.in':
    '{hours, plural, =0 {Moins d’une heure restante} one {# heure restante} other {# heures restantes}}',
  'digest.breach.late': '{hours, plural, one {# heure de retard} other {# heures de retard}}',
};
