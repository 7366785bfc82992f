/**
 * French for ../en/reports.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { reportMessages as english } from '../en/reports.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reportMessages: InEveryLanguage<typeof english> = {
  'report.span.officer': 'Du {from} au {to}',
  'report.what.officer': 'Quoi',
  'report.count.officer': 'Combien',
  'report.requests.title.officer': 'Les demandes et leurs réponses',
  'report.requests.metric.officer': 'Type de demande',
  'report.requests.received.officer': 'Reçues',
  'report.requests.complied.officer': 'Satisfaites',
  'report.requests.denied.officer': 'Refusées',
  'report.requests.open.officer': 'Ouvertes',
  'report.requests.withdrawn.officer': 'Retirées',
  'report.requests.mean.officer': 'Jours, moyenne',
  'report.requests.median.officer': 'Jours, médiane',
  'report.requests.on-time.officer': 'Réponses dans les délais',
  'report.requests.extended.officer': 'Prolongées',
  'report.requests.late.officer': 'Ouvertes et en retard',
  'report.processing.title.officer': 'Registre des traitements',
  'report.processing.name.officer': 'But',
  'report.processing.basis.officer': 'Base légale',
  'report.processing.data.officer': 'Types de données',
  'report.processing.systems.officer': 'Systèmes d’IA',
  'report.processing.recipients.officer': 'Destinataires',
  'report.processing.retention.officer': 'Durée de conservation',
  'report.processing.missing.officer': 'Manque',
  'report.processing.undeclared.officer': 'Fait, et déclaré nulle part',
  'report.processing.nothing.officer': 'Rien de tel n’est enregistré.',
  'report.processing.service.officer': 'Le service',
  'report.processing.system.officer': 'Système d’IA',
  'report.metric.delete.officer': 'Effacer',
  'report.metric.correct.officer': 'Rectifier',
  'report.metric.know.officer': 'Accès',
  'report.metric.access-admt.officer': 'Accès aux décisions automatisées',
  'report.metric.opt-out-sale-share.officer': 'Refus de vente ou de partage',
  'report.metric.limit.officer': 'Limiter les données sensibles',
  'report.metric.opt-out-admt.officer': 'Refus des décisions automatisées',
};
