/**
 * What a person is, as against what they can do: features that no answer may hold out as the thing to change.
 * Flow:    commands/decision (intake), answers/explanation → here.
 * Promise: a name or label MUST NOT be taken for a protected feature because it merely contains one ("age of the
 *          account"); what only one company knows to be unchangeable is marked in its own catalogue of reasons.
 * Source:  GDPR 9(1); EU Charter 21; Equality Act 2010 s 4; 15 U.S.C. 1691(a); docs/explanations.md (unchangeable).
 */
import { type Dated, dayOf, stands } from './dated.ts';

interface ProtectedFeature extends Dated {
  readonly feature: string;
  /** Words or short phrases without accents, in English, German, French and Spanish. */
  readonly words: readonly string[];
  /** True where the word is harmless in company: the age of an account is no age of a person. */
  readonly onlyAlone?: true;
}

const row = (feature: string, words: string, source: string): ProtectedFeature => ({
  feature,
  words: words.split('|'),
  effectiveFrom: '2000-01-01',
  source,
  checked: 'memory',
});

const protectedFeatures: readonly ProtectedFeature[] = [
  {
    ...row(
      'age',
      'age|ages|alter|lebensalter|edad|edades|alters|altersgruppe|altersklasse|leeftijd|idade',
      'EU Charter 21; Equality Act 2010 s 5; 15 U.S.C. 1691(a)(1)',
    ),
    onlyAlone: true,
  },
  row(
    'birth',
    'date of birth|birth date|birthdate|birthday|birth year|year of birth|dob|birthplace|place of birth|geburtsdatum|geburtsort|geburtsjahr|date de naissance|lieu de naissance|fecha de nacimiento|lugar de nacimiento|country of birth|birth country|native country|born in|city of birth|geburtsland|geburtsstadt|geburtstag|geboren|annee de naissance|pays de naissance|ville de naissance|naissance|pais de nacimiento|ano de nacimiento|nacimiento|paese di nascita|data di nascita|luogo di nascita|pais de nascimento|data de nascimento|geboorteland|geboortedatum|geboorteplaats',
    'EU Charter 21',
  ),
  row(
    'sex',
    'sex|gender|geschlecht|sexe|sexo|genero|gender identity|genders|mann oder frau|femme ou homme|pronouns|sesso|genere|geslacht|sexe legal|legal sex|geschlechtsidentitat|identite de genre|identidad de genero',
    'EU Charter 21; Equality Act 2010 ss 7, 11; 15 U.S.C. 1691(a)(1)',
  ),
  row(
    'nationality',
    'nationality|national origin|citizenship|country of origin|foreign worker|foreigner|staatsangehorigkeit|nationalitat|herkunftsland|nationalite|citoyennete|nacionalidad|ciudadania|nationalities|native land|country of citizenship|migration background|immigration status|immigrant|migrant|residence permit|asylum|refugee|staatsburgerschaft|migrationshintergrund|auslander|aufenthaltstitel|aufenthaltsstatus|fluchtling|pays d origine|origine nationale|titre de sejour|immigre|etranger|pais de origen|permiso de residencia|inmigrante|extranjero|nazionalita|cittadinanza|nacionalidade|nationaliteit',
    'EU Charter 21(2); Equality Act 2010 s 9; 15 U.S.C. 1691(a)(1)',
  ),
  row(
    'ethnic-origin',
    'race|ethnicity|ethnic|ethnic origin|skin colour|skin color|mother tongue|native language|ethnie|ethnische herkunft|muttersprache|origine ethnique|langue maternelle|etnia|raza|lengua materna|races|racial|racial origin|skin tone|ancestry|descent|caste|tribe|indigenous|first language|hautfarbe|abstammung|rasse|couleur de peau|ascendance|color de piel|ascendencia|origen etnico|origen racial|razza|origine etnica|etniciteit|raca',
    'GDPR 9(1); 15 U.S.C. 1691(a)(1)',
  ),
  {
    ...row('ethnic-origin', 'origin|origins|herkunft|origine|origines|origen|afkomst', 'GDPR 9(1); EU Charter 21'),
    onlyAlone: true,
  },
  row(
    'religion',
    'religion|religious|faith|belief|beliefs|konfession|weltanschauung|confession|religiosa|creencia|religions|church|denomination|religionszugehorigkeit|kirche|kirchensteuer|glaube|glauben|culte|croyance|religieuse|religieux|iglesia|religioso|religione|religiao|godsdienst',
    'GDPR 9(1); 15 U.S.C. 1691(a)(1)',
  ),
  row(
    'opinion',
    'political opinion|political opinions|trade union|union member|union membership|politische meinung|gewerkschaft|opinion politique|syndicat|opinion politica|sindicato|political party|politics|parteimitgliedschaft|gewerkschaftsmitgliedschaft|parti politique|opinions politiques|partido politico|afiliacion politica',
    'GDPR 9(1)',
  ),
  row(
    'health',
    'health|health condition|disability|disabled|genetic|genetics|gesundheit|behinderung|handicap|sante|salud|discapacidad|diagnosis|illness|disease|chronic|blood type|mental health|disabilities|krankheit|diagnose|gesundheitszustand|schwerbehinderung|behinderungsgrad|grad der behinderung|invalidite|handicape|maladie|etat de sante|enfermedad|estado de salud|invalidez|salute|disabilita|saude|deficiencia|gezondheid',
    'GDPR 9(1); Equality Act 2010 s 6',
  ),
  row(
    'sexual-orientation',
    'sexual orientation|sex life|sexuelle orientierung|orientation sexuelle|orientacion sexual|orientacao sexual|orientamento sessuale|sexualitat|sexuality',
    'GDPR 9(1); Equality Act 2010 s 12',
  ),
  row(
    'family',
    'marital status|civil status|married|pregnancy|pregnant|familienstand|schwangerschaft|situation familiale|etat civil|grossesse|estado civil|embarazo|marriage|single parent|parental status|maternity|divorced|widowed|ehestand|verheiratet|geschieden|verwitwet|alleinerziehend|schwanger|mutterschaft|statut matrimonial|etat matrimonial|divorce|enceinte|maternite|situacion familiar|casado|casada|embarazada|maternidad|stato civile|estado conjugal|burgerlijke staat',
    'Equality Act 2010 ss 8, 18; 15 U.S.C. 1691(a)(1)',
  ),
  row(
    'name',
    'first name|last name|surname|family name|maiden name|given name|vorname|nachname|familienname|geburtsname|prenom|nom de famille|nom de naissance|apellido|apellidos|nombre de pila',
    'EU Charter 21; C-83/14 (CHEZ)',
  ),
  row(
    'family',
    'children|child|dependent|dependents|dependant|dependants|household size|size of household|family size|kinder|kinderzahl|unterhaltsberechtigte|unterhaltspflichten|haushaltsgrosse|enfant|enfants|personnes a charge|personne a charge|taille du foyer|taille du menage|hijo|hijos|hija|hijas|personas a cargo|personas dependientes|tamano del hogar|miembros del hogar',
    'EU Charter 7, 33; 12 CFR 1002.6(b)(3)',
  ),
  row('service', 'veteran|veterans|military status|military service|kriegsdienst|ancien combattant', '38 U.S.C. 4311'),
  row('public-assistance', 'public assistance|welfare', '15 U.S.C. 1691(a)(2)'),
];

/** Words that may stand beside a word that must otherwise stand alone. */
const fillers = new Set(
  'in of the at a an your you my person applicant applicants customer years year months group band range class when application jahre jahren in ihr ihre des der person kunde ans annees en de du la le votre vous anos su del el'.split(
    ' ',
  ),
);

const marked = /\p{M}/gu;
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(marked, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

function speaksOf({ words, onlyAlone }: ProtectedFeature, said: readonly string[]): boolean {
  if (onlyAlone === true)
    return said.some((word) => words.includes(word)) && said.every((word) => words.includes(word) || fillers.has(word));
  const text = ` ${said.join(' ')} `;
  // A machine's name runs words together: `nativecountry`, `maritalstatus`.
  return words.some((word) => text.includes(` ${word} `) || said.includes(word.replaceAll(' ', '')));
}

/** The protected feature that one of these names or labels speaks of, on a day. */
export function protectedFeatureIn(names: readonly string[], instant: number): ProtectedFeature | undefined {
  const day = dayOf(instant);
  const said = names.map(wordsOf);
  return protectedFeatures.find((feature) => stands(feature, day) && said.some((words) => speaksOf(feature, words)));
}
