/**
 * German words that people should not have to look up, each with what to say instead.
 * Flow:    here → de.ts.
 * Promise: `say` can stand in a text as it is.
 * Source:  docs/plain-language.md; docs/law.md 10.9.
 */
import type { UnwantedWords } from '../tongue.ts';

export const germanUnwanted: UnwantedWords = {
  legal: [
    {
      pattern: String.raw`\p{L}*verarbeitung(?:en|s\p{L}+)?|verarbeit(?:en|et|ete|eten|eter|etes)`,
      say: 'nutzen',
      meaning: 'alles, was man mit Daten tut',
      plain: ['alles, was', 'was wir mit', 'was mit'],
    },
    {
      pattern: '(?:(?:[Dd](?:er|ie|en|em|es)|als|ist) )?Verantwortliche[rnms]?',
      say: 'wir',
      meaning: 'die Firma, die über die Daten entscheidet',
      exact: true,
      plain: ['firma', 'unternehmen', 'bank', 'das sind wir'],
    },
    {
      pattern: String.raw`Auftragsverarbeiter\p{L}*`,
      say: 'eine Firma, die für uns mit den Daten arbeitet',
      plain: ['für uns'],
    },
    {
      pattern: String.raw`[Bb]etroffene[rn]? Person(?:en)?|Betroffenenrechte\p{L}*|(?:[Dd]er|[Dd]ie|den|des|dem) Betroffenen?`,
      say: 'Sie',
      meaning: 'der Mensch, um dessen Daten es geht',
      exact: true,
      plain: ['das sind sie'],
    },
    {
      pattern: 'berechtigte[srnm]? Interessen?s?',
      say: 'ein guter eigener Grund, den wir gegen Ihre Interessen abgewogen haben',
      plain: ['grund', 'gründe', 'abgewogen', 'abwäg'],
    },
    {
      pattern: String.raw`Rechtsgrundlagen?|rechtmäßig\p{L}*`,
      say: 'was uns das erlaubt',
      plain: ['erlaubt', 'dürfen'],
    },
    {
      pattern: 'Profiling',
      say: 'aus Ihren Daten auf Sie schließen',
      plain: ['schließen', 'schluss', 'vermut', 'bild von ihnen'],
    },
    {
      pattern: String.raw`automatisierte[nrs]? (?:Einzelf(?:all|älle)\p{L}*|\p{L}*entscheidung\p{L}*)`,
      say: 'Entscheidung durch einen Computer',
      plain: ['computer', 'programm', 'maschine'],
    },
    {
      pattern: String.raw`pseudonymisier\p{L}*`,
      say: 'unter einem Code statt unter Ihrem Namen',
      plain: ['code', 'ohne ihren namen', 'statt ihres namens'],
    },
    { pattern: 'Daten(?:übertragbarkeit|portabilität)', say: 'Ihre Daten mitnehmen', plain: ['mitnehm'] },
    { pattern: 'personenbezogene[rnm]?', say: 'Daten über Sie', plain: ['über sie', 'zu ihrer person'] },
    {
      pattern: '(?:[Aa]n|[Dd]urch|[Vv]on|[Gg]egenüber|[Mm]it|eine[nms]) Dritten?',
      say: 'andere Firmen',
      meaning: 'andere Firmen, zum Beispiel die Post',
      exact: true,
      plain: ['andere firm', 'andere unternehm', 'zum beispiel', 'nämlich'],
    },
    {
      pattern: 'besondere[rn]? Kategorien',
      say: 'besonders heikle Daten, zum Beispiel über Ihre Gesundheit',
      plain: ['heikl', 'sensib', 'gesundheit'],
    },
    {
      pattern: String.raw`Algorithm(?:us|en)|algorithmisch\p{L}*`,
      say: 'Regeln, denen ein Computer folgt',
      plain: ['regel', 'computer', 'programm'],
    },
    {
      pattern: 'maschinelle[sn]? Lernens?|machine learning',
      say: 'ein Programm, das aus Beispielen lernt',
      plain: ['beispiel', 'lernt aus'],
    },
    {
      pattern: 'DSGVO|BDSG|TDDDG|PII',
      say: 'Datenschutzrecht',
      meaning: 'ein Gesetz, das Ihre Daten schützt',
      plain: ['ein gesetz', 'einem gesetz', 'das gesetz', 'datenschutzrecht'],
    },
    {
      pattern: String.raw`Art(?:ikel|\.) ?\d+|§+ ?\d+`,
      say: 'was die Regel sagt',
      plain: ['die regel', 'dort steht', 'das recht'],
    },
  ],
  stiff: [
    { pattern: String.raw`gemäß|gem\.`, say: 'nach' },
    { pattern: String.raw`nach(?:folgend|stehend)\p{L}*|im Folgenden`, say: 'hier' },
    { pattern: 'hier(?:mit|durch|zu|bei)', say: 'damit' },
    { pattern: String.raw`diesbezüglich\p{L}*|bezüglich|hinsichtlich`, say: 'zu|über' },
    { pattern: 'seitens', say: 'von' },
    { pattern: 'mittels', say: 'mit' },
    { pattern: '(?<!(?:de|eine|diese|jede|keine|unsere|Ihre)s )zwecks|zum Zwecke? (?:der|des)', say: 'um … zu' },
    { pattern: 'im Rahmen', say: 'bei' },
    { pattern: 'unbeschadet|vorbehaltlich', say: 'außer' },
    { pattern: 'obliegt|obliegen', say: 'muss' },
    { pattern: String.raw`in Anspruch (?:zu )?nehm\p{L}*|Inanspruchnahme`, say: 'nutzen' },
    { pattern: String.raw`zur Verfügung (?:zu )?(?:stell|gestellt)\p{L}*`, say: 'geben' },
    { pattern: 'sofern', say: 'wenn' },
    { pattern: String.raw`beziehungsweise|bzw\.?`, say: 'oder' },
    { pattern: String.raw`ausschließlich\p{L}*`, say: 'nur' },
    { pattern: String.raw`vorgenannte\p{L}*|obengenannte\p{L}*|o\. ?g\.`, say: 'diese' },
    { pattern: String.raw`etwaige\p{L}*`, say: 'mögliche' },
  ],
  generic: [
    {
      pattern: String.raw`(?:unsere?[nrs]?|die|das|der|Ihr) (?:\p{L}+ )?(?:Dienste?|Dienstleistung(?:en)?|Services?|Produkte?|Angebote?|Leistungen|Erlebnis|Nutzererlebnis|Kundenerlebnis) (?:\p{L}+ ){0,2}(?:zu )?(?:verbesser|optimier|weiterentwickel|weiterzuentwickel)\p{L}*`,
      say: 'damit wir Ihnen schneller antworten',
    },
    {
      pattern: String.raw`(?:Verbesserung|Optimierung|Weiterentwicklung) (?:unsere[rs]|der|des|von|Ihres) (?:\p{L}+ )?(?:Dienste?n?|Dienstleistung(?:en)?|Services?|Produkte?n?s?|Angebote?s?|Leistungen|Erlebniss?e?s|Nutzererlebnisses|Kundenerlebnisses)`,
      say: 'damit Sie weniger warten',
    },
    {
      pattern: '(?:geschäftliche|verschiedene|sonstige|statistische)n? Zwecken?|Geschäftszwecken?|Analysezwecken?',
      say: 'um Ihnen die Rechnung zu schicken',
    },
    { pattern: '(?:künftige|zukünftige)r? Forschung', say: 'um zu sehen, warum Kredite spät bezahlt werden' },
  ],
};
