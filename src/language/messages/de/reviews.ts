/**
 * Texts of human review in German.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, and none besides.
 * Source:  docs/law.md 7; GDPR 22(3).
 */
import type { reviewMessages as english } from '../en/reviews.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reviewMessages: InEveryLanguage<typeof english> = {
  'review.state.open': 'Wir haben, was Sie geschickt haben. Ein Mensch sieht es sich an.',
  'review.state.assigned': 'Ein Mensch sieht es sich gerade an.',
  'review.state.cancelled': 'Sie haben das zurückgezogen. Es hat sich nichts geändert.',
  'review.due': 'Sie bekommen unsere Antwort bis zum {day}.',
  'review.outcome.upheld': 'Ein Mensch hat es sich angesehen. Die Entscheidung bleibt, wie sie war.',
  'review.outcome.changed': 'Ein Mensch hat es sich angesehen und die Entscheidung geändert.',
  'review.outcome.withdrawn':
    'Ein Mensch hat es sich angesehen und die Entscheidung zurückgenommen. Sie gilt nicht mehr.',
  'review.outcome.re-run':
    'Ein Mensch hat es sich angesehen. Daten waren falsch, deshalb wird mit den richtigen neu entschieden.',
  'review.not-meaningful':
    'Dass dies eine volle Prüfung war, ist nicht belegt. Wir behandeln die Entscheidung weiter so, als hätte KI sie allein getroffen.',
  'review.title': 'Erneute Prüfung',
  'review.lead': 'Entscheidungen über Sie, die sich ein Mensch noch einmal ansieht oder angesehen hat.',
  'review.all': 'Erneut geprüfte Entscheidungen',
  'review.none': 'Sie haben noch keine erneute Prüfung verlangt. Das geht auf der Seite jeder Entscheidung.',
  'review.column.about': 'Entscheidung',
  'review.column.state': 'Stand',
  'review.column.opened': 'Seit',
  'review.column.due': 'Antwort bis',
  'review.about': 'Die Entscheidung',
  'review.statement': 'Was Sie geschrieben haben',
  'review.statement.staff': 'Was unser Team geschrieben hat',
  'review.corrections': 'Daten, die Ihrer Meinung nach falsch sind',
  'review.correction': '{label}: richtig ist {value}',
  'review.corrected': 'Daten, die berichtigt wurden',
  'review.corrected.row': '{name}: {to} statt {from}',
  'review.files': 'Dateien, die Sie geschickt haben',
  'review.file': 'Datei {count} speichern',
  'review.reasons': 'Die Gründe der Person, die es sich angesehen hat',
  'review.new-outcome': 'Die Entscheidung lautet jetzt: {outcome}',
  'review.cancel': 'Prüfung abbrechen',
  'review.cancel.effect': 'Dann sieht es sich niemand an, und die Entscheidung bleibt. Sie können erneut darum bitten.',
  'contest.title': 'Ich bin mit dieser Entscheidung nicht einverstanden',
  'contest.lead':
    'Ein Mensch, der die Entscheidung ändern kann, sieht sich an, was Sie schreiben und schicken. Das kostet nichts, und Sie haben davon keinen Nachteil.',
  'contest.statement': 'Was möchten Sie sagen?',
  'contest.statement.hint': 'Mit Ihren eigenen Worten. Der Mensch liest das, bevor er das Ergebnis der KI sieht.',
  'contest.corrections': 'Ist an diesen Daten etwas falsch?',
  'contest.corrections.hint': 'Schreiben Sie, was richtig ist. Was stimmt, lassen Sie leer.',
  'contest.was': 'Verwendet: {value}',
  'contest.should-be': 'Richtiger Wert für {label}',
  'contest.files': 'Dateien, die es zeigen',
  'contest.files.hint':
    'PDF, PNG, JPEG oder reiner Text, bis zu 5 Dateien und zusammen 5 MB. Nur wer es sich ansieht, kann sie öffnen.',
  'contest.send': 'Senden',
  'contest.open-already': 'Ein Mensch sieht sich diese Entscheidung schon an.',
  'contest.see-open': 'Zum Stand',
  'review.next': 'Sie bekommen die Antwort und die Gründe bis zum {day}.',
};
