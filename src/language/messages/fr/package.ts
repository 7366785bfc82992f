/**
 * French for ../en/package.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { packageMessages as english } from '../en/package.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const packageMessages: InEveryLanguage<typeof english> = {
  'package.title': 'Vos données, à garder',
  'package.lead':
    'Ce dossier est notre réponse à votre demande du {day}. Vous pouvez le lire sans internet et sans nous.',
  'package.provided':
    'Il contient ce que vous nous avez donné et ce que vous avez fait ici. Ce que nous ou un ordinateur avons calculé sur vous n’y est pas.',
  'package.letter': 'Lire la lettre',
  'package.letter-pdf': 'La lettre en PDF',
  'package.contents': 'Ce qu’il contient',
  'package.forms':
    'Le CSV s’ouvre dans un tableur. Le JSON est pour les programmes, et le dossier « schemas » dit comment il est fait.',
  'package.foot': 'Gardez ce dossier comme une lettre de votre banque.',
  'package.back': 'Retour à la vue d’ensemble',
  'package.download': 'Tout télécharger en un dossier (ZIP)',
  'package.until': 'Vous pouvez le prendre ici jusqu’au {day}, juste après votre connexion.',
  'package.check.title': 'Vérifier que rien n’a changé',
  'package.check.words':
    'Choisissez ce dossier ci-dessous. Votre navigateur compare alors chaque fichier avec la liste signée et vérifie les entrées scellées. Rien ne quitte votre ordinateur.',
  'package.check.choose': 'Choisir ce dossier',
  'package.check.key': 'Quelle signature croire',
  'package.check.key-words':
    'Cette clé est venue avec le dossier. Comparez-la avec celle que l’entreprise publie ailleurs, ou mettez celle-là ici.',
  'package.check.working': 'Vérification…',
  'package.check.good':
    'Rien n’a changé : {files} fichiers sont tels qu’ils ont été signés, et {entries} entrées sont prouvées.',
  'package.check.bad': 'Il y a un problème à {count} endroits. Ne vous fiez pas à ce dossier.',
  'package.check.no-script': 'Pour vérifier, il faut le script de ce dossier. Tout le reste se lit sans lui.',
  'package.topic.person': 'Vous, tel que nous vous connaissons',
  'package.topic.consents': 'Vos choix',
  'package.topic.limits': 'Ce que vous nous avez dit d’arrêter',
  'package.topic.uses': 'Quand l’IA a utilisé vos données',
  'package.topic.trainings': 'Entraînement d’IA',
  'package.topic.automatedDecisions': 'Décisions prises avec une IA',
  'package.topic.decisionInputs': 'Ce qui est entré dans les décisions',
  'package.topic.reviews': 'Réexamens par une personne',
  'package.topic.files': 'Ce que vous nous avez envoyé',
  'package.topic.messages': 'Messages pour vous',
  'package.topic.notes': 'Notes sur vous',
  'package.topic.notices': 'Avis que vous avez vus',
  'package.topic.requests': 'Vos demandes',
  'package.topic.looks': 'Qui a regardé vos données',
  'package.topic.signIns': 'Vos connexions',
  'package.topic.others': 'Autres entrées',
  'package.topic.aiUse': 'Comment l’IA utilise vos données, en une réponse',
  'package.topic.withheld': 'Ce qui a été laissé de côté, et pourquoi',
  'package.topic.evidence': 'Les entrées scellées, pour vérifier',
  'package.topic.letter': 'La lettre',
  'package.topic.schema': 'Comment les fichiers sont faits',
};
