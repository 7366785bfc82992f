/**
 * French for ../en/receipts.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { receiptMessages as english } from '../en/receipts.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const receiptMessages: InEveryLanguage<typeof english> = {
  'receipt.title': 'Reçu de votre choix',
  'receipt.lead':
    '{chosen, select, given {Vous avez dit oui : {purpose}} refused {Vous avez dit non : {purpose}} withdrawn {Vous avez retiré votre oui : {purpose}} other {Ceci a été noté et n’a rien changé : {purpose}}}',
  'receipt.chosen': 'Quand vous avez choisi',
  'receipt.recorded': 'Quand cela a été noté',
  'receipt.how': 'Comment vous avez répondu',
  'receipt.by': 'Qui a répondu',
  'receipt.ended': 'Pris fin par un non plus tard',
  'receipt.for': 'Sur quoi portait la question',
  'receipt.data': 'Types de données',
  'receipt.systems': 'Systèmes d’IA',
  'receipt.recipients': 'Qui d’autre reçoit des données pour cela',
  'receipt.basis': 'Pourquoi c’est permis',
  'receipt.notice': 'Le texte que vous avez vu',
  'receipt.files': 'À emporter',
  'receipt.files.words':
    'Le reçu signé montre ce que nous avons dit et quand. Le fichier de preuve montre que cela figure dans notre registre. Les deux se vérifient sans nous.',
  'receipt.file.jws': 'Reçu signé',
  'receipt.file.jsonld': 'Reçu pour les machines',
  'receipt.file.proof': 'Fichier de preuve',
  'receipt.open': 'Reçu',
  'receipt.method.checkbox': 'En cochant une case',
  'receipt.method.button': 'En appuyant sur un bouton',
  'receipt.method.signed': 'Avec votre signature',
  'receipt.method.spoken': 'Lors d’une conversation',
  'receipt.method.web-form': 'Dans un formulaire en ligne',
  'receipt.method.api-delegated': 'Par un autre service',
  'receipt.giver.self': 'Vous',
  'receipt.giver.parent': 'Votre parent',
  'receipt.giver.agent': 'Une personne que vous avez chargée de le faire',
};
