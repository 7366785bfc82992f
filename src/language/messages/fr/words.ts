/**
 * French for ../en/words.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { wordMessages as english } from '../en/words.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const wordMessages: InEveryLanguage<typeof english> = {
  'word.processing.term': 'Traitement',
  'word.processing.meaning':
    'Tout ce que l’on fait avec des données : collecter, lire, stocker, transmettre, supprimer.',
  'word.controller.term': 'Responsable du traitement',
  'word.controller.meaning': 'L’entreprise qui décide pourquoi et comment les données sont utilisées. Ici, c’est nous.',
  'word.consent.term': 'Consentement',
  'word.consent.meaning':
    'Votre oui, donné librement, à une utilisation de vos données. Vous pouvez le retirer à tout moment.',
  'word.legitimate-interests.term': 'Intérêts légitimes',
  'word.legitimate-interests.meaning':
    'Une bonne raison à nous, que nous devons mettre en balance avec vos intérêts. Vous pouvez vous y opposer. Nous devons alors arrêter ou montrer que notre raison pèse plus lourd.',
  'word.automated-decision.term': 'Décision automatisée',
  'word.automated-decision.meaning': 'Une décision sur vous qu’un programme informatique prend ou influence.',
  'word.ai-system.term': 'Système d’IA',
  'word.ai-system.meaning':
    'Un programme informatique qui trouve lui-même son chemin entre des données et un résultat, par exemple une estimation, un texte ou un score.',
  'word.restriction.term': 'Limitation du traitement',
  'word.restriction.meaning':
    'Vos données sont gelées : gardées, mais pas utilisées, jusqu’à ce qu’une question soit réglée.',
  'word.portability.term': 'Portabilité',
  'word.portability.meaning':
    'Emporter chez quelqu’un d’autre ce que vous nous avez donné, dans un fichier que d’autres services peuvent lire.',
  'word.erasure.term': 'Effacement',
  'word.erasure.meaning':
    'La suppression. Ici, les clés qui ouvrent vos données sont détruites, et plus personne ne peut les lire.',
};
