/**
 * German for ../en/gaps.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { gapMessages as english } from '../en/gaps.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const gapMessages: InEveryLanguage<typeof english> = {
  'gap.art22-gateway-missing':
    'Bei „{purpose}“ darf eine Maschine nur allein entscheiden, wenn ein Vertrag es braucht, ein Gesetz es erlaubt oder Sie ausdrücklich zustimmen. Nichts davon ist festgehalten.',
  'gap.uk-22b-ground-missing':
    'Bei „{purpose}“ ist nicht festgehalten, warum eine Maschine im Vereinigten Königreich allein entscheiden darf.',
  'gap.special-category-condition-missing':
    'Bei „{purpose}“ werden besonders sensible Daten genutzt, und der zusätzliche Grund dafür ist nicht festgehalten.',
  'gap.criminal-data-ground-missing':
    'Für „{purpose}“ werden Daten über Straftaten genutzt, und der eigene Grund dafür ist nicht festgehalten.',
  'gap.legal-basis-missing': 'Bei „{purpose}“ ist nicht festgehalten, was die Nutzung nach Ihrem Recht erlaubt.',
  'gap.legitimate-interest-not-named':
    'Bei „{purpose}“ stützen wir uns auf einen eigenen guten Grund, nennen ihn aber nicht.',
  'gap.purpose-generic': '„{purpose}“ ist zu allgemein. Es sollte sagen, was entschieden oder getan wird.',
  'gap.notice': 'Es gibt keinen Text, der vorher davon erzählt.',
  'gap.interactionDisclosure': 'Nirgends steht, dass Sie es mit KI zu tun haben.',
  'gap.provider': 'Wer das System gemacht hat, ist nicht festgehalten.',
  'gap.choice': 'Wie Sie wählen können, ist nicht festgehalten.',
  'gap.decisionTypes': 'Welche Arten von Entscheidungen es trifft, ist nicht festgehalten.',
  'gap.dataCategories': 'Welche Daten es nutzt, ist nicht festgehalten.',
  'gap.sources': 'Woher seine Daten kommen, ist nicht festgehalten.',
  'gap.logic': 'Wie es arbeitet, ist nicht in einfachen Worten festgehalten.',
  'gap.output': 'Welche Ergebnisse es liefert und wofür sie genutzt werden, ist nicht festgehalten.',
  'gap.humanOversight': 'Ob ein Mensch darüber wacht, ist nicht festgehalten.',
  'gap.evaluation': 'Ob es auf Fehler und Ungerechtigkeit geprüft wurde, ist nicht festgehalten.',
  'gap.benefits': 'Wofür es gut ist, ist nicht festgehalten.',
  'gap.limitations': 'Was es nicht kann, ist nicht festgehalten.',
  'gap.possibleConsequences': 'Was aus seinen Entscheidungen folgen kann, ist nicht festgehalten.',
  'gap.optOut': 'Wie Sie es abwählen können, ist nicht festgehalten.',
  'gap.alternativeProcess': 'Was stattdessen geschieht, wenn Sie es abwählen, ist nicht festgehalten.',
  'gap.trainingUse': 'Ob es mit Ihren Daten lernt, ist nicht festgehalten.',
  'gap.recipients': 'Wer sonst die Daten bekommt, ist nicht festgehalten.',
  'gap.retention': 'Wie lange die Daten aufbewahrt werden, ist nicht festgehalten.',
};
