/**
 * German for ../en/failures.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { failureMessages as english } from '../en/failures.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const failureMessages: InEveryLanguage<typeof english> = {
  'failure.not-found.title': 'Hier ist nichts',
  'failure.not-found.text':
    'Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt. Gehen Sie zu Ihren Seiten und suchen Sie von dort aus.',
  'failure.sign-in-needed.title': 'Bitte melden Sie sich an',
  'failure.sign-in-needed.text':
    'Diese Seite ist nur für Sie. Deshalb müssen Sie sich anmelden. Öffnen Sie den Link zum Anmelden, den Sie bekommen haben, oder bitten Sie um einen neuen.',
  'failure.sign-in-needed.here':
    'Diese Seite ist nur für Sie. Deshalb müssen Sie sich anmelden. Das geht hier oder mit einem Link zum Anmelden, den Sie bekommen haben.',
  'failure.fresh-sign-in-needed.title': 'Bitte melden Sie sich noch einmal an',
  'failure.fresh-sign-in-needed.text':
    'Um Daten zu löschen oder eine Kopie zu bekommen, müssen Sie sich in den letzten 15 Minuten angemeldet haben. Es wurde nichts geändert. Melden Sie sich noch einmal an und wiederholen Sie diesen Schritt.',
  'failure.sign-in-failed.title': 'Die Anmeldung hat nicht geklappt',
  'failure.sign-in-failed.text':
    'Sie sind nicht angemeldet, und es wurde nichts geändert. Bitte fangen Sie von hier aus noch einmal an.',
  'failure.sign-in-without-access.title': 'Dieses Konto öffnet hier nichts',
  'failure.sign-in-without-access.text':
    'Sie haben sich angemeldet, aber Ihr Konto ist hier nicht bekannt. Bitte sagen Sie es denen, von denen Sie es haben.',
  'failure.sign-in-unavailable.title': 'Die Anmeldung geht gerade nicht',
  'failure.sign-in-unavailable.text':
    'Der Dienst, bei dem Sie sich anmelden, antwortet nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal, oder nehmen Sie einen Link zum Anmelden, wenn Sie einen haben.',
  'failure.own-sign-in-needed.title': 'Dafür müssen Sie sich selbst anmelden',
  'failure.own-sign-in-needed.text':
    'Sie kamen über einen Link herein, den jemand anders gemacht hat. Wenn wir Ihre Daten löschen sollen oder Sie eine Kopie möchten, bitten Sie uns um einen Link per E-Mail. Kommen Sie mit diesem herein.',
  'failure.package-expired.title': 'Diese Kopie gibt es hier nicht mehr',
  'failure.package-expired.text':
    'Sie konnten sie dreißig Tage lang nach unserer Antwort abholen. Bitten Sie um eine neue Kopie. Darin steht dann, was wir zu dieser Zeit gespeichert haben.',
  'failure.typed': 'Was Sie geschrieben hatten',
  'failure.typed.lead': 'Es wurde nicht gesendet. Sichern Sie es, bevor Sie weitergehen.',
  'failure.csrf.title': 'Dieses Formular war zu lange offen',
  'failure.csrf.text':
    'Das Formular passt nicht mehr zu Ihrer Anmeldung, oder es kam von einer anderen Seite. Öffnen Sie die Seite noch einmal und senden Sie das Formular von dort.',
  'failure.link-expired.title': 'Dieser Link zum Anmelden gilt nicht mehr',
  'failure.link-expired.text':
    'Ein Link zum Anmelden gilt einmal und zehn Minuten lang. Fordern Sie dort einen neuen an, wo Sie diesen bekommen haben.',
  'failure.rate-limited.title': 'Zu viele Versuche',
  'failure.rate-limited.text':
    'Das war öfter, als wir antworten können. Bitte warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.',
  'failure.subject-erased.title': 'Ihre Daten wurden gelöscht',
  'failure.subject-erased.text': 'Wir haben Ihre Daten gelöscht. Darum gibt es hier nichts zu sehen.',
  'failure.invalid-transition.title': 'Das ist nicht mehr möglich',
  'failure.invalid-transition.text':
    'Ihre Anfrage ist inzwischen weiter, und dieser Schritt ist nicht mehr möglich. Öffnen Sie die Anfrage, dann sehen Sie, wie es steht.',
  'failure.validation-failed.title': 'Etwas im Formular stimmt nicht',
  'failure.validation-failed.text':
    'So konnten wir das nicht annehmen. Es wurde nichts geändert. Bitte gehen Sie zurück, sehen Sie nach, was Sie geschrieben oder gewählt haben, und senden Sie es noch einmal.',
  'failure.invalid-query.title': 'Diese Adresse stimmt nicht',
  'failure.invalid-query.text':
    'In der Adresse dieser Seite ist etwas falsch. Gehen Sie zu Ihren Seiten und suchen Sie von dort aus.',
  'failure.payload-too-large.title': 'Das ist zu viel auf einmal',
  'failure.payload-too-large.text':
    'Was Sie geschickt haben, ist größer, als wir annehmen können. Bitte schicken Sie weniger oder mehrere Teile.',
  'failure.unavailable.title': 'Gerade nicht erreichbar',
  'failure.unavailable.text':
    'Wir können im Moment nicht sicher antworten, deshalb tun wir es nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  'failure.internal.title': 'Hier ist etwas schiefgegangen',
  'failure.internal.text':
    'Der Fehler liegt bei uns. Wenn Sie gerade etwas gesendet haben, sehen Sie bitte auf Ihren Seiten nach, ob es angekommen ist. Versuchen Sie es dann noch einmal.',
  'failure.other.title': 'Das hat nicht geklappt',
  'failure.other.text': 'Das konnten wir nicht tun. Gehen Sie zurück zu Ihren Seiten und versuchen Sie es von dort.',
  'failure.for-programmers': 'Der Rest dieser Seite ist für Menschen, die programmieren. Er ist auf Englisch.',
};
