/**
 * German: texts of the pages of staff in the console.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-staff.ts.
 */
import type { consoleStaffMessages as english } from '../en/console-staff.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleStaffMessages: InEveryLanguage<typeof english> = {
  'console.nav.staff': 'Mitarbeitende',
  'console.staff.title': 'Mitarbeitende und was sie getan haben',
  'console.staff.lead':
    'Wer hereinkommt, was jetzt offen ist und wer wann zuletzt gesehen wurde. Wer nur mit einem Token kam, steht hier ab der ersten Handlung.',
  'console.staff.show': 'Welche Personen',
  'console.staff.show.all': 'Alle',
  'console.staff.show.in': 'Kommen herein',
  'console.staff.show.out': 'Ausgesperrt',
  'console.staff.counts': '{from} bis {to} von {total}',
  'console.staff.none': 'Hier steht niemand.',
  'console.staff.before': 'Zurück',
  'console.staff.more': 'Weitere Personen',
  'console.staff.column.who': 'Wer',
  'console.staff.column.state': 'Zugang',
  'console.staff.column.open': 'Jetzt offen',
  'console.staff.column.seen': 'Zuletzt gesehen',
  'console.staff.column.acts': 'Was getan wurde',
  'console.staff.state.works': 'Kommt herein',
  'console.staff.state.undescribed': 'Kommt herein, ist aber nicht beschrieben',
  'console.staff.state.inactive': 'Ausgesperrt: als inaktiv eingetragen',
  'console.staff.state.ended': 'Ausgesperrt: beendet am {day}',
  'console.staff.open':
    '{sessions, plural, =0 {Keine Sitzung} one {Eine Sitzung} other {# Sitzungen}}, {links, plural, =0 {kein unbenutzter Link} one {ein unbenutzter Link} other {# unbenutzte Links}}',
  'console.staff.open.none': 'Nichts ist offen',
  'console.staff.seen.never': 'Nicht aufgezeichnet',
  'console.staff.acts': 'Einträge im Protokoll',
  'console.staff.acts.closed': 'Unter „Protokoll prüfen“, das Ihre Rolle nicht öffnet',
  'console.staff.unnamed': 'Nur unter Pseudonym bekannt: Kollegium, Dienst oder Kundschaft.',
  'console.staff.known': 'Was bekannt ist',
  'console.staff.id': 'Meldet sich an als',
  'console.staff.actor': 'Pseudonym im Protokoll',
  'console.staff.roles': 'Rollen',
  'console.staff.role.support': 'Kundenbetreuung',
  'console.staff.role.officer': 'Datenschutz',
  'console.staff.role.reviewer': 'Prüfung von Entscheidungen',
  'console.staff.not-described': 'Nicht beschrieben',
  'console.staff.session': 'Sitzung, zuletzt benutzt {seen}, endet spätestens {until}',
  'console.staff.link': 'Unbenutzter Link, gemacht {seen}, gilt bis {until}',
  'console.staff.end': 'Zugang beenden',
  'console.staff.end.effect':
    'Alle Sitzungen, Links und Token dieser Person gelten nicht mehr: hier sofort, auf anderen Knoten binnen {seconds} Sekunden. Neue bekommt sie erst, wenn jemand sie wieder hereinlässt.',
  'console.staff.end.why': 'Warum',
  'console.staff.end.next': 'Weiter',
  'console.staff.cause.lost': 'Etwas ging verloren',
  'console.staff.cause.stolen': 'Etwas wurde gestohlen',
  'console.staff.cause.left': 'Die Person ist gegangen',
  'console.staff.cause.rotated': 'Die Person bekommt etwas Neues',
  'console.staff.cause.other': 'Ein anderer Grund',
  'console.staff.sure': 'Zugang von {who} beenden?',
  'console.staff.sure.end': 'Jetzt beenden',
  'console.staff.sure.leave': 'So lassen, wie es ist',
  'console.staff.done.ended': 'Der Zugang von {who} ist beendet.',
  'console.staff.done.restored': '{who} hat wieder Zugang.',
  'console.staff.ended': 'Der Zugang wurde beendet',
  'console.staff.back': 'Wieder hereinlassen',
  'console.staff.back.effect':
    'Die Person kann dann neue Sitzungen, Links und Token bekommen. Was sie vorher hatte, bleibt beendet.',
  'console.staff.own': 'Das sind Sie. Abmelden können Sie sich auf Ihrer eigenen Seite:',
};
