/**
 * French for ../en/gaps.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { gapMessages as english } from '../en/gaps.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const gapMessages: InEveryLanguage<typeof english> = {
  'gap.art22-gateway-missing':
    'Pour « {purpose} », une machine ne peut décider seule que pour un contrat, selon une loi ou avec votre oui clair. Rien de cela n’est indiqué.',
  'gap.uk-22b-ground-missing':
    'Pour « {purpose} », la raison qui permet à une machine de décider seule au Royaume-Uni n’est pas indiquée.',
  'gap.special-category-condition-missing':
    'Pour « {purpose} », des données particulièrement sensibles sont utilisées, et la raison supplémentaire exigée n’est pas indiquée.',
  'gap.criminal-data-ground-missing':
    'Pour « {purpose} », des données sur des infractions sont utilisées, et la raison propre qu’il faut pour cela n’est pas écrite.',
  'gap.legal-basis-missing': 'Pour « {purpose} », ce qui permet cette utilisation selon votre loi n’est pas indiqué.',
  'gap.legitimate-interest-not-named':
    'Pour « {purpose} », nous invoquons une bonne raison à nous, mais sans la nommer.',
  'gap.purpose-generic': '« {purpose} » est trop général. Il faudrait dire ce qui est décidé ou fait.',
  'gap.notice': 'Aucun texte n’en informe les personnes à l’avance.',
  'gap.interactionDisclosure': 'Rien n’indique que vous avez affaire à une IA.',
  'gap.provider': 'Qui a créé le système n’est pas indiqué.',
  'gap.choice': 'La façon de choisir n’est pas indiquée.',
  'gap.decisionTypes': 'Les types de décisions qu’il prend ne sont pas indiqués.',
  'gap.dataCategories': 'Les données qu’il utilise ne sont pas indiquées.',
  'gap.sources': 'L’origine de ses données n’est pas indiquée.',
  'gap.logic': 'Son fonctionnement n’est pas décrit en mots simples.',
  'gap.output': 'Les résultats qu’il donne et leur usage ne sont pas indiqués.',
  'gap.humanOversight': 'Il n’est pas indiqué si une personne le surveille.',
  'gap.evaluation': 'Il n’est pas indiqué s’il a été testé contre les erreurs et les injustices.',
  'gap.benefits': 'Ce à quoi il est utile n’est pas indiqué.',
  'gap.limitations': 'Ce qu’il ne sait pas faire n’est pas indiqué.',
  'gap.possibleConsequences': 'Ce que ses décisions peuvent entraîner n’est pas indiqué.',
  'gap.optOut': 'La façon d’exclure vos données n’est pas indiquée.',
  'gap.alternativeProcess':
    'Ce qui se passe à la place pour les personnes qui excluent leurs données n’est pas indiqué.',
  'gap.trainingUse': 'Il n’est pas indiqué si vos données servent à son apprentissage.',
  'gap.recipients': 'Qui d’autre reçoit les données n’est pas indiqué.',
  'gap.retention': 'La durée de conservation des données n’est pas indiquée.',
};
