/**
 * German for ../en/facts.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { factMessages as english } from '../en/facts.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const factMessages: InEveryLanguage<typeof english> = {
  'fact.erased':
    'Der Inhalt dieses Eintrags wurde gelöscht. Sein Platz und sein Siegel bleiben, damit niemand so tun kann, als hätte es ihn nie gegeben.',
  'fact.subject.linked': 'Ihrem Protokoll wurde hinzugefügt, woran wir Sie erkennen.',
  'fact.subject.described': 'Es wurde vermerkt, welches Recht Sie schützt, Ihre Altersgruppe oder Ihre Sprache.',
  'fact.purpose.published': 'Wir haben veröffentlicht, wofür wir Daten nutzen: „{name}“.',
  'fact.notice.published': 'Wir haben einen Text veröffentlicht, den Sie vorher lesen können: „{name}“.',
  'fact.ai-system.published': 'Wir haben ein KI-System veröffentlicht: „{name}“.',
  'fact.recipient.published': 'Wir haben veröffentlicht, wer außer uns Daten bekommt: „{name}“.',
  'fact.ai-system.suspended': 'Wir haben ein KI-System ausgeschaltet.',
  'fact.ai-system.resumed': 'Wir haben ein KI-System wieder eingeschaltet.',
  'fact.consent.given':
    '{givenBy, select, parent {Ein Elternteil hat} agent {Jemand in Ihrem Auftrag hat} other {Sie haben}} Ja zu „{purpose}“ gesagt.{effect, select, none { Das hat nichts geändert, weil ein späteres Nein gilt.} other {}}',
  'fact.consent.refused':
    '{givenBy, select, parent {Ein Elternteil hat} agent {Jemand in Ihrem Auftrag hat} other {Sie haben}} Nein zu „{purpose}“ gesagt.{effect, select, none { Diese Nutzung hängt nicht von einem Ja ab und geht deshalb weiter.} other {}}',
  'fact.consent.withdrawn':
    '{givenBy, select, parent {Ein Elternteil hat} agent {Jemand in Ihrem Auftrag hat} other {Sie haben}} das Ja zu „{purpose}“ zurückgenommen.{effect, select, none { Diese Nutzung hängt nicht von einem Ja ab und geht deshalb weiter.} other {}}',
  'fact.limit.set': '{limit}{hasPurpose, select, yes {: „{purpose}“} other {}}.',
  'fact.limit.lifted':
    'Das gilt nicht mehr: {limit}{hasPurpose, select, yes {: „{purpose}“} other {}}.{effect, select, none { Es hat nichts geändert.} other {}}',
  'limit.restriction': 'Sie haben Ihre Daten ruhen lassen',
  'limit.erasure-asked': 'Sie haben verlangt, dass Ihre Daten gelöscht werden',
  'limit.objection': 'Sie haben widersprochen',
  'limit.objection-marketing': 'Sie haben der Werbung widersprochen',
  'limit.opt-out': 'Sie haben eine Nutzung abgewählt',
  'limit.opt-out-sale-share': 'Sie haben Nein zum Verkauf und zur Weitergabe Ihrer Daten gesagt',
  'limit.opt-out-sensitive': 'Sie haben die Nutzung sensibler Daten begrenzt',
  'limit.opt-out-admt': 'Sie wollen, dass bei wichtigen Entscheidungen keine KI mitwirkt',
  'limit.opt-out-profiling': 'Sie haben Nein zu Profilen über Sie gesagt',
  'fact.use.allowed': '{aiSystem} hat Ihre Daten für „{purpose}“ genutzt. {reason}',
  'fact.use.refused': '{aiSystem} wollte Ihre Daten für „{purpose}“ nutzen und durfte nicht. {reason}',
  'fact.use.reported':
    '{aiSystem} hat gemeldet, Ihre Daten für „{purpose}“ genutzt zu haben. {covered, select, true {Eine Erlaubnis war festgehalten.} other {Eine Erlaubnis war nicht festgehalten.}}',
  'fact.use.ended':
    '{aiSystem} {ended, select, finished {hat die Nutzung Ihrer Daten für „{purpose}“ beendet.} stopped {hat vorzeitig aufgehört, Ihre Daten für „{purpose}“ zu nutzen.} other {konnte die Nutzung für „{purpose}“ nicht zu Ende bringen, weil etwas schiefging.}}',
  'fact.use.observed':
    '{aiSystem} hat für „{purpose}“ ein Modell benutzt. {ended, select, finished {Es kam eine Antwort.} other {Es kam keine Antwort, weil etwas nicht ging.}}',
  'fact.use.uncovered': 'Ein KI-Modell wurde benutzt, ohne dass vorher jemand gefragt hat. Namen wurden nicht notiert.',
  'fact.training.registered': 'Ein Training eines KI-Systems wurde angemeldet.',
  'fact.training.included': 'Ihre Daten gingen in das Training von {aiSystem} ein, für „{purpose}“. {reason}',
  'fact.training.counted': 'Es wurde notiert, wie viele Menschen mit ihren Daten in einem Training sind, ohne Namen.',
  'fact.training.ended': 'Ein Training eines KI-Systems ging zu Ende.',
  'fact.decision.recorded': 'Eine Entscheidung über Sie mit {aiSystem}: {what}: {outcome}.',
  'fact.decision.reported': 'Eine Entscheidung über eine Person wurde gemeldet.',
  'fact.request.received': 'Sie haben uns um etwas gebeten: {request}.',
  'fact.request.verified': 'Wir haben geprüft, dass die Anfrage von Ihnen kommt.',
  'fact.request.extended': 'Wir haben für Ihre Anfrage mehr Zeit gebraucht und Ihnen gesagt, warum.',
  'fact.request.paused': 'Ihre Anfrage ruht, bis wir von Ihnen hören.',
  'fact.request.resumed': 'Ihre Anfrage geht weiter.',
  'fact.request.denied': 'Wir haben Ihre Anfrage abgelehnt und Ihnen gesagt, warum.',
  'fact.request.fulfilled': 'Wir haben Ihre Anfrage beantwortet.',
  'fact.request.cancelled': 'Ihre Anfrage wurde zurückgezogen.',
  'fact.request.appealed': 'Sie haben uns gebeten, unsere Antwort noch einmal zu prüfen.',
  'fact.task.opened': 'Wir fragen {name} für Ihre Anfrage.',
  'fact.task.moved':
    '{to, select, running {Wir haben mit {name} für Ihre Anfrage begonnen.} failed {{name} war nicht zu fragen. Wir versuchen es noch einmal.} parked {{name} war nicht zu fragen. Ein Mensch kümmert sich darum.} other {{name} wird für Ihre Anfrage noch einmal gefragt.}}',
  'fact.task.done': '{name} ist mit Ihrer Anfrage fertig.',
  'fact.request.logged': 'Es wurde vermerkt, dass es eine Anfrage gab und wie sie ausging, ohne zu sagen, von wem.',
  'fact.review.opened':
    '{why, select, before_effect {Eine Entscheidung wartet, bis ein Mensch sie angesehen hat.} stop_list {Wir sehen uns etwas noch einmal an, weil wir das KI-System gestoppt haben.} contested {Sie haben einen Menschen gebeten, eine Entscheidung noch einmal anzusehen.} other {Eine neue Prüfung einer Entscheidung hat begonnen.}}',
  'fact.review.assigned': 'Ein Mensch wurde gebeten, die Entscheidung anzusehen.',
  'fact.review.evidence-viewed':
    'Dieser Mensch hat angesehen, worauf die Entscheidung beruht und was Sie geschickt haben.',
  'fact.review.view-noted': 'Dieser Mensch hat seine eigene Sicht aufgeschrieben, bevor er das Ergebnis der KI sah.',
  'fact.review.second-opinion': 'Ein zweiter Mensch hat seine Sicht dazu gegeben.',
  'fact.review.concluded':
    'Die neue Prüfung ist zu Ende: {ended, select, upheld {Die Entscheidung bleibt} changed {Die Entscheidung wurde geändert} withdrawn {Die Entscheidung wurde zurückgenommen} re_run {Die Entscheidung wird mit berichtigten Daten neu getroffen} other {Sie ist abgeschlossen}}.',
  'fact.review.cancelled': 'Die neue Prüfung wurde abgesagt.',
  'fact.file.added': 'Sie haben eine Datei geschickt.',
  'fact.notice.shown':
    'Ihnen wurde ein Text darüber gezeigt, wie KI Ihre Daten nutzt.{acknowledged, select, true { Sie haben bestätigt, dass Sie ihn gesehen haben.} other {}}',
  'fact.message.written': 'Wir haben Ihnen geschrieben: „{name}“.',
  'fact.message.sent':
    '{channel, select, file {Die Nachricht wurde zum Weiterschicken in einen Ordner gelegt.} other {Die Nachricht wurde an Sie verschickt.}}',
  'fact.message.handed-over': 'Wir haben Ihnen eine Nachricht auf einem anderen Weg gegeben.',
  'fact.message.given-up': 'Die Nachricht konnte nicht verschickt werden. Sie liegt hier für Sie bereit.',
  'fact.note.added': 'Unser Kundendienst hat sich etwas notiert.',
  'fact.staff.described': 'Es wurde vermerkt, was Sie hier tun und was Sie entscheiden dürfen.',
  'fact.look.taken': 'Jemand aus unserem Team hat ein Protokoll angesehen.',
  'fact.look.recorded': 'In Ihr Protokoll gesehen hat: {role}. Grund: {reason}.',
  'fact.link.made':
    'Für Sie wurde ein Link zum Anmelden gemacht. Gemacht hat ihn: {role}.{sent, select, email { Er wurde Ihnen per E-Mail gesendet.} other {}}',
  'fact.link.opened':
    'Jemand kam über einen Link zum Anmelden auf Ihre Seiten.{sent, select, email { Er war Ihnen per E-Mail gesendet worden.} other { Gemacht hat ihn: {role}.}}',
  'fact.access.revoked': 'Ein Zugang wurde beendet.',
  'fact.access.restored': 'Jemand darf sich wieder anmelden.',
  'fact.breach.recorded': 'Eine Datenpanne wurde erfasst.',
  'fact.breach.noted': 'Zu einer Datenpanne wurde etwas ergänzt.',
  'fact.breach.told': 'Jemand wurde von einer Datenpanne benachrichtigt.',
  'fact.breach.not-told': 'Es wurde festgehalten, warum jemand von einer Datenpanne nicht benachrichtigt wird.',
  'fact.webhook.made': 'Eine Adresse wurde eingerichtet, an die Änderungen gesendet werden.',
  'fact.webhook.changed': 'An einer Adresse, an die Änderungen gesendet werden, wurde etwas geändert.',
  'fact.webhook.ended': 'An eine Adresse werden keine Änderungen mehr gesendet.',
  'fact.proposal.made': 'Etwas wurde vorgeschlagen, das eine zweite Person bestätigen muss.',
  'fact.proposal.recorded': 'Etwas, das Sie betrifft, wurde vorgeschlagen. Eine zweite Person muss es bestätigen.',
  'fact.proposal.settled': 'Eine zweite Person hat dem Vorschlag zugestimmt oder ihn abgelehnt.',
  'fact.address.confirmed': 'Sie haben Ihre E-Mail-Adresse bestätigt.',
  'fact.person.erased': 'Der Inhalt eines Protokolls wurde gelöscht.',
  'fact.erasure.certified': 'Die Löschung wurde bestätigt.',
  'fact.hold.set':
    'Ein Teil Ihres Protokolls wurde gesperrt und bleibt, auch wenn Sie die Löschung verlangen. {ground}',
  'fact.hold.lifted': 'Die Sperre eines Teils Ihres Protokolls wurde aufgehoben.',
  'fact.hold.ended':
    'Die Sperre im Protokoll einer gelöschten Person ist zu Ende, und was sie bewahrte, ist auch gelöscht.',
  'fact.consent.proof-kept': 'Es wurde ein Nachweis bewahrt, dass gewählt wurde, ohne zu sagen, von wem.',
  'fact.payload.expired': 'Der Inhalt alter Einträge wurde gelöscht, weil seine Aufbewahrungszeit vorbei war.',
  'fact.log.key-changed': 'Der Schlüssel, mit dem das Protokoll versiegelt wird, wurde gewechselt.',
  'fact.log.continued': 'Das Protokoll geht weiter, nachdem eine Sicherung eingespielt wurde.',
  'fact.key.rotated': 'Ein Schlüssel, der die Aufzeichnungen schützt, wurde durch einen neuen ersetzt.',
};
