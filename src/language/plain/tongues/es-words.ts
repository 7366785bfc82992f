/**
 * Spanish words that people should not have to look up, each with what to say instead.
 * Flow:    here → es.ts.
 * Promise: `say` can stand in a text as it is.
 * Source:  docs/plain-language.md; docs/law.md 10.9.
 */
import type { UnwantedWords } from '../tongue.ts';

export const spanishUnwanted: UnwantedWords = {
  legal: [
    {
      pattern: String.raw`tratamientos? (?:de|del|automatizados?|posterior(?:es)?|es|será)|trat(?:ar|amos|an|a|aremos|arán) (?:sus|los|tus|estos|dichos) datos|datos (?:\p{L}+ ){0,3}(?:son|serán|sean) tratados`,
      say: 'usar',
      meaning: 'todo lo que se hace con datos',
      plain: ['todo lo que', 'lo que hacemos'],
    },
    {
      pattern: 'responsables? del tratamiento',
      say: 'nosotros',
      meaning: 'la empresa que decide cómo se usan los datos',
      plain: ['empresa', 'quien decide', 'somos nosotros'],
    },
    {
      pattern: 'encargad[oa]s? del tratamiento|subencargad[oa]s?',
      say: 'una empresa que trabaja con los datos para nosotros',
      plain: ['para nosotros', 'por nuestra cuenta'],
    },
    {
      pattern: '(?:el|la|los|las|del|al) interesad[oa]s?|titular(?:es)? de los datos',
      say: 'usted',
      meaning: 'la persona de quien hablan los datos',
      plain: ['es usted', 'es decir, usted'],
    },
    {
      pattern: 'interés legítimo|intereses legítimos',
      say: 'un buen motivo nuestro, comparado con sus intereses',
      plain: ['motivo', 'razón', 'comparado', 'pesa'],
    },
    {
      pattern: 'bases? (?:jurídicas?|legal(?:es)?|de legitimación)',
      say: 'lo que nos permite hacerlo',
      plain: ['permite', 'autoriza'],
    },
    {
      pattern: '(?:elaboración de )?perfilad[oa]s?|elaboración de perfiles',
      say: 'suponer cosas sobre usted a partir de sus datos',
      plain: ['supon', 'deduc', 'retrato'],
    },
    {
      pattern: 'decisi(?:ón|ones) (?:individual(?:es)? )?automatizadas?',
      say: 'una decisión que toma un ordenador',
      plain: ['ordenador', 'programa', 'máquina', 'computadora'],
    },
    {
      pattern: String.raw`p?seudonimiz\p{L}*`,
      say: 'guardados con un código en vez de su nombre',
      plain: ['código', 'sin su nombre', 'en vez de su nombre'],
    },
    { pattern: 'portabilidad', say: 'llevarse sus datos', plain: ['llev'] },
    {
      pattern: 'rectificación|rectificar',
      say: 'corrección',
      meaning: 'arreglar datos que están mal',
      plain: ['corrección', 'corregir'],
    },
    {
      pattern: '(?:a|con|por|de|los) terceros|(?:un|al) tercero',
      say: 'otras empresas',
      meaning: 'otras empresas, por ejemplo el correo',
      plain: ['otras empresas', 'por ejemplo', 'como'],
    },
    {
      pattern: 'categorías especiales',
      say: 'datos muy delicados, por ejemplo sobre su salud',
      plain: ['delicad', 'sensible', 'salud'],
    },
    { pattern: 'datos de carácter personal', say: 'los datos sobre usted', plain: ['sobre usted'] },
    { pattern: 'finalidad(?:es)?', say: 'para qué sirven sus datos', plain: ['para qué', 'sirve'] },
    {
      pattern: 'algoritm(?:os?|ic[oa]s?)|algorítmic[oa]s?',
      say: 'las reglas que sigue un ordenador',
      plain: ['regla', 'ordenador', 'programa'],
    },
    {
      pattern: 'aprendizaje automático|machine learning',
      say: 'un programa que aprende con ejemplos',
      plain: ['ejemplo', 'aprende'],
    },
    { pattern: 'RGPD|LOPDGDD|LOPD|PII', say: 'la ley de datos', plain: ['la ley'] },
    {
      pattern: String.raw`art(?:ículo|\.) ?\d+`,
      say: 'lo que dice la regla',
      plain: ['que dice', 'la regla', 'el derecho'],
    },
  ],
  stiff: [
    { pattern: 'de conformidad con|conforme al?', say: 'según' },
    { pattern: 'en virtud del?', say: 'según' },
    { pattern: 'a (?:los )?efectos del?', say: 'para' },
    { pattern: 'en el marco del?', say: 'durante|para' },
    { pattern: 'asimismo', say: 'también' },
    { pattern: 'no obstante', say: 'pero' },
    { pattern: 'en lo sucesivo', say: 'desde ahora' },
    {
      pattern: 'antedich[oa]s?|susodich[oa]s?|anteriormente mencionad[oa]s?|citad[oa]s? anteriormente',
      say: 'este|esta',
    },
    { pattern: '(?:con el fin|a fin|con objeto|con el objeto|al objeto) de', say: 'para' },
    { pattern: 'con carácter previo|con anterioridad', say: 'antes' },
    { pattern: 'con posterioridad', say: 'después' },
    { pattern: 'con respecto al?|respecto (?:al?|del?)|en relación con|en lo relativo al?', say: 'sobre' },
    { pattern: 'proced(?:er|emos|eremos|erá) a', say: 'hacer' },
    { pattern: 'llev(?:ar|amos|aremos|ará) a cabo', say: 'hacer' },
    { pattern: 'sin perjuicio del?', say: 'aunque' },
    { pattern: 'habida cuenta del?', say: 'porque' },
    { pattern: 'en su caso', say: 'si hace falta' },
  ],
  generic: [
    {
      pattern: String.raw`(?:mejorar|optimizar|desarrollar) (?:nuestr[oa]s?|los|las|el|la|su|tu) (?:\p{L}+ )?(?:servicios?|productos?|ofertas?|experiencia|prestaciones)`,
      say: 'para contestar antes sus mensajes',
    },
    {
      pattern:
        '(?:mejora|optimización) (?:de nuestr[oa]s?|de los|del|de la|de su) (?:servicios?|productos?|ofertas?|experiencia|prestaciones)',
      say: 'para que usted espere menos',
    },
    {
      pattern: 'fines (?:comerciales|diversos|empresariales|estadísticos|de análisis)|(?:diversos|distintos) fines',
      say: 'para enviarle la factura',
    },
    { pattern: 'investigaciones futuras|investigación futura', say: 'para saber por qué se pagan tarde los préstamos' },
  ],
};
