/**
 * German for ../en/use.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { useMessages as english } from '../en/use.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const useMessages: InEveryLanguage<typeof english> = {
  'use.summary.used':
    '{span} <b>{systemsThatUsedYourData, plural, one {hat ein KI-System} other {haben # KI-Systeme}} Ihre Daten {uses, plural, one {einmal} other {#-mal}} genutzt</b>.{agreedTo, plural, =0 {} one { Sie haben einer Nutzung zugestimmt.} other { Sie haben # Nutzungen zugestimmt.}}',
  'use.summary.decided-only':
    '{span} <b>wurde keine einzelne Nutzung Ihrer Daten festgehalten</b>, wohl aber eine Entscheidung über Sie.',
  'use.summary.refused-only':
    '{span} <b>wollten KI-Systeme Ihre Daten {refused, plural, one {einmal} other {#-mal}} nutzen und wurden jedes Mal abgelehnt</b>.',
  'use.summary.nothing': '{span} <b>wurde keine Nutzung Ihrer Daten durch KI festgehalten</b>.',
  'use.summary.decisions':
    '{decisions, plural, =0 {Es ist keine Entscheidung von KI über Sie festgehalten.} one {Bei <b>einer Entscheidung</b> über Sie wirkte KI mit} other {Bei <b># Entscheidungen</b> über Sie wirkte KI mit}}{decisions, plural, =0 {} other {{decisionsCheckedByAPerson, plural, =0 {. Es ist nicht festgehalten, dass ein Mensch {decisions, plural, one {sie} other {sie}} geprüft hat und ändern konnte.} one {, und ein Mensch hat {checked, select, all {sie} other {eine}} geprüft.} other {, und ein Mensch hat {checked, select, all {{decisions, plural, =2 {beide} other {alle}}} other {#}} geprüft.}}}}',
  'use.span.twelve-months': 'In den letzten 12 Monaten',
  'use.span.since': 'Seit dem {day}',
  'use.span.from-to': 'Vom {from} bis zum {to}',
  'use.period.all': 'Alles, was festgehalten ist, die letzten zwölf Monate zuerst',
  'use.period.from-to': '{from} bis {to}',
  'use.none.since':
    'Seit dem {day}, dem Beginn unseres Protokolls, wurde keine Nutzung Ihrer Daten durch ein KI-System festgehalten.',
  'use.none.never':
    'Es wurde keine Nutzung Ihrer Daten durch ein KI-System festgehalten. Unser Protokoll ist noch leer.',
  'use.none.silent':
    '{count, plural, one {Ein KI-System hat} other {# KI-Systeme haben}} noch nie gemeldet, Daten von irgendwem genutzt zu haben. Keine Meldung heißt nicht, dass nichts genutzt wurde.',
  'use.interaction': 'Das ist ein KI-System: ein Computerprogramm, kein Mensch.',
  'use.oversight.none': 'Kein Mensch prüft seine Ergebnisse.',
  'use.oversight.after-the-fact': 'Ein Mensch kann seine Ergebnisse hinterher ansehen.',
  'use.oversight.before-effect': 'Ein Mensch entscheidet, bevor es Folgen für Sie hat.',
  'use.exception': 'Vom Abwählen gibt es hier eine Ausnahme, festgehalten als „{code}“.',
  'use.exception.human-appeal': 'Hier können Sie nicht abwählen, aber Sie können einen Menschen entscheiden lassen.',
  'use.exception.hiring-admission': 'Hier können Sie nicht abwählen: Es geht um eine Einstellung oder Zulassung.',
  'use.exception.exempt-data': 'Hier können Sie nicht abwählen: Andere Gesetze schützen diese Daten.',
  'use.exception.work-allocation': 'Hier können Sie nicht abwählen: Es geht darum, wer welche Arbeit macht.',
  'use.exception.human-involved': 'Hier können Sie nicht abwählen, weil wirklich ein Mensch beteiligt ist.',
  'use.exception.permitted-sensitive-use':
    'Hier können Sie nicht abwählen: Das Gesetz erlaubt diese Nutzung sensibler Daten.',
  'use.trained.title': 'Modelle, in die Ihre Daten eingingen',
  'use.trained.note': 'Was ein Modell aus Ihren Daten gelernt hat, bleibt in dieser Version.',
  'use.trained':
    '{state, select, finished {Mit Ihren Daten wurde {aiSystem}, Version {version}, trainiert. Sie gingen am {day} ein.} open {Ihre Daten gingen am {day} in das Training von {aiSystem}, Version {version}, ein. Das Training läuft noch.} other {Ihre Daten gingen am {day} in das Training von {aiSystem}, Version {version}, ein. Das Training wurde nicht beendet.}}',
  'use.training.yes': 'Es lernt mit Ihren Daten.',
  'use.training.no': 'Es lernt nicht mit Ihren Daten.',
  'use.suspended': 'Ausgeschaltet seit dem {day}. Es darf niemandes Daten nutzen.',
  'use.decisions.count':
    '{count, plural, one {Eine Entscheidung ist festgehalten.} other {# Entscheidungen sind festgehalten.}}',
  'use.decisions.count-shown':
    '{count, plural, one {Eine Entscheidung ist festgehalten.} other {# Entscheidungen sind festgehalten, die neuesten {shown} sehen Sie hier.}}',
  'use.decisions.none': 'Es ist keine Entscheidung von KI über Sie festgehalten.',
  'use.decisions.not-made': 'Unsere KI-Systeme helfen nur. Keines trifft eine wichtige Entscheidung über Sie.',
  'use.look': '{day}: Ihr Protokoll hat {role} eingesehen. Grund: {reason}.',
  'use.look.role':
    '{role, select, officer {unser Datenschutzteam} support {unser Kundendienst} admin {jemand aus unserer Technik} service {ein anderer Dienst von uns} other {jemand aus unserem Haus}}',
  'use.look.reason':
    '{reason, select, request {eine Anfrage von Ihnen} review {ein Mensch hat eine Entscheidung geprüft} support {Sie haben unseren Kundendienst gefragt} audit {eine Prüfung unserer eigenen Arbeit} other {nicht angegeben}}',
  'use.proof':
    '{entries, plural, =0 {Kein Eintrag} one {Ein Eintrag} other {# Einträge}} eines versiegelten Protokolls {entries, plural, =0 {betrifft} one {betrifft} other {betreffen}} Sie. Niemand kann etwas davon unbemerkt ändern oder entfernen.',
  'use.proof.empty': 'Das Protokoll ist noch leer.',
  'request.about': 'Zur Entscheidung {id}.',
  'request.about-request': 'Zu meiner Anfrage {id}.',
  'use.summary.without-permission':
    '<b>{usesWithoutPermission, plural, one {Eine Nutzung Ihrer Daten war} other {# Nutzungen Ihrer Daten waren}} nicht erlaubt.</b>',
  'use.without.title': 'Ohne Erlaubnis genutzt',
  'use.without.words':
    '{systems, plural, one {Ein KI-System hat} other {# KI-Systeme haben}} Ihre Daten {count, plural, one {einmal} other {#-mal}} ohne Erlaubnis genutzt. Wir haben erst danach davon erfahren.',
  'use.without.on': '{count, plural, one {Eine Nutzung war} other {# Nutzungen waren}} nicht erlaubt: am {day}.',
  'use.without.between':
    '{count, plural, one {Eine Nutzung war} other {# Nutzungen waren}} nicht erlaubt: zwischen dem {from} und dem {to}.',
  'use.without.object.effect': 'Wenn das KI-System nach Ihren Daten fragt, ist die Antwort Nein.',
  'use.without.do': 'Was Sie tun können',
  'use.without.why': 'Warum es keine Erlaubnis gab',
  'contact.title': 'Wer Ihnen antwortet',
  'contact.controller': 'Schreiben Sie uns: {contact}',
  'contact.data-protection-officer': 'Für Datenschutz bei uns zuständig: {contact}',
};
