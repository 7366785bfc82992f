/**
 * Texts of the console: what waits for a second person in French.
 * Flow:    ../fr.ts → here; the keys are those of ../en/confirm.ts.
 * Promise: says what happens once it is confirmed, and that nothing has happened before.
 * Source:  decision 0044; decision 0067.
 */
import type { confirmMessages as english } from '../en/confirm.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const confirmMessages: InEveryLanguage<typeof english> = {
  'console.confirm.waiting': '{count, plural, one {une chose attend} other {# attendent}}',
  'console.confirm.title': 'À deux',
  'console.confirm.lead': 'Une personne propose, une autre confirme. Ce qui figure ici n’a pas encore eu lieu.',
  'console.confirm.none': 'Rien n’attend une seconde personne.',
  'console.confirm.ended': 'Terminé récemment',
  'console.confirm.ended.cut': 'Voici les {count} plus récentes. Les fichiers les contiennent toutes.',
  'console.confirm.ended.none': 'Rien ne s’est terminé ces dernières semaines.',
  'console.confirm.act.subject.erase': 'Effacer tout ce qui concerne une personne',
  'console.confirm.act.hold.lift': 'Mettre fin à une conservation légale',
  'console.confirm.act.hold.end': 'Mettre fin à la conservation de données d’une personne effacée',
  'console.confirm.act.staff.describe': 'Changer la description d’un collègue',
  'console.confirm.effect.subject.erase':
    'Une fois confirmé, les données de cette personne sont détruites, sauf ce qu’une conservation retient. Personne ne peut les récupérer.',
  'console.confirm.effect.hold.lift':
    'Une fois confirmé, un effacement de cette personne détruit aussi ce que cette conservation aurait retenu.',
  'console.confirm.effect.hold.end':
    'Une fois confirmé, ce que cette conservation retenait est détruit. Personne ne peut le récupérer.',
  'console.confirm.effect.staff.describe': 'Une fois confirmé, la description devient celle-ci.',
  'console.confirm.person': 'Personne',
  'console.confirm.hold': 'Conservation',
  'console.confirm.reason': 'Pourquoi elle a été posée',
  'console.confirm.kept': 'Ce qui est conservé',
  'console.confirm.staff': 'Collègue',
  'console.confirm.name': 'Nom',
  'console.confirm.roles': 'Rôles',
  'console.confirm.training': 'Formations',
  'console.confirm.authority': 'Peut décider',
  'console.confirm.active': 'Travaille ici',
  'console.confirm.yes': 'Oui',
  'console.confirm.no': 'Non',
  'console.confirm.by': 'Proposé par',
  'console.confirm.you': 'vous',
  'console.confirm.colleague': 'un collègue',
  'console.confirm.through': 'Par un lien de',
  'console.confirm.at': 'Proposé le',
  'console.confirm.until': 'Ouvert jusqu’au',
  'console.confirm.settled': 'Terminé par',
  'console.confirm.own': 'Vous l’avez proposé : c’est à un collègue de décider.',
  'console.confirm.other-scope': 'Quelqu’un d’un autre rôle en décide.',
  'console.confirm.gone': 'La personne a été effacée entre-temps.',
  'console.confirm.sure': 'J’en suis sûr. Cela ne peut pas être annulé.',
  'console.confirm.confirm': 'Confirmer',
  'console.confirm.refuse': 'Refuser',
  'console.confirm.take-back': 'Retirer',
  'console.confirm.state.confirmed': 'Confirmé',
  'console.confirm.state.declined': 'Refusé ou retiré',
  'console.confirm.state.expired': 'Expiré',
  'console.failure.second-person-needed':
    'Il faut une seconde personne. Qui l’a proposé, ou n’est pas décrit comme travaillant ici, ne peut pas le confirmer.',
  'console.failure.own-sign-in-needed':
    'Vous êtes entré par un lien fait par quelqu’un d’autre. Il faut ici votre propre connexion.',
};
