/**
 * French words that people should not have to look up, each with what to say instead.
 * Flow:    here → fr.ts.
 * Promise: `say` can stand in a text as it is.
 * Source:  docs/plain-language.md; docs/law.md 10.9.
 */
import type { UnwantedWords } from '../tongue.ts';

export const frenchUnwanted: UnwantedWords = {
  legal: [
    {
      pattern: String.raw`traitements? (?:de|des|du|automatisés?|ultérieurs?|est|sont)|trait(?:er|ons|ent|ées?|e) (?:vos|les|des|ces|ses|de) données|données (?:\p{L}+ ){0,3}(?:sont|seront|est|étaient) traitées?`,
      say: 'utiliser',
      meaning: 'tout ce que l’on fait avec des données',
      plain: ['tout ce que', 'tout ce qui', 'ce que nous faisons'],
    },
    {
      pattern: 'responsables? (?:du|de|des) traitements?',
      say: 'nous',
      meaning: 'l’entreprise qui décide de l’usage des données',
      plain: ['entreprise', 'qui décide', "c'est nous", 'c’est nous'],
    },
    {
      pattern: 'sous-traitants?',
      say: 'une entreprise qui travaille avec ces données pour nous',
      plain: ['pour nous', 'pour notre compte'],
    },
    {
      pattern: 'personnes? concernées?',
      say: 'vous',
      meaning: 'la personne dont parlent les données',
      plain: ["c'est vous", 'c’est vous', 'c’est-à-dire vous'],
    },
    {
      pattern: 'intérêts? légitimes?',
      say: 'une bonne raison à nous, mise en balance avec vos intérêts',
      plain: ['bonne raison', 'raison', 'balance', 'pesé'],
    },
    {
      pattern: '(?:base|fondement)s? (?:légale?s?|juridiques?)',
      say: 'ce qui nous y autorise',
      plain: ['autorise', 'permet'],
    },
    {
      pattern: 'profilages?',
      say: 'deviner des choses sur vous à partir de vos données',
      plain: ['devin', 'déduire', 'portrait'],
    },
    {
      pattern: 'décisions? (?:individuelles? )?automatisées?',
      say: 'une décision prise par un ordinateur',
      plain: ['ordinateur', 'programme', 'machine'],
    },
    {
      pattern: String.raw`pseudonymis\p{L}*`,
      say: 'gardées sous un code au lieu de votre nom',
      plain: ['code', 'sans votre nom', 'au lieu de votre nom'],
    },
    { pattern: 'portabilité', say: 'emporter vos données', plain: ['emport', 'reprendre'] },
    {
      pattern: 'rectification|rectifier',
      say: 'correction',
      meaning: 'corriger des données fausses',
      plain: ['corrig', 'correction'],
    },
    {
      pattern: '(?:à des|aux|avec des|par des|les|de) tiers',
      say: 'd’autres entreprises',
      meaning: 'd’autres entreprises, par exemple la poste',
      plain: ['autres entreprises', 'par exemple', 'comme'],
    },
    {
      pattern: 'catégories particulières',
      say: 'des données très sensibles, par exemple sur votre santé',
      plain: ['sensible', 'santé'],
    },
    {
      pattern: 'données à caractère personnel',
      say: 'les données sur vous',
      plain: ['sur vous', 'qui vous concernent'],
    },
    { pattern: 'finalités?', say: 'ce à quoi servent vos données', plain: ['sert', 'servent', 'pourquoi'] },
    {
      pattern: 'algorithm(?:es?|iques?)',
      say: 'les règles que suit un ordinateur',
      plain: ['règle', 'ordinateur', 'programme'],
    },
    {
      pattern: 'apprentissage (?:automatique|machine)|machine learning',
      say: 'un programme qui apprend avec des exemples',
      plain: ['exemple', 'apprend'],
    },
    { pattern: 'RGPD|PII', say: 'la loi sur les données', plain: ['la loi'] },
    {
      pattern: String.raw`art(?:icle|\.) ?\d+`,
      say: 'ce que dit la règle',
      plain: ['qui dit', 'la règle', 'le droit'],
    },
  ],
  stiff: [
    { pattern: 'conformément (?:à|aux?)|en conformité avec', say: 'selon' },
    { pattern: String.raw`ci-(?:après|joint\p{L}*)`, say: 'ici' },
    { pattern: String.raw`sus(?:mentionné|visé|dit)\p{L}*|précité\p{L}*`, say: 'ce|cette' },
    { pattern: 'nonobstant', say: 'même si' },
    { pattern: "en vertu d(?:e|u|es)|en vertu d['’]", say: 'selon' },
    { pattern: 'au titre d(?:e|u|es)', say: 'pour' },
    { pattern: "(?:aux|à des) fins d(?:e|u|es)|aux fins d['’]", say: 'pour' },
    { pattern: "dans le cadre d(?:e|u|es)|dans le cadre d['’]", say: 'pendant|pour' },
    { pattern: "afin d(?:e|['’])|en vue d(?:e|['’])", say: 'pour' },
    { pattern: "eu égard (?:à|aux?)|à l['’]égard d(?:e|u|es)", say: 'pour|envers' },
    { pattern: 'le cas échéant', say: 'si besoin' },
    { pattern: 'relati(?:f|fs|ve|ves) (?:à|aux?)', say: 'sur' },
    { pattern: 'préalablement(?: (?:à|aux?))?', say: 'avant' },
    { pattern: 'ultérieure?(?:ment|s)?', say: 'plus tard' },
    { pattern: 'procéd(?:er|ons|era|erons|ent) (?:à|aux?)', say: 'faire' },
    { pattern: 'l(?:edit|adite|esdits|esdites)', say: 'ce|cette' },
    { pattern: String.raw`octro(?:yer|yons|yé\p{L}*|ie)`, say: 'donner' },
  ],
  generic: [
    {
      pattern: String.raw`(?:améliorer|optimiser|développer|enrichir) (?:nos|les|notre|le|la|l['’]|votre) ?(?:\p{L}+ )?(?:services?|produits?|offres?|prestations|expérience)`,
      say: 'pour répondre plus vite à vos messages',
    },
    {
      pattern:
        "(?:amélioration|optimisation) (?:de nos|de notre|des|du|de la|de l['’]|de votre) ?(?:services?|produits?|offres?|prestations|expérience)",
      say: 'pour que vous attendiez moins',
    },
    {
      pattern:
        "fins (?:commerciales|diverses|d['’]analyse|statistiques)|(?:diverses|différentes) fins|besoins de l['’]entreprise",
      say: 'pour vous envoyer la facture',
    },
    { pattern: 'recherches? futures?', say: 'pour savoir pourquoi des prêts sont rendus en retard' },
  ],
};
