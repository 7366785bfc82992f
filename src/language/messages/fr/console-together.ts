/**
 * French: texts of one step for many requests.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-together.ts.
 */
import type { consoleTogetherMessages as english } from '../en/console-together.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTogetherMessages: InEveryLanguage<typeof english> = {
  'console.together.title': 'Une étape pour plusieurs demandes',
  'console.together.choose': 'Choisir',
  'console.together.choose.one': 'Choisir : {title}, {number}',
  'console.together.step': 'Étape',
  'console.together.step.extend': 'Il faut plus de temps',
  'console.together.step.note': 'Noter quelque chose',
  'console.together.preview': 'Voir ce qui se passerait',
  'console.together.lead': 'Rien n’est fait pour l’instant. Lisez chaque ligne, puis confirmez.',
  'console.together.effect': 'Ce qui se passerait',
  'console.together.extended': 'Le dernier jour devient le {day}, et la personne apprend pourquoi.',
  'console.together.noted': 'La note entre dans le dossier de la personne, qui peut la lire.',
  'console.together.left-out':
    'Laissée de côté : {why, select, unknown {cette demande n’existe pas} erased {la personne a été effacée} closed {elle est close} extended {son délai a déjà été prolongé une fois} no_law {son droit ne permet pas de prolongation} late {son délai est passé} other {les mots ne disent rien}}.',
  'console.together.reviews.title': 'Confier plusieurs revues à une personne',
  'console.together.reviews.whom': 'Qui les examine',
  'console.together.reviews.me': 'Moi',
  'console.together.reviews.review': 'Revue',
  'console.together.assigned': '{who} doit l’examiner.',
  'console.together.reassigned': '{who} doit l’examiner à la place de la personne qui l’a maintenant.',
  'console.together.reviews.left-out':
    'Laissée de côté : {why, select, unknown {cette revue n’existe pas} erased {la personne a été effacée} closed {elle est terminée} already {elle lui est déjà confiée} conflict {a pris la décision, est en cause ou a vu le résultat} other {personne de ce nom ne travaille ici}}.',
  'console.together.reviews.confirm': 'Confier {count, plural, one {une revue} other {{count} revues}}',
  'console.together.reviews.none': 'Choisissez au moins une revue.',
  'console.together.reviews.nobody': 'Personne de ce nom n’est décrit comme travaillant ici.',
  'console.together.reviews.done': 'Chaque revue a sa propre entrée.',
  'console.together.confirm': 'Le faire pour {count, plural, one {une demande} other {{count} demandes}}',
  'console.together.none': 'Choisissez au moins une demande.',
  'console.together.no-words': 'Écrivez ce que dit l’étape.',
  'console.together.done': 'Chaque demande a sa propre trace.',
  'console.together.is-done': 'Fait',
  'console.together.not-done': 'Pas fait : {why}',
};
