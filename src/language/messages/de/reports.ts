/**
 * German for ../en/reports.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { reportMessages as english } from '../en/reports.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reportMessages: InEveryLanguage<typeof english> = {
  'report.span.officer': 'Vom {from} bis {to}',
  'report.what.officer': 'Was',
  'report.count.officer': 'Wie viele',
  'report.requests.title.officer': 'Anfragen und ihre Antworten',
  'report.requests.metric.officer': 'Art der Anfrage',
  'report.requests.received.officer': 'Eingegangen',
  'report.requests.complied.officer': 'Erfüllt',
  'report.requests.denied.officer': 'Abgelehnt',
  'report.requests.open.officer': 'Offen',
  'report.requests.withdrawn.officer': 'Zurückgezogen',
  'report.requests.mean.officer': 'Tage, Mittel',
  'report.requests.median.officer': 'Tage, Median',
  'report.requests.on-time.officer': 'Rechtzeitig beantwortet',
  'report.requests.extended.officer': 'Verlängert',
  'report.requests.late.officer': 'Offen und verspätet',
  'report.processing.title.officer': 'Verzeichnis der Verarbeitungen',
  'report.processing.name.officer': 'Zweck',
  'report.processing.basis.officer': 'Rechtsgrundlage',
  'report.processing.data.officer': 'Arten von Daten',
  'report.processing.systems.officer': 'KI-Systeme',
  'report.processing.recipients.officer': 'Empfänger',
  'report.processing.retention.officer': 'Wie lange es bleibt',
  'report.processing.missing.officer': 'Fehlt',
  'report.processing.undeclared.officer': 'Geschehen und nirgends erklärt',
  'report.processing.nothing.officer': 'Davon ist nichts festgehalten.',
  'report.processing.service.officer': 'Dienst',
  'report.processing.system.officer': 'KI-System',
  'report.metric.delete.officer': 'Löschen',
  'report.metric.correct.officer': 'Berichtigen',
  'report.metric.know.officer': 'Auskunft',
  'report.metric.access-admt.officer': 'Zugang zu automatischen Entscheidungen',
  'report.metric.opt-out-sale-share.officer': 'Gegen Verkauf oder Weitergabe',
  'report.metric.limit.officer': 'Sensible Daten beschränken',
  'report.metric.opt-out-admt.officer': 'Gegen automatische Entscheidungen',
};
