/**
 * German for ../en/assessments.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { assessmentMessages as english } from '../en/assessments.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const assessmentMessages: InEveryLanguage<typeof english> = {
  'report.assessment.title.officer': 'Arbeitsblätter für Folgenabschätzungen',
  'report.assessment.lead.officer':
    'Was Verzeichnis und Protokoll wissen, geordnet nach dem, was das Gesetz verlangt. Ein Arbeitsblatt ist keine Abschätzung: Die schreibt ein Mensch.',
  'report.assessment.nothing.officer': 'Kein KI-System ist veröffentlicht.',
  'report.assessment.part.officer': 'Teil',
  'report.assessment.known.officer': 'Bekannt',
  'report.assessment.missing.officer': 'Noch zu schreiben',
  'report.assessment.on-file.officer': 'Abgelegt',
  'report.assessment.on-file.none.officer': 'Nichts ist abgelegt.',
  'report.assessment.evaluated.officer': 'gemacht',
  'report.assessment.not-evaluated.officer': 'nicht gemacht',
  'report.assessment.evaluation.accuracy.officer': 'Genauigkeit',
  'report.assessment.evaluation.fairness.officer': 'Gerechtigkeit',
  'report.assessment.evaluation.bias.officer': 'Verzerrung',
  'report.assessment.evaluation.robustness.officer': 'Robustheit',
  'report.assessment.oversight.none.officer': 'Niemand wacht darüber.',
  'report.assessment.oversight.after-the-fact.officer': 'Menschen sehen es sich danach an.',
  'report.assessment.oversight.before-effect.officer': 'Ein Mensch sieht es sich an, bevor es wirkt.',
  'report.assessment.counted-uses.officer': 'Nutzungen: {uses}, abgelehnt: {refused}, Entscheidungen: {decisions}',
  'report.assessment.counted-reviews.officer':
    'Erneut geprüft: {opened}, abgeschlossen: {concluded}, geändert: {changed}',
  'report.assessment.dpia.officer': 'Datenschutz-Folgenabschätzung',
  'report.assessment.fria.officer': 'Grundrechte-Folgenabschätzung',
  'report.assessment.dpia.a.officer': 'Was geschieht und wofür',
  'report.assessment.dpia.b.officer': 'Ob es notwendig und verhältnismäßig ist',
  'report.assessment.dpia.c.officer': 'Risiken für Menschen',
  'report.assessment.dpia.d.officer': 'Maßnahmen gegen die Risiken',
  'report.assessment.fria.a.officer': 'Wo es eingesetzt wird',
  'report.assessment.fria.b.officer': 'Wie lange und wie oft',
  'report.assessment.fria.c.officer': 'Wen es betrifft',
  'report.assessment.fria.d.officer': 'Welchen Schaden es anrichten kann',
  'report.assessment.fria.e.officer': 'Wie Menschen darüber wachen',
  'report.assessment.fria.f.officer': 'Was geschieht, wenn es schiefgeht',
  'report.assessment.what.description.officer': 'Was es tut',
  'report.assessment.what.purposes.officer': 'Zwecke',
  'report.assessment.what.data.officer': 'Arten von Daten',
  'report.assessment.what.sources.officer': 'Herkunft',
  'report.assessment.what.logic.officer': 'Wie es zum Ergebnis kommt',
  'report.assessment.what.recipients.officer': 'Empfänger',
  'report.assessment.what.retention.officer': 'Wie lange Daten bleiben',
  'report.assessment.what.basis.officer': 'Rechtsgrundlage',
  'report.assessment.what.output-use.officer': 'Was herauskommt und wozu es dient',
  'report.assessment.what.alternative.officer': 'Was ohne das System geschieht',
  'report.assessment.what.consequences.officer': 'Was für einen Menschen folgen kann',
  'report.assessment.what.limitations.officer': 'Grenzen',
  'report.assessment.what.evaluations.officer': 'Bewertungen',
  'report.assessment.what.reviews.officer': 'Erneute Prüfungen',
  'report.assessment.what.oversight.officer': 'Aufsicht',
  'report.assessment.what.opt-out.officer': 'Wie man ablehnt',
  'report.assessment.what.appeal.officer': 'Wie man sich wehrt',
  'report.assessment.what.incident-contact.officer': 'Wem ein Vorfall gemeldet wird',
  'report.assessment.what.next-review.officer': 'Nächste Überprüfung',
  'report.assessment.what.uses.officer': 'Wie oft es genutzt wird',
  'report.assessment.what.people.officer': 'Betroffene Menschen und Gruppen',
};
