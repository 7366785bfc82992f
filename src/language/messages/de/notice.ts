/**
 * German for ../en/notice.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { noticeMessages as english } from '../en/notice.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const noticeMessages: InEveryLanguage<typeof english> = {
  'notice.title': 'Bevor KI an einer Entscheidung über Sie mitwirkt',
  'notice.lead': 'Was „{aiSystem}“ mit Ihren Daten macht und was Sie tun können.',
  'notice.purpose.title': 'Wozu es da ist',
  'notice.decisions': 'Es wirkt an diesen Entscheidungen mit: {list}.',
  'notice.how.title': 'Wie es arbeitet',
  'notice.data': 'Diese Arten von Daten wirken auf das Ergebnis: {list}.',
  'notice.output.title': 'Was herauskommt und was wir damit tun',
  'notice.sole': 'Das Ergebnis allein entscheidet.',
  'notice.not-sole': 'Das Ergebnis ist nicht das Einzige, was zählt.',
  'notice.others': 'Auch das zählt: {list}.',
  'notice.human.title': 'Was Menschen tun',
  'notice.opt-out.title': 'So sagen Sie nein',
  'notice.opt-out':
    'Sie können nein sagen. Dann wirkt dieses KI-System nicht an Entscheidungen über Sie mit. Sie müssen keinen Grund nennen.',
  'notice.opt-out.button': 'Nein zu diesem KI-System sagen',
  'notice.no-opt-out.title': 'Warum Sie hier nicht abwählen können',
  'notice.appeal':
    'Sie können einen Menschen bitten, die Entscheidung noch einmal anzusehen. Dieser Mensch kann sie ändern und sieht alles an, was Sie schicken.',
  'notice.appeal.button': 'Einen Menschen entscheiden lassen',
  'notice.alternative.title': 'Was geschieht, wenn Sie nein sagen',
  'notice.access.title': 'So fragen Sie, was es getan hat',
  'notice.access':
    'Sie können fragen, wie dieses KI-System für eine Entscheidung über Sie genutzt wurde. Wir nennen Ihnen die Gründe, die Daten und das Ergebnis.',
  'notice.access.button': 'Fragen, wie es genutzt wurde',
  'notice.own.title': 'Was wir selbst geschrieben haben',
  'notice.own': 'Unser eigener Text dazu heißt „{title}“, Fassung {version}.',
  'notice.not-written': 'Das ist noch nicht aufgeschrieben.',
  'notice.gaps.title': 'Was hier noch fehlt',
  'notice.gap.appeal': 'Wie man stattdessen einen Menschen entscheiden lässt, ist nicht aufgeschrieben.',
  'notice.version': 'Dieser Text entstand aus dem, was wir veröffentlicht haben: {list}.',
  'notice.version.one': '„{name}“, Fassung {version}',
  'notice.check': 'Prüfwert dieses Textes: {hash}',
  'notice.told':
    'Wir haben Ihnen vorher davon erzählt, am {day}.{acknowledged, select, true { Sie haben bestätigt, dass Sie es gesehen haben.} other {}}',
  'notice.for-whom':
    'Dieser Text folgt dem Gesetz von Kalifornien, und alle können ihn lesen. Was Ihr eigenes Gesetz Ihnen gibt, steht auf Ihrer eigenen Seite.',
  'notice.beforehand': 'Lesen, was wir Menschen vorher sagen',
};
