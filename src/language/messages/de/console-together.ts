/**
 * German: texts of one step for many requests.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-together.ts.
 */
import type { consoleTogetherMessages as english } from '../en/console-together.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTogetherMessages: InEveryLanguage<typeof english> = {
  'console.together.title': 'Ein Schritt für mehrere Anträge',
  'console.together.choose': 'Auswählen',
  'console.together.choose.one': 'Auswählen: {title}, {number}',
  'console.together.step': 'Schritt',
  'console.together.step.extend': 'Mehr Zeit ist nötig',
  'console.together.step.note': 'Etwas notieren',
  'console.together.preview': 'Zeigen, was geschehen würde',
  'console.together.lead': 'Noch ist nichts getan. Lesen Sie jede Zeile und bestätigen Sie dann.',
  'console.together.effect': 'Was geschehen würde',
  'console.together.extended': 'Der letzte Tag wird der {day}, und die Person erfährt den Grund.',
  'console.together.noted': 'Die Notiz kommt in die Akte der Person, die sie lesen kann.',
  'console.together.left-out':
    'Ausgelassen: {why, select, unknown {diesen Antrag gibt es nicht} erased {die Person wurde gelöscht} closed {er ist abgeschlossen} extended {seine Frist wurde schon einmal verlängert} no_law {sein Recht erlaubt keine Verlängerung} late {seine Frist ist vorbei} other {die Worte sagen nichts}}.',
  'console.together.reviews.title': 'Eine Person um mehrere Prüfungen bitten',
  'console.together.reviews.whom': 'Wer sie ansieht',
  'console.together.reviews.me': 'Ich selbst',
  'console.together.reviews.review': 'Prüfung',
  'console.together.assigned': '{who} soll sie ansehen.',
  'console.together.reassigned': '{who} soll sie ansehen, an Stelle der Person, die sie jetzt hat.',
  'console.together.reviews.left-out':
    'Ausgelassen: {why, select, unknown {diese Prüfung gibt es nicht} erased {die Person wurde gelöscht} closed {sie ist beendet} already {sie liegt dort bereits} conflict {hat selbst entschieden, ist selbst betroffen oder kennt das Ergebnis} other {niemand dieses Namens arbeitet hier}}.',
  'console.together.reviews.confirm': 'Um {count, plural, one {eine Prüfung} other {{count} Prüfungen}} bitten',
  'console.together.reviews.none': 'Wählen Sie mindestens eine Prüfung.',
  'console.together.reviews.nobody': 'Niemand dieses Namens ist hier als tätig beschrieben.',
  'console.together.reviews.done': 'Zu jeder Prüfung gibt es einen eigenen Eintrag.',
  'console.together.confirm': 'Das für {count, plural, one {einen Antrag} other {{count} Anträge}} tun',
  'console.together.none': 'Wählen Sie mindestens einen Antrag.',
  'console.together.no-words': 'Schreiben Sie, was der Schritt sagt.',
  'console.together.done': 'Jeder Antrag hat seinen eigenen Eintrag.',
  'console.together.is-done': 'Erledigt',
  'console.together.not-done': 'Nicht getan: {why}',
};
