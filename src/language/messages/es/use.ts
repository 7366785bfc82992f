/**
 * Spanish for ../en/use.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { useMessages as english } from '../en/use.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const useMessages: InEveryLanguage<typeof english> = {
  'use.summary.used':
    '{span}, <b>{systemsThatUsedYourData, plural, one {un sistema de IA usó} other {# sistemas de IA usaron}} sus datos {uses, plural, one {una vez} other {# veces}}</b>.{agreedTo, plural, =0 {} one { Usted aceptó un uso.} other { Usted aceptó # usos.}}',
  'use.summary.decided-only':
    '{span}, <b>no se registró ningún uso concreto de sus datos</b>, pero sí una decisión sobre usted.',
  'use.summary.refused-only':
    '{span}, <b>sistemas de IA pidieron sus datos {refused, plural, one {una vez} other {# veces}} y nunca se les permitió</b>.',
  'use.summary.nothing': '{span}, <b>no se registró ningún uso de sus datos por IA</b>.',
  'use.summary.decisions':
    '{decisions, plural, =0 {No consta ninguna decisión de la IA sobre usted.} one {En <b>una decisión</b> sobre usted intervino la IA} other {En <b># decisiones</b> sobre usted intervino la IA}}{decisions, plural, =0 {} other {{decisionsCheckedByAPerson, plural, =0 {. No consta que una persona {decisions, plural, one {la revisara} other {las revisara}} con poder para cambiar el resultado.} one {, y una persona {checked, select, all {la revisó} other {revisó una}}.} other {, y una persona revisó {checked, select, all {{decisions, plural, =2 {las dos} other {todas}}} other {#}}.}}}}',
  'use.span.twelve-months': 'En los últimos 12 meses',
  'use.span.since': 'Desde el {day}',
  'use.span.from-to': 'Del {from} al {to}',
  'use.period.all': 'Todo lo que consta, los últimos doce meses primero',
  'use.period.from-to': 'Del {from} al {to}',
  'use.none.since':
    'Desde el {day}, cuando empezó nuestro registro, no se registró ningún uso de sus datos por un sistema de IA.',
  'use.none.never': 'No se registró ningún uso de sus datos por un sistema de IA. Nuestro registro aún está vacío.',
  'use.none.silent':
    '{count, plural, one {Un sistema de IA nunca ha} other {# sistemas de IA nunca han}} comunicado un uso de datos de nadie. Que no haya aviso no significa que no haya uso.',
  'use.interaction': 'Esto es un sistema de IA: un programa informático, no una persona.',
  'use.oversight.none': 'Ninguna persona revisa sus resultados.',
  'use.oversight.after-the-fact': 'Una persona puede mirar sus resultados después.',
  'use.oversight.before-effect': 'Una persona decide antes de que tenga efecto para usted.',
  'use.exception': 'Aquí hay una excepción a la exclusión de datos, que consta como «{code}».',
  'use.exception.human-appeal': 'Aquí no puede excluir sus datos, pero puede hacer que decida una persona.',
  'use.exception.hiring-admission': 'Aquí no puede excluir sus datos: se trata de una contratación o una admisión.',
  'use.exception.exempt-data': 'Aquí no puede excluir sus datos: otras leyes los protegen.',
  'use.exception.work-allocation': 'Aquí no puede excluir sus datos: se trata de repartir el trabajo.',
  'use.exception.human-involved': 'Aquí no puede excluir sus datos, porque de verdad interviene una persona.',
  'use.exception.permitted-sensitive-use':
    'Aquí no puede excluir sus datos: la ley permite este uso de datos sensibles.',
  'use.trained.title': 'Modelos entrenados con sus datos',
  'use.trained.note': 'Lo que un modelo aprendió de sus datos queda en esa versión.',
  'use.trained':
    '{state, select, finished {Sus datos se usaron para entrenar {aiSystem}, versión {version}. Entraron el {day}.} open {Sus datos entraron en el entrenamiento de {aiSystem}, versión {version}, el {day}. Todavía sigue.} other {Sus datos entraron en el entrenamiento de {aiSystem}, versión {version}, el {day}. No se terminó.}}',
  'use.training.yes': 'Sus datos se usan para que aprenda.',
  'use.training.no': 'Sus datos no se usan para que aprenda.',
  'use.suspended': 'Apagado desde el {day}. No puede usar los datos de nadie.',
  'use.decisions.count': '{count, plural, one {Consta una decisión.} other {Constan # decisiones.}}',
  'use.decisions.count-shown':
    '{count, plural, one {Consta una decisión.} other {Constan # decisiones, se muestran las {shown} más recientes.}}',
  'use.decisions.none': 'No consta ninguna decisión de la IA sobre usted.',
  'use.decisions.not-made': 'Nuestros sistemas de IA solo ayudan. Ninguno toma una decisión importante sobre usted.',
  'use.look': '{day}: consultó su registro {role}. Motivo: {reason}.',
  'use.look.role':
    '{role, select, officer {nuestro equipo de privacidad} support {nuestro servicio de atención} admin {alguien de nuestro equipo técnico} service {otro servicio nuestro} other {alguien de nuestro equipo}}',
  'use.look.reason':
    '{reason, select, request {una solicitud suya} review {una persona revisó una decisión} support {usted consultó a nuestro servicio de atención} audit {una revisión de nuestro propio trabajo} other {no indicado}}',
  'use.proof':
    '{entries, plural, =0 {Ninguna entrada} one {Una entrada} other {# entradas}} de un registro sellado {entries, plural, =0 {trata} one {trata} other {tratan}} de usted. Nadie puede cambiar ni quitar una sin que se note.',
  'use.proof.empty': 'El registro aún está vacío.',
  'request.about': 'Sobre la decisión {id}.',
  'request.about-request': 'Sobre mi solicitud {id}.',
  'use.summary.without-permission':
    '<b>{usesWithoutPermission, plural, one {Un uso de sus datos no tenía permiso} other {# usos de sus datos no tenían permiso}}.</b>',
  'use.without.title': 'Usados sin permiso',
  'use.without.words':
    '{systems, plural, one {Un sistema de IA usó} other {# sistemas de IA usaron}} sus datos {count, plural, one {una vez} other {# veces}} sin permiso. Lo supimos solo después.',
  'use.without.on': '{count, plural, one {Un uso no tenía} other {# usos no tenían}} permiso: el {day}.',
  'use.without.between':
    '{count, plural, one {Un uso no tenía} other {# usos no tenían}} permiso: entre el {from} y el {to}.',
  'use.without.object.effect': 'Cuando el sistema de IA pide sus datos, la respuesta es no.',
  'use.without.do': 'Qué puede hacer',
  'use.without.why': 'Por qué no había permiso',
  'contact.title': 'Quién le responde',
  'contact.controller': 'Escríbanos: {contact}',
  'contact.data-protection-officer': 'Para la protección de datos: {contact}',
};
