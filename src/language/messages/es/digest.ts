/**
 * Spanish for ../en/digest.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { digestMessages as english } from '../en/digest.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const digestMessages: InEveryLanguage<typeof english> = {
  'digest.title': 'Lo que espera el {day}',
  'digest.closing': 'Este correo llega una vez al día, y solo si algo espera. No dice nada de ninguna persona.',
  'digest.part.breaches': 'Violaciones de datos: hay que avisar a la autoridad',
  'digest.part.late': 'Con retraso',
  'digest.part.soon': 'Vence en los próximos siete días',
  'digest.part.untold': 'La ley exige avisar a personas, y el aviso no les ha llegado',
  'digest.part.systems': 'Espera a alguien en los sistemas conectados',
  'digest.count.request': '{count, plural, one {# solicitud} other {# solicitudes}}',
  'digest.count.review': '{count, plural, one {# revisión de una decisión} other {# revisiones de decisiones}}',
  'digest.count.notice': '{count, plural, one {# decisión contra una persona} other {# decisiones contra personas}}',
  'digest.count.task': '{count, plural, one {# tarea} other {# tareas}}: {system}',
  'digest.breach.in': '{hours, plural, =0 {Queda menos de una hora} one {Queda # hora} other {Quedan # horas}}',
  'digest.breach.late': '{hours, plural, one {# hora de retraso} other {# horas de retraso}}',
};
