/**
 * German for ../en/in-page.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { inPageMessages as english } from '../en/in-page.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const inPageMessages: InEveryLanguage<typeof english> = {
  'in-page.title': 'Hier arbeitet KI: {aiSystem}',
  'in-page.why': 'Wofür',
  'in-page.data': 'Welche Daten sie nutzt',
  'in-page.more': 'Alles über KI und Ihre Daten',
  'in-page.working': 'Einen Moment …',
  'in-page.failed': 'Das hat nicht geklappt. Es wurde nichts geändert.',
  'in-page.unsure':
    'Wir bekamen keine Antwort. Vielleicht ist es nicht gespeichert. Laden Sie die Seite neu, dann sehen Sie den Stand.',
  'in-page.expired': 'Diese Seite war lange offen. Laden Sie sie neu und wählen Sie dann. Es wurde nichts geändert.',
  'in-page.fact': 'Das geschah auf einer Seite von uns. Wer Sie sind, sagte: {role}.',
  'in-page.audit.through': 'Auf einer Seite, deren Ausweis gemacht hat',
};
