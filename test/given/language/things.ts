/**
 * What a text is about, by words that the four languages have for the same thing, and how a language is recognised.
 * Flow:    here → test/language/messages/meanings.test.ts.
 * Promise: only things that every translation names where English names them; one language may say more of them.
 */
import type { Language } from '../../../src/language/messages/catalogues.ts';

type InEach = Readonly<Record<Language, RegExp>>;
const named = (en: RegExp, ...[de, fr, es]: readonly [RegExp, RegExp, RegExp]): InEach => ({ en, de, fr, es });

export const things: Readonly<Record<string, InEach>> = {
  archive: named(/archiv/i, /archiv/i, /archiv/i, /archiv/i),
  backup: named(/backup/i, /sicherung/i, /sauvegarde/i, /copias? de seguridad/i),
  California: named(/california/i, /kalifornien/i, /californie/i, /california/i),
  contract: named(/contract/i, /vertrag/i, /contrat/i, /contrato/i),
  copy: named(/\bcop(?:y|ies)\b/i, /kopie/i, /copie/i, /copia/i),
  court: named(/\bcourts?\b/i, /gericht/i, /tribuna|justice|juge/i, /tribunal|juez|juzgado|judicial/i),
  crime: named(
    /\bpolice|\bcrim(?:e|inal)/i,
    /polizei|straf/i,
    /police|pénal|infraction|délit|crime/i,
    /polic|penal|delit/i,
  ),
  discrimination: named(/discriminat/i, /diskriminier|benachteil/i, /discrimin/i, /discrimin/i),
  expression: named(/expression|free speech/i, /meinung|freie rede/i, /expression/i, /expresi/i),
  fraud: named(/fraud/i, /betrug/i, /fraude/i, /fraude/i),
  health: named(/\bhealth/i, /gesundheit/i, /santé|soins/i, /salud|sanitari|médic/i),
  holiday: named(/\bholiday/i, /feiertag/i, /férié/i, /festivo/i),
  hour: named(/\bhours?\b/i, /stunde/i, /heure/i, /hora/i),
  interest: named(/interest/i, /interesse/i, /intérêt/i, /inter[ée]s/i),
  key: named(/\bkeys?\b/i, /schlüssel/i, /clés?/i, /clave/i),
  language: named(/\blanguage/i, /sprache/i, /langue/i, /idioma/i),
  letter: named(/\bletter\b/i, /brief|schreiben/i, /lettre|courrier/i, /carta/i),
  life: named(/\blife\b|\blives\b/i, /leben/i, /\bvie\b|vital/i, /\bvidas?\b|vital/i),
  marketing: named(/marketing|advert/i, /werb/i, /publicit|prospection/i, /publicid/i),
  minute: named(/\bminute/i, /minute/i, /minute/i, /minuto/i),
  money: named(/\bmoney\b/i, /geld/i, /argent/i, /dinero/i),
  month: named(/\bmonth/i, /monat/i, /\bmois|mensuel/i, /\bmes(?:es)?\b|mensual/i),
  parent: named(/\bparent/i, /eltern/i, /parent/i, /padre|madre|progenitor/i),
  phone: named(/phone/i, /telefon/i, /téléphone/i, /teléfono/i),
  profiling: named(/profil/i, /profil/i, /profil/i, /perfil/i),
  'public interest': named(/public interest/i, /öffentlich/i, /public/i, /público/i),
  research: named(/\bresearch/i, /forsch/i, /recherche/i, /investigaci/i),
  root: named(/\broot\b/i, /wurzel/i, /racine/i, /raíz/i),
  safety: named(/\bsafety|secur/i, /sicher/i, /sécurité|sûr/i, /segur/i),
  sale: named(/\bsale\b|\bsell|\bsold\b/i, /verkauf|verkäuf/i, /vend|vente/i, /vend|venta/i),
  secret: named(/\bsecret/i, /geheim/i, /secret/i, /secret/i),
  sensitive: named(/sensitive/i, /sensib|besonders geschützt|heikl/i, /sensible/i, /sensible/i),
  signal: named(/\bsignal/i, /signal/i, /signal/i, /señal/i),
  witness: named(/witness/i, /zeug/i, /témoin/i, /testigo/i),
  work: named(
    /\bjob|\bhir(?:e|ing)|employ/i,
    /arbeit|job|stell/i,
    /emploi|travail|embauch/i,
    /empleo|trabajo|contrat/i,
  ),
  year: named(/\byear/i, /jahr|jährlich/i, /\bans?\b|année/i, /año/i),
};

/** That something is not, or does not happen; a “no” that somebody says is something else. */
export const denies: InEach = {
  en: /\b(?:not|never|nobody|nothing|none|without|cannot|neither|nor)\b/i,
  de: /\b(?:nicht|kein\w*|nie|niemals|niemand\w*|nichts|nirgends|ohne|weder)\b/i,
  fr: /\b(?:pas|aucun\w*|jamais|sans|rien|ni|ne|non)\b|\bn’|\bpersonne sur\b|^personne$|indisponible/i,
  es: /\b(?:no|nunca|nadie|nada|ningun\w*|ningún|sin|ni|tampoco|falta)\b/i,
};

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Small words that stand in nearly every sentence of one language and in few of another. */
export const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordsOf(
    'the of and to is are was were this that it you your we our by for with from on not be been has have had who which ' +
      'what nobody anybody does do did they their there when where as at or an will can may must before after again yet if',
  ),
  de: wordsOf(
    'der die das und zu ist sind war waren dieser diese dieses es sie ihr ihre ihren ihrer wir unser uns von für mit aus ' +
      'auf nicht sein wurde wurden hat haben wer was niemand wenn wo als oder ein eine einen einem einer wird werden kann ' +
      'können muss müssen vor nach noch den dem des im am zum zur sich dass auch bei',
  ),
  fr: wordsOf(
    'le la les et de des du est sont était cette cet ce il elle vous votre vos nous notre par pour avec sur pas ne être ' +
      'été ont qui que quoi personne quand où comme ou un une sera peut doit avant après encore si au aux dans en se',
  ),
  es: wordsOf(
    'el la los las y de del es son era esta este esto usted su sus nosotros nuestro por para con en no ser sido ha han ' +
      'quien que qué nadie cuando donde como cómo o un una será puede debe antes después todavía si al se lo le ya',
  ),
};
