/**
 * German for ../en/messages.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { messageMessages as english } from '../en/messages.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const messageMessages: InEveryLanguage<typeof english> = {
  'message.greeting': 'Guten Tag,',
  'message.closing':
    'Diese Nachricht und alles Weitere darüber, wie KI Ihre Daten nutzt, finden Sie auf Ihrer eigenen Seite.',
  'message.open': 'Zu Ihrer Seite',
  'message.no-tracking': 'Diese Nachricht verfolgt Sie nicht. Wir sehen nicht, ob Sie sie öffnen.',
  'message.no-language': 'Wir schreiben noch nicht in Ihrer Sprache. Deshalb ist diese Nachricht auf Englisch.',
  'message.explanation-ready.title': 'Ihre Erklärung ist da',
  'message.explanation-ready.text':
    'Am {day} haben Sie gefragt, wie KI bei Entscheidungen über Sie genutzt wurde. Die Antwort ist da.\n\nSie zeigt die Gründe, die genutzten Daten und was Sie jetzt tun können.',
  'message.review-opened.title': 'Ein Mensch sieht sich eine Entscheidung über Sie an',
  'message.review-opened.text':
    '{why, select, contested {Am {day} haben Sie uns gebeten, diese Entscheidung noch einmal anzusehen: {what}.} before_effect {Diese Entscheidung über Sie wurde mit KI vorbereitet: {what}. Sie gilt erst, wenn ein Mensch sie angesehen hat.} stop_list {Wir haben ein KI-System angehalten, weil wir an seinen Ergebnissen zweifeln. Es war an dieser Entscheidung über Sie beteiligt: {what}.} other {Am {day} hat unser Team um einen zweiten Blick auf diese Entscheidung gebeten: {what}.}}\n\nEin Mensch, der die Entscheidung ändern darf, sieht sie sich an, und auch alles, was Sie uns geschickt haben. Wir antworten bis zum {due}.',
  'message.review-concluded.title': 'Wir haben uns eine Entscheidung über Sie angesehen',
  'message.review-concluded.text':
    'Ein Mensch hat sich diese Entscheidung angesehen: {what}.\n\n{outcome, select, upheld {Die Entscheidung bleibt, wie sie war.} changed {Die Entscheidung wurde geändert. Sie lautet jetzt: {newOutcome}.} withdrawn {Die Entscheidung wurde zurückgenommen. Sie gilt nicht mehr.} re_run {Einige Daten waren falsch. Die Entscheidung wird mit den richtigen Daten neu getroffen.} other {Die Prüfung ist beendet.}}\n\nDie Gründe der Person, die geprüft hat: {reasons}\n\nWenn Sie nicht einverstanden sind, sagen Sie es uns.{hasComplaint, select, yes { {complaint}} other {}} Sie haben dadurch keinen Nachteil.',
  'message.adverse-outcome.title': 'Eine Entscheidung über Sie, und was Sie tun können',
  'message.adverse-outcome.text':
    'Am {day} wurde über Sie entschieden: {what}. Das Ergebnis: {outcome}.\n\nDas KI-System „{aiSystem}“ war beteiligt. {role}\n\n{hasData, select, yes {Diese Arten von Daten wurden genutzt: {data}.} other {Welche Daten genutzt wurden, ist nicht festgehalten.}}{hasSources, select, yes { Sie kommen von hier: {sources}.} other {}}\n\nAuf Ihrer eigenen Seite sehen Sie mit einem Klick mehr: jeden Wert, woher er kommt, und die Gründe. Dort können Sie falsche Daten berichtigen lassen. Dort können Sie auch einen Menschen bitten, die Entscheidung noch einmal anzusehen. Das kostet nichts, und Sie haben dadurch keinen Nachteil.',
  'message.limit-lifted.title': 'Wir haben Ihre Anfrage abgelehnt',
  'message.limit-lifted.text':
    'Am {day} haben Sie uns diese Anfrage geschickt: „{request}“. Wir müssen ablehnen.\n\nWarum: {ground}{hasWords, select, yes { {words}} other {}}\n\nWas Sie angehalten hatten, darf jetzt wieder beginnen. Wenn Sie nicht einverstanden sind, sagen Sie es uns.{hasComplaint, select, yes { {complaint}} other {}} Sie haben dadurch keinen Nachteil.',
  'message.request-extended.title': 'Wir brauchen mehr Zeit für Ihre Anfrage',
  'message.request-extended.text':
    'Am {day} haben Sie uns diese Anfrage geschickt: „{request}“. Wir brauchen mehr Zeit und antworten bis zum {due}.\n\nWarum: {words}',
  'message.request-paused.title': 'Wir haben eine Frage zu Ihrer Anfrage',
  'message.request-paused.text':
    'Am {day} haben Sie uns diese Anfrage geschickt: „{request}“. {asked, select, identity {Bevor es weitergeht, müssen wir sicher sein, dass sie von Ihnen ist.} authority {Bevor es weitergeht, müssen wir sicher sein, dass Sie das fragen dürfen.} fee {Bevor es weitergeht, brauchen wir eine Zahlung von Ihnen.} other {Bevor es weitergeht, brauchen wir eine Antwort von Ihnen.}}\n\nUnsere Frage: {words}\n\n{clock, select, starts_then {Unsere Zeit für die Antwort beginnt an dem Tag, an dem sie bei uns ist.} not_counted {Die Tage, in denen wir auf Sie warten, zählen nicht. Danach läuft unsere Zeit für die Antwort weiter.} other {Der Tag bleibt: Wir antworten bis zum {due}.}}',
  'message.request-received.title': 'Ihre Anfrage ist bei uns',
  'message.request-received.text':
    '{by, select, agent {Am {day} hat uns jemand für Sie diese Anfrage geschickt: „{request}“. Wenn Sie das nicht wollten, sagen Sie es uns.} other {Am {day} haben Sie uns diese Anfrage geschickt: „{request}“.}} Sie ist bei uns, und wir antworten bis zum {due}.\n\n{sure, select, yes {Sie müssen nichts weiter tun.} other {Bevor wir antworten, müssen wir sicher sein, dass sie wirklich von Ihnen ist. Wir fragen Sie, wenn wir dafür etwas brauchen.}}',
  'message.request-resumed.title': 'Ihre Anfrage geht weiter',
  'message.request-resumed.text':
    'Vielen Dank. Wir haben, worum wir Sie gebeten hatten. Ihre Anfrage vom {day} geht weiter: „{request}“. Wir antworten bis zum {due}.{moved, select, yes { Die Tage, in denen wir auf Sie gewartet haben, zählen nicht.} other {}}',
  'message.request-denied.title': 'Unsere Antwort auf Ihre Anfrage ist Nein',
  'message.request-denied.text':
    '{appealed, select, yes {Am {day} haben Sie uns diese Anfrage geschickt: „{request}“. Wir haben sie noch einmal angesehen, wie Sie es wollten. Es bleibt beim Nein.} other {Am {day} haben Sie uns diese Anfrage geschickt: „{request}“. Wir müssen ablehnen.}}\n\nWarum: {ground}{hasWords, select, yes { {words}} other {}}\n\n{law}{goesOn, select, yes {\n\nKI darf Ihre Daten von heute an wieder nutzen.} other {}}\n\nWenn Sie nicht einverstanden sind, sagen Sie es uns.{canAppeal, select, yes { {appeal}} other {}}{hasComplaint, select, yes { {complaint}} other {}} Sie haben dadurch keinen Nachteil.',
  'message.request-answered.title': 'Unsere Antwort auf Ihre Anfrage ist da',
  'message.request-answered.text':
    'Am {day} haben Sie uns diese Anfrage geschickt: „{request}“. {appealed, select, yes {Wir haben sie noch einmal angesehen, wie Sie es wollten. } other {}}Die Antwort steht auf Ihrer Seite.{inPart, select, yes { Ein Teil fehlt darin. Die Antwort sagt, welcher, und warum.} other {}}\n\nWenn etwas darin falsch ist, sagen Sie es uns.',
  'message.request-cancelled.title': 'Ihre Anfrage wurde zurückgezogen',
  'message.request-cancelled.text':
    'Ihre Anfrage vom {day} wurde zurückgezogen: „{request}“. Wir tun dafür nichts weiter. Sie können jederzeit wieder fragen.{goesOn, select, yes {\n\nKI darf Ihre Daten von heute an wieder nutzen.} other {}}{hasWords, select, yes {\n\nWas wir dazu notiert haben: {words}} other {}}\n\nWenn Sie das nicht wollten, sagen Sie es uns.',
  'message.request-appealed.title': 'Wir sehen uns Ihre Anfrage noch einmal an',
  'message.request-appealed.text':
    'Sie sind mit unserer Antwort auf Ihre Anfrage vom {day} nicht einverstanden: „{request}“. Jetzt sieht sie sich jemand anderes an. Wir antworten bis zum {due}.',
  'messages.title': 'Nachrichten',
  'messages.lead':
    'Was wir Ihnen geschrieben haben, Wort für Wort. Es bleibt hier, auch wenn ein Brief oder eine E-Mail verloren ging.',
  'messages.none': 'Wir haben Ihnen noch nicht geschrieben.',
  'messages.older': 'Ältere Nachrichten',
  'messages.about': 'Öffnen, worum es geht',
};
