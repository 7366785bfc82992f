/**
 * German: texts of the breach register in the console: clocks in hours, the forms, and what was recorded.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-breaches.ts.
 */
import type { consoleBreachMessages as english } from '../en/console-breaches.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleBreachMessages: InEveryLanguage<typeof english> = {
  'console.nav.breaches': 'Datenpannen',
  'console.breaches.lead':
    'Schreiben Sie jede Panne auf, auch wenn niemand davon erfahren muss. Sie bleibt für immer, und die Stunden des Rechts laufen.',
  'console.breaches.none': 'Es ist keine Panne aufgezeichnet.',
  'console.breaches.record': 'Eine Panne aufzeichnen',
  'console.breaches.record.note': 'Was Sie noch nicht wissen, können Sie später ergänzen.',
  'console.breaches.record.send': 'Diese Panne aufzeichnen',
  'console.breaches.what': 'Was geschehen ist',
  'console.breaches.nobody': 'In Ihren eigenen Worten. Nennen Sie niemanden: Dies bleibt für immer.',
  'console.breaches.noticedAt': 'Wann Sie es bemerkt haben',
  'console.breaches.noticedAt.hint': 'Ab hier laufen die Stunden des Rechts. Nach der Uhr von {zone}.',
  'console.breaches.regimes': 'Welches Recht gilt',
  'console.breaches.regimes.hint': 'Kurze Kennungen, durch Kommas getrennt, etwa {codes}.',
  'console.breaches.from': 'Ab wann Daten erreichbar waren',
  'console.breaches.to': 'Bis wann',
  'console.breaches.zone': 'Nach der Uhr von {zone}.',
  'console.breaches.aiSystems': 'KI-Systeme',
  'console.breaches.purposes': 'Zwecke',
  'console.breaches.dataCategories': 'Arten von Daten',
  'console.breaches.any': 'alle',
  'console.breaches.known': 'Was bekannt ist',
  'console.breaches.reached.note':
    'Gefunden aus den aufgezeichneten Nutzungen dieser KI-Systeme, für diese Zwecke, in dieser Zeit. Wer seitdem gelöscht wurde, zählt nicht mit.',
  'console.breaches.notes': 'Erkenntnisse und Maßnahmen',
  'console.breaches.notes.note': 'Nichts wird zurückgenommen. Ein späteres Wort steht neben dem früheren.',
  'console.breaches.notes.none': 'Noch wurde nichts ergänzt.',
  'console.breaches.note': 'Ergänzen, was Sie gefunden oder getan haben',
  'console.breaches.note.send': 'Dies ergänzen',
  'console.breaches.about': 'Worum es geht',
  'console.breaches.text': 'Wie und warum',
  'console.breaches.extent.hint': 'Was Sie hier nennen, ersetzt, was dort steht. Was Sie leer lassen, bleibt.',
  'console.breaches.toldAt': 'Wann die Nachricht hinausging',
  'console.breaches.lateBecause': 'Warum so spät',
  'console.breaches.lateBecause.hint': 'Nur wenn es später war, als das Recht es will.',
  'console.breaches.ground': 'Mit welchem Grund?',
  'console.breaches.told.authority': 'Die Behörde wurde benachrichtigt',
  'console.breaches.told.people': 'Die Menschen wurden benachrichtigt',
  'console.breaches.not-told.authority': 'Die Behörde wird nicht benachrichtigt',
  'console.breaches.not-told.people': 'Die Menschen werden nicht benachrichtigt',
  'console.breaches.done.recorded': 'Die Panne ist aufgezeichnet.',
  'console.breaches.done.notes': 'Ihre Worte sind aufgezeichnet.',
  'console.breaches.done.authority': 'Für die Behörde ist es aufgezeichnet.',
  'console.breaches.done.people': 'Für die Menschen ist es aufgezeichnet.',
  'console.breaches.due.title': 'Datenpannen, von denen die Behörde erfahren muss',
  'console.breaches.clock.running':
    '{apart, plural, =0 {weniger als eine Stunde bleibt} one {eine Stunde bleibt} other {# Stunden bleiben}} von {hours}',
  'console.breaches.clock.late':
    '{apart, plural, =0 {seit dieser Stunde überfällig} one {eine Stunde überfällig} other {# Stunden überfällig}}; das Recht gibt {hours}',
  'console.breaches.clock.told':
    'Rechtzeitig benachrichtigt, nach {passed, plural, one {einer Stunde} other {# Stunden}} von {hours}',
  'console.breaches.clock.told-late':
    'Zu spät benachrichtigt, nach {passed, plural, one {einer Stunde} other {# Stunden}}; das Recht gibt {hours}',
  'console.breaches.clock.not-told': 'Nicht benachrichtigt, mit Grund',
  'form.fault.what.required': 'Sagen Sie, was geschehen ist.',
  'form.fault.text.required': 'Ihre Worte fehlen. Sagen Sie es in einem Satz.',
  'form.fault.noticedAt.required': 'Sagen Sie, wann Sie es bemerkt haben.',
  'form.fault.noticedAt.wrong-form': 'Das ist kein Tag mit Uhrzeit. Schreiben Sie etwa 2026-11-02T09:30.',
  'form.fault.noticedAt.in-the-future': 'Sie können es noch nicht bemerkt haben: Dieser Moment liegt vor uns.',
  'form.fault.toldAt.required': 'Sagen Sie, wann die Nachricht hinausging.',
  'form.fault.toldAt.wrong-form': 'Das ist kein Tag mit Uhrzeit. Schreiben Sie etwa 2026-11-02T09:30.',
  'form.fault.toldAt.in-the-future': 'Die Nachricht kann noch nicht hinaus sein: Dieser Moment liegt vor uns.',
  'form.fault.toldAt.before-noticed':
    'Die Nachricht kann nicht hinausgegangen sein, bevor Sie es bemerkt haben. Nennen Sie einen späteren Moment.',
  'form.fault.lateBecause.required':
    'Das Recht wollte die Behörde früher benachrichtigt. Sagen Sie, warum es so lange dauerte.',
  'form.fault.ground.required': 'Wählen Sie den Grund, den das Recht dafür hat.',
  'form.fault.about.required': 'Wählen Sie, worum es geht.',
  'form.fault.from.before-from':
    'Das aufgezeichnete Ende liegt vor diesem Beginn. Nennen Sie einen früheren, oder beide.',
  'form.fault.to.before-from': 'Dieses Ende liegt vor dem Beginn. Nennen Sie ein späteres.',
};
