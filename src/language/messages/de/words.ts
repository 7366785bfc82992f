/**
 * German for ../en/words.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { wordMessages as english } from '../en/words.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const wordMessages: InEveryLanguage<typeof english> = {
  'word.processing.term': 'Verarbeitung',
  'word.processing.meaning': 'Alles, was mit Daten getan wird: sammeln, lesen, speichern, weitergeben, löschen.',
  'word.controller.term': 'Verantwortlicher',
  'word.controller.meaning': 'Das Unternehmen, das entscheidet, warum und wie Daten genutzt werden. Hier sind das wir.',
  'word.consent.term': 'Einwilligung',
  'word.consent.meaning': 'Ihr freies Ja zu einer Nutzung Ihrer Daten. Sie können es jederzeit zurücknehmen.',
  'word.legitimate-interests.term': 'Berechtigte Interessen',
  'word.legitimate-interests.meaning':
    'Ein eigener guter Grund, den wir gegen Ihre Interessen abwägen müssen. Sie können widersprechen. Dann müssen wir aufhören oder zeigen, dass unser Grund schwerer wiegt.',
  'word.automated-decision.term': 'Automatisierte Entscheidung',
  'word.automated-decision.meaning': 'Eine Entscheidung über Sie, die ein Computerprogramm trifft oder prägt.',
  'word.ai-system.term': 'KI-System',
  'word.ai-system.meaning':
    'Ein Computerprogramm, das selbst einen Weg von Daten zu einem Ergebnis findet, etwa zu einer Vermutung, einem Text oder einer Punktzahl.',
  'word.restriction.term': 'Einschränkung der Verarbeitung',
  'word.restriction.meaning': 'Ihre Daten ruhen: Sie werden aufbewahrt, aber nicht genutzt, bis etwas geklärt ist.',
  'word.portability.term': 'Datenübertragbarkeit',
  'word.portability.meaning':
    'Das, was Sie uns gegeben haben, zu jemand anderem mitnehmen, in einer Datei, die andere Dienste lesen können.',
  'word.erasure.term': 'Löschung',
  'word.erasure.meaning':
    'Löschen. Hier werden die Schlüssel vernichtet, die Ihre Daten öffnen, sodass niemand sie mehr lesen kann.',
};
