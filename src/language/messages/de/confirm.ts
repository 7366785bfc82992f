/**
 * Texts of the console: what waits for a second person in German.
 * Flow:    ../de.ts → here; the keys are those of ../en/confirm.ts.
 * Promise: says what happens once it is confirmed, and that nothing has happened before.
 * Source:  decision 0044; decision 0067.
 */
import type { confirmMessages as english } from '../en/confirm.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const confirmMessages: InEveryLanguage<typeof english> = {
  'console.confirm.waiting': '{count, plural, one {eines wartet} other {# warten}}',
  'console.confirm.title': 'Zu zweit',
  'console.confirm.lead': 'Eine Person schlägt vor, eine andere bestätigt. Was hier steht, ist noch nicht geschehen.',
  'console.confirm.none': 'Nichts wartet auf eine zweite Person.',
  'console.confirm.ended': 'Zuletzt beendet',
  'console.confirm.ended.cut': 'Hier stehen die neuesten {count}. Die Dateien enthalten alle.',
  'console.confirm.ended.none': 'In den letzten Wochen wurde nichts beendet.',
  'console.confirm.act.subject.erase': 'Alles über eine Person löschen',
  'console.confirm.act.hold.lift': 'Eine gesetzliche Aufbewahrung beenden',
  'console.confirm.act.hold.end': 'Eine Aufbewahrung von Daten einer gelöschten Person beenden',
  'console.confirm.act.staff.describe': 'Angaben über jemanden aus dem Team ändern',
  'console.confirm.effect.subject.erase':
    'Mit der Bestätigung werden die Daten dieser Person vernichtet, außer dem, was eine Aufbewahrung hält. Niemand kann sie zurückholen.',
  'console.confirm.effect.hold.lift':
    'Nach der Bestätigung vernichtet eine Löschung dieser Person auch, was diese Aufbewahrung gehalten hätte.',
  'console.confirm.effect.hold.end':
    'Mit der Bestätigung wird vernichtet, was diese Aufbewahrung gehalten hat. Niemand kann es zurückholen.',
  'console.confirm.effect.staff.describe': 'Nach der Bestätigung lautet die Beschreibung so.',
  'console.confirm.person': 'Person',
  'console.confirm.hold': 'Aufbewahrung',
  'console.confirm.reason': 'Warum sie gesetzt wurde',
  'console.confirm.kept': 'Zwecke, die bleiben',
  'console.confirm.staff': 'Aus dem Team',
  'console.confirm.name': 'Name',
  'console.confirm.roles': 'Rollen',
  'console.confirm.training': 'Schulungen',
  'console.confirm.authority': 'Darf entscheiden',
  'console.confirm.active': 'Arbeitet hier',
  'console.confirm.yes': 'Ja',
  'console.confirm.no': 'Nein',
  'console.confirm.by': 'Vorgeschlagen von',
  'console.confirm.you': 'Ihnen',
  'console.confirm.colleague': 'jemandem aus dem Team',
  'console.confirm.through': 'Über einen Link von',
  'console.confirm.at': 'Vorgeschlagen am',
  'console.confirm.until': 'Offen bis',
  'console.confirm.settled': 'Beendet von',
  'console.confirm.own': 'Das haben Sie vorgeschlagen. Entscheiden muss jemand anderes aus dem Team.',
  'console.confirm.other-scope': 'Das entscheidet jemand mit einer anderen Rolle.',
  'console.confirm.gone': 'Die Person wurde inzwischen gelöscht.',
  'console.confirm.sure': 'Ich bin sicher. Das lässt sich nicht rückgängig machen.',
  'console.confirm.confirm': 'Bestätigen',
  'console.confirm.refuse': 'Ablehnen',
  'console.confirm.take-back': 'Zurücknehmen',
  'console.confirm.state.confirmed': 'Bestätigt',
  'console.confirm.state.declined': 'Abgelehnt oder zurückgenommen',
  'console.confirm.state.expired': 'Abgelaufen',
  'console.failure.second-person-needed':
    'Dafür braucht es eine zweite Person. Wer es vorgeschlagen hat oder hier nicht als Teil des Teams beschrieben ist, kann nicht bestätigen.',
  'console.failure.own-sign-in-needed':
    'Sie sind über einen Link hereingekommen, den jemand anderes gemacht hat. Dafür müssen Sie sich selbst anmelden.',
};
