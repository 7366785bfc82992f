/**
 * French: texts of the pages of staff in the console.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-staff.ts.
 */
import type { consoleStaffMessages as english } from '../en/console-staff.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleStaffMessages: InEveryLanguage<typeof english> = {
  'console.nav.staff': 'Personnel',
  'console.staff.title': 'Le personnel et ce qu’il a fait',
  'console.staff.lead':
    'Qui peut entrer, ce qui est ouvert et qui a été vu quand. Une personne venue avec un simple jeton figure ici dès son premier acte.',
  'console.staff.show': 'Quelles personnes',
  'console.staff.show.all': 'Tout le monde',
  'console.staff.show.in': 'Peuvent entrer',
  'console.staff.show.out': 'Sans accès',
  'console.staff.counts': '{from} à {to} sur {total}',
  'console.staff.none': 'Personne ne figure ici.',
  'console.staff.before': 'Retour',
  'console.staff.more': 'Plus de personnes',
  'console.staff.column.who': 'Qui',
  'console.staff.column.state': 'Accès',
  'console.staff.column.open': 'Ouvert maintenant',
  'console.staff.column.seen': 'Vu pour la dernière fois',
  'console.staff.column.acts': 'Ce qui a été fait',
  'console.staff.state.works': 'Peut entrer',
  'console.staff.state.undescribed': 'Peut entrer, mais sans description',
  'console.staff.state.inactive': 'Sans accès : marqué inactif',
  'console.staff.state.ended': 'Sans accès : fermé le {day}',
  'console.staff.open':
    '{sessions, plural, =0 {Aucune session} one {Une session} other {# sessions}}, {links, plural, =0 {aucun lien inutilisé} one {un lien inutilisé} other {# liens inutilisés}}',
  'console.staff.open.none': 'Rien n’est ouvert',
  'console.staff.seen.never': 'Rien n’est enregistré',
  'console.staff.acts': 'Entrées du registre',
  'console.staff.acts.closed': 'Dans l’audit du registre, que votre rôle n’ouvre pas',
  'console.staff.unnamed': 'Connu par un pseudonyme seulement : une ou un collègue, un service ou la clientèle.',
  'console.staff.known': 'Ce que l’on sait',
  'console.staff.id': 'Se connecte sous',
  'console.staff.actor': 'Pseudonyme dans le registre',
  'console.staff.roles': 'Rôles',
  'console.staff.role.support': 'Assistance',
  'console.staff.role.officer': 'Protection des données',
  'console.staff.role.reviewer': 'Réexamen des décisions',
  'console.staff.not-described': 'Sans description',
  'console.staff.session': 'Session, dernière utilisation {seen}, se ferme au plus tard {until}',
  'console.staff.link': 'Lien inutilisé, créé {seen}, valable jusqu’à {until}',
  'console.staff.end': 'Fermer l’accès',
  'console.staff.end.effect':
    'Ses sessions, ses liens et ses jetons ne comptent plus : ici tout de suite, sur les autres nœuds en {seconds} secondes. Rien de nouveau ne lui ouvre avant que quelqu’un rende l’accès.',
  'console.staff.end.why': 'Pourquoi',
  'console.staff.end.next': 'Continuer',
  'console.staff.cause.lost': 'Quelque chose a été perdu',
  'console.staff.cause.stolen': 'Quelque chose a été volé',
  'console.staff.cause.left': 'La personne est partie',
  'console.staff.cause.rotated': 'La personne reçoit quelque chose de nouveau',
  'console.staff.cause.other': 'Une autre raison',
  'console.staff.sure': 'Fermer l’accès de {who} ?',
  'console.staff.sure.end': 'Fermer maintenant',
  'console.staff.sure.leave': 'Ne rien changer',
  'console.staff.done.ended': 'L’accès de {who} a pris fin.',
  'console.staff.done.restored': '{who} a de nouveau accès.',
  'console.staff.ended': 'L’accès a été fermé',
  'console.staff.back': 'Rendre l’accès',
  'console.staff.back.effect':
    'La personne pourra recevoir de nouvelles sessions, de nouveaux liens et jetons. Ce qu’elle avait avant reste fermé.',
  'console.staff.own': 'C’est vous. Vous pouvez vous déconnecter sur votre propre page :',
};
