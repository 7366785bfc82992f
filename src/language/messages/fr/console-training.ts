/**
 * French: texts of the pages of training runs.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-training.ts.
 */
import type { consoleTrainingMessages as english } from '../en/console-training.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTrainingMessages: InEveryLanguage<typeof english> = {
  'console.training.title': 'Entraînements',
  'console.training.lead':
    'Quelles données sont entrées dans quelle version d’un modèle, et pour qui cela n’est plus permis.',
  'console.training.see': 'Quels entraînements existent',
  'console.training.none': 'Aucun entraînement n’est annoncé.',
  'console.training.version': 'Version du modèle',
  'console.training.purpose': 'Pour quoi',
  'console.training.state': 'État',
  'console.training.state.is': '{state, select, open {En cours} finished {Terminé} failed {Échoué} other {Arrêté}}',
  'console.training.included': 'Personnes',
  'console.training.refused': 'Refus',
  'console.training.erased': 'Effacées depuis',
  'console.training.run': 'Cet entraînement',
  'console.training.ended': 'Terminé le',
  'console.training.registered': 'Annoncé',
  'console.training.next': 'Entraînements plus anciens',
  'console.training.gone': 'Usage qui n’est plus permis',
  'console.training.gone.lead':
    '{count, plural, =0 {Personne sur cette page} one {Une personne sur cette page} other {# personnes sur cette page}}, sur {looked} examinées. Laissez-les hors de la prochaine version, et voyez avec l’équipe chargée des données si celle-ci peut continuer.',
  'console.training.gone.none': 'Toutes les personnes de cette page peuvent encore en faire partie.',
  'console.training.person': 'Personne',
  'console.training.why': 'Pourquoi',
  'console.training.since': 'Depuis',
  'console.training.more': 'Autres personnes',
  'console.training.back': 'Tous les entraînements',
};
