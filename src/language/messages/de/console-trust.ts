/**
 * German: texts of trust and fairness.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-trust.ts.
 */
import type { consoleTrustMessages as english } from '../en/console-trust.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTrustMessages: InEveryLanguage<typeof english> = {
  'console.nav.trust': 'Vertrauen und Fairness',
  'console.trust.lead': 'Was Menschen wählten, was KI tat und was daraus wurde, vom {from} bis {to}.',
  'console.trust.small-cells':
    'Eine Zahl unter {count} oder eine Gruppe unter {people} Menschen wird nicht gezeigt, und nie eine allein. Sie könnte etwas über Einzelne verraten. Verwendungen von Daten stehen vollständig da.',
  'console.trust.months': 'Monat für Monat',
  'console.trust.months.note':
    'Eine Wahl gilt einem Zweck, darum steht sie hier für alle KI-Systeme zusammen. Wir halten nicht fest, wer seine eigenen Seiten öffnet.',
  'console.trust.systems': 'Nach KI-System',
  'console.trust.systems.note': 'Die ganze Zeit. Ein Name führt zu eigenen Monaten und Gruppen.',
  'console.trust.shown': 'Hinweise gezeigt',
  'console.trust.agreed': 'Zugestimmt',
  'console.trust.refused': 'Nein gesagt',
  'console.trust.withdrawn': 'Zurückgenommen',
  'console.trust.explained': 'Nach Gründen gefragt',
  'console.trust.uses': 'Nutzungen von Daten',
  'console.trust.without': 'Ohne Erlaubnis',
  'console.trust.decisions': 'Entscheidungen',
  'console.trust.against': 'Gegen den Menschen',
  'console.trust.contested': 'Angefochten',
  'console.trust.changed': 'Bei Prüfung geändert',
  'console.trust.people': 'Menschen',
  'console.trust.withheld': 'nicht gezeigt',
  'console.trust.share': '{share} % (wohl {low} bis {high} %)',
  'console.trust.groups': 'Entscheidungen gegen Menschen, nach Gruppe',
  'console.trust.groups.note':
    'Der Anteil der Entscheidungen gegen den Menschen, und was allein der Zufall offen lässt.',
  'console.trust.difference':
    'Ein Unterschied zwischen Gruppen ist ein Grund hinzusehen und kein Beweis: Gruppen können anderes wollen und andere Daten haben. Kein Unterschied beweist nicht, dass ein System fair ist. Wo sich Spannen decken, kann es Zufall sein.',
  'console.trust.cut':
    'Gezählt über die ersten {count} Entscheidungen. Für alle ein KI-System oder weniger Zeit wählen.',
  'console.trust.none': 'In dieser Zeit steht keine Entscheidung über jemanden.',
  'console.trust.by.ageBand': 'Alter',
  'console.trust.by.regime': 'Recht',
  'console.trust.by.language': 'Sprache',
};
