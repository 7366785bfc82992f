/**
 * German for ../en/actions.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { actionMessages as english } from '../en/actions.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const actionMessages: InEveryLanguage<typeof english> = {
  'choice.agreed-on': 'Zugestimmt am {day}',
  'choice.refused-on': 'Nein gesagt am {day}',
  'choice.withdrawn-on': 'Zustimmung zurückgenommen am {day}',
  'choice.objected-on': 'Widersprochen am {day}',
  'choice.opted-out-on': 'Abgewählt am {day}',
  'choice.none': 'Zu diesem System ist keine Nutzung festgehalten.',
  'choice.several':
    '{allowed, plural, =0 {Keine} one {Eine} other {#}} von {all} Nutzungen dieses Systems {allowed, plural, one {ist} other {sind}} gerade erlaubt.',
  'action.withdraw': 'Ausschalten',
  'action.withdraw.effect': 'Das Ausschalten wirkt sofort.',
  'action.agree': 'Lesen und entscheiden',
  'action.agree.effect': 'Sie sehen zuerst den ganzen Text. Es ändert sich nichts, bis Sie Ja sagen.',
  'action.lift': 'Wieder erlauben',
  'action.lift.effect': 'Sie sehen zuerst, worum es geht.',
  'action.object': 'Dieser Nutzung widersprechen',
  'action.object.effect': 'Die Nutzung endet sofort.',
  'action.opt-out': 'Diese Nutzung abwählen',
  'action.opt-out.effect': 'Die Nutzung endet sofort.',
  'action.ask-human': 'Von einem Menschen prüfen lassen',
  'action.ask-human.effect': 'Kostenlos. Jemand, der die Entscheidung ändern kann, sieht sie sich an.',
  'action.ask-explanation': 'Nach den Gründen fragen',
  'action.ask-explanation.effect': 'Sie bekommen die festgehaltenen Gründe als Brief.',
  'action.complain': 'Beschweren',
  'action.refuse': 'Nein sagen',
  'choice.weighed': 'Wir haben unser eigenes Interesse gegen Ihres abgewogen. Sie können widersprechen.',
};
