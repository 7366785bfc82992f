/**
 * German for ../en/rights.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { rightMessages as english } from '../en/rights.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const rightMessages: InEveryLanguage<typeof english> = {
  'right.not-in-law':
    'Das Gesetz, das Sie schützt, nennt dieses Recht nicht. Sie können trotzdem fragen, und wir antworten.',
  'right.nothing-to-act-on':
    'Im Moment ist nichts über Sie festgehalten, das sich dadurch ändern würde. Sie können trotzdem fragen, und wir antworten.',
  'right.human-review.title': 'Von einem Menschen prüfen lassen',
  'right.human-review.why': 'KI hat etwas über Sie entschieden.',
  'right.human-review.how':
    'Sagen Sie uns, um welche Entscheidung es geht. Ein Mensch, der sie ändern kann, sieht sich alles an, auch das, was Sie uns schicken.',
  'right.give-view.title': 'Ihre Sicht schildern',
  'right.give-view.why': 'Ihre Sicht muss berücksichtigt werden.',
  'right.give-view.how':
    'Schreiben Sie sie in das Formular oder sagen Sie sie unserem Team. Sie können Unterlagen beilegen.',
  'right.contest.title': 'Eine Entscheidung anfechten',
  'right.contest.why': 'Eine Entscheidung durch KI ist nicht das letzte Wort.',
  'right.contest.how':
    'Sagen Sie, dass Sie nicht einverstanden sind, und warum. Dann sieht ein Mensch hin und entscheidet.',
  'right.ai-explanation.title': 'Nach den Gründen fragen',
  'right.ai-explanation.why': 'Sie dürfen wissen, wie KI zu einem Ergebnis über Sie kam.',
  'right.ai-explanation.how': 'Fragen Sie hier danach. Sie bekommen einen Brief mit den festgehaltenen Gründen.',
  'right.access.title': 'Eine Kopie bekommen',
  'right.access.why': 'Sie dürfen Ihre Daten sehen.',
  'right.access.how': 'Fragen Sie hier danach. Sie bekommen, was in diesem Protokoll über Sie steht.',
  'right.access-categories.title': 'Fragen, welche Arten von Daten wir haben',
  'right.access-categories.why': 'Sie dürfen wissen, welche Arten von Daten wir haben.',
  'right.access-categories.how': 'Fragen Sie hier danach. Sie bekommen eine Liste.',
  'right.rectification.title': 'Daten berichtigen',
  'right.rectification.why': 'Entscheidungen sollen auf richtigen Daten beruhen.',
  'right.rectification.how':
    'Sagen Sie uns, was falsch ist. Stimmt es, berichtigen wir es, und Sie lesen, was geändert wurde. Dann kann neu entschieden werden.',
  'right.erasure.title': 'Daten löschen',
  'right.erasure.why': 'Sie dürfen jederzeit um Löschung bitten.',
  'right.erasure.how': 'Hier bitten Sie darum. Die Antwort sagt, was wir nach dem Gesetz behalten müssen, und warum.',
  'right.restriction.title': 'Daten ruhen lassen',
  'right.restriction.why': 'Solange etwas strittig ist, können wir Ihre Daten ungenutzt lassen.',
  'right.restriction.how': 'Bitten Sie hier darum. Solange sie ruhen, darf KI sie nicht nutzen.',
  'right.portability.title': 'Daten mitnehmen',
  'right.portability.why': 'Was Sie uns gegeben haben, dürfen Sie zu jemand anderem mitnehmen.',
  'right.portability.how': 'Bitten Sie hier darum. Sie bekommen eine Datei, die andere Dienste lesen können.',
  'right.objection.title': 'Widersprechen',
  'right.objection.why': 'Manches tun wir in unserem eigenen Interesse, und Ihre Gründe können schwerer wiegen.',
  'right.objection.how': 'Widersprechen Sie hier allem, oder einer einzelnen Nutzung auf der Seite „Ihre Wahl“.',
  'right.objection-marketing.title': 'Werbung stoppen',
  'right.objection-marketing.why': 'Ein Nein zu Werbung gilt immer.',
  'right.objection-marketing.how': 'Sagen Sie hier Nein. Die Werbung endet sofort.',
  'right.consent-withdrawal.title': 'Ein Ja zurücknehmen',
  'right.consent-withdrawal.why': 'Sie haben manchen Nutzungen zugestimmt und dürfen es sich anders überlegen.',
  'right.consent-withdrawal.how':
    'Schalten Sie die Nutzung auf der Seite „Ihre Wahl“ aus, so leicht, wie Sie sie eingeschaltet haben.',
  'right.optout-sale-share.title': 'Meine Daten nicht verkaufen oder weitergeben',
  'right.optout-sale-share.why': 'Nach Ihrem Recht dürfen Sie Nein zum Verkauf und zur Weitergabe Ihrer Daten sagen.',
  'right.optout-sale-share.how':
    'Sagen Sie hier Nein, oder lassen Sie es Ihren Browser sagen (Global Privacy Control).',
  'right.limit-sensitive.title': 'Die Nutzung sensibler Daten begrenzen',
  'right.limit-sensitive.why': 'Nach Ihrem Recht dürfen Sie die Nutzung besonders sensibler Daten begrenzen.',
  'right.limit-sensitive.how': 'Sagen Sie es hier.',
  'right.optout-admt.title': 'Bei wichtigen Entscheidungen keine KI',
  'right.optout-admt.why': 'Nach Ihrem Recht dürfen Sie KI aus wichtigen Entscheidungen heraushalten.',
  'right.optout-admt.how': 'Sagen Sie es hier. Von da an trifft KI keine wichtige Entscheidung mehr über Sie.',
  'right.optout-profiling.title': 'Kein Profil über mich',
  'right.optout-profiling.why': 'Nach Ihrem Recht dürfen Sie Nein zu Profilen sagen, auf denen Entscheidungen beruhen.',
  'right.optout-profiling.how': 'Sagen Sie es hier.',
  'right.third-party-list.title': 'Fragen, wer Ihre Daten bekommen hat',
  'right.third-party-list.why': 'Sie dürfen die Namen derer wissen, die Ihre Daten bekommen haben.',
  'right.third-party-list.how': 'Fragen Sie hier danach. Sie bekommen eine Liste mit Namen.',
  'right.third-party-list.why-kinds': 'Sie dürfen wissen, welche Arten von Firmen Ihre Daten bekommen haben.',
  'right.third-party-list.how-kinds': 'Fragen Sie hier danach. Sie bekommen eine Liste der Arten von Empfängern.',
  'right.dsr-appeal.title': 'Unsere Antwort neu prüfen lassen',
  'right.dsr-appeal.why': 'Wenn wir eine Anfrage ablehnen, muss jemand anderes sie noch einmal ansehen.',
  'right.dsr-appeal.how': 'Verlangen Sie hier die neue Prüfung und sagen Sie, welche Antwort Sie meinen.',
  'right.sensitive-accuracy-check.title': 'Sensible Daten prüfen lassen',
  'right.sensitive-accuracy-check.why': 'Sie dürfen besonders sensible Daten auf Fehler prüfen lassen.',
  'right.sensitive-accuracy-check.how': 'Bitten Sie hier darum.',
  'right.complaint.title': 'Sich beschweren',
  'right.complaint.why': 'Sie können sich immer beschweren, bei uns oder bei einer Behörde.',
  'right.complaint.how': 'Schreiben Sie uns hier. Sie können auch gleich zur Behörde gehen.',
  'right.court.title': 'Vor Gericht gehen',
  'right.court.why': 'Sie können vor Gericht gehen, wenn Sie meinen, dass das Recht verletzt wurde.',
  'right.court.how':
    'Sie müssen uns nicht vorher fragen. Eine Anwältin, ein Anwalt oder eine Beratungsstelle kann helfen.',
  'right.court.not-here': 'Nach dem Recht, das Sie schützt, handelt die Behörde. Dort können Sie sich beschweren.',
  'right.no-retaliation.title': 'Kein Nachteil',
  'right.no-retaliation.why': 'Wir behandeln niemanden schlechter, weil er eines dieser Rechte genutzt hat.',
  'right.no-retaliation.how': 'Wenn Sie meinen, dass wir es getan haben, sagen Sie es uns hier.',
};
