/**
 * German for ../en/register.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { registerMessages as english } from '../en/register.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const registerMessages: InEveryLanguage<typeof english> = {
  'register.title': 'Die KI-Systeme, die wir nutzen',
  'register.lead':
    'Jedes KI-System, das Daten über Menschen nutzt: wofür es da ist, was es kann, wo es sich irrt und wer darüber wacht.',
  'register.none': 'Es ist kein KI-System im Einsatz.',
  'register.decides': 'Hilft, über Menschen zu entscheiden',
  'register.assists': 'Hilft unserem Team, entscheidet nichts Wichtiges',
  'register.live': 'Im Einsatz',
  'register.suspended': 'Angehalten',
  'register.retired': 'Nicht mehr im Einsatz',
  'register.more': 'Mehr lesen',
  'register.all': 'Alle KI-Systeme',
  'register.opt-out': 'So wählen Sie es ab',
  'register.why': 'Warum wir Daten nutzen dürfen',
  'register.data': 'Welche Daten es nutzt',
  'register.ask': 'Fragen, wie es mit Ihren Daten genutzt wurde',
  'register.human': 'Einen Menschen bitten, eine Entscheidung anzusehen',
  'register.human.where':
    'Die Gesetze dieser Orte geben Ihnen einen Menschen, der noch einmal hinsieht: {places}. Anderswo können Sie auch fragen, und wir antworten.',
  'register.not-plain': 'Manche dieser Wörter sind schwerer, als sie sein sollten. Der genannte Grund: „{reason}“',
  'register.changed': 'Zuletzt geändert am {day}. Fassung {version}.',
};
