/**
 * Spanish for ../en/reports.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { reportMessages as english } from '../en/reports.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reportMessages: InEveryLanguage<typeof english> = {
  'report.span.officer': 'Del {from} al {to}',
  'report.what.officer': 'Qué',
  'report.count.officer': 'Cuántas',
  'report.requests.title.officer': 'Las solicitudes y sus respuestas',
  'report.requests.metric.officer': 'Tipo de solicitud',
  'report.requests.received.officer': 'Recibidas',
  'report.requests.complied.officer': 'Atendidas',
  'report.requests.denied.officer': 'Denegadas',
  'report.requests.open.officer': 'Abiertas',
  'report.requests.withdrawn.officer': 'Retiradas',
  'report.requests.mean.officer': 'Días, media',
  'report.requests.median.officer': 'Días, mediana',
  'report.requests.on-time.officer': 'Respondidas a tiempo',
  'report.requests.extended.officer': 'Prorrogadas',
  'report.requests.late.officer': 'Abiertas y con retraso',
  'report.processing.title.officer': 'Registro de tratamientos',
  'report.processing.name.officer': 'Fin',
  'report.processing.basis.officer': 'Base legal',
  'report.processing.data.officer': 'Tipos de datos',
  'report.processing.systems.officer': 'Sistemas de IA',
  'report.processing.recipients.officer': 'Destinatarios',
  'report.processing.retention.officer': 'Cuánto se guarda',
  'report.processing.missing.officer': 'Falta',
  'report.processing.undeclared.officer': 'Hecho, y sin declarar',
  'report.processing.nothing.officer': 'No consta nada así.',
  'report.processing.service.officer': 'Servicio',
  'report.processing.system.officer': 'Sistema de IA',
  'report.metric.delete.officer': 'Borrar',
  'report.metric.correct.officer': 'Rectificar',
  'report.metric.know.officer': 'Acceso',
  'report.metric.access-admt.officer': 'Acceso a decisiones automatizadas',
  'report.metric.opt-out-sale-share.officer': 'Oposición a venta o cesión',
  'report.metric.limit.officer': 'Limitar datos sensibles',
  'report.metric.opt-out-admt.officer': 'Oposición a decisiones automatizadas',
};
