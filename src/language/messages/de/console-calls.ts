/**
 * German: texts of the page of model calls that nobody had asked for.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-calls.ts.
 */
import type { consoleCallMessages as english } from '../en/console-calls.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleCallMessages: InEveryLanguage<typeof english> = {
  'console.calls.title': 'KI-Aufrufe, um die niemand gefragt hat',
  'console.calls.lead':
    'OpenTelemetry meldete Aufrufe von KI-Modellen, zu denen keine erlaubte Nutzung gehört, vom {from} bis zum {to}.',
  'console.calls.none':
    'Zu jedem gemeldeten Aufruf gehört eine erlaubte Nutzung. Dienste, die nichts melden, sieht man hier nicht.',
  'console.calls.see': 'Welche Dienste Modelle aufrufen, ohne zu fragen',
  'console.calls.alarm':
    '{count, plural, one {Ein Aufruf} other {# Aufrufe}} eines KI-Modells kamen ohne erlaubte Nutzung.',
  'console.calls.service': 'Dienst',
  'console.calls.system': 'KI-System',
  'console.calls.unnamed': 'Kein Name genannt',
  'console.calls.undeclared': 'Kein bekanntes KI-System',
  'console.calls.count': 'Aufrufe',
  'console.calls.reported': 'Im Protokoll einer Person',
  'console.calls.first': 'Zuerst gesehen',
  'console.calls.last': 'Zuletzt gesehen',
  'console.calls.models': 'Modelle',
  'console.calls.do': 'Was zu tun ist',
  'console.calls.do.no-use-id':
    'Der Dienst soll vorher nach einer Nutzung fragen und deren Nummer als candor.use_id senden.',
  'console.calls.do.unknown-use':
    'Die gesendete Nummer ist nicht bekannt oder gehört zu jemand oder etwas anderem. Senden Sie die Nummer der eigenen Nutzung.',
  'console.calls.do.refused-use':
    'Die Nutzung war abgelehnt, und das Modell wurde trotzdem aufgerufen. Halten Sie den Dienst an, bis er sich daran hält.',
  'console.calls.do.other-time':
    'Der Aufruf kam vor der Nutzung oder mehr als einen Tag danach. Fragen Sie nach einer eigenen Nutzung.',
};
