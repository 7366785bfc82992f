/**
 * Words that look like a reason and are none: nobody can check them, put them right or do anything about them.
 * Flow:    commands/registry (a catalogue), commands/decision (a report), answers/explanation → here.
 * Promise: a list per language; a reason in any language is held against the English list too, because codes are
 *          English.
 * Source:  12 CFR 1002.9(b)(2) and CFPB Circular 2023-03 ("internal standards", "failed to achieve a qualifying
 *          score"); docs/explanations.md (vague-reason); docs/law.md 10.10.
 */
interface VagueWords {
  /** Vague where it is all that is said. */
  readonly whole: readonly string[];
  /** Vague wherever it is said. */
  readonly anywhere: readonly string[];
}

const english: VagueWords = {
  whole: [
    'others?',
    'other reasons?',
    'misc(?:ellaneous)?',
    'n ?a',
    'not applicable',
    'unknown',
    'unspecified',
    'various',
    'general',
    'reasons?',
    'polic(?:y|ies)',
    '(?:credit |risk )?scores?',
    'risks?',
    'ai',
    'model',
    'algorithm',
    'tbd',
    'default',
    'see letter',
  ],
  anywhere: [
    '(?:credit |risk |internal |overall )?scores? (?:is |was |are |were )?(?:too |not )?(?:low|high|high enough|insufficient|bad|poor)',
    '(?:low|insufficient|bad|poor|inadequate) (?:credit |risk |internal |overall )?scores?',
    '(?:score|result) (?:below|under) (?:the |our )?(?:threshold|minimum|limit|cut ?off)',
    '(?:qualifying|required|minimum) score',
    'internal (?:polic(?:y|ies)|rules?|standards?|criteria|guidelines?|reasons?)',
    '(?:company|business|bank|lending|our) polic(?:y|ies)',
    '(?:not|fail(?:s|ed)? to) (?:meet|satisfy|fulfil) (?:(?:our|the|all|any|internal|minimum|lending|credit) )*(?:criteria|requirements?|standards?|conditions?)',
    '(?:the|our) (?:system|algorithm|model|computer|ai) (?:decided|said|refused|rejected|declined)',
    '(?:risk (?:is |was )?too high|too high (?:a )?risk|high risk)',
    '(?:business|commercial|security|various|technical) reasons?',
    '(?:overall|general) (?:assessment|impression|evaluation)',
    'not (?:eligible|qualified|suitable)',
    '(?:insufficient|poor|bad|lack of) creditworthiness',
  ],
};

const german: VagueWords = {
  whole: [
    'sonstiges?',
    'andere(?:r|s)?(?: gründe?)?',
    'verschiedenes?',
    'unbekannt',
    'allgemein(?:es)?',
    'k ?a',
    'score',
    'richtlinien?',
    'risiko',
    'grund',
  ],
  anywhere: [
    '(?:score|punktzahl|punktwert) (?:ist |war )?(?:zu niedrig|zu hoch|zu gering|nicht hoch genug|unzureichend)',
    '(?:zu )?(?:niedriger|geringer|schlechter|unzureichender) score',
    'inter(?:ne|nen|ner|nes) (?:richtlinien?|regel(?:n|ung|ungen)?|vorgaben?|kriterien|gründen?|standards?)',
    '(?:unternehmens|geschäfts|kredit)(?:richtlinien?|politik|grundsätze)',
    '(?:kriterien|anforderungen|voraussetzungen|bedingungen) (?:wurden |werden |sind )?nicht erfüllt',
    'erfüllen (?:unsere |die )?(?:kriterien|anforderungen|voraussetzungen) nicht',
    '(?:das|unser) (?:system|modell|programm|computer|algorithmus) hat (?:entschieden|abgelehnt)',
    '(?:risiko (?:ist |war )?zu hoch|zu hohes risiko|hohes risiko)',
    '(?:geschäftliche|technische|verschiedene|sonstige)n? gründen?',
    '(?:sicherheitsgründen?|gesamtbewertung|gesamteindruck)',
    '(?:mangelnde|fehlende|unzureichende|schlechte) (?:bonität|kreditwürdigkeit)',
    'nicht (?:geeignet|berechtigt|qualifiziert)',
  ],
};

const french: VagueWords = {
  whole: [
    'autres?',
    'autres? (?:raisons?|motifs?)',
    'divers',
    'inconnu',
    'général',
    'score',
    'politique',
    'risque',
    'raison',
    'motif',
  ],
  anywhere: [
    'score (?:est |était )?(?:trop (?:bas|faible|haut|élevé)|insuffisant|mauvais)',
    '(?:faible|mauvais) score',
    '(?:politiques?|règles?|normes?|critères?|raisons?|motifs?) internes?',
    'politique (?:de (?:la |notre )?(?:société|banque|entreprise|maison)|commerciale)',
    '(?:ne )?(?:remplit|remplissez|respecte|satisfait)(?: pas)? (?:à )?(?:nos|les) (?:critères|conditions|exigences)',
    '(?:le|notre) (?:système|modèle|ordinateur|algorithme) a (?:décidé|refusé)',
    'risque (?:est |était )?trop (?:élevé|grand)',
    '(?:raisons?|motifs?) (?:commercia(?:les?|ux|l)|techniques?|diverse?s?|de sécurité)',
    'évaluation (?:globale|générale)',
    'solvabilité insuffisante',
    'non (?:éligible|admissible|qualifiée?)',
  ],
};

const spanish: VagueWords = {
  whole: [
    'otr[oa]s?',
    'otr[oa]s? (?:motivos?|razones?)',
    'varios',
    'desconocido',
    'general',
    'puntuación',
    'política',
    'riesgo',
    'motivo',
    'razón',
  ],
  anywhere: [
    '(?:puntuación|puntaje|score) (?:es |era |fue )?(?:demasiado |muy )?(?:baj[oa]|alt[oa]|insuficiente)',
    '(?:baja|mala) puntuación',
    '(?:políticas?|reglas?|normas?|criterios?|motivos?|razones?) intern[oa]s?',
    'política (?:de (?:la |nuestra )?(?:empresa|entidad|compañía)|comercial)',
    'no (?:cumple|satisface|reúne)(?: con)? (?:nuestros|los|las|nuestras) (?:criterios|requisitos|condiciones)',
    '(?:el|nuestro) (?:sistema|modelo|ordenador|algoritmo) (?:decidió|rechazó|ha decidido)',
    'riesgo (?:es |era )?demasiado alto',
    '(?:motivos?|razones?) (?:comerciales?|técnic[oa]s?|de seguridad|divers[oa]s)',
    'evaluación (?:global|general)',
    'solvencia insuficiente',
    'no (?:apto|elegible)',
  ],
};

const lists: Readonly<Record<string, VagueWords>> = { en: english, de: german, fr: french, es: spanish };

/** Borders that know accented letters, which \b does not. */
const bounded = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');
const ready = Object.fromEntries(
  Object.entries(lists).map(([language, { whole, anywhere }]) => [
    language,
    { whole: new RegExp(`^(?:${whole.join('|')})$`, 'iu'), anywhere: bounded(anywhere.join('|')) },
  ]),
);

const normal = (text: string): string =>
  text
    .replace(/[-_.,;:!?/()"„“”«»]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a reason that say nothing, or undefined where it says something. */
export function vagueWordsIn(text: string, language: string): string | undefined {
  const said = normal(text);
  const base = language.toLowerCase().split('-')[0] ?? 'en';
  for (const list of [ready[base], base === 'en' ? undefined : ready['en']]) {
    if (list?.whole.test(said)) return said;
    const found = list?.anywhere.exec(said);
    if (found !== null && found !== undefined) return found[0];
  }
  return undefined;
}

/** A code is read as English words: `score-too-low`. */
export const isVagueCode = (code: string): boolean => vagueWordsIn(code, 'en') !== undefined;
