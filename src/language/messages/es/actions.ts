/**
 * Spanish for ../en/actions.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { actionMessages as english } from '../en/actions.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const actionMessages: InEveryLanguage<typeof english> = {
  'choice.agreed-on': 'Usted aceptó el {day}',
  'choice.refused-on': 'Usted dijo que no el {day}',
  'choice.withdrawn-on': 'Usted retiró su permiso el {day}',
  'choice.objected-on': 'Usted se opuso el {day}',
  'choice.opted-out-on': 'Usted excluyó sus datos el {day}',
  'choice.none': 'No consta ningún uso de este sistema.',
  'choice.several':
    '{allowed, plural, =0 {Ninguno} one {Uno} other {#}} de los {all} usos de este sistema {allowed, plural, one {está permitido} =0 {está permitido} other {están permitidos}} ahora mismo.',
  'action.withdraw': 'Desactivar',
  'action.withdraw.effect': 'La desactivación tiene efecto inmediato.',
  'action.agree': 'Leer y decidir',
  'action.agree.effect': 'Primero verá el texto completo. Nada cambia hasta que usted diga que sí.',
  'action.lift': 'Permitir de nuevo',
  'action.lift.effect': 'Primero verá de qué se trata.',
  'action.object': 'Oponerme a este uso',
  'action.object.effect': 'Termina de inmediato.',
  'action.opt-out': 'Excluir mis datos de este uso',
  'action.opt-out.effect': 'Termina de inmediato.',
  'action.ask-human': 'Pedir que una persona lo revise',
  'action.ask-human.effect': 'Es gratis. Lo revisa alguien que puede cambiar la decisión.',
  'action.ask-explanation': 'Preguntar por qué',
  'action.ask-explanation.effect': 'Recibirá una carta con los motivos registrados.',
  'action.complain': 'Reclamar',
  'action.refuse': 'Decir que no',
  'choice.weighed': 'Hemos sopesado nuestro propio interés con el suyo. Usted puede oponerse.',
};
