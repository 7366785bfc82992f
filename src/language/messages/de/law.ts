/**
 * German for ../en/law.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { lawMessages as english } from '../en/law.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const lawMessages: InEveryLanguage<typeof english> = {
  'clock.months':
    '{n, plural, one {Ein Monat} other {# Monate}} ab dem Tag, an dem die Anfrage ankam. Ist der letzte Tag ein Wochenende oder ein Feiertag, dann der nächste Werktag.',
  'clock.days': '{n} Tage nach dem Tag, an dem die Anfrage ankam, Wochenenden und Feiertage mitgezählt.',
  'clock.business-days': '{n} Werktage nach dem Tag, an dem die Anfrage ankam.',
  'clock.at-once': 'Sofort, und spätestens bis zum Ende des Tages, an dem die Anfrage ankam.',
  'complaint.EU':
    'Sie können sich bei einer Datenschutzbehörde beschweren: dort, wo Sie wohnen, wo Sie arbeiten oder wo es geschehen ist. Sie können auch vor Gericht gehen.',
  'complaint.EU.to': 'Die Datenschutzbehörde dort, wo Sie wohnen oder arbeiten',
  'complaint.UK':
    'Sagen Sie zuerst uns, was schiefging. Innerhalb von 30 Tagen bestätigen wir, dass wir es bekommen haben. Danach können Sie sich beim Information Commissioner beschweren, der britischen Behörde für Datenschutz. Sie können auch vor Gericht gehen.',
  'complaint.UK.to': 'Der Information Commissioner (ICO) in Großbritannien',
  'complaint.US-CA':
    'Sie können sich bei der California Privacy Protection Agency beschweren, der Behörde für Datenschutz in Kalifornien, oder beim Attorney General.',
  'complaint.US-CA.to': 'Die California Privacy Protection Agency oder der Attorney General von Kalifornien',
  'complaint.US': 'Sie können sich beim Attorney General Ihres Bundesstaats beschweren, das ist das Justizministerium.',
  'complaint.appeal': 'Sie können uns um eine neue Prüfung bitten: Dann sieht sich jemand anderes unsere Antwort an.',
  'complaint.US.to': 'Der Attorney General Ihres Bundesstaats',
  'complaint.BR': 'Sie können sich bei der brasilianischen Behörde ANPD beschweren, und Sie können vor Gericht gehen.',
  'complaint.BR.to': 'Die ANPD',
  'complaint.CA': 'Sie können sich beim Privacy Commissioner von Kanada beschweren, der Behörde für Datenschutz.',
  'complaint.CA.to': 'Der Privacy Commissioner von Kanada',
  'complaint.CA-QC': 'Sie können sich an die Commission d’accès à l’information von Québec wenden.',
  'complaint.CA-QC.to': 'Die Commission d’accès à l’information von Québec',
  'complaint.CH':
    'Sie können es dem EDÖB melden, der Schweizer Behörde für Datenschutz. Sie können auch vor Gericht gehen.',
  'complaint.CH.to': 'Der EDÖB, die Schweizer Behörde für Datenschutz',
  'complaint.IN':
    'Sagen Sie zuerst uns, was schiefging. Danach können Sie sich beim Data Protection Board von Indien beschweren.',
  'complaint.IN.to': 'Das Data Protection Board von Indien',
  'scope.US-FL': 'Nur wenn dieses Gesetz für Sie gilt: Es spricht von sehr großen Plattformen im Netz.',
  'scope.US-WA': 'Nur wenn dieses Gesetz für Sie gilt: Es spricht von Daten über die Gesundheit.',
  'scope.US-NV':
    'Nur wenn dieses Gesetz für Sie gilt: Es spricht vom Verkauf von Daten und von Daten über die Gesundheit.',
  'clock.appeal': '{n} Tage nach dem Tag, an dem Ihr Einspruch ankam, Wochenenden und Feiertage mitgezählt.',
  'region.name': '{name}',
  'stays.request-record': 'Der Vermerk, dass es eine Anfrage gab',
  'stays.erased-mark': 'Das Zeichen, das Sie gelöscht hält',
  'stays.suppression-mark': 'Ihr Wunsch, in Ruhe gelassen zu werden',
  'stays.legal-hold': 'Ein Teil Ihres Protokolls, den wir behalten müssen',
  'stays.kept-purpose': 'Was wir für „{purpose}“ weiter tun müssen',
  'stays.consent-proof': 'Der Nachweis, dass gewählt wurde, ohne Ihren Namen',
  'stays.told-name': 'Der zufällige Name, unter dem andere von Ihrer Löschung erfuhren',
  'stays.ledger-hashes': 'Bloße Prüfwerte, die nichts über Sie sagen',
  'stays.certificate': 'Diese Bestätigung',
};
