/**
 * French for ../en/actions.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { actionMessages as english } from '../en/actions.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const actionMessages: InEveryLanguage<typeof english> = {
  'choice.agreed-on': 'Vous avez accepté le {day}',
  'choice.refused-on': 'Vous avez dit non le {day}',
  'choice.withdrawn-on': 'Vous avez retiré votre accord le {day}',
  'choice.objected-on': 'Vous avez fait opposition le {day}',
  'choice.opted-out-on': 'Vous avez exclu vos données le {day}',
  'choice.none': 'Aucune utilisation de ce système n’est enregistrée.',
  'choice.several':
    '{allowed, plural, =0 {Aucune} =1 {Une} other {#}} des {all} utilisations de ce système {allowed, plural, =0 {n’est autorisée} =1 {est autorisée} other {sont autorisées}} en ce moment.',
  'action.withdraw': 'Désactiver',
  'action.withdraw.effect': 'La désactivation prend effet immédiatement.',
  'action.agree': 'Lire et décider',
  'action.agree.effect': 'Vous voyez d’abord le texte complet. Rien ne change tant que vous ne dites pas oui.',
  'action.lift': 'Autoriser de nouveau',
  'action.lift.effect': 'Vous voyez d’abord de quoi il s’agit.',
  'action.object': 'Vous opposer à cette utilisation',
  'action.object.effect': 'Elle cesse immédiatement.',
  'action.opt-out': 'Exclure mes données de cette utilisation',
  'action.opt-out.effect': 'Elle cesse immédiatement.',
  'action.ask-human': 'Demander à une personne de réexaminer',
  'action.ask-human.effect': 'C’est gratuit. Une personne qui peut changer la décision l’examine.',
  'action.ask-explanation': 'Demander pourquoi',
  'action.ask-explanation.effect': 'Vous recevez une lettre avec les raisons enregistrées.',
  'action.complain': 'Se plaindre',
  'action.refuse': 'Dire non',
  'choice.weighed': 'Nous avons mis notre propre intérêt en balance avec le vôtre. Vous pouvez vous y opposer.',
};
