/**
 * German: texts of customers in the console.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-customers.ts.
 */
import type { consoleCustomerMessages as english } from '../en/console-customers.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleCustomerMessages: InEveryLanguage<typeof english> = {
  'console.nav.customers': 'Kunden',
  'console.customers.lead':
    'Ein Mensch auf einer Seite: was er gewählt hat, was KI mit seinen Daten tat, was er wollte und wer nachsah.',
  'console.customers.one': 'Ein Kunde',
  'console.customers.open': 'Diesen Kunden öffnen',
  'console.customers.known-as': 'Bekannt als',
  'console.customers.age': 'Alter',
  'console.customers.age.under-13': 'unter 13',
  'console.customers.age.13-15': '13 bis 15',
  'console.customers.age.16-17': '16 oder 17',
  'console.customers.age.adult': '18 oder älter',
  'console.customers.age.none': 'nicht erfasst',
  'console.customers.uses': 'Nutzungen von Daten',
  'console.customers.refused': 'Abgelehnt',
  'console.customers.without': 'Ohne Erlaubnis',
  'console.customers.systems': 'Was KI-Systeme taten',
  'console.customers.choice': 'Wahl',
  'console.customers.choices': 'Wahl und Grenzen, das Neueste zuerst',
  'console.customers.choices.none': 'Keine Wahl und keine Grenze ist erfasst.',
  'console.customers.requests.none': 'Dieser Mensch hat noch um nichts gebeten.',
  'console.customers.looks': 'Wer nachsah',
  'console.customers.looks.note': 'Nach Tagen. Der Mensch kann das auch sehen.',
  'console.customers.day': 'Tag',
  'console.customers.ledger': '{count, plural, one {Ein Eintrag} other {# Einträge}} im Protokoll',
  'console.customers.role':
    '{role, select, officer {Datenschutz-Team} support {Beratung} admin {Verwaltung} service {Ein Dienst} other {Personal}}',
  'console.customers.reason':
    '{reason, select, request {Eine Anfrage} review {Eine Prüfung} support {Beratung} audit {Eine Kontrolle} other {Nicht genannt}}',
};
