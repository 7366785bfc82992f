/**
 * Spanish: texts of the reports in the console.
 * Flow:    ../es.ts → here.
 * Promise: as in ../en/console-reports.ts.
 */
import type { consoleReportMessages as english } from '../en/console-reports.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleReportMessages: InEveryLanguage<typeof english> = {
  'console.nav.reports': 'Informes',
  'console.reports.lead': 'Lo que la ley pide contar y anotar. Cada informe se puede imprimir y guardar como archivo.',
  'console.reports.requests': 'Cuántas solicitudes llegaron, qué fue de ellas y con qué rapidez.',
  'console.reports.processing': 'Para qué usamos qué datos, qué nos lo permite, y qué ocurrió sin constar ahí.',
  'console.reports.open': 'Abrir el informe',
  'console.reports.table': 'Guardar como tabla',
  'console.reports.log': 'Guardar la lista de solicitudes',
  'console.reports.data': 'Guardar como JSON',
  'console.reports.from': 'Desde',
  'console.reports.to': 'Hasta, este día incluido',
  'console.reports.law': 'Ley',
  'console.reports.law.all': 'Todas las leyes',
};
