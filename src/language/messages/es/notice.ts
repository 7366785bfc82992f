/**
 * Spanish for ../en/notice.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { noticeMessages as english } from '../en/notice.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const noticeMessages: InEveryLanguage<typeof english> = {
  'notice.title': 'Antes de que la IA participe en una decisión sobre usted',
  'notice.lead': 'Qué hace «{aiSystem}» con sus datos y qué puede hacer usted.',
  'notice.purpose.title': 'Para qué sirve',
  'notice.decisions': 'Participa en estas decisiones: {list}.',
  'notice.how.title': 'Cómo funciona',
  'notice.data': 'Estos tipos de datos influyen en el resultado: {list}.',
  'notice.output.title': 'Qué resulta y qué hacemos con ello',
  'notice.sole': 'El resultado decide por sí solo.',
  'notice.not-sole': 'El resultado no es lo único que cuenta.',
  'notice.others': 'También cuenta esto: {list}.',
  'notice.human.title': 'Qué hacen las personas',
  'notice.opt-out.title': 'Cómo decir que no',
  'notice.opt-out':
    'Puede decir que no. Entonces este sistema de IA no participa en decisiones sobre usted. No tiene que decir por qué.',
  'notice.opt-out.button': 'Decir que no a este sistema de IA',
  'notice.no-opt-out.title': 'Por qué aquí no puede negarse',
  'notice.appeal':
    'Puede pedir que una persona revise la decisión. Esa persona puede cambiarla y mira todo lo que usted envíe.',
  'notice.appeal.button': 'Pedir que decida una persona',
  'notice.alternative.title': 'Qué pasa si dice que no',
  'notice.access.title': 'Cómo preguntar qué hizo',
  'notice.access':
    'Puede preguntar cómo se usó este sistema de IA en una decisión sobre usted. Le decimos las razones, los datos y el resultado.',
  'notice.access.button': 'Preguntar cómo se usó',
  'notice.own.title': 'Lo que escribimos nosotros',
  'notice.own': 'Nuestro propio texto sobre esto es «{title}», versión {version}.',
  'notice.not-written': 'Esto aún no está escrito.',
  'notice.gaps.title': 'Qué falta todavía aquí',
  'notice.gap.appeal': 'Cómo pedir que decida una persona no está escrito.',
  'notice.version': 'Este texto se hizo con lo que hemos publicado: {list}.',
  'notice.version.one': '«{name}», versión {version}',
  'notice.check': 'Valor de control de este texto: {hash}',
  'notice.told': 'Se lo contamos antes, el {day}.{acknowledged, select, true { Usted confirmó que lo vio.} other {}}',
  'notice.for-whom':
    'Este texto sigue la ley de California, y cualquiera puede leerlo. Lo que le da su propia ley está en su propia página.',
  'notice.beforehand': 'Leer lo que decimos de antemano',
};
