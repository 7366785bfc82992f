/**
 * Spanish for ../en/explanation.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { explanationMessages as english } from '../en/explanation.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const explanationMessages: InEveryLanguage<typeof english> = {
  'explanation.title': 'Por qué: {what}, {outcome}',
  'explanation.layer.1': 'En una frase',
  'explanation.layer.2': 'Por qué, y qué habría cambiado el resultado',
  'explanation.layer.3': 'Los datos, el sistema de IA, las personas y cómo oponerse',
  'explanation.layer.4': 'Todo lo que quedó registrado, con prueba',
  'explanation.sentence.sole': 'Un sistema de IA decidió solo, el {day}, sobre «{what}»: {outcome}.',
  'explanation.sentence.main': 'Un sistema de IA tuvo el mayor peso, el {day}, sobre «{what}»: {outcome}.',
  'explanation.sentence.one-of-several':
    'Un sistema de IA fue una de varias cosas que contaron, el {day}, sobre «{what}»: {outcome}.',
  'explanation.sentence.advisory': 'Un sistema de IA dio su consejo, el {day}, sobre «{what}»: {outcome}.',
  'explanation.sentence.none': 'No se usó ninguna IA, el {day}, sobre «{what}»: {outcome}.',
  'explanation.effect.pending': 'Todavía no tiene efecto: antes la mira una persona.',
  'explanation.effect.changed': 'Una persona volvió a mirarla y la cambió el {day}.',
  'explanation.effect.withdrawn': 'Una persona volvió a mirarla y la retiró el {day}.',
  'explanation.effect.re-run':
    'Una persona la revisó de nuevo el {day}. Algunos datos no eran correctos, así que hay que decidir otra vez con los correctos.',
  'explanation.effect.upheld': 'Una persona volvió a mirarla el {day}, y se queda como está.',
  'explanation.effect.outcome': 'El nuevo resultado: {outcome}.',
  'explanation.effect.reasons': 'Sus razones: {reasons}',
  'explanation.reasons.against': 'Lo que más contó en su contra, lo más fuerte primero:',
  'explanation.reasons.for': 'Lo que más le ayudó, lo más fuerte primero:',
  'explanation.reasons.helped': 'Lo que habló a su favor:',
  'explanation.reasons.none': 'No se registró ninguna razón para este resultado, y no nos inventamos ninguna.',
  'explanation.reasons.counted': 'Aquí lee qué contó en este resultado. No dice que una cosa cause la otra.',
  'explanation.reason.value': '{text} Su propio valor: {value}.',
  'explanation.reason.protected':
    'Usted no puede cambiar esto, y no se lo pedimos. Si cree que no debería contar, pida que una persona vuelva a mirarlo.',
  'explanation.counterfactual.unchangeable': 'No consta nada que podamos ofrecerle como camino a otro resultado.',
  'explanation.counterfactual.lead': 'Una cosa que habría cambiado el resultado',
  'explanation.counterfactual.promise': 'Nadie promete que la próxima vez sea así.',
  'explanation.all-factors': 'Todo lo que contó, lo más fuerte primero',
  'explanation.system': 'El sistema de IA: lo que hace bien y lo que no sabe hacer',
  'explanation.system.then':
    'Así estaba descrito cuando decidió, en la versión {version}. La descripción ha cambiado desde entonces.',
  'explanation.people': 'Lo que hicieron las personas',
  'explanation.other': 'Qué más contó',
  'explanation.other.none': 'No se registró nada más.',
  'explanation.follows': 'Qué supone para usted',
  'explanation.follows.none': 'No se registró qué supone para usted.',
  'explanation.human.review':
    'Una persona volvió a mirar esto. Sabía leer el resultado, miró más que el resultado y podía cambiarlo. Sus pasos están registrados.',
  'explanation.human.review-short':
    'Una persona volvió a mirar esto. No está registrado todo lo que hace que esa revisión cuente. Por eso seguimos considerando que decidió la IA.',
  'explanation.human.repeated': 'La misma persona escribió las mismas palabras en otra revisión.',
  'explanation.human.claimed':
    'El servicio que decidió dice que participó una persona ({role}). Aquí no hay registrado ningún paso suyo. Por eso consideramos que decidió la IA.',
  'explanation.record': 'Todo lo que quedó registrado',
  'explanation.weights.officer': 'Pesos y métodos, solo para el personal',
  'explanation.proof':
    'Esta decisión es la entrada {index} de un registro sellado con {size, plural, one {una entrada} other {# entradas}}. La prueba de abajo muestra que está ahí tal como se escribió. Nadie puede cambiarla sin que se note.',
  'explanation.proof.path': 'La prueba',
  'explanation.proof.checkpoint': 'El estado firmado del registro',
  'explanation.reconstructed.reported':
    'Estas razones se buscaron después de la decisión. No se anotaron cuando se tomó.',
  'explanation.reconstructed.recorded-late':
    'La decisión se tomó el {decided}, pero la registramos el {recorded}. No podemos mostrar que las razones se anotaran en ese momento.',
  'explanation.aggregate.title': 'Todas las decisiones de los últimos 12 meses juntas',
  'explanation.aggregate':
    'La IA decidió {count} veces sobre usted en los últimos 12 meses. Este es el resultado en conjunto. Puede seguir leyendo cada una.',
  'explanation.aggregate.outcome': '{outcome}: {count, plural, one {una vez} other {# veces}}',
  'explanation.aggregate.factor':
    '{label}: contó en su contra {against, plural, =0 {ninguna vez} one {una vez} other {# veces}} y a su favor {for, plural, =0 {ninguna vez} one {una vez} other {# veces}}',
};
