/**
 * German: texts of the pages of training runs.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-training.ts.
 */
import type { consoleTrainingMessages as english } from '../en/console-training.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTrainingMessages: InEveryLanguage<typeof english> = {
  'console.training.title': 'Trainings',
  'console.training.lead':
    'Wessen Daten in welche Version eines Modells eingingen, und von wem man sie nicht mehr nutzen darf.',
  'console.training.see': 'Welche Trainings es gibt',
  'console.training.none': 'Es ist kein Training angemeldet.',
  'console.training.version': 'Version des Modells',
  'console.training.purpose': 'Zweck',
  'console.training.state': 'Stand',
  'console.training.state.is':
    '{state, select, open {Läuft} finished {Beendet} failed {Misslungen} other {Angehalten}}',
  'console.training.included': 'Menschen darin',
  'console.training.refused': 'Absagen',
  'console.training.erased': 'Seither gelöscht',
  'console.training.run': 'Dieses Training',
  'console.training.ended': 'Beendet am',
  'console.training.registered': 'Angemeldet',
  'console.training.next': 'Ältere Trainings',
  'console.training.gone': 'Darf nicht mehr genutzt werden',
  'console.training.gone.lead':
    '{count, plural, =0 {Niemand auf dieser Seite} one {Eine Person auf dieser Seite} other {# Menschen auf dieser Seite}}, von {looked} angesehenen. Lassen Sie sie in der nächsten Version weg, und klären Sie mit dem Datenschutz, ob diese weiterlaufen darf.',
  'console.training.gone.none': 'Alle auf dieser Seite dürfen noch darin sein.',
  'console.training.person': 'Person',
  'console.training.why': 'Warum',
  'console.training.since': 'Seit',
  'console.training.more': 'Weitere Menschen',
  'console.training.back': 'Alle Trainings',
};
