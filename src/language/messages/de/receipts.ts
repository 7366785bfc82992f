/**
 * German for ../en/receipts.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { receiptMessages as english } from '../en/receipts.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const receiptMessages: InEveryLanguage<typeof english> = {
  'receipt.title': 'Quittung über Ihre Wahl',
  'receipt.lead':
    '{chosen, select, given {Sie haben Ja gesagt: {purpose}} refused {Sie haben Nein gesagt: {purpose}} withdrawn {Sie haben Ihr Ja zurückgenommen: {purpose}} other {Dies wurde aufgezeichnet und hat nichts geändert: {purpose}}}',
  'receipt.chosen': 'Wann Sie gewählt haben',
  'receipt.recorded': 'Wann es aufgezeichnet wurde',
  'receipt.how': 'Wie Sie geantwortet haben',
  'receipt.by': 'Wer geantwortet hat',
  'receipt.ended': 'Beendet durch ein späteres Nein',
  'receipt.for': 'Worum es ging',
  'receipt.data': 'Arten von Daten',
  'receipt.systems': 'KI-Systeme',
  'receipt.recipients': 'Wer dafür noch Daten bekommt',
  'receipt.basis': 'Warum es erlaubt ist',
  'receipt.notice': 'Der Text, den Sie gesehen haben',
  'receipt.files': 'Zum Mitnehmen',
  'receipt.files.words':
    'Die unterschriebene Quittung zeigt, was wir wann gesagt haben. Die Beweisdatei zeigt, dass es in unserem Verzeichnis steht. Beides lässt sich ohne uns prüfen.',
  'receipt.file.jws': 'Unterschriebene Quittung',
  'receipt.file.jsonld': 'Quittung für Maschinen',
  'receipt.file.proof': 'Beweisdatei',
  'receipt.open': 'Quittung',
  'receipt.method.checkbox': 'Mit einem Häkchen',
  'receipt.method.button': 'Mit einem Knopfdruck',
  'receipt.method.signed': 'Mit Ihrer Unterschrift',
  'receipt.method.spoken': 'In einem Gespräch',
  'receipt.method.web-form': 'In einem Formular im Internet',
  'receipt.method.api-delegated': 'Über einen anderen Dienst',
  'receipt.giver.self': 'Sie',
  'receipt.giver.parent': 'Ein Elternteil',
  'receipt.giver.agent': 'Jemand, den Sie beauftragt haben',
};
