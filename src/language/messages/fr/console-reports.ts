/**
 * French: texts of the reports in the console.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-reports.ts.
 */
import type { consoleReportMessages as english } from '../en/console-reports.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleReportMessages: InEveryLanguage<typeof english> = {
  'console.nav.reports': 'Rapports',
  'console.reports.lead':
    'Ce que la loi demande de compter et de noter. Chaque rapport s’imprime et s’enregistre dans un fichier.',
  'console.reports.requests': 'Combien de demandes sont arrivées, ce qu’elles sont devenues, et en combien de temps.',
  'console.reports.processing':
    'À quoi servent les données, ce qui nous y autorise, et ce qui a eu lieu sans y figurer.',
  'console.reports.open': 'Ouvrir le rapport',
  'console.reports.table': 'Enregistrer le tableau',
  'console.reports.log': 'Enregistrer la liste des demandes',
  'console.reports.data': 'Enregistrer en JSON',
  'console.reports.from': 'Du',
  'console.reports.to': 'Au, ce jour compris',
  'console.reports.law': 'Droit applicable',
  'console.reports.law.all': 'Tous les droits',
};
