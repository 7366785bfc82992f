/**
 * German for ../en/categories.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { categoryMessages as english } from '../en/categories.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const categoryMessages: InEveryLanguage<typeof english> = {
  'category.account': 'Angaben zum Konto',
  'category.account-details': 'Angaben zum Konto',
  'category.biometric': 'Gesicht, Stimme oder Fingerabdruck',
  'category.chat': 'Ihre Nachrichten',
  'category.chat.officer': 'Nachrichten',
  'category.contact': 'Kontaktdaten',
  'category.credit-history': 'Frühere Kredite und Zahlungen',
  'category.demographic': 'Alter und ähnliche Angaben',
  'category.device': 'Gerät und Ort',
  'category.employment': 'Arbeit',
  'category.financial': 'Geld und Konten',
  'category.health': 'Gesundheit',
  'category.household': 'Haushalt',
  'category.housing': 'Wohnung',
  'category.identity': 'Wer Sie sind',
  'category.identity.officer': 'Identität',
  'category.loan-request': 'Ihr Kreditantrag',
  'category.loan-request.officer': 'Kreditantrag',
  'category.location': 'Wo Sie sind',
  'category.location.officer': 'Standort',
  'category.messages': 'Ihre Nachrichten',
  'category.messages.officer': 'Nachrichten',
  'category.order-history': 'Frühere Bestellungen',
  'category.orders': 'Bestellungen',
  'category.payments': 'Zahlungen',
  'category.purchases': 'Einkäufe',
  'category.transactions': 'Zahlungen',
};
