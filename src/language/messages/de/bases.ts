/**
 * German for ../en/bases.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { basisMessages as english } from '../en/bases.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const basisMessages: InEveryLanguage<typeof english> = {
  'basis.consent': 'Nur, wenn Sie zustimmen',
  'basis.explicit-consent': 'Nur, wenn Sie ausdrücklich zustimmen',
  'basis.contract': 'Nötig für Ihren Vertrag',
  'basis.legal-obligation': 'Gesetzlich vorgeschrieben',
  'basis.vital-interests': 'Nötig, um Leben oder Gesundheit zu schützen',
  'basis.public-task': 'Teil einer öffentlichen Aufgabe (Sie können widersprechen)',
  'basis.legitimate-interests': 'In unserem eigenen Interesse (Sie können widersprechen)',
  'basis.recognised-legitimate-interests': 'Ein Grund, den das Gesetz nennt (Sie können widersprechen)',
  'basis.opt-out': 'Erlaubt, solange Sie es nicht abwählen',
  'basis.none': 'Es ist kein Grund festgehalten',
  'basis.consent.officer': 'Einwilligung',
  'basis.explicit-consent.officer': 'Ausdrückliche Einwilligung',
  'basis.contract.officer': 'Vertrag',
  'basis.legal-obligation.officer': 'Rechtliche Verpflichtung',
  'basis.vital-interests.officer': 'Lebenswichtige Interessen',
  'basis.public-task.officer': 'Öffentliche Aufgabe',
  'basis.legitimate-interests.officer': 'Berechtigte Interessen',
  'basis.recognised-legitimate-interests.officer': 'Anerkannte berechtigte Interessen',
  'basis.opt-out.officer': 'Recht auf Ausschluss (Opt-out)',
  'within.at-once': 'Wirkt sofort.',
  'within.by-date': 'Wenn Sie heute fragen, antworten wir bis zum {date}.',
};
