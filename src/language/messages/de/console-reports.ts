/**
 * German: texts of the reports in the console.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-reports.ts.
 */
import type { consoleReportMessages as english } from '../en/console-reports.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleReportMessages: InEveryLanguage<typeof english> = {
  'console.nav.reports': 'Berichte',
  'console.reports.lead':
    'Was das Gesetz gezählt und aufgeschrieben haben will. Jeder Bericht lässt sich drucken und als Datei speichern.',
  'console.reports.requests': 'Wie viele Anfragen kamen, was aus ihnen wurde und wie schnell.',
  'console.reports.processing': 'Wofür wir welche Daten nutzen, was uns das erlaubt, und was ohne Eintrag geschah.',
  'console.reports.open': 'Bericht öffnen',
  'console.reports.table': 'Als Tabelle speichern',
  'console.reports.log': 'Liste der Anfragen speichern',
  'console.reports.data': 'Als JSON speichern',
  'console.reports.from': 'Von',
  'console.reports.to': 'Bis einschließlich',
  'console.reports.law': 'Recht',
  'console.reports.law.all': 'Alle Rechte',
};
