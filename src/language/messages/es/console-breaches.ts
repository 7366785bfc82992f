/**
 * Spanish: texts of the breach register in the console: clocks in hours, the forms, and what was recorded.
 * Flow:    ../es.ts → here.
 * Promise: as in ../en/console-breaches.ts.
 */
import type { consoleBreachMessages as english } from '../en/console-breaches.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleBreachMessages: InEveryLanguage<typeof english> = {
  'console.nav.breaches': 'Violaciones de datos',
  'console.breaches.lead':
    'Anote cada violación, aunque no haya que avisar a nadie. Se guarda para siempre, y las horas de la ley corren.',
  'console.breaches.none': 'No hay ninguna violación registrada.',
  'console.breaches.record': 'Registrar una violación',
  'console.breaches.record.note': 'Lo que aún no sepa se puede añadir después.',
  'console.breaches.record.send': 'Registrar esta violación',
  'console.breaches.what': 'Qué ocurrió',
  'console.breaches.nobody': 'Con sus propias palabras. No nombre a nadie: esto se guarda para siempre.',
  'console.breaches.noticedAt': 'Cuándo la detectó',
  'console.breaches.noticedAt.hint': 'Las horas de la ley corren desde aquí. Según el reloj de {zone}.',
  'console.breaches.regimes': 'Qué leyes se aplican',
  'console.breaches.regimes.hint': 'Códigos cortos, separados por comas, por ejemplo {codes}.',
  'console.breaches.from': 'Desde cuándo los datos estaban al alcance',
  'console.breaches.to': 'Hasta cuándo',
  'console.breaches.zone': 'Según el reloj de {zone}.',
  'console.breaches.aiSystems': 'Sistemas de IA',
  'console.breaches.purposes': 'Para qué sirven los datos',
  'console.breaches.dataCategories': 'Tipos de datos',
  'console.breaches.any': 'todos',
  'console.breaches.known': 'Lo que se sabe',
  'console.breaches.reached.note':
    'Hallado en los usos registrados de estos sistemas de IA, para estos fines, en este tiempo. Quien fue borrado desde entonces no cuenta.',
  'console.breaches.notes': 'Hallazgos y medidas',
  'console.breaches.notes.note': 'Nada se retira. Una palabra posterior queda junto a la anterior.',
  'console.breaches.notes.none': 'Aún no se ha añadido nada.',
  'console.breaches.note': 'Añadir lo que encontró o hizo',
  'console.breaches.note.send': 'Añadir esto',
  'console.breaches.about': 'De qué se trata',
  'console.breaches.text': 'Cómo y por qué',
  'console.breaches.extent.hint': 'Lo que indique aquí sustituye lo que hay. Lo que deje vacío se queda.',
  'console.breaches.toldAt': 'Cuándo se avisó',
  'console.breaches.lateBecause': 'Por qué tan tarde',
  'console.breaches.lateBecause.hint': 'Solo si fue más tarde de lo que quiere la ley.',
  'console.breaches.ground': '¿Por qué motivo?',
  'console.breaches.told.authority': 'Se avisó a la autoridad',
  'console.breaches.told.people': 'Se avisó a las personas',
  'console.breaches.not-told.authority': 'No se avisa a la autoridad',
  'console.breaches.not-told.people': 'No se avisa a las personas',
  'console.breaches.done.recorded': 'La violación está registrada.',
  'console.breaches.done.notes': 'Sus palabras están registradas.',
  'console.breaches.done.authority': 'Está registrado para la autoridad.',
  'console.breaches.done.people': 'Está registrado para las personas.',
  'console.breaches.due.title': 'Violaciones de las que hay que avisar a la autoridad',
  'console.breaches.clock.running':
    '{apart, plural, =0 {queda menos de una hora} one {queda una hora} other {quedan # horas}} de {hours}',
  'console.breaches.clock.late':
    '{apart, plural, =0 {con retraso desde esta hora} one {una hora de retraso} other {# horas de retraso}}; la ley da {hours}',
  'console.breaches.clock.told': 'Avisada a tiempo, tras {passed, plural, one {una hora} other {# horas}} de {hours}',
  'console.breaches.clock.told-late':
    'Avisada tarde, tras {passed, plural, one {una hora} other {# horas}}; la ley da {hours}',
  'console.breaches.clock.not-told': 'Sin avisar, con el motivo',
  'form.fault.what.required': 'Diga qué ocurrió.',
  'form.fault.text.required': 'Faltan sus palabras. Dígalo en una frase.',
  'form.fault.noticedAt.required': 'Diga cuándo la detectó.',
  'form.fault.noticedAt.wrong-form': 'Esto no es un día con hora. Escriba por ejemplo 2026-11-02T09:30.',
  'form.fault.noticedAt.in-the-future': 'Aún no puede haberla detectado: este momento no ha llegado.',
  'form.fault.toldAt.required': 'Diga cuándo se avisó.',
  'form.fault.toldAt.wrong-form': 'Esto no es un día con hora. Escriba por ejemplo 2026-11-02T09:30.',
  'form.fault.toldAt.in-the-future': 'Aún no se puede haber avisado: este momento no ha llegado.',
  'form.fault.toldAt.before-noticed': 'No se puede haber avisado antes de detectarla. Indique un momento posterior.',
  'form.fault.lateBecause.required': 'La ley quería que se avisara antes a la autoridad. Diga por qué tardó tanto.',
  'form.fault.ground.required': 'Elija el motivo que tiene la ley.',
  'form.fault.about.required': 'Elija de qué se trata.',
  'form.fault.from.before-from': 'El fin registrado está antes de este comienzo. Indique uno anterior, o ambos.',
  'form.fault.to.before-from': 'Este fin está antes del comienzo. Indique uno posterior.',
};
