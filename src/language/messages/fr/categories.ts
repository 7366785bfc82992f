/**
 * French for ../en/categories.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { categoryMessages as english } from '../en/categories.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const categoryMessages: InEveryLanguage<typeof english> = {
  'category.account': 'Informations du compte',
  'category.account-details': 'Informations du compte',
  'category.biometric': 'Visage, voix ou empreinte digitale',
  'category.chat': 'Vos messages',
  'category.chat.officer': 'Messages',
  'category.contact': 'Coordonnées',
  'category.credit-history': 'Anciens crédits et paiements',
  'category.demographic': 'Âge et informations semblables',
  'category.device': 'Appareil et lieu',
  'category.employment': 'Travail',
  'category.financial': 'Argent et comptes',
  'category.health': 'Santé',
  'category.household': 'Foyer',
  'category.housing': 'Logement',
  'category.identity': 'Qui vous êtes',
  'category.identity.officer': 'Identité',
  'category.loan-request': 'Votre demande de crédit',
  'category.loan-request.officer': 'Demande de crédit',
  'category.location': 'Où vous êtes',
  'category.location.officer': 'Localisation',
  'category.messages': 'Vos messages',
  'category.messages.officer': 'Messages',
  'category.order-history': 'Anciennes commandes',
  'category.orders': 'Commandes',
  'category.payments': 'Paiements',
  'category.purchases': 'Achats',
  'category.transactions': 'Paiements',
};
